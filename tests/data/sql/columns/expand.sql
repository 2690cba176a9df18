ALTER TABLE person ADD COLUMN email text DEFAULT 'none';
ALTER TABLE person RENAME first_name TO given_name;
ALTER TABLE log ADD COLUMN level int NOT NULL DEFAULT 3;

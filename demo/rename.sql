ALTER TABLE person RENAME last_name TO surname

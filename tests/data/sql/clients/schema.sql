-- The table of tests/integration/clients.
CREATE TABLE person (id serial PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, born date);
INSERT INTO person (first_name, last_name) SELECT 'f' || i, 'l' || i FROM generate_series(0, 20) i;
INSERT INTO person (first_name, last_name, born) VALUES ('Ada', 'Lovelace', '1815-12-10'), ('c1', 'Copy', NULL), ('c2', 'Copy', NULL);
SELECT setval('person_id_seq', 100);

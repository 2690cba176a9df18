-- The shop as version v1 knows it. The renames in rename_to_*.sql lead to v2 and v3.
CREATE TABLE person (
  id serial PRIMARY KEY,
  first_name text NOT NULL,
  last_name text NOT NULL,
  born date,
  CONSTRAINT person_last_name_check CHECK (last_name <> 'forbidden')
);
CREATE UNIQUE INDEX person_name_key ON person (last_name, first_name);

-- The trap: account has a column last_name too, and keeps it in every version.
CREATE TABLE account (
  id serial PRIMARY KEY,
  person_id integer REFERENCES person (id) ON DELETE CASCADE,
  last_name text,
  surname text,
  balance numeric(12,2) NOT NULL DEFAULT 0
);

CREATE TABLE orders (
  id serial PRIMARY KEY,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  "Status" text NOT NULL DEFAULT 'open',
  total numeric(12,2),
  placed timestamp NOT NULL DEFAULT '2026-01-01 12:00'
);

CREATE TABLE address (
  id serial PRIMARY KEY,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  street text,
  city text,
  UNIQUE (person_id, street)
);

CREATE TABLE plain (id integer PRIMARY KEY, name text, last_name text, surname text);

CREATE SCHEMA archive;
CREATE TABLE archive.person (id integer PRIMARY KEY, last_name text, surname text);

-- Carriers: rows of person in columns of tables that are themselves the same in every version.
CREATE TABLE visit (id integer PRIMARY KEY, guest person, party person[], host account);
CREATE TABLE visit_log (id integer PRIMARY KEY, visit visit);

CREATE FUNCTION find_people(integer DEFAULT 0) RETURNS SETOF person LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM person WHERE id > $1 ORDER BY id; END;
CREATE FUNCTION name_length(person) RETURNS integer LANGUAGE sql STABLE BEGIN ATOMIC SELECT length($1.last_name); END;

INSERT INTO person (id, first_name, last_name, born) VALUES
  (1, 'Ada', 'Lovelace', '1815-12-10'), (2, 'Alan', 'Turing', '1912-06-23'), (3, 'Grace', 'Hopper', '1906-12-09'),
  (4, 'Edsger', 'Dijkstra', NULL), (5, 'Barbara', 'Liskov', '1939-11-07');
INSERT INTO account VALUES (1, 1, 'acc-Lovelace', 'x1', 10.50), (2, 2, 'acc-Turing', 'x2', 0), (3, 1, NULL, 'x3', 7), (4, NULL, 'Hopper', NULL, 99.99);
INSERT INTO orders VALUES (1, 1, 'open', 20, '2026-01-02'), (2, 1, 'paid', 30.25, '2026-01-03'), (3, 2, 'open', NULL, '2026-01-04'), (4, 5, 'void', 1, '2026-01-05');
INSERT INTO address VALUES (1, 1, 'St James Sq', 'London'), (2, 2, 'Adlington Rd', 'Wilmslow'), (3, 2, NULL, 'Bletchley');
INSERT INTO plain VALUES (1, 'one', 'Lovelace', 's1'), (2, 'two', 'Turing', 's2'), (3, 'three', NULL, NULL);
INSERT INTO archive.person VALUES (1, 'old-Lovelace', 'a1'), (2, 'old-Turing', 'a2');
INSERT INTO visit SELECT p.id, p, ARRAY(SELECT q FROM person q WHERE q.id > p.id ORDER BY q.id), a FROM person p LEFT JOIN account a ON a.id = p.id AND a.id < 3 WHERE p.id < 4;
INSERT INTO visit VALUES (9, NULL, NULL, NULL);
INSERT INTO visit_log SELECT v.id, v FROM visit v;
SELECT setval('person_id_seq', 100), setval('account_id_seq', 100), setval('orders_id_seq', 100), setval('address_id_seq', 100);

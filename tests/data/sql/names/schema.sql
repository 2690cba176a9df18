-- A schema of its own, with all that can be called by a name in it. v1; the other scripts rename.
CREATE SCHEMA store;
CREATE SCHEMA other;
CREATE TYPE store.mood AS ENUM ('good', 'bad');
CREATE DOMAIN store.price AS numeric CHECK (VALUE >= 0);
CREATE TABLE store.person (
  id int PRIMARY KEY,
  last_name text NOT NULL,
  mood store.mood DEFAULT 'good',
  CONSTRAINT person_last_name_key UNIQUE (last_name)
);
CREATE TABLE store.orders (
  id int PRIMARY KEY,
  person_id int REFERENCES store.person,
  total store.price
);
CREATE TABLE other.person (id int, nickname text);
CREATE TABLE plain (id int, note text);
CREATE SEQUENCE store.ticket START 7;
CREATE VIEW store.good_people AS SELECT id, last_name FROM store.person WHERE mood = 'good';
CREATE FUNCTION store.tax(numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 0.2';
CREATE FUNCTION store.next_ids(int) RETURNS SETOF int LANGUAGE sql AS 'SELECT generate_series($1 + 1, $1 + 2)';
CREATE OPERATOR store.<+> (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl);
INSERT INTO store.person VALUES (1, 'Lovelace', 'good'), (2, 'Turing', 'bad'), (3, 'Hopper', NULL);
INSERT INTO store.orders VALUES (1, 1, 10), (2, 1, 20.5), (3, 2, NULL);
INSERT INTO other.person VALUES (1, 'Ada');
INSERT INTO plain VALUES (1, 'one');

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
CREATE TABLE store.item (
  id int CONSTRAINT item_pkey PRIMARY KEY,
  code text CONSTRAINT item_code_key UNIQUE,
  price numeric CONSTRAINT item_price_check CHECK (price > 0),
  slot int CONSTRAINT item_slot_check CHECK (slot < 100),
  span int4range,
  person_id int,
  CONSTRAINT item_span_excl EXCLUDE USING gist (span WITH &&),
  CONSTRAINT item_slot_key UNIQUE (slot) DEFERRABLE,
  CONSTRAINT item_person_fkey FOREIGN KEY (person_id) REFERENCES store.person DEFERRABLE
);
CREATE TABLE store.part (maker text) INHERITS (store.item);
CREATE TABLE other.item (id int CONSTRAINT item_pkey PRIMARY KEY, parent int CONSTRAINT item_owner_fkey REFERENCES other.item DEFERRABLE);
CREATE INDEX item_price_idx ON store.item (price);
CREATE UNIQUE INDEX item_extra ON store.item (id, code);
CREATE DOMAIN store.small AS int CONSTRAINT item_slot_check CHECK (VALUE < 10);
INSERT INTO store.item VALUES (1, 'a', 1.5, 1, '[1,2)', 1), (2, 'b', 2.5, 2, '[2,4)', 2);
INSERT INTO store.part VALUES (5, 'p', 3, 5, NULL, 1, 'me');
INSERT INTO other.item VALUES (1, NULL);
CREATE TYPE store.point2 AS (x int, y store.mood);
CREATE TYPE store.gap AS RANGE (subtype = int4);
CREATE TYPE other.temper AS ENUM ('up');
CREATE TYPE other.gap AS ENUM ('up');
CREATE FUNCTION store.cheer(store.mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1::text)';
CREATE FUNCTION store.moods() RETURNS SETOF store.mood LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT unnest(enum_range(NULL::store.mood)); END;
CREATE TABLE store.visit (id int, at store.point2, moods store.mood[], gap store.gap, cost store.price);
INSERT INTO store.visit VALUES (1, ROW(1, 'good'), '{good,bad}', '[1,3)', 5), (2, ROW(2, NULL), NULL, NULL, NULL);

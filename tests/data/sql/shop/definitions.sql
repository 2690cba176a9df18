-- simple
CREATE INDEX ON {person} ({last}); SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace ORDER BY 1

-- simple
CREATE INDEX ON {person} ({last} DESC NULLS LAST, lower({first}), ({last} || {first}), ({last})) INCLUDE (id, {first}) WHERE {last} > 'b' AND {person}.id > 0; SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace ORDER BY 1

-- simple
CREATE UNIQUE INDEX IF NOT EXISTS i1 ON ONLY public.{person} USING btree ({last} COLLATE "C" text_pattern_ops, id); INSERT INTO plain VALUES (9); SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace ORDER BY 1

-- simple
CREATE INDEX ON address ({street}, city); CREATE INDEX ON orders (({status} || '!')); SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace ORDER BY 1

-- simple
CREATE INDEX i1 ON {person} ({other_last})

CREATE INDEX ON {person} (id)

-- simple
CREATE INDEX ON {person} ({last}, {first}, born, id, {last}, {first}, born, lower({last}), upper({first})); SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace ORDER BY 1

CREATE INDEX CONCURRENTLY i1 ON {person} ({last})

-- refused
CREATE INDEX {other_person} ON plain (id, name)

-- simple
COMMENT ON TABLE {person} IS 'people'; COMMENT ON COLUMN {person}.{last} IS 'the last'; COMMENT ON COLUMN public.orders.{status} IS 'state'; COMMENT ON CONSTRAINT person_pkey ON {person} IS 'key'; SELECT description FROM pg_description WHERE objoid >= 16384 ORDER BY 1

-- simple
COMMENT ON COLUMN {person}.{other_last} IS 'none'

COMMENT ON COLUMN address.{street} IS NULL

-- simple
GRANT SELECT ({last}, id), UPDATE ({first}) ON {person} TO public; GRANT INSERT ON TABLE {person}, plain TO public; REVOKE SELECT ({last}) ON {person} FROM public; SELECT attacl FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid >= 16384 ORDER BY attnum

-- refused
GRANT SELECT ({last}) ON {person}, plain TO public

GRANT ALL ON {person}, orders TO public WITH GRANT OPTION

REVOKE GRANT OPTION FOR UPDATE ({status}, total) ON orders FROM public CASCADE

-- simple
GRANT SELECT ({other_last}) ON {person} TO public

ANALYZE {person} ({last}, id), orders ({status})

-- simple
ANALYZE {person}; LOCK TABLE {person} IN SHARE MODE; TRUNCATE orders

CLUSTER {person} USING person_pkey

REINDEX TABLE {person}

-- simple
CREATE STATISTICS s1 ON {last}, {first}, (lower({last})) FROM {person}; CREATE STATISTICS s2 (ndistinct, dependencies) ON {status}, person_id FROM orders; COMMENT ON STATISTICS s1 IS 'x'; SELECT stxname, stxkind FROM pg_statistic_ext ORDER BY 1

CREATE TRIGGER t1 BEFORE UPDATE OF {last}, {first} OR INSERT ON {person} FOR EACH ROW WHEN (NEW.{last} = 'fire') EXECUTE FUNCTION suppress_redundant_updates_trigger()

CREATE TRIGGER t1 AFTER UPDATE ON {person} FOR EACH ROW WHEN (OLD.{last} IS DISTINCT FROM NEW.{last} AND old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION suppress_redundant_updates_trigger()

CREATE CONSTRAINT TRIGGER t1 AFTER DELETE ON {person} FROM orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()

CREATE TRIGGER t1 AFTER UPDATE ON {person} REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger()

-- refused
CREATE TRIGGER t1 BEFORE UPDATE ON {person} FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger({last}, 'pg_catalog.english', {first})

DROP TRIGGER IF EXISTS t1 ON {person}

ALTER TRIGGER t1 ON {person} RENAME TO t2

-- simple
ALTER TABLE {person} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY p1 ON plain USING (true)

-- simple
CREATE POLICY p1 ON {person} FOR SELECT TO public USING ({last} <> 'Turing'); CREATE POLICY p2 ON orders WITH CHECK ({status} <> 'x'); SELECT polname FROM pg_policy ORDER BY 1

-- simple
CREATE POLICY p1 ON {person} USING ({person}.{last} = (SELECT max(p.{last}) FROM {person} p JOIN account a USING (id))) WITH CHECK (EXISTS (SELECT FROM orders o WHERE o.{status} = {first}))

-- simple
CREATE POLICY p1 ON orders USING (true); ALTER POLICY p2 ON plain USING (true)

ALTER POLICY p1 ON {person} USING ({last} = 'x')

ALTER POLICY p1 ON {person} RENAME TO p2

DROP POLICY IF EXISTS p1 ON {person}

DROP RULE IF EXISTS r1 ON {person}

CREATE RULE r1 AS ON DELETE TO {person} DO INSTEAD NOTHING

-- simple
CREATE TABLE child (id int PRIMARY KEY, person_id int REFERENCES {person} (id), a text, b text, FOREIGN KEY (a, b) REFERENCES {person} ({last}, {first}) ON DELETE SET NULL (a)); SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1

-- simple
CREATE TABLE child (id int PRIMARY KEY REFERENCES {person}, surname text CHECK (surname <> 'x'), last_name text DEFAULT 'y' NOT NULL, CONSTRAINT c1 UNIQUE (last_name, surname), CHECK (last_name < surname), FOREIGN KEY (id) REFERENCES {person}); INSERT INTO child VALUES (1, 'a'); SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1

-- simple
CREATE TABLE child (id int REFERENCES {person} ({other_last}))

-- simple
CREATE TEMP TABLE {other_person} (id int, v text) ON COMMIT DROP; INSERT INTO plain VALUES (77)

-- refused
CREATE TABLE {other_person} (id int)

-- refused
CREATE TABLE IF NOT EXISTS {person} (id int)

-- refused
CREATE TABLE copy_of (LIKE {person} INCLUDING ALL)

CREATE TABLE child (extra int) INHERITS ({person})

-- simple
CREATE TABLE copy_of (LIKE plain INCLUDING ALL, person_id int REFERENCES {person}); INSERT INTO copy_of VALUES (1, 'a', 'b', 'c', 2); SELECT * FROM copy_of

ALTER TABLE {person} ALTER COLUMN {last} SET DEFAULT 'none'

ALTER TABLE {person} ALTER {last} DROP DEFAULT, ALTER COLUMN {first} SET DEFAULT upper('x'), ALTER {first} SET NOT NULL

ALTER TABLE {person} ALTER {last} DROP NOT NULL, ALTER {last} SET STATISTICS 10, ALTER {first} SET STORAGE EXTERNAL, ALTER {last} SET (n_distinct = 5), ALTER {last} RESET (n_distinct), ALTER {last} SET COMPRESSION pglz

-- simple
ALTER TABLE {person} ALTER {other_last} SET DEFAULT 'x'

-- simple
ALTER TABLE {person} ADD CHECK ({first} <> 'x'), ADD UNIQUE ({last}, id) INCLUDE ({first}), ADD FOREIGN KEY (id) REFERENCES plain NOT VALID; SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1

-- simple
ALTER TABLE {person} ADD CHECK ({first} <> {last}), ADD CHECK ({person}.{first} <> ''); SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1

-- simple
ALTER TABLE orders ADD CONSTRAINT c1 CHECK ({status} <> 'x') NOT VALID, ADD EXCLUDE USING btree ({status} WITH =, id WITH =) WHERE ({status} > ''); ALTER TABLE plain ADD x int

ALTER TABLE orders VALIDATE CONSTRAINT c1, DROP CONSTRAINT IF EXISTS c2 CASCADE

-- simple
ALTER TABLE address DROP CONSTRAINT address_person_id_street_key; ALTER TABLE plain ADD UNIQUE (name); SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1

-- simple
ALTER TABLE address ADD UNIQUE ({street}, city); SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1

ALTER TABLE {person} DISABLE TRIGGER ALL

ALTER TABLE ONLY public.{person} SET (fillfactor = 70), OWNER TO CURRENT_USER, REPLICA IDENTITY FULL

ALTER TABLE {person} RENAME CONSTRAINT person_pkey TO pk

ALTER TABLE plain ADD COLUMN boss int REFERENCES {person}, ADD last text DEFAULT 'x'

ALTER TABLE plain ADD FOREIGN KEY (last_name, surname) REFERENCES {person} ({last}, {first}) NOT VALID

-- refused
ALTER TABLE {person} ADD COLUMN extra int

-- refused
ALTER TABLE {person} ALTER COLUMN {last} TYPE varchar(10)

-- refused
ALTER TABLE {person} RENAME TO zzz

-- refused
ALTER TABLE plain RENAME TO {other_person}

-- refused
ALTER TABLE {person} SET SCHEMA archive

-- refused
DROP TABLE plain, {person} CASCADE

ALTER TABLE archive.person RENAME last_name TO x

DROP TABLE archive.person

DROP TABLE IF EXISTS plain, archive.person

CREATE SEQUENCE s1 OWNED BY {person}.{last}

ALTER SEQUENCE orders_id_seq OWNED BY orders.{status}

-- simple
CREATE PUBLICATION pub FOR TABLE {person} ({last}, id) WHERE ({last} > 'a'), orders, plain (id); ALTER PUBLICATION pub SET TABLE orders (id, {status}); SELECT pubname FROM pg_publication

-- simple
CREATE FUNCTION f1(n int) RETURNS text RETURN (SELECT {last} FROM {person} WHERE id = n); SELECT f1(1)

-- simple
CREATE FUNCTION f1(n int, {first} text DEFAULT 'x') RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC; UPDATE {person} SET {last} = f1.{first} WHERE id = n; SELECT {last} || {person}.{first} FROM {person} ORDER BY id; END; SELECT f1(2)

-- simple
CREATE PROCEDURE f1(n int) BEGIN ATOMIC DELETE FROM orders WHERE {status} = 'void' AND id > n; INSERT INTO orders (person_id, {status}) VALUES (n, 'new') RETURNING {status}; END; CALL f1(1)

CREATE FUNCTION f1(p {person}) RETURNS int LANGUAGE sql RETURN 1

-- refused
CREATE FUNCTION f1() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM {person}'

CREATE FUNCTION f1() RETURNS int LANGUAGE sql AS 'SELECT 1'

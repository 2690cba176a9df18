INSERT INTO {s}.item (id, code) VALUES (1, 'x') ON CONFLICT ON CONSTRAINT {pkey} DO NOTHING

INSERT INTO {s}.item AS i (id, code) VALUES (9, 'a') ON CONFLICT ON CONSTRAINT {code_key} DO UPDATE SET id = excluded.id + i.id RETURNING *

INSERT INTO {s}.item (id, span) VALUES (9, '[1,9)') ON CONFLICT ON CONSTRAINT {excl} DO NOTHING RETURNING id

INSERT INTO {s}.item (id, span) VALUES (9, '[1,9)') ON CONFLICT ON CONSTRAINT {excl} DO UPDATE SET id = 1

WITH new AS (INSERT INTO {s}.item (id, code) VALUES (2, 'y') ON CONFLICT ON CONSTRAINT /* the key */ {pkey} DO UPDATE SET code = 'z' RETURNING id, code) SELECT * FROM new

INSERT INTO {s}.{person} VALUES (1, 'Ada') ON CONFLICT ON CONSTRAINT person_pkey DO UPDATE SET {last} = 'Ada' RETURNING *

INSERT INTO {s}.item (id) VALUES (1) ON CONFLICT ON CONSTRAINT item_missing DO NOTHING

INSERT INTO other.item VALUES (1) ON CONFLICT ON CONSTRAINT item_pkey DO NOTHING

INSERT INTO {s}.item (id) VALUES (1) ON CONFLICT (id) DO NOTHING

INSERT INTO {s}.item (id, code) VALUES (1, 'x')

INSERT INTO {s}.item (id, code) VALUES (9, 'a')

INSERT INTO {s}.item (id, price) VALUES (9, -1)

INSERT INTO {s}.item (id, slot) VALUES (9, 100)

INSERT INTO {s}.item (id, span) VALUES (9, '[0,9)')

INSERT INTO {s}.item (id, person_id) VALUES (9, 77)

INSERT INTO {s}.part (id, price) VALUES (9, 0)

INSERT INTO {s}.part (id, slot) VALUES (9, 100)

INSERT INTO other.item VALUES (1)

INSERT INTO other.item VALUES (2, 9)

DELETE FROM {s}.{person} WHERE id = 2

UPDATE {s}.item SET slot = 2 WHERE id = 1

-- copy: 1\tx\t\\N\t\\N\t\\N\t\\N\n
COPY {s}.item FROM STDIN

-- each: ALL | {s}.{fkey} | {s}.{fkey}, {s}.{slot_key} | {s}.item_missing | {s}.{pkey} | other.item_pkey | other.item_owner_fkey
SET CONSTRAINTS «each» DEFERRED

SET CONSTRAINTS {s}.{slot_key} DEFERRED
-- then
UPDATE {s}.item SET slot = 3 - slot WHERE id < 3
-- then
SET CONSTRAINTS {s}.{slot_key} IMMEDIATE

SET CONSTRAINTS {s}.{fkey} DEFERRED
-- then
INSERT INTO {s}.item (id, person_id) VALUES (9, 77)
-- then
SET CONSTRAINTS ALL IMMEDIATE

-- refused
SET CONSTRAINTS {fkey} DEFERRED

SET CONSTRAINTS nothing DEFERRED

-- simple
ALTER TABLE {s}.item VALIDATE CONSTRAINT {positive}

-- simple
ALTER TABLE {s}.item ALTER CONSTRAINT {fkey} NOT DEFERRABLE

-- simple
ALTER TABLE {s}.item ALTER CONSTRAINT {fkey} INITIALLY DEFERRED, ALTER COLUMN code SET DEFAULT 'none', VALIDATE CONSTRAINT {fkey}

-- simple
ALTER TABLE {s}.item ALTER CONSTRAINT {positive} DEFERRABLE

-- simple
ALTER TABLE {s}.item VALIDATE CONSTRAINT {pkey}

-- simple
ALTER TABLE {s}.item VALIDATE CONSTRAINT item_missing

-- simple
ALTER TABLE {s}.item DROP CONSTRAINT item_missing

-- simple
ALTER TABLE {s}.item DROP CONSTRAINT IF EXISTS item_missing

-- refused
ALTER TABLE other.item RENAME CONSTRAINT item_pkey TO first_key

ALTER TABLE {s}.{person} DROP CONSTRAINT person_last_name_key

ALTER TABLE other.item DROP CONSTRAINT item_owner_fkey

-- refused
ALTER TABLE {s}.item DROP CONSTRAINT {code_key}

-- refused
ALTER TABLE {s}.item RENAME CONSTRAINT {code_key} TO x

-- refused
ALTER INDEX {s}.{code_key} RENAME TO x

-- refused
DROP INDEX {s}.{code_key}

DROP INDEX {s}.item_price_idx

-- refused
ALTER TABLE {s}.item ADD CONSTRAINT {code_key} UNIQUE (id, code)

-- refused
ALTER TABLE {s}.item ADD CONSTRAINT {positive} CHECK (price <> 5)

-- refused
ALTER TABLE {s}.item ADD CHECK (price < 100)

-- refused
ALTER TABLE {s}.item ADD UNIQUE (code)

ALTER TABLE {s}.item ADD CONSTRAINT fresh UNIQUE USING INDEX item_extra
-- then
INSERT INTO {s}.item (id, code) VALUES (1, 'a')

-- simple
ALTER TABLE {s}.item ADD CONSTRAINT other_key UNIQUE USING INDEX {code_key}

ALTER TABLE {s}.item ADD CONSTRAINT fresh CHECK (price <> 5)
-- then
INSERT INTO {s}.item (id, price) VALUES (9, 5)

ALTER TABLE {s}.item ADD CHECK (price < 100 AND slot < 50)
-- then
INSERT INTO {s}.item (id, price) VALUES (9, 500)

-- refused
ALTER TABLE {s}.item ADD PRIMARY KEY (code)

COMMENT ON CONSTRAINT {code_key} ON {s}.item IS 'unique'
-- then
SELECT obj_description(oid) FROM pg_constraint WHERE conrelid = '{s}.item'::regclass AND contype = 'u' ORDER BY 1

COMMENT ON CONSTRAINT item_slot_check ON DOMAIN {s}.small IS 'small'

-- simple
COMMENT ON CONSTRAINT item_missing ON {s}.item IS 'unique'

COMMENT ON INDEX {s}.{code_key} IS 'unique'

SELECT 10::{s}.small

CLUSTER {s}.item USING {code_key}

CLUSTER {code_key} ON {s}.item

CLUSTER {s}.item USING item_price_idx

-- simple
CLUSTER {s}.item USING item_missing

ALTER TABLE {s}.item CLUSTER ON {pkey}

ALTER TABLE {s}.item REPLICA IDENTITY USING INDEX {pkey}

REINDEX INDEX {s}.{code_key}

REINDEX TABLE {s}.item

ALTER INDEX {s}.{code_key} SET (fillfactor = 70)

ALTER INDEX {s}.{code_key} RESET (fillfactor)

SELECT '{s}.{code_key}'::regclass::oid = (SELECT indexrelid FROM pg_index WHERE indrelid = '{s}.item'::regclass AND indkey = '2'), pg_relation_size('{s}.{pkey}') > 0

SELECT '{s}.item_price_idx'::regclass::oid > 0, to_regclass('{s}.{excl}') IS NULL

-- refused
SELECT '{s}.{code_key}'::regclass

SELECT * FROM {s}.{code_key}

SELECT i.id, i.code, count(*) FROM {s}.item i GROUP BY i.id ORDER BY 1

EXPLAIN (COSTS OFF) INSERT INTO other.item VALUES (1) ON CONFLICT ON CONSTRAINT item_pkey DO NOTHING

-- simple
PREPARE q AS INSERT INTO {s}.item (id) VALUES ($1) ON CONFLICT ON CONSTRAINT {pkey} DO NOTHING; EXECUTE q(1); EXECUTE q(2); DEALLOCATE q

-- refused
CREATE TABLE copied (LIKE {s}.item INCLUDING CONSTRAINTS)

-- refused
CREATE TABLE below () INHERITS ({s}.item)

-- refused
DO 'BEGIN INSERT INTO {s}.item (id) VALUES (1) ON CONFLICT ON CONSTRAINT {code_key} DO NOTHING; END'

ALTER TABLE {s}.{person} DROP CONSTRAINT person_pkey

ALTER TABLE {s}.{person} DROP CONSTRAINT person_pkey CASCADE

CREATE TABLE child (item int CONSTRAINT child_fkey REFERENCES {s}.item)
-- then
ALTER TABLE {s}.item DROP COLUMN id

SELECT * FROM {s}.{person} ORDER BY id

SELECT {s}.{person}.{last}, {person}.id FROM {s}.{person} ORDER BY {s}.{person}.{last}

SELECT p.{last}, o.total FROM {s}.{person} p JOIN {s}.orders o ON o.person_id = p.id ORDER BY o.id

SELECT orders.total, {s}.orders.id FROM {s}.orders, {s}.{person} WHERE {s}.{person}.id = {s}.orders.person_id ORDER BY 2

SELECT {s}.orders.* FROM {s}.orders ORDER BY id

SELECT * FROM {s}.good_people ORDER BY id

SELECT id FROM {s}.{person} UNION SELECT id FROM other.person ORDER BY 1

SELECT (SELECT count(*) FROM {s}.orders o WHERE o.person_id = {person}.id) FROM {s}.{person} ORDER BY id

SELECT {s}.tax(total), {s} . tax (1) FROM {s}.orders ORDER BY id

SELECT "tax"(1), {s}.tax(2.5)

SELECT n FROM {s}.next_ids(4) AS n ORDER BY n

SELECT ROW(1)::text, id FROM {s}.next_ids(4) WITH ORDINALITY AS t(n, id) ORDER BY id

SELECT 1 OPERATOR({s}.<+>) 2, 'good'::{s}.{mood}, CAST('bad' AS {s}.{mood}), {s}.{mood} 'good'

SELECT ARRAY['good', 'bad']::{s}.{mood}[], 5::{s}.{price}

SELECT -1::{s}.{price}

SELECT (-1)::{s}.{price}

SELECT 'worse'::{s}.{mood}

-- values: good
SELECT id FROM {s}.{person} WHERE mood = $1::{s}.{mood}

SELECT last_value FROM {s}.{ticket}

INSERT INTO {s}.{person} VALUES (10, 'New', 'bad') RETURNING *

INSERT INTO {s}.{person} (id, {last}) VALUES (1, 'New')

INSERT INTO {s}.{person} (id, {last}) VALUES (11, 'Turing')

INSERT INTO {s}.{person} (id) VALUES (11)

INSERT INTO {s}.{person} AS p (id, {last}) VALUES (1, 'New') ON CONFLICT (id) DO UPDATE SET {last} = excluded.{last} || p.{last} RETURNING {last}

INSERT INTO {s}.orders VALUES (9, 99, 1)

INSERT INTO {s}.orders VALUES (9, 1, -1)

UPDATE {s}.{person} SET {last} = 'x' WHERE {s}.{person}.id = 2 RETURNING {s}.{person}.{last}

UPDATE {s}.orders SET total = total + 1 FROM {s}.{person} WHERE {person}.id = orders.person_id AND {person}.{last} = 'Turing' RETURNING orders.*

DELETE FROM {s}.orders WHERE {s}.orders.id = 1 RETURNING *

DELETE FROM {s}.{person} WHERE id = 1

DELETE FROM {s}.orders USING {s}.{person} p WHERE p.id = person_id AND p.{last} = 'Lovelace'

TRUNCATE {s}.orders

LOCK TABLE {s}.orders

COPY {s}.orders TO STDOUT

COPY {s}.{person} ({last}, id) TO STDOUT WITH (FORMAT csv)

-- copy: 30\tAnn\tgood\n
COPY {s}.{person} FROM STDIN

SELECT * FROM {s}.missing

SELECT {s}.missing(1)

SELECT 'x'::{s}.missing

SELECT missing FROM {s}.orders

SELECT {s}.orders.missing FROM {s}.orders

SELECT {other_s}.orders.id FROM {s}.orders

SELECT * FROM {other_s}.orders

SELECT * FROM {person}

SELECT * FROM orders ORDER BY id

SELECT {last} FROM {person} ORDER BY id

SELECT tax(2)

SELECT 'good'::{mood}

SELECT * FROM plain, orders ORDER BY orders.id

SELECT orders.id, {s}.orders.total FROM orders ORDER BY 1

INSERT INTO orders VALUES (20, 2, 5) RETURNING id

SET LOCAL search_path = {s}

SET LOCAL search_path TO other, {s}, public

SELECT set_config('search_path', '', true)

SELECT count(set_config('search_path', '{s}, public', true))

SELECT set_config('search_path', '{s}, public', true)

SELECT id, set_config('search_path', 'other,{s} , public', false) AS path, pg_catalog.set_config('search_path'::text, $x${s}$x$, true) FROM {s}.{person} ORDER BY id

SELECT p.id FROM {s}.{person} p WHERE set_config('search_path', '{s}', true) <> '' ORDER BY 1

SELECT x.set_config || '!' FROM (SELECT set_config('search_path', E'\'', false)) AS x, {s}.{person} p

SELECT x.set_config || '!' FROM (SELECT set_config('search_path', E'{s}', false)) AS x, {s}.{person} p

INSERT INTO {s}.{person} (id, {last}) VALUES (70, set_config('search_path', 'public,{s}', true)) RETURNING *

PREPARE q AS SELECT set_config('search_path', '{s}, pg_catalog', true)
-- then
EXECUTE q

-- refused
SHOW search_path

SELECT current_setting('work_mem') = 'x', id FROM {s}.orders ORDER BY id

-- refused
SELECT current_schema()

-- refused
SELECT set_config($1, $2, true)

-- refused
DROP SCHEMA {s}

-- refused
GRANT USAGE ON SCHEMA {s} TO public

-- refused
ALTER SCHEMA {s} RENAME TO x

-- refused
CREATE TABLE {s}.more (id int)

-- refused
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT id FROM {s}.orders LIMIT 1'

EXPLAIN (COSTS OFF) SELECT id FROM {s}.orders o WHERE false

-- simple
PREPARE q AS SELECT {last} FROM {s}.{person} WHERE id = $1; EXECUTE q(2); DEALLOCATE q

-- refused
SELECT '{s}.tax'::regproc

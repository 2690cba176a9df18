SELECT * FROM "{table}" ORDER BY id

SELECT {column}, {plain} FROM {table} ORDER BY id

SELECT "{column}" AS "{w6}", t.*, t."{plain}" || '{w5}' FROM "{table}" t WHERE "{column}" = '{w1}' ORDER BY t.id

SELECT "{w2}x"."{column}" FROM "{table}" AS "{w2}x" JOIN "{child}" {w4}y ON {w4}y.parent = "{w2}x".id ORDER BY {w4}y.id

SELECT /* {w1} ' " */ "{column}" -- {w2} '
FROM "{table}" ORDER BY "{column}" COLLATE "C"

SELECT '{tricky}', "{column}", E'{tricky}\n{w1}\\', $tag$ {tricky} ' $tag$ FROM "{table}" WHERE id = 1

SELECT "{tricky}"."{column}" AS "{tricky}{tricky}" FROM "{table}" "{tricky}" WHERE id = 1

SELECT ${w1}$ {w2} ' ${w1}$, {column} FROM {table} WHERE '{tricky}'||'{tricky}' <> '' AND id = 1

SELECT {column}"{w5}", count(*)/*{w5}*/"{w6}"FROM"{table}"GROUP BY"{column}"ORDER BY 1 COLLATE "C"

SELECT U&"\0074ail", "{column}" FROM "{table}" ORDER BY tail

WITH "{w6}" ("{w5}") AS (SELECT {column} FROM {table}) SELECT {w5} FROM {w6} ORDER BY 1 COLLATE "C"

SELECT x."{w3}{w4}" FROM (SELECT {column} "{w3}{w4}" FROM "{table}" WHERE {plain} IS NOT NULL) x ORDER BY 1 COLLATE "C"

SELECT "{table}" FROM "{table}" WHERE id = 1

SELECT row_to_json("{table}") FROM "{table}" WHERE id = 1

SELECT count(*) FROM pg_class WHERE oid = '"{table}"'::regclass

SELECT count(*) FROM pg_class WHERE oid = '{table}'::regclass

INSERT INTO "{table}" (id, "{column}", "{plain}") VALUES (11, '{w1}', '{tricky}') RETURNING *

INSERT INTO {table} VALUES (12, '{w1}{w2}') RETURNING {column}, {plain}

INSERT INTO {table} AS "{w6}" (id, {column}) VALUES (1, '{w3}') ON CONFLICT (id) DO UPDATE SET {plain} = excluded.{column} || "{w6}".{plain} RETURNING *

UPDATE {table} SET {column} = {plain} || '{w5}', "{plain}" = '{tricky}' WHERE id = 1 RETURNING *

DELETE FROM {child} WHERE {column} = '{w4}' RETURNING *

MERGE INTO {table} USING (VALUES (1, '{w6}'), (50, '{w5}')) s (id, "{w2}") ON {table}.id = s.id WHEN MATCHED THEN UPDATE SET {plain} = s.{w2} WHEN NOT MATCHED THEN INSERT (id, {column}) VALUES (s.id, s.{w2})
-- then
SELECT * FROM "{table}" ORDER BY id

COPY "{table}" ("{column}", id) TO STDOUT

COPY {table} TO STDOUT

-- copy: {w1}\t71\n{w2}\t72\n
COPY {table} ({column}, id) FROM STDIN
-- then
SELECT * FROM "{table}" ORDER BY id

-- copy: 73,{w1},"{w2}"\n
COPY {table} (id, {column}, {plain}) FROM STDIN (FORMAT csv)

-- copy: \\N\t71\n
COPY {table} ({column}, id) FROM STDIN

-- simple
PREPARE "{w6}p" AS SELECT {column}, '{w1}' FROM {table} WHERE id = $1
-- then
EXECUTE "{w6}p" (1)
-- then
DEALLOCATE "{w6}p"

DECLARE "{w6}" CURSOR FOR SELECT * FROM {table} ORDER BY id
-- then
FETCH ALL FROM "{w6}"

TRUNCATE {table} CASCADE

EXPLAIN (COSTS OFF) SELECT 1 AS "{w1}" WHERE '{tricky}' = '{w1}'

SELECT '{w1}', nothing FROM "{table}"

SELECT '{w1}{tricky}', "{w6}{w6}" FROM "{table}"

SELECT /* {w1} */ {table}.{w6} FROM {table}

SELECT {column} FROM {w6}{w6}

SELECT '{w1}' AS "{w2}" FROM {table} WHERE WHERE

SELECT '{w1}', 1/0, {column} FROM {table}

SELECT '{w1}', ({column}::int) FROM {table} WHERE id = 1

SELECT '{w1}', {column} + 1 FROM {table}

SELECT '{w2}' || {column} || unknown_function({plain}) FROM {table}

INSERT INTO {table} ({plain}, id) VALUES ('{w1}', 90)

INSERT INTO {table} (id, {column}) VALUES (1, '{w1}')

INSERT INTO {table} (id, {w6}) VALUES (1, '{w1}')

INSERT INTO {child} VALUES (9, 99, '{w1}')

DELETE FROM {table}

UPDATE {table} SET {column} = NULL

LOCK TABLE {table}

CREATE TEMP TABLE "{w6}t" AS SELECT * FROM {table}
-- then
SELECT * FROM "{w6}t" ORDER BY id

CREATE TEMP VIEW "{w6}v" AS SELECT {column}, tail FROM {table}
-- then
SELECT * FROM {w6}v ORDER BY tail

CREATE SCHEMA "{w6}s"
-- then
SET search_path = "{w6}s", public
-- then
SELECT {column} FROM {table} WHERE id = 1

COMMENT ON COLUMN "{table}"."{column}" IS '{w1}'

ALTER TABLE "{table}" ALTER COLUMN "{column}" SET DEFAULT '{tricky}'
-- then
INSERT INTO {table} (id) VALUES (61) RETURNING {column}

DROP TABLE IF EXISTS "{w1}{w2}"

SELECT '{w1}' AS "{w1}"

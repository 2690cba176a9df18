-- values: {s}.{person}
SELECT count(*) FROM pg_class WHERE oid = $1::regclass

-- values: {s}.{person}
SELECT CAST($1 AS regclass)::oid = '{s}.{person}'::regclass

-- values: {person}
SELECT $1::regclass::oid = '{person}'::regclass

-- values: "{s}"."{person}"
SELECT $1::regclass::oid > 0

-- values:  {s} . {person} 
SELECT $1::text::regclass::oid > 0

-- values: {s}.{person}
-- types: 25
SELECT $1::regclass::oid > 0

-- values: {s}.{person}
-- types: 1043
-- formats: 1
SELECT $1::regclass::oid > 0

-- values: {s}.{ticket}
SELECT nextval($1)

-- values: {ticket}
SELECT nextval($1), currval($1)

-- values: {s}.{ticket}
-- types: 2205
SELECT nextval($1), setval($1, 50)

-- values: NULL
SELECT nextval($1)

-- values: {s}.missing
SELECT nextval($1)

-- values: no such name
SELECT nextval($1)

-- values: {s}.{ticket}.
SELECT nextval($1)

-- values: 1259
SELECT pg_relation_size($1) > 0

-- values: {s}.{person}
SELECT pg_relation_size($1) > 0, pg_table_size($1) > 0, pg_total_relation_size($1) > 0, pg_indexes_size($1) > 0

-- values: {s}.{person} | {s}.orders | select
SELECT has_table_privilege($1, 'select'), has_table_privilege(current_user, $2, $3)

-- values: {s}.{person} | {last}
SELECT has_column_privilege($1, $2, 'select'), has_any_column_privilege($1, 'insert')

-- values: {s}.{person} | {last}
-- formats: 1
SELECT has_column_privilege($1, $2, 'select')

-- values: {last}
SELECT has_column_privilege('{s}.{person}', $1, 'select')

-- refused
-- values: {s}.{person}
SELECT has_column_privilege($1, '{last}', 'select')

-- values: {s}.{person}
SELECT has_column_privilege($1, 'id', 'select')

-- values: {s}.{person} | missing
SELECT has_column_privilege($1, $2, 'select')

-- values: {s}.{ticket} | {s}.{person}
SELECT has_sequence_privilege($1, 'usage'), row_security_active($2)

-- values: {s} | other
SELECT has_schema_privilege($1, 'usage'), has_schema_privilege($2, 'usage')

-- values: missing
SELECT has_schema_privilege($1, 'usage')

-- values: {s}.{person} | {s}.nothing
SELECT to_regclass($1) IS NULL, to_regclass($2) IS NULL

-- values: {s}.{person}
-- formats: 1
SELECT to_regclass($1) IS NULL

-- refused
-- values: {s}.{person}
SELECT to_regclass($1)

-- refused
-- values: {s}.{person}
SELECT $1::regclass

-- refused
-- values: {s}.{person}
SELECT $1::regclass::text

-- values: plain
SELECT $1::regclass, to_regclass('plain')

-- values: {s}.{person}
SELECT id FROM {s}.{person} WHERE tableoid = $1::regclass ORDER BY id

-- values: {s}.{person} | {s}.orders
SELECT id FROM {s}.{person} WHERE tableoid IN ($1::regclass, $2::regclass) ORDER BY id

-- values: {s}.{person}
SELECT id FROM {s}.{person} WHERE tableoid::regclass = $1 ORDER BY id

-- refused
-- values: {{s}.{person},{s}.orders}
SELECT id FROM {s}.{person} WHERE tableoid = ANY($1::regclass[]) ORDER BY id

-- refused
-- values: {s}.{person} | {s}.{person}
SELECT $1::text, nextval('{s}.{ticket}') WHERE $1::regclass > 0::oid

-- types: 25
-- refused
-- values: {s}.{ticket}
SELECT nextval($1), $1

-- types: 25
-- values: plain
SELECT pg_relation_size($1), $1

-- values: Lovelace | {s}.{ticket}
SELECT id FROM {s}.{person} WHERE {last} = $1 AND nextval($2) > 0

-- values: {s}.{ticket} | 5
INSERT INTO {s}.orders VALUES (nextval($1) + 100, 1, $2) RETURNING total

-- refused
-- values: {s} | {ticket}
SELECT nextval($1 || '.' || $2)

-- refused
-- values: {s} | {ticket}
SELECT nextval(format('%I.%I', $1::text, $2::text))

-- refused
-- values: {ticket}
SELECT nextval('{s}.' || $1)

-- refused
-- values: {s}.{ticket}
SELECT nextval(coalesce($1, 'x'))

-- values: {s}.{ticket}
SELECT nextval(CASE WHEN $1 IS NULL THEN 'plain' END)

-- refused
-- values: {s}.{person}
SELECT t::regclass::oid > 0 FROM unnest(ARRAY[$1::text]) AS t

-- values: {s}.{person}
SELECT count(*) FROM pg_class WHERE oid::regclass::text = 'pg_class' OR relname = 'x' || $1

-- refused
-- values: {s}.{person}
SELECT pg_partition_root($1)

-- refused
-- values: {s}.mood
SELECT $1::regtype

-- values: pg_catalog.int4
SELECT $1::regtype

-- refused
-- values: {s}
SELECT $1::regnamespace::oid > 0

-- refused
-- values: {s}, public
SELECT count(set_config('search_path', $1, true))

-- refused
-- values: other, {s}
SELECT length(set_config('search_path', $1, true)) > 0
-- then
SELECT 1

-- values: {s}.{person} | id
SELECT pg_get_serial_sequence($1, $2) IS NULL

-- values: {s}.{person} | 1
SELECT pg_column_is_updatable($1, $2, false)

SELECT pg_column_is_updatable('{s}.{person}', 1::int2, false), pg_relation_is_publishable('{s}.{person}')

PREPARE q AS SELECT nextval($1)
-- then
EXECUTE q('{s}.{ticket}')
-- then
EXECUTE q('{ticket}')
-- then
EXPLAIN (COSTS OFF) EXECUTE q('{s}.{ticket}')
-- then
EXECUTE q('missing')

PREPARE q(regclass, text) AS SELECT count(*) FROM pg_class WHERE oid = $1 AND relname <> $2
-- then
EXECUTE q('{s}.{person}', '{s}.{person}')
-- then
EXECUTE q('plain', 'x')

PREPARE q AS SELECT has_column_privilege($1, $2, 'select')
-- then
EXECUTE q('{s}.{person}', '{last}')
-- then
EXECUTE q('{s}.{person}', 'missing')

-- refused
PREPARE q AS SELECT has_column_privilege($1, '{last}', 'select')
-- then
EXECUTE q('{s}.{person}')

-- refused
PREPARE q AS SELECT $1::regclass
-- then
EXECUTE q('{s}.{person}')

-- refused
PREPARE q AS SELECT nextval($1)
-- then
EXECUTE q('{s}.' || '{ticket}')

-- simple
PREPARE q AS SELECT nextval($1); EXECUTE q('{s}.{ticket}'); DEALLOCATE q

-- refused
PREPARE q(text) AS SELECT set_config('search_path', $1, true) IS NULL
-- then
EXECUTE q('other, {s}')
-- then
SELECT nickname FROM person ORDER BY id

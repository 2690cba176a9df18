SELECT count(*) FROM pg_class WHERE oid = '{s}.{person}'::regclass

SELECT id FROM {s}.{person} WHERE tableoid = '{s}.{person}'::regclass ORDER BY id

SELECT id FROM {s}.{person} WHERE tableoid IN (regclass '{s}.orders', CAST('{s}.{person}' AS regclass)) ORDER BY id

SELECT to_regclass('{s}.{person}') IS NULL, to_regclass('{s}.nothing') IS NULL

SELECT '{s}.{person}'::regclass::oid = to_regclass('{s}.{person}')::oid

SELECT pg_relation_size('{s}.{person}') > 0, pg_table_size('{s}.{person}'::regclass) > 0, pg_total_relation_size($$ {s} . {person} $$) > 0, pg_indexes_size(E'{s}.{person}') > 0

SELECT has_table_privilege('{s}.{person}', 'select'), has_table_privilege(current_user, '{s}.orders', 'select')

SELECT has_column_privilege('{s}.{person}', 'id', 'select'), has_any_column_privilege('{s}.{person}', 'insert')

SELECT has_sequence_privilege('{s}.{ticket}', 'usage'), row_security_active('{s}.{person}')

SELECT has_column_privilege('{s}.{person}', 'missing', 'select')

SELECT nextval('{s}.{ticket}'), nextval('{s}.{ticket}'::regclass), currval('{s}.{ticket}')

SELECT setval('{s}.{ticket}', 50), setval('{s}.{ticket}', 60, true)

SELECT last_value, is_called FROM {s}.{ticket}

SELECT nextval('{s}.missing')

SELECT currval('{s}.{ticket}')

INSERT INTO {s}.orders VALUES (nextval('{s}.{ticket}') + 100, 1, 3) RETURNING id

SELECT pg_sequence_last_value('{s}.{ticket}')

SELECT obj_description('{s}.{person}'::regclass) IS NULL, col_description('{s}.{person}'::regclass, 1) IS NULL

SELECT '{s}.person_pkey'::regclass::oid > 0

SELECT nextval('{ticket}')

SELECT '{person}'::regclass::oid > 0

SELECT 'plain'::regclass, nextval('{s}.{ticket}')

SELECT 'no such name'::regclass::oid

-- refused
SELECT '{s}.{person}'::regclass

-- refused
SELECT '{s}.{person}'::regclass::text

-- refused
SELECT tableoid::regclass, id FROM {s}.{person} ORDER BY id

-- refused
SELECT to_regclass('{s}.{person}')

-- refused
SELECT pg_get_viewdef('{s}.good_people')

-- refused
SELECT '{s}.{mood}'::regtype

-- refused
SELECT '{s}.' || 'x', nextval('{s}.{ticket}')

-- refused
SELECT nextval('{s}.' || '{ticket}')

SELECT * FROM person ORDER BY id

SELECT {own} FROM person ORDER BY id

SELECT {other} FROM person

SELECT p.{other} FROM person p

SELECT person.{own}, {first} FROM person WHERE {own} IS NOT NULL ORDER BY 1, 2

SELECT id FROM person WHERE {other} = 'x'

SELECT p.* FROM person AS p WHERE p.id < 3 ORDER BY p.{own}, p.id

TABLE person ORDER BY id

SELECT * FROM person p JOIN visit v USING (id) ORDER BY visit_id

-- refused
SELECT * FROM person NATURAL JOIN visit ORDER BY visit_id

SELECT * FROM visit ORDER BY visit_id

SELECT v.*, p.* FROM visit v LEFT JOIN person p ON p.id = v.id ORDER BY visit_id

SELECT * FROM (SELECT * FROM person) AS s ORDER BY id

SELECT * FROM (SELECT * FROM person) AS s (a, b) ORDER BY a

WITH w AS (SELECT * FROM person) SELECT w.{own}, w.{first} FROM w ORDER BY id

WITH w (k, n) AS (SELECT * FROM person) SELECT k, n FROM w ORDER BY k

WITH w AS (SELECT * FROM person) SELECT {other} FROM w

SELECT * FROM person UNION SELECT * FROM person ORDER BY 1

-- refused
SELECT count(*) FROM person AS p WHERE EXISTS (SELECT {other} FROM visit AS email (email, note) WHERE email = p.id)

SELECT count(p) FROM person p

-- refused
SELECT p FROM person p ORDER BY id

-- refused
SELECT p::text FROM person p ORDER BY id

SELECT row_to_json(p) FROM person p ORDER BY id

SELECT to_jsonb(p) - 'born' FROM person p ORDER BY id

SELECT json_agg(p ORDER BY id) FROM person p

SELECT (p).{own}, {own}(p) FROM person p ORDER BY id

SELECT (p).{other} FROM person p

SELECT (p).* FROM person p ORDER BY id

-- refused
SELECT p.id FROM person p, person q WHERE p.* = q.* ORDER BY 1

-- refused
SELECT p.id FROM person p WHERE p IS NOT NULL ORDER BY 1

SELECT * FROM find_person(1)

SELECT f.{own} FROM find_person(2) AS f

SELECT (find_person(1)).{first}

-- refused
SELECT * FROM find_person(1) AS f (a, b, c)

SELECT f.c, f.{own} FROM find_person(1) AS f (a, b)

SELECT * FROM find_person(1) WITH ORDINALITY

SELECT v.visit_id, f.* FROM visit v, find_person(v.id) AS f ORDER BY 1

-- refused
SELECT * FROM person AS p (a, b, c) ORDER BY a

SELECT a, p.{own} FROM person AS p (a) ORDER BY a

-- refused
SELECT count(DISTINCT p) FROM person p

SELECT count(f) FROM find_person(1) AS f

SELECT (f).{own} FROM find_person(1) AS f

-- refused
SELECT (SELECT p FROM person p WHERE id = 1).{own}

-- refused
SELECT (s.p).{own} FROM (SELECT p FROM person AS p) AS s ORDER BY (s.p).id

SELECT * FROM person p JOIN visit v ON v.note = p.{own} ORDER BY visit_id

SELECT * FROM known ORDER BY id

SELECT a.* FROM log AS a ORDER BY at

SELECT * FROM log_low

SELECT {log_own} FROM log_high

SELECT {log_other} FROM log_low

SELECT tableoid = 'log_high'::regclass, * FROM log WHERE at > 100

SELECT * FROM ONLY log

SELECT born, count(*) FROM person GROUP BY id ORDER BY id

SELECT id, {own} FROM person GROUP BY id ORDER BY id

SELECT DISTINCT ON ({own}) {own}, id FROM person ORDER BY {own}, id

SELECT {own}, row_number() OVER (PARTITION BY {own} ORDER BY id) FROM person ORDER BY id

SELECT id FROM person ORDER BY {own} NULLS FIRST, id LIMIT 2

SELECT id AS {other} FROM person ORDER BY {other}

SELECT 'x' AS {other}, * FROM person ORDER BY id

SELECT s.{other} FROM (SELECT id, 'x' AS {other} FROM person) AS s ORDER BY s.id

-- values: 2
SELECT * FROM person WHERE id = $1

SELECT * FROM person FOR UPDATE

SELECT has_column_privilege('person', '{own}', 'select')

-- refused
SELECT has_column_privilege('person', '{other}', 'select')

EXPLAIN (COSTS off) SELECT id FROM person

SELECT min({own}) FILTER (WHERE id > 1) FROM person

SELECT * FROM person TABLESAMPLE system (100) ORDER BY id

SELECT x.* FROM person p CROSS JOIN LATERAL (SELECT p.*) AS x ORDER BY x.id

VALUES ((SELECT {own} FROM person WHERE id = 1)), ('x') ORDER BY 1

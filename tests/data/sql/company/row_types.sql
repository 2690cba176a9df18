-- each: NULL::employee | (NULL::employee).family | NULL::public.employee | CAST(NULL AS employee) | ARRAY[]::employee[] | ('{}'::employee[])[1].family | ROW(1, 'a', 'b', 2, 10, 1, '2026-01-01', 'a b', '{}', NULL, 'junior')::employee | (ROW(1, 'a', 'b', 2, 10, 1, '2026-01-01', 'a b', '{}', NULL, 'junior')::employee).family | '(1,a,b,2,10,1,2026-01-01,"a b",{},,junior)'::employee | ('(1,a,b,2,10,1,2026-01-01,"a b",{},,junior)'::employee).manager | ROW(1)::employee | 1::employee IS NULL | row_to_json(NULL::employee) | row_to_json(ROW(1, 'a', 'b', 2, 10, 1, '2026-01-01', 'a b', '{}', NULL, 'junior')::employee) | to_jsonb('(1,a,b,2,10,1,2026-01-01,"a b",{},,junior)'::employee) -> 'family' | ROW(9, 'x', 'y', '2020-02-02')::archive.«archive.employee» | (ROW(9, 'x', 'y', '2020-02-02')::archive.«archive.employee»).left_on | NULL::nowhere | NULL::contact | NULL::grade | (NULL::customer).reach | ((NULL::customer).reach).email | NULL::employee::text | coalesce(NULL::employee, NULL).family | coalesce(NULL, NULL::employee) | greatest(NULL::employee) | pg_typeof(NULL::contact) | NULL::log.words | (NULL::log.words).«family» | NULL::sale | (NULL::ticket).topic | NULL::sale_2025 | NULL::staff
SELECT «each»

-- each: e::employee | (e::employee).family | ROW(e.*)::employee | (ROW(e.*)::employee).family | initials(e) | initials(e.*) | e.initials | (e).initials | initials((SELECT x FROM employee x WHERE x.emp_id = 3)) | initials(CASE WHEN e.emp_id > 1 THEN e END) | family(e) | hash_record(e) IS NULL | e || '' | '!' || e | greatest(e, e) | (greatest(e, e)).family | row_to_json(CASE WHEN e.emp_id > 3 THEN e END) | to_json((SELECT x FROM employee x WHERE x.emp_id = e.manager)) | row_to_json(coalesce(e, e)) | json_build_object('e', (SELECT x FROM employee x WHERE x.emp_id = e.emp_id), 'n', e.family) | json_agg(CASE WHEN e.emp_id > 3 THEN e END) OVER (PARTITION BY e.emp_id) | to_jsonb(e::employee) ->> 'family' | row_to_json((array[e])[1]) | num_nulls(e::employee) | e::employee = e | e::employee IS NULL | initials(e::employee)
SELECT «each» FROM employee e ORDER BY e.emp_id

SELECT v::asset FROM vehicle v ORDER BY 1

SELECT (v::asset).label FROM vehicle v ORDER BY 1

SELECT x.family, x FROM (SELECT NULL::employee AS y, e::employee AS x FROM employee e) s, LATERAL (SELECT (s.x).family AS family, s.x) t (family, x) ORDER BY 1

SELECT (s.x).family, (s.x).* FROM (SELECT e::employee AS x FROM employee e) s ORDER BY (s.x).emp_id

-- each: '{"family": "new", "emp_id": 5}' | '{"surname": "old", "family": "new", "manager": null}' | '{"FirstName": "a", "LastName": "b", "given": "c"}' | '{}' | NULL | '{"notes": {"family": 1}, "skills": ["a", "b"]}' | '[1]' | '7' | '"x"' | '{"emp_id": "x"}' | '{'
SELECT jsonb_populate_record(NULL::employee, «each»), (json_populate_record(NULL::employee, «each»)).family, (jsonb_populate_record(NULL::employee, «each»)).*

SELECT * FROM jsonb_populate_record(NULL::employee, '{"emp_id": 70, "given": "a", "family": "b"}')

SELECT r.family, r.manager FROM json_populate_record(NULL::employee, '{"family": "b", "manager": 3, "family": "c"}') r

SELECT family, emp_id FROM jsonb_populate_recordset(NULL::employee, '[{"family": "b"}, {"family": "c", "emp_id": 1}, {}]')

SELECT x.* FROM json_populate_recordset(NULL::employee, '[{"family": "b", "surname": "s"}, {"given": "c", "emp_id": 1}]') AS x

SELECT a, b FROM json_populate_recordset(NULL::department, '[{"title": "b", "dept_id": 3}]') AS x (a, b)

SELECT count(*) FROM jsonb_populate_recordset(NULL::employee, '[]')

-- each: '{}' | '[1]' | '[[]]' | '7'
SELECT emp_id, family FROM jsonb_populate_recordset(NULL::employee, «each»)

-- values: {"family": "new", "emp_id": 5}
SELECT family, emp_id, given FROM jsonb_populate_record(NULL::employee, $1)

-- values: [{"family": "new", "emp_id": 5}, {"family": "x"}]
INSERT INTO employee (emp_id, given, family) SELECT coalesce(emp_id, 60), 'g', family FROM json_populate_recordset(NULL::employee, $1) RETURNING emp_id, family

INSERT INTO department (title, budget) SELECT title, budget FROM jsonb_populate_recordset(NULL::department, '[{"title": "a", "budget": 1}, {"title": "b"}]') RETURNING title, budget

INSERT INTO department OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(NULL::department, '{"dept_id": 70, "title": "a", "surname": "b"}')).* RETURNING title

INSERT INTO archive.«archive.employee» SELECT * FROM jsonb_populate_record(NULL::archive.«archive.employee», '{"emp_id": 70}')

UPDATE department d SET title = (jsonb_populate_record(d, '{"title": "z"}')).title WHERE dept_id = 12 RETURNING d.title

SELECT e.emp_id, p.family FROM employee e, LATERAL jsonb_populate_record(e, '{"family": "all"}') p ORDER BY 1

SELECT * FROM json_to_record('{"family": "b", "manager": 3}') AS x (family text, manager int)

SELECT x.family FROM employee e, jsonb_to_recordset('[{"family": "Turing"}]') AS x (family text) WHERE x.family = e.family

SELECT e.family, n FROM ROWS FROM (staff_of(10), generate_series(1, 4)) AS e ORDER BY 1

SELECT a, family, n FROM ROWS FROM (generate_series(1, 4), staff_of(10)) WITH ORDINALITY AS x (a) , LATERAL (SELECT x.a AS n) y ORDER BY 1

SELECT x.n, x.family FROM ROWS FROM (generate_series(1, 4), staff_of(10)) AS x (n) ORDER BY 1

SELECT g.family FROM unnest(ARRAY(SELECT e FROM employee e ORDER BY e.emp_id)) AS g ORDER BY 1

SELECT * FROM staff_of(10) ORDER BY 1

SELECT (staff_of(10)).*

SELECT (staff_of(11)).*

SELECT (staff_of(11)).*, 10

SELECT (staff_of(10)).*, 11

SELECT (unnest(array_agg(e ORDER BY e.emp_id))).family FROM employee e

SELECT (g).given, g.* FROM (SELECT array_agg(e ORDER BY e.emp_id) AS a FROM employee e) s, unnest(s.a) WITH ORDINALITY AS g ORDER BY ordinality

PREPARE q (employee) AS SELECT ($1).family, initials($1), $1
-- then
EXECUTE q (ROW(1, 'a', 'b', 2, 10, 1, '2026-01-01', 'a b', '{}', NULL, 'junior'))

PREPARE q (employee, int) AS SELECT row_to_json($1), $2
-- then
EXECUTE q (NULL, 3)

-- values: (1,a,b,2,10,1,2026-01-01,"a b",{},,junior)
SELECT ($1::employee).family, row_to_json($1::employee), initials($1::employee)

CREATE FUNCTION new_function(e employee) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT e.family || (e).given || ($1).family; END

CREATE FUNCTION new_function(e employee, d department DEFAULT NULL) RETURNS department LANGUAGE sql RETURN d

CREATE FUNCTION new_function(d department) RETURNS SETOF employee LANGUAGE sql BEGIN ATOMIC SELECT * FROM employee e WHERE e.dept = d.dept_id ORDER BY e.emp_id; END

DROP FUNCTION initials(employee)

DROP FUNCTION IF EXISTS initials(employee), headcount(int), nothing(employee)

CREATE TABLE new_table (id int, who employee, others department[])
-- then
INSERT INTO log.trail (event) SELECT 'x' FROM employee WHERE emp_id = 1

CREATE TABLE new_table AS SELECT e, 1 AS one FROM employee e

CREATE VIEW new_view AS SELECT e AS whole, array_agg(d) AS them FROM employee e, department d GROUP BY e

SELECT e INTO new_table FROM employee e

CREATE TYPE new_type AS (n int, who employee)

CREATE TYPE new_type AS (family text, manager int)
-- then
SELECT ROW('a', 1)::new_type

-- refused
-- each: e | e.* | ROW(e.*) | ROW(e) | (e).* | (e).family | (e).emp_id | (e.*).family | e IS NULL | e IS NOT NULL | count(e) | count(e.*) | count(DISTINCT e) | e = e | e.* = e.* | e < e | e IN (SELECT x FROM employee x) | ROW(e.*) = ROW(e.*) | e::text | e.*::text | (e)::text | e::employee | (e::employee).family | row_to_json(e) | to_json(e) | to_jsonb(e) | json_agg(e) | jsonb_agg(e ORDER BY e.emp_id) | array_agg(e) | array_agg(e ORDER BY e.family) | json_build_object('e', e) | jsonb_build_array(e) | to_jsonb(e) ->> 'family' | to_jsonb(e) - 'notes' | family(e) | emp_id(e) | e.initials | initials(e) | initials(e.*) | coalesce(e, e) | CASE WHEN true THEN e END | ARRAY[e] | (ARRAY[e])[1].family | num_nulls(e) | pg_typeof(e) | hash_record(e) IS NULL | (SELECT e) | (SELECT e.family) | (SELECT (e).family) | min(e.family) | format('%s', e) | quote_literal(e) | e || '' | concat(e) | jsonb_populate_record(e, '{"family": "new"}') | (jsonb_populate_record(e, '{"family": "new"}')).family | jsonb_populate_record(NULL::employee, '{"family": "new", "emp_id": 5}') | row(e.*)::employee | pg_column_size(e) > 0 | e IS DISTINCT FROM NULL | e IS NOT DISTINCT FROM e | string_agg(e::text, ',') | max(e::text) | row_to_json(ROW(e.family)) | json_object_agg(e.emp_id, e)
SELECT «each» FROM employee e WHERE emp_id = 2

SELECT employee FROM employee ORDER BY emp_id

SELECT employee.family, employee FROM employee ORDER BY employee

SELECT x FROM (SELECT family, manager FROM employee) x ORDER BY 1

SELECT row_to_json(x) FROM (SELECT family, manager FROM employee) x ORDER BY (x).family

SELECT row_to_json(x) FROM (SELECT family AS f, manager AS m FROM employee) x ORDER BY x.f

SELECT to_jsonb(x) FROM (SELECT e.*, 1 AS one FROM employee e) x ORDER BY x.family

SELECT json_agg(row_to_json(t)) FROM (SELECT emp_id, family FROM employee ORDER BY emp_id) t

SELECT array_to_json(array_agg(row_to_json(d))) FROM (SELECT title, (SELECT json_agg(e) FROM (SELECT family FROM employee WHERE dept = dept_id ORDER BY 1) e) AS people FROM department ORDER BY 1) d

SELECT d.title, json_agg(e ORDER BY e.emp_id) FROM department d JOIN employee e ON e.dept = d.dept_id GROUP BY d.dept_id ORDER BY 1

SELECT (x).family FROM (SELECT e AS x FROM employee e) s ORDER BY 1

SELECT (x).* FROM (SELECT e AS x FROM employee e) s ORDER BY 1

SELECT (s.x).family, (s.x).manager FROM (SELECT e AS x FROM employee e) s ORDER BY 1

SELECT s.e FROM (SELECT e FROM employee e) s ORDER BY 1

SELECT (d).boss, d.title FROM department d ORDER BY 2

SELECT p, (p).starts, (p).ends FROM project p ORDER BY 1

SELECT a, (a).label FROM asset a ORDER BY a.asset_id

SELECT v::asset FROM vehicle v ORDER BY 1

SELECT o FROM "Order" o ORDER BY 1

SELECT archive.department FROM archive.department

SELECT d FROM archive.department d ORDER BY 1

SELECT e FROM staff e ORDER BY 1

SELECT w FROM log.words w ORDER BY 1

SELECT row_to_json(w) FROM log.words w JOIN employee e ON e.family = w.«family»

SELECT (w).«family», e.family FROM log.words w, employee e WHERE (w).«manager» = e.manager ORDER BY 1, 2

SELECT (reach).email, (reach).home, ((reach).home).city FROM customer ORDER BY cust_id

SELECT (c.reach).email, (c.reach).* FROM customer c ORDER BY cust_id

SELECT ((customer.reach).home).* FROM customer ORDER BY cust_id

SELECT (reach).home.zip FROM customer WHERE (reach).home.city = 'Tucson'

SELECT places[1].city, (places)[2].zip, places[1:1] FROM customer ORDER BY cust_id

SELECT (p).city FROM customer, unnest(places) p ORDER BY 1

SELECT p.city, p.zip, company FROM customer, unnest(places) AS p ORDER BY 1

SELECT p.*, phone FROM customer c, unnest(c.places) WITH ORDINALITY p ORDER BY 1

SELECT u.town FROM customer, unnest(places) AS u (street, code, town) ORDER BY 1

SELECT row_to_json(reach), to_jsonb(places) FROM customer ORDER BY cust_id

SELECT reach = ROW('road@acme.test', ROW('Desert Rd 1', '10115', 'Tucson'))::contact FROM customer ORDER BY cust_id

SELECT ROW('a', NULL)::contact, (ROW('a', NULL)::contact).email FROM employee WHERE emp_id = 1

SELECT reach IS NULL, reach IS NOT NULL FROM customer ORDER BY cust_id

SELECT ROW(family, manager), ROW(e.family, 'x') FROM employee e ORDER BY emp_id

SELECT (ROW(family, manager)).f1 FROM employee ORDER BY emp_id

-- refused
SELECT r.f1 FROM (SELECT (ROW(family, manager)).* FROM employee) r ORDER BY 1

SELECT (x).f1 FROM (SELECT ROW(family, manager) AS x FROM employee) s

SELECT row_to_json(ROW(family, manager)) FROM employee ORDER BY emp_id

SELECT jsonb_build_object('family', e.family, 'd', (SELECT jsonb_agg(d.title) FROM department d WHERE d.boss = e.emp_id)) FROM employee e ORDER BY e.emp_id

SELECT e.emp_id FROM employee e WHERE e IS NOT NULL ORDER BY 1

SELECT e.emp_id FROM employee e WHERE (e.*) IS NOT NULL ORDER BY 1

SELECT d.title, count(e) FROM department d LEFT JOIN employee e ON e.dept = d.dept_id GROUP BY d.title ORDER BY 1

SELECT d.title FROM department d LEFT JOIN employee e ON e.dept = d.dept_id WHERE e IS NULL ORDER BY 1

SELECT a.emp_id FROM employee a, employee b WHERE a = b ORDER BY 1

SELECT a.emp_id FROM employee a WHERE a IN (SELECT b FROM employee b) ORDER BY 1

SELECT a.emp_id FROM employee a WHERE a.* = (SELECT b FROM employee b WHERE b.emp_id = 2)

SELECT DISTINCT e FROM employee e ORDER BY e

SELECT e.emp_id FROM employee e ORDER BY e

SELECT max(e.emp_id) FROM employee e GROUP BY e ORDER BY 1

UPDATE employee e SET notes = to_jsonb(e) WHERE emp_id = 2 RETURNING notes

UPDATE employee SET family = 'x' WHERE emp_id = 2 RETURNING employee

INSERT INTO employee (given, family) VALUES ('a', 'b') RETURNING row_to_json(employee)

DELETE FROM assignment a WHERE duty = 'lead' RETURNING a

INSERT INTO employee SELECT (jsonb_populate_record(NULL::employee, '{"emp_id": 70, "given": "a", "family": "b"}')).* RETURNING family

SELECT * FROM jsonb_populate_record(NULL::employee, '{"emp_id": 70, "given": "a", "family": "b"}')

SELECT family FROM jsonb_populate_recordset(NULL::employee, '[{"family": "b"}, {"family": "c"}]')

SELECT NULL::employee

SELECT (NULL::employee).family

SELECT CAST(ROW(1, 'a', 'x', 2) AS archive.department)

SELECT ROW(1, 'x', 'y', '2026-01-01')::archive.«archive.employee»

SELECT e.nothing FROM employee e, LATERAL (SELECT e) x

SELECT e.family.x FROM employee e

SELECT (e.family).x FROM employee e

SELECT (emp_id).x FROM employee

SELECT (reach).nothing FROM customer

SELECT (c.reach).home.nothing FROM customer c

-- refused
SELECT nothing(e) FROM employee e

SELECT (e).nothing FROM employee e

SELECT employee.nothing FROM employee

SELECT family.employee FROM employee

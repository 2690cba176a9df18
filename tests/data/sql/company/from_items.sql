SELECT * FROM employee ORDER BY emp_id

SELECT e.* FROM ONLY employee e ORDER BY 1

-- each: employee | department | archive.«archive.employee» | archive.department | lab.project | log.trail | log.words | project | customer | assignment | asset | vehicle | computer | sale | sale_2025 | sale_2026 | sale_2026_spring | ticket | ticket_open | "Order" | straße | ledger | tree | reading | staff | cheap_asset | dept_staff | dept_cost
SELECT * FROM «each» ORDER BY 1, 2

-- each: employee | public.employee | department | archive.«archive.employee» | lab.project | customer | ticket | "Order" | straße | staff | dept_cost
SELECT x.* FROM «each» AS x ORDER BY 1, 2

-- each: employee | public.department | customer | "Order" | sale | archive.department | cheap_asset
TABLE «each»

-- each: asset | ONLY asset | asset * | ONLY (asset) | vehicle | ONLY vehicle | sale | ONLY sale | sale_2026 | ticket *
SELECT count(*) FROM «each»

-- each: e | AS e | "e" | AS "E" | family | AS manager | AS «family» | AS employee | AS department | "From"
SELECT count(*), min(family) FROM employee «each»

SELECT e.family FROM employee e ORDER BY e.family

SELECT "E".family FROM employee "E" ORDER BY "E".family

SELECT family.family FROM employee family ORDER BY 1

SELECT manager.family, manager.manager FROM employee AS manager ORDER BY manager.emp_id

SELECT department.family FROM employee AS department ORDER BY 1

SELECT «surname».family, «surname».given FROM employee «surname» ORDER BY 1, 2

SELECT a, b, c FROM employee AS e (a, b, c) ORDER BY a

SELECT a, c, e.manager, e.salary FROM employee AS e (a, b, c) ORDER BY a

-- refused
SELECT a, e.family FROM employee AS e (a, b, c) ORDER BY a

SELECT e.a, e.manager FROM employee AS e (a, b, c) ORDER BY 1

SELECT e.manager, e.full_name FROM employee AS e (a, family) ORDER BY a, 2

SELECT family, e.given FROM employee e (emp_id, family, given) ORDER BY emp_id

SELECT given AS x, family AS y FROM employee e (emp_id, family, given) ORDER BY emp_id

SELECT * FROM employee e (a, b) WHERE manager = 1 ORDER BY a

SELECT e.* FROM employee e (a, b, family) WHERE e.family = 'Turing'

SELECT * FROM department AS d (boss) ORDER BY d.boss

SELECT d.boss, d.title FROM department d (boss, title, x) ORDER BY 1

SELECT * FROM (SELECT 1 AS family) s

SELECT * FROM (SELECT family FROM employee) s ORDER BY 1

SELECT * FROM (SELECT family, manager FROM employee) s (x, y) ORDER BY 1

SELECT s.* FROM (SELECT family, manager FROM employee) s (x) ORDER BY 1

SELECT s.manager FROM (SELECT family, manager FROM employee) s (x) ORDER BY 1

SELECT s.family FROM (SELECT e.*, d.title FROM employee e JOIN department d ON d.dept_id = e.dept) s ORDER BY 1

SELECT s.* FROM (TABLE employee) s ORDER BY 1

SELECT s.family FROM (TABLE employee ORDER BY emp_id LIMIT 3) s ORDER BY 1

SELECT * FROM (VALUES (1, 'x'), (2, 'y')) v (family, manager) ORDER BY 1

SELECT v.family, e.family FROM (VALUES (1, 'x'), (2, 'y')) v (emp_id, family) JOIN employee e USING (emp_id) ORDER BY 1

SELECT * FROM (VALUES ((SELECT max(family) FROM employee), 1)) v

SELECT e.family, d.title FROM employee e, department d WHERE e.dept = d.dept_id ORDER BY e.emp_id

SELECT * FROM employee, department WHERE dept = dept_id ORDER BY emp_id

SELECT employee.*, department.title FROM employee, department WHERE dept = dept_id ORDER BY emp_id

SELECT department.*, employee.family FROM employee, department WHERE dept = dept_id ORDER BY emp_id

SELECT e.family, m.family FROM employee e, employee m WHERE e.manager = m.emp_id ORDER BY e.emp_id

SELECT e.family, l.family FROM employee e, LATERAL (SELECT m.family FROM employee m WHERE m.emp_id = e.manager) l ORDER BY 1

SELECT e.family, l.* FROM employee e, LATERAL (SELECT m.* FROM employee m WHERE m.emp_id = e.manager) l ORDER BY e.emp_id

SELECT e.family, l.n FROM employee e CROSS JOIN LATERAL (SELECT count(*) AS n FROM employee u WHERE u.manager = e.emp_id) l ORDER BY 1, 2

SELECT e.family, l.family FROM employee e LEFT JOIN LATERAL (SELECT family FROM employee u WHERE u.manager = e.emp_id ORDER BY u.family LIMIT 1) l ON true ORDER BY e.emp_id

SELECT e.family, l.family FROM employee e LEFT JOIN LATERAL (SELECT family) l ON true ORDER BY e.emp_id

SELECT e.family, l.x FROM employee e, LATERAL (SELECT e.family AS x) l ORDER BY e.emp_id

SELECT l.* FROM employee e, LATERAL (SELECT e.family, e.given, manager) l ORDER BY 1, 2

SELECT l.* FROM employee e, LATERAL (VALUES (e.family, manager), ('x', 0)) l ORDER BY 1, 2

SELECT l.family, l.m FROM employee e, LATERAL (VALUES (e.family, manager)) l (family, m) ORDER BY 1, 2

SELECT d.title, s.family FROM department d, LATERAL (SELECT family FROM employee WHERE dept = d.dept_id UNION SELECT d.«department.surname») s ORDER BY 1, 2

SELECT e.family, g FROM employee e, generate_series(1, e.emp_id) g WHERE e.emp_id < 4 ORDER BY 1, 2

SELECT e.family, g.n FROM employee e, generate_series(1, emp_id) AS g (n) WHERE emp_id < 4 ORDER BY 1, 2

SELECT family, skill FROM employee, unnest(skills) AS skill ORDER BY 1, 2

SELECT family, s.skill FROM employee e CROSS JOIN unnest(e.skills) AS s (skill) ORDER BY 1, 2

SELECT family, skill, nr FROM employee, unnest(skills) WITH ORDINALITY AS u (skill, nr) ORDER BY 1, 3

SELECT e.family, u.* FROM employee e, unnest(e.skills) WITH ORDINALITY u ORDER BY 1, 3

SELECT e.family, u.ordinality FROM employee e, unnest(e.skills) WITH ORDINALITY u ORDER BY 1, 2

SELECT e.family, u.* FROM employee e LEFT JOIN LATERAL unnest(e.skills) u ON u > 'd' ORDER BY e.emp_id, 2

SELECT e.family, r.* FROM employee e, ROWS FROM (generate_series(1, 2), unnest(e.skills)) AS r (n, skill) ORDER BY 1, 2, 3

SELECT e.family, r.* FROM employee e, ROWS FROM (generate_series(1, 2), unnest(e.skills)) WITH ORDINALITY AS r ORDER BY e.emp_id, 4

SELECT r.* FROM ROWS FROM (generate_series(1, 3), generate_series(5, 6)) r (family, manager) ORDER BY 1

SELECT e.family, k FROM employee e, jsonb_object_keys(e.notes) k ORDER BY 1, 2

SELECT e.family, j.key, j.value FROM employee e, jsonb_each(e.notes) j ORDER BY 1, 2

SELECT e.family, j.* FROM employee e, jsonb_each_text(notes) AS j (family, manager) ORDER BY 1, 2

SELECT e.family, l.value FROM employee e, jsonb_array_elements_text(e.notes -> 'langs') l ORDER BY 1, 2

SELECT e.family, x.* FROM employee e, jsonb_to_record(e.notes) AS x (age int, family text) ORDER BY e.emp_id

SELECT e.family, x.age FROM employee e, jsonb_to_record(e.notes) AS x (age int, «family» text) WHERE x.«family» IS NOT NULL ORDER BY e.emp_id

SELECT * FROM json_to_recordset('[{"a":1,"b":"x"}]') AS x (a int, b text)

SELECT x.family, e.family FROM json_to_recordset('[{"emp_id":1,"family":"x"}]') AS x (emp_id int, family text) JOIN employee e ON e.emp_id = x.emp_id

SELECT e.family, w FROM employee e, regexp_split_to_table(e.family, 'a') w ORDER BY 1, 2

SELECT * FROM generate_series(1, 2) AS family ORDER BY family

SELECT family FROM generate_series(1, 2) AS family ORDER BY family

SELECT e.family, family FROM employee e, generate_series(1, 2) AS «family» WHERE e.emp_id = 1 ORDER BY «family»

SELECT e.family FROM employee e TABLESAMPLE SYSTEM (100) ORDER BY 1

SELECT family FROM employee TABLESAMPLE BERNOULLI (100) REPEATABLE (7) WHERE family > 'L' ORDER BY 1

SELECT count(*) FROM employee e (a, b, c) TABLESAMPLE BERNOULLI (100)

SELECT count(c) FROM employee AS e (a, b, c) TABLESAMPLE BERNOULLI (100)

SELECT t.topic FROM ticket t TABLESAMPLE SYSTEM (100) ORDER BY 1

SELECT x.* FROM XMLTABLE('/r/i' PASSING ('<r><i a="1">x</i><i a="2">y</i></r>'::xml) COLUMNS family text «PATH» '.', manager int «PATH» '@a') x ORDER BY 2

SELECT e.family, x.a FROM employee e, XMLTABLE('/r/i' PASSING (('<r><i a="' || e.emp_id || '"/></r>')::xml) COLUMNS a int «PATH» '@a') x ORDER BY 1

SELECT e.family, x.family FROM employee e, XMLTABLE('/r/i' PASSING XMLELEMENT(NAME r, XMLELEMENT(NAME i, e.family)) COLUMNS family text «PATH» '.', n FOR ORDINALITY) x ORDER BY e.emp_id

SELECT e.family, x.d FROM employee e, XMLTABLE('/r' PASSING ('<r/>'::xml) COLUMNS d text «PATH» 'a' DEFAULT e.family) x ORDER BY 1

SELECT * FROM headcount(10)

SELECT headcount FROM headcount(10)

SELECT h.x FROM headcount(10) h (x)

SELECT title, headcount(dept_id) FROM department ORDER BY 1

SELECT d.title, h FROM department d, headcount(d.dept_id) h ORDER BY 1

SELECT d.title, h.n FROM department d, headcount(dept_id) AS h (n) ORDER BY 1

SELECT e.family, b.paid FROM best_paid(2) b JOIN employee e ON e.given = b.who ORDER BY 1

SELECT b.«family», e.family FROM best_paid(2) b, employee e WHERE e.salary = b.paid ORDER BY 1

SELECT b.* FROM best_paid(3) b ORDER BY 1

SELECT * FROM best_paid(2) WITH ORDINALITY ORDER BY ordinality

-- refused
SELECT family FROM staff_of(10) ORDER BY 1

-- refused
SELECT * FROM staff_of(10) ORDER BY 1

-- refused
SELECT s.given, s.manager FROM staff_of(11) s ORDER BY 1

-- refused
SELECT d.title, s.family FROM department d, staff_of(d.dept_id) s ORDER BY 1, 2

-- refused
SELECT s.x FROM staff_of(10) AS s (x) ORDER BY 1

-- refused
SELECT (staff_of(10)).family

-- refused
SELECT count(*) FROM staff_of(10)

SELECT * FROM span(1, 5)

SELECT s.low, e.family FROM span(2, 5) s JOIN employee e ON e.emp_id = s.high - 4 ORDER BY 1

SELECT (span(1, e.emp_id)).high, e.family FROM employee e ORDER BY 2

SELECT e.family, current_user, s.* FROM employee e, span(e.emp_id, e.emp_id) s ORDER BY e.emp_id LIMIT 2

SELECT * FROM employee e JOIN (department d JOIN project p ON p.leader = d.boss) ON e.emp_id = d.boss ORDER BY 1

SELECT count(*) FROM (employee JOIN department ON true)

SELECT x.family FROM ((SELECT family FROM employee)) x ORDER BY 1

SELECT (SELECT count(*) FROM employee), (SELECT family FROM employee WHERE emp_id = 1)

SELECT 1 FROM employee WHERE false

SELECT FROM employee

SELECT FROM employee WHERE family = 'Turing'

SELECT 'family' FROM department LIMIT 1

SELECT current_date = current_date AS family

SELECT pg_typeof(family), pg_typeof(salary), pg_typeof(seniority) FROM employee WHERE emp_id = 1

-- each: (SELECT max(family) FROM employee) | (SELECT family FROM employee WHERE emp_id = d.boss) | (SELECT e.family FROM employee e WHERE e.emp_id = d.boss) | (SELECT e.family FROM employee e WHERE e.emp_id = boss) | (SELECT employee.family FROM employee WHERE employee.emp_id = d.boss) | (SELECT count(*) FROM employee WHERE dept = dept_id) | (SELECT string_agg(family, ',' ORDER BY family) FROM employee WHERE dept = d.dept_id) | ARRAY(SELECT family FROM employee WHERE dept = d.dept_id ORDER BY family) | ARRAY(SELECT manager FROM employee WHERE dept = d.dept_id ORDER BY manager) | EXISTS (SELECT FROM employee WHERE manager = boss) | EXISTS (SELECT * FROM employee WHERE manager = d.boss AND family = d.title) | (SELECT (SELECT family FROM employee i WHERE i.emp_id = o.manager) FROM employee o WHERE o.emp_id = d.boss + 1) | (SELECT title FROM archive.department a WHERE a.dept_id = d.dept_id) | (SELECT d.title FROM employee LIMIT 1) | boss IN (SELECT manager FROM employee) | boss = ANY (SELECT manager FROM employee) | boss > ALL (SELECT manager FROM employee WHERE manager IS NOT NULL) | (boss, title) IN (SELECT manager, family FROM employee) | (SELECT family FROM employee ORDER BY family LIMIT 1) | (SELECT family FROM (SELECT family, dept AS x FROM employee) s WHERE s.x = d.dept_id ORDER BY 1 LIMIT 1) | (WITH e AS (SELECT family FROM employee WHERE dept = d.dept_id) SELECT max(family) FROM e) | (SELECT max(w.«family») FROM log.words w WHERE w.«boss» = d.boss) | (SELECT boss FROM employee WHERE emp_id = 2) | (SELECT «department.surname» FROM employee WHERE emp_id = 2) | (SELECT max(s.family) FROM staff s WHERE s.dept = d.dept_id) | CASE WHEN boss IN (SELECT manager FROM employee) THEN (SELECT family FROM employee WHERE emp_id = boss) END | coalesce((SELECT min(manager) FROM employee WHERE dept = dept_id), boss) | (SELECT jsonb_agg(family ORDER BY family) FROM employee WHERE dept = d.dept_id) | (SELECT sum(salary) FROM employee WHERE dept = d.dept_id AND manager IS NOT NULL) > 5000 | (VALUES (boss), (1) LIMIT 1)
SELECT title, «each» FROM department d ORDER BY dept_id

-- each: emp_id IN (SELECT boss FROM department) | emp_id NOT IN (SELECT boss FROM department WHERE boss IS NOT NULL) | manager IN (SELECT boss FROM department) | family IN (SELECT «archive.employee.family» FROM archive.«archive.employee») | family = (SELECT «archive.employee.family» FROM archive.«archive.employee» a WHERE a.emp_id = employee.emp_id) | EXISTS (SELECT FROM department WHERE boss = emp_id) | EXISTS (SELECT FROM department d WHERE d.boss = employee.manager AND employee.family < 'K') | NOT EXISTS (SELECT FROM employee u WHERE u.manager = employee.emp_id) | NOT EXISTS (SELECT FROM employee u WHERE u.manager = emp_id) | salary > (SELECT avg(salary) FROM employee) | salary > (SELECT avg(i.salary) FROM employee i WHERE i.dept = employee.dept) | salary >= ALL (SELECT salary FROM employee i WHERE i.dept = employee.dept AND i.salary IS NOT NULL) | (family, given) IN (SELECT family, given FROM staff WHERE dept = 10) | (SELECT family FROM employee i WHERE i.emp_id = employee.manager) = 'Lovelace' | (SELECT count(*) FROM employee i WHERE i.manager = employee.emp_id) > 1 | emp_id = (SELECT max(emp_id) FROM (SELECT emp_id FROM employee WHERE manager = 2) x) | dept IN (SELECT dept_id FROM department WHERE title IN (SELECT title FROM archive.department)) | family > ANY (SELECT title FROM department) | family <> ALL (SELECT title FROM department) | emp_id IN (SELECT employee_ref FROM assignment WHERE project_ref IN (SELECT proj_id FROM project WHERE starts > '2026-01-15')) | emp_id IN (SELECT leader FROM project WHERE ends < '2026-07-01') | (SELECT boss FROM department WHERE dept_id = dept) = manager | (SELECT manager) = 1 | (SELECT family FROM department LIMIT 1) = 'Turing' | EXISTS (SELECT family FROM department WHERE «department.surname» <> family) | (emp_id, manager) IN (SELECT emp_id, manager FROM employee e WHERE e.family = employee.family) | emp_id IN (VALUES (1), (2)) | family = ANY (ARRAY(SELECT family FROM employee WHERE dept = 11)) | ROW(family, manager) = (SELECT family, manager FROM employee WHERE emp_id = 2)
SELECT emp_id, family FROM employee WHERE «each» ORDER BY emp_id

SELECT family, (SELECT family) AS f2, (SELECT m.family FROM employee m WHERE m.emp_id = employee.manager) AS manager FROM employee ORDER BY emp_id

SELECT e.family, (SELECT e.family || m.family FROM employee m WHERE m.emp_id = e.manager) FROM employee e ORDER BY emp_id

SELECT e.family, (SELECT count(*) FROM employee WHERE manager = e.emp_id) AS reports FROM employee e ORDER BY reports DESC, family

SELECT (SELECT family FROM employee WHERE emp_id = 1), (SELECT manager FROM employee WHERE emp_id = 2)

SELECT (SELECT count(*) FROM (SELECT DISTINCT manager FROM employee) s)

SELECT s.n FROM (SELECT count(*) AS n FROM employee GROUP BY manager) s ORDER BY 1

SELECT max(s.family) FROM (SELECT family, manager FROM employee WHERE manager IS NOT NULL) s

SELECT a.family FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM employee) x) y) a ORDER BY 1

SELECT a.family FROM (SELECT x.* FROM (SELECT family, emp_id FROM employee) x) a ORDER BY 1

SELECT a.f FROM (SELECT x.family AS f FROM (SELECT family, emp_id FROM employee) x) a ORDER BY 1

SELECT a.family, a.manager FROM (SELECT family AS manager, manager AS family FROM employee) a ORDER BY 2

SELECT family FROM (SELECT given AS family FROM employee) x ORDER BY 1

SELECT family FROM (SELECT given AS family, family AS given FROM employee ORDER BY family) x ORDER BY given

SELECT x.family, y.family FROM (SELECT family FROM employee WHERE emp_id = 1) x, (SELECT family FROM employee WHERE emp_id = 2) y

SELECT title FROM department WHERE boss IN (SELECT emp_id FROM employee WHERE manager IN (SELECT emp_id FROM employee WHERE manager IS NULL)) ORDER BY 1

SELECT title FROM department d WHERE EXISTS (SELECT 1 FROM employee e WHERE e.dept = d.dept_id AND EXISTS (SELECT 1 FROM employee r WHERE r.manager = e.emp_id AND r.dept <> d.dept_id)) ORDER BY 1

SELECT title FROM department WHERE (SELECT count(*) FROM employee WHERE dept = department.dept_id) > 2 ORDER BY (SELECT min(family) FROM employee WHERE dept = department.dept_id)

SELECT d.title FROM department d ORDER BY (SELECT max(family) FROM employee WHERE dept = d.dept_id) NULLS FIRST, 1

SELECT dept, count(*) FROM employee GROUP BY dept HAVING count(*) > (SELECT count(*) FROM department WHERE boss IS NULL) ORDER BY 1

SELECT dept, (SELECT title FROM department WHERE dept_id = dept) FROM employee GROUP BY dept ORDER BY 1

SELECT manager, (SELECT m.family FROM employee m WHERE m.emp_id = e.manager) FROM employee e GROUP BY e.manager ORDER BY 1

SELECT family FROM employee ORDER BY emp_id LIMIT (SELECT count(*) FROM department) OFFSET (SELECT min(manager) FROM employee)

SELECT family FROM employee e WHERE e.salary = (SELECT max(salary) FROM employee WHERE dept = e.dept) ORDER BY family

SELECT x.* FROM (SELECT e.family, d.boss FROM employee e JOIN department d ON d.dept_id = e.dept) x WHERE x.boss = 1 ORDER BY 1

SELECT boss FROM (SELECT manager AS boss FROM employee) x ORDER BY boss

SELECT «surname» FROM (SELECT family AS «surname» FROM employee) x ORDER BY 1

SELECT x.«surname», x.family FROM (SELECT given AS «surname», family FROM employee) x ORDER BY 1, 2

SELECT sum(x.amount) FROM (SELECT amount FROM sale WHERE region = 'north') x

SELECT starts FROM (SELECT ends AS starts, starts AS ends FROM project) p ORDER BY ends

SELECT p.starts FROM (SELECT * FROM project) p JOIN LATERAL (SELECT p.ends AS starts) l ON l.starts > p.starts ORDER BY 1

SELECT family FROM employee WHERE emp_id = (SELECT leader FROM project WHERE code = 'ENIGMA')

SELECT code, (SELECT array_agg(e.family ORDER BY e.family) FROM assignment a JOIN employee e ON e.emp_id = a.employee_ref WHERE a.project_ref = p.proj_id) FROM project p ORDER BY code

SELECT o."select" FROM "Order" o WHERE o."Größe" > (SELECT avg("Größe") FROM "Order" i WHERE i."order" <> o."order") ORDER BY 1

SELECT (SELECT "select" FROM "Order" WHERE "order" = s.id_straße) FROM straße s ORDER BY s.länge

SELECT 1 WHERE 'Turing' IN (SELECT family FROM employee)

SELECT 1 WHERE NOT EXISTS (SELECT * FROM employee WHERE family = 'Nobody')

VALUES ((SELECT count(*) FROM employee), 'x'), (1, (SELECT max(family) FROM employee))

SELECT family FROM employee WHERE emp_id IN (SELECT emp_id FROM employee WHERE family IN (SELECT family FROM employee WHERE manager IN (SELECT emp_id FROM employee WHERE family = 'Hopper'))) ORDER BY 1

SELECT (SELECT x FROM (SELECT e.family || f.family AS x FROM employee f WHERE f.emp_id = e.manager) s) FROM employee e ORDER BY e.emp_id

SELECT e.emp_id, (SELECT l.x FROM LATERAL (SELECT e.family AS x) l) FROM employee e ORDER BY 1

-- values: Lovelace
SELECT family FROM employee WHERE manager = (SELECT emp_id FROM employee WHERE family = $1) ORDER BY 1

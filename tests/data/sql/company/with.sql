WITH e AS (SELECT * FROM employee) SELECT * FROM e ORDER BY emp_id

WITH e AS (SELECT family, manager FROM employee) SELECT family FROM e WHERE manager = 1 ORDER BY 1

WITH e (a, b) AS (SELECT family, manager FROM employee) SELECT a, b FROM e ORDER BY a

WITH e (a) AS (SELECT family, manager FROM employee) SELECT a, manager FROM e ORDER BY a

WITH e (manager) AS (SELECT family, given FROM employee) SELECT * FROM e ORDER BY manager

WITH e AS MATERIALIZED (SELECT family FROM employee) SELECT count(*), max(family) FROM e

WITH e AS NOT MATERIALIZED (SELECT family, salary FROM employee) SELECT family FROM e WHERE salary > 4000 ORDER BY 1

WITH employee AS (SELECT 1 AS emp_id, 'cte' AS «family») SELECT «family», employee.«family» FROM employee

WITH employee AS (SELECT 1 AS emp_id, 'cte' AS family) SELECT family, employee.family FROM employee

WITH employee AS (SELECT family FROM employee WHERE emp_id = 1) SELECT family, employee.* FROM employee

WITH employee AS (SELECT * FROM public.employee) SELECT family FROM employee ORDER BY 1

WITH employee AS (SELECT 'cte' AS «family») SELECT c.«family», t.family FROM employee c, public.employee t WHERE t.emp_id = 1

WITH department AS (SELECT emp_id AS dept_id, family AS title FROM employee) SELECT title FROM department ORDER BY 1

WITH department AS (TABLE employee) SELECT department.family FROM department ORDER BY 1

WITH employee AS (TABLE department) SELECT employee.boss, employee.title FROM employee ORDER BY 2

WITH family AS (SELECT family FROM employee) SELECT family.family FROM family ORDER BY 1

WITH manager AS (SELECT emp_id, family FROM employee) SELECT e.family, manager.family FROM employee e JOIN manager ON manager.emp_id = e.manager ORDER BY e.emp_id

WITH a AS (SELECT family FROM employee), b AS (SELECT family FROM a WHERE family > 'K') SELECT * FROM b ORDER BY 1

WITH a AS (SELECT family, manager FROM employee), employee AS (SELECT manager AS emp_id, family FROM a) SELECT * FROM employee ORDER BY 2

WITH employee AS (SELECT 1 AS x), b AS (SELECT x FROM employee) SELECT * FROM b

WITH a AS (WITH b AS (SELECT family FROM employee) SELECT * FROM b) SELECT * FROM a ORDER BY 1

WITH a AS (WITH employee AS (SELECT 1 AS one) SELECT * FROM employee) SELECT a.one, e.family FROM a JOIN employee e ON e.emp_id = a.one

SELECT * FROM (WITH e AS (SELECT family FROM employee) SELECT family FROM e) s ORDER BY 1

SELECT d.title, (WITH m AS (SELECT family FROM employee WHERE emp_id = d.boss) SELECT family FROM m) FROM department d ORDER BY 1

WITH e AS (SELECT family FROM employee) SELECT title FROM department WHERE EXISTS (SELECT FROM e WHERE e.family > title) ORDER BY 1

WITH e AS (SELECT * FROM employee), d AS (SELECT * FROM department) SELECT e.family, d.boss FROM e JOIN d ON d.dept_id = e.dept ORDER BY e.emp_id

WITH RECURSIVE r AS (SELECT emp_id, family, 1 AS depth FROM employee WHERE manager IS NULL UNION ALL SELECT e.emp_id, e.family, r.depth + 1 FROM employee e JOIN r ON r.emp_id = e.manager) SELECT * FROM r ORDER BY depth, family

WITH RECURSIVE r AS (SELECT * FROM employee WHERE manager IS NULL UNION ALL SELECT e.* FROM employee e, r WHERE e.manager = r.emp_id) SELECT family, manager FROM r ORDER BY emp_id

WITH RECURSIVE r (id, name, up) AS (SELECT emp_id, family, manager FROM employee WHERE emp_id = 6 UNION SELECT emp_id, family, manager FROM employee JOIN r ON up = emp_id) SELECT id, up, name FROM r ORDER BY id

WITH RECURSIVE r AS (SELECT node, parent, path FROM tree WHERE node = 5 UNION ALL SELECT t.node, t.parent, t.path FROM tree t JOIN r ON t.node = r.parent) SELECT path FROM r ORDER BY node

WITH RECURSIVE r AS (SELECT node, path FROM tree WHERE parent IS NULL UNION ALL SELECT t.node, t.path FROM tree t JOIN r ON t.parent = r.node) SEARCH DEPTH FIRST BY node SET ord SELECT node, path FROM r ORDER BY ord

WITH RECURSIVE r AS (SELECT node, path FROM tree WHERE parent IS NULL UNION ALL SELECT t.node, t.path FROM tree t JOIN r ON t.parent = r.node) SEARCH BREADTH FIRST BY path, node SET ord SELECT node, ord FROM r ORDER BY ord

WITH RECURSIVE r AS (SELECT node, parent FROM tree WHERE node = 2 UNION ALL SELECT t.node, t.parent FROM tree t JOIN r ON t.node = r.parent OR t.parent = r.node) CYCLE node SET is_cycle USING way SELECT node, is_cycle FROM r ORDER BY way

WITH RECURSIVE r AS (SELECT emp_id, family, manager FROM employee WHERE family = 'Lovelace' UNION ALL SELECT e.emp_id, e.family, e.manager FROM employee e JOIN r ON e.manager = r.emp_id) SEARCH DEPTH FIRST BY family SET o CYCLE family SET c TO 'Y' DEFAULT 'N' USING p SELECT family, manager, c FROM r ORDER BY o

WITH RECURSIVE family AS (SELECT emp_id, family FROM employee WHERE manager IS NULL UNION ALL SELECT e.emp_id, e.family FROM employee e JOIN family f ON e.manager = f.emp_id) SELECT family.family FROM family ORDER BY 1

WITH RECURSIVE employee AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM employee WHERE n < 3) SELECT n FROM employee ORDER BY n

WITH RECURSIVE a AS (SELECT family FROM b WHERE family < 'K'), b AS (SELECT family FROM employee) SELECT * FROM a ORDER BY 1

WITH RECURSIVE r AS (SELECT proj_id, starts FROM project WHERE proj_id = 1 UNION ALL SELECT r.proj_id + 1, p.starts FROM r JOIN project p ON p.proj_id = r.proj_id + 1) SELECT * FROM r ORDER BY 1

WITH i AS (INSERT INTO project (proj_id, code, leader, starts, ends) VALUES (9, 'NEW', 1, '2026-01-01', '2026-02-01') RETURNING proj_id, starts) SELECT * FROM i

WITH i AS (INSERT INTO employee (given, family) VALUES ('A', 'New') RETURNING *) SELECT family, full_name, manager FROM i

WITH u AS (UPDATE employee SET manager = 2 WHERE manager = 3 RETURNING family, manager) SELECT * FROM u ORDER BY family

WITH u AS (UPDATE employee SET family = upper(family) WHERE emp_id = 2 RETURNING emp_id, family) SELECT u.family, e.family FROM u JOIN employee e USING (emp_id)

WITH d AS (DELETE FROM assignment WHERE employee_ref = 5 RETURNING *) SELECT project_ref, duty FROM d ORDER BY 1

WITH d AS (DELETE FROM assignment WHERE duty = 'lead' RETURNING employee_ref) SELECT family FROM employee JOIN d ON d.employee_ref = emp_id ORDER BY 1

WITH gone AS (DELETE FROM ticket WHERE state = 'done' RETURNING ticket_no, topic), back AS (INSERT INTO ticket (ticket_no, state, topic) SELECT ticket_no + 100, 'new', topic FROM gone RETURNING ticket_no, state) SELECT * FROM back ORDER BY 1

WITH e AS (SELECT emp_id, family FROM employee WHERE dept = 11) INSERT INTO archive.«archive.employee» (emp_id, «archive.employee.family») SELECT emp_id + 100, family FROM e RETURNING *

WITH e AS (SELECT emp_id, family FROM employee WHERE dept = 11) UPDATE customer SET «customer.surname» = e.family FROM e WHERE e.emp_id = cust_id RETURNING cust_id, «customer.surname», e.family

WITH e AS (SELECT emp_id FROM employee WHERE family < 'E') DELETE FROM assignment USING e WHERE employee_ref = e.emp_id RETURNING assignment.*

WITH employee AS (SELECT 6 AS emp_id) DELETE FROM assignment a USING employee WHERE a.employee_ref = employee.emp_id - 5 RETURNING a.duty

WITH employee AS (SELECT 1 AS x) UPDATE employee SET family = 'shadow' WHERE emp_id = 1 RETURNING family

WITH employee AS (SELECT 1 AS x) INSERT INTO employee (given, family) SELECT 'g', 'x' || x FROM employee RETURNING family

WITH x AS (SELECT max(salary) AS salary FROM employee) SELECT family FROM employee JOIN x USING (salary)

WITH x AS (SELECT family FROM employee UNION SELECT title FROM department) SELECT * FROM x ORDER BY family

WITH v (family, manager) AS (VALUES ('a', 1), ('b', 2)) SELECT v.family, e.family FROM v JOIN employee e ON e.manager = v.manager ORDER BY 1, 2

WITH e AS (SELECT family FROM employee), e AS (SELECT 1) SELECT * FROM e

WITH a AS (SELECT b.family FROM b), b AS (SELECT family FROM employee) SELECT * FROM a

WITH e (a, b, c) AS (SELECT family, manager FROM employee) SELECT * FROM e

WITH e AS (SELECT family FROM employee) SELECT manager FROM e

WITH e AS (SELECT family AS f FROM employee) SELECT family FROM e

WITH u AS (UPDATE employee SET family = 'x' WHERE emp_id = 1) SELECT * FROM u

WITH RECURSIVE r AS (SELECT family FROM r) SELECT * FROM r

WITH s AS (SELECT starts AS ends, ends AS starts FROM project) SELECT starts, ends FROM s ORDER BY 1

WITH p AS (SELECT * FROM project) SELECT p.starts, p.ends FROM p ORDER BY 1

WITH p (a, b, c, ends, starts) AS (SELECT * FROM project) SELECT p.starts, p.ends, progress FROM p ORDER BY 1

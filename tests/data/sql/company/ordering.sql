-- each: family | employee.family | public.employee.family | family DESC | family ASC NULLS FIRST | manager NULLS FIRST, family DESC | manager DESC NULLS LAST, 1 | 1 | 2, 1 | upper(family) | family COLLATE "C" DESC | length(family), family | family USING < | family USING > | family || given | manager IS NULL, family | CASE WHEN manager IS NULL THEN 0 ELSE 1 END, family DESC | (manager, family) | (SELECT m.family FROM employee m WHERE m.emp_id = employee.manager) NULLS FIRST, family | skills, family | seniority DESC, family | emp_id | hired, emp_id | -emp_id
SELECT family, manager FROM employee ORDER BY «each»

SELECT family AS x FROM employee ORDER BY x

SELECT family AS x FROM employee ORDER BY x || ''

SELECT family AS given FROM employee ORDER BY given

SELECT family AS given FROM employee ORDER BY given || ''

SELECT given AS family FROM employee ORDER BY family

SELECT given AS family FROM employee ORDER BY family || '', emp_id

SELECT given AS family FROM employee ORDER BY employee.family

SELECT given AS family, family AS given FROM employee ORDER BY family, given

SELECT manager AS family, family AS manager FROM employee ORDER BY manager

SELECT emp_id AS manager FROM employee ORDER BY manager

SELECT emp_id AS manager FROM employee ORDER BY -manager, emp_id

SELECT emp_id AS «boss», manager FROM employee ORDER BY «boss»

SELECT emp_id AS «surname», family FROM employee ORDER BY «surname»

SELECT emp_id AS «family» FROM employee ORDER BY «family»

SELECT family, family FROM employee ORDER BY family

SELECT family, given AS family FROM employee ORDER BY family

SELECT e.family, m.family FROM employee e JOIN employee m ON m.emp_id = e.manager ORDER BY family

SELECT e.family, m.family AS other FROM employee e JOIN employee m ON m.emp_id = e.manager ORDER BY family

SELECT e.family, m.family FROM employee e JOIN employee m ON m.emp_id = e.manager ORDER BY e.family

SELECT *, family FROM employee ORDER BY family

SELECT * FROM employee ORDER BY family

SELECT e.* FROM employee e ORDER BY e.manager, family

SELECT * FROM employee ORDER BY 3

SELECT max(family) AS family FROM employee GROUP BY manager ORDER BY family

SELECT starts AS ends, ends AS starts FROM project ORDER BY starts

SELECT starts AS ends, ends AS starts FROM project ORDER BY starts + 0

SELECT starts FROM project ORDER BY ends

SELECT ends FROM project ORDER BY starts DESC

SELECT phone AS landline FROM customer ORDER BY landline

SELECT landline AS phone FROM customer ORDER BY phone

SELECT landline AS phone FROM customer ORDER BY phone || ''

SELECT amount AS total FROM sale ORDER BY total

SELECT sale_id AS «total», amount FROM sale ORDER BY «total»

SELECT "select" AS "where" FROM "Order" ORDER BY "where"

SELECT "Größe" "select" FROM "Order" ORDER BY "select"

-- each: LIMIT 2 | LIMIT ALL | OFFSET 3 | LIMIT 2 OFFSET 1 | OFFSET 1 LIMIT 2 | OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY | FETCH FIRST ROW ONLY | FETCH FIRST (1 + 1) ROWS ONLY | LIMIT (SELECT 2) | LIMIT NULL
SELECT family FROM employee ORDER BY family «each»

SELECT family, manager FROM employee ORDER BY manager FETCH FIRST 2 ROWS WITH TIES

SELECT given FROM employee ORDER BY given FETCH FIRST 1 ROW WITH TIES

SELECT family FROM employee LIMIT family

SELECT family FROM employee ORDER BY family LIMIT -1

-- each: FOR UPDATE | FOR NO KEY UPDATE | FOR SHARE | FOR KEY SHARE | FOR UPDATE NOWAIT | FOR UPDATE SKIP LOCKED | FOR UPDATE OF employee | FOR SHARE FOR UPDATE
SELECT family FROM employee WHERE manager = 1 ORDER BY family «each»

SELECT e.family, d.title FROM employee e JOIN department d ON d.dept_id = e.dept ORDER BY e.emp_id FOR UPDATE OF e

SELECT e.family, d.title FROM employee e JOIN department d ON d.dept_id = e.dept ORDER BY e.emp_id FOR UPDATE OF e FOR SHARE OF d

SELECT e.family FROM employee e JOIN department d ON d.dept_id = e.dept ORDER BY e.emp_id FOR UPDATE OF e, d SKIP LOCKED

SELECT family FROM (SELECT family FROM employee WHERE emp_id = 1 FOR UPDATE) s

SELECT family FROM employee AS family WHERE emp_id = 1 FOR UPDATE OF family

SELECT e.family FROM employee e FOR UPDATE OF employee

SELECT e.family FROM employee e FOR UPDATE OF nothing

SELECT DISTINCT family FROM employee FOR UPDATE

SELECT manager, count(*) FROM employee GROUP BY manager FOR SHARE

WITH e AS (SELECT family FROM employee FOR UPDATE) SELECT count(*) FROM e

SELECT family FROM employee ORDER BY 5

SELECT family FROM employee ORDER BY nothing

SELECT family FROM employee ORDER BY 'family'

SELECT family FROM employee ORDER BY 1.5

-- each: UNION | UNION ALL | INTERSECT | EXCEPT | INTERSECT ALL | EXCEPT ALL | UNION DISTINCT
SELECT family FROM employee «each» SELECT «archive.employee.family» FROM archive.«archive.employee» ORDER BY 1

-- each: UNION | UNION ALL | INTERSECT | EXCEPT
SELECT «archive.employee.family» FROM archive.«archive.employee» «each» SELECT family FROM employee ORDER BY «archive.employee.family»

-- each: family | 1 | family DESC | 1 DESC NULLS LAST | manager, family | 2, 1 | family COLLATE "C" | family || 'x' | employee.family | lower(family)
SELECT family, manager FROM employee UNION ALL SELECT title, boss FROM department ORDER BY «each»

SELECT title, boss FROM department UNION ALL SELECT family, manager FROM employee ORDER BY title, boss

SELECT family AS x FROM employee UNION SELECT title FROM department ORDER BY x

SELECT family AS manager FROM employee UNION SELECT title FROM department ORDER BY manager

SELECT manager AS family FROM employee UNION SELECT boss FROM department ORDER BY family

SELECT * FROM employee WHERE emp_id < 3 UNION ALL SELECT * FROM employee WHERE emp_id > 5 ORDER BY family

SELECT * FROM archive.department UNION SELECT dept_id, title, NULL FROM department ORDER BY 1, 2

SELECT * FROM department UNION SELECT dept_id, title, 1, 1, 'x' FROM archive.department ORDER BY dept_id, title

TABLE department UNION ALL TABLE department ORDER BY dept_id

(TABLE archive.department) EXCEPT (SELECT * FROM archive.department WHERE title = 'Research')

(SELECT family FROM employee ORDER BY family LIMIT 2) UNION ALL (SELECT family FROM employee ORDER BY family DESC LIMIT 2)

((SELECT family FROM employee) EXCEPT (SELECT 'Turing')) ORDER BY 1

SELECT family FROM employee EXCEPT (SELECT title FROM department UNION SELECT 'Turing') ORDER BY 1

(SELECT family FROM employee INTERSECT SELECT «archive.employee.family» FROM archive.«archive.employee») UNION SELECT title FROM department ORDER BY 1

SELECT family FROM employee UNION SELECT title FROM department INTERSECT SELECT title FROM archive.department ORDER BY 1

SELECT family, 1 FROM employee UNION SELECT given, 2 FROM employee ORDER BY 2, 1 LIMIT 4 OFFSET 2

SELECT s.family FROM (SELECT family FROM employee UNION SELECT title FROM department) s ORDER BY 1

SELECT s.title FROM (SELECT title FROM department UNION SELECT family FROM employee) s ORDER BY 1

SELECT s.* FROM (SELECT family, manager FROM employee UNION SELECT title, boss FROM department) s (a, b) ORDER BY a

SELECT family FROM employee WHERE family IN (SELECT title FROM department UNION SELECT «archive.employee.family» FROM archive.«archive.employee») ORDER BY 1

SELECT NULL AS family UNION SELECT family FROM employee ORDER BY 1

SELECT NULL UNION ALL SELECT family FROM employee ORDER BY 1

VALUES ('a', 1) UNION ALL SELECT family, manager FROM employee ORDER BY 1

SELECT family, manager FROM employee UNION ALL VALUES ('a', 1), ('b', NULL) ORDER BY 1

SELECT family FROM employee GROUP BY family UNION SELECT title FROM department GROUP BY title HAVING count(*) > 0 ORDER BY 1

SELECT count(*) FROM (SELECT * FROM project UNION SELECT * FROM project) s

SELECT starts FROM project UNION SELECT ends FROM project ORDER BY starts

SELECT ends FROM project UNION SELECT starts FROM project ORDER BY ends

SELECT starts, ends FROM project UNION ALL SELECT ends, starts FROM project ORDER BY ends, starts

SELECT phone FROM customer UNION ALL SELECT landline FROM customer ORDER BY phone

SELECT sum(amount) AS amount FROM sale UNION ALL SELECT max(amount) FROM sale ORDER BY amount

SELECT family FROM employee UNION SELECT title FROM department ORDER BY title

SELECT family FROM employee UNION SELECT manager FROM employee

SELECT family, given FROM employee UNION SELECT family FROM employee

SELECT family FROM employee UNION SELECT nothing FROM department

SELECT family FROM employee UNION SELECT title FROM department ORDER BY employee.family

SELECT family FROM employee UNION ALL SELECT title FROM department FOR UPDATE

SELECT family INTO TEMP t FROM employee UNION SELECT title FROM department

SELECT d.title, (SELECT family FROM employee WHERE emp_id = d.boss UNION SELECT 'none' WHERE d.boss IS NULL) FROM department d ORDER BY 1

SELECT label FROM vehicle UNION SELECT label FROM computer ORDER BY label

SELECT asset_id, label FROM asset EXCEPT SELECT asset_id, label FROM vehicle ORDER BY 1

SELECT * FROM ticket_open UNION ALL SELECT * FROM ticket_done ORDER BY ticket_no

SELECT "select", "Größe" FROM "Order" UNION SELECT 名前, länge FROM straße ORDER BY "Größe", "select"

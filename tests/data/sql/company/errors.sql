-- each: nothing | e.nothing | employee.family | x.family | e.family.x | familly | e.familly | «surname» | e.«surname» | managr | "Family" | e."Family" | family.e | public.e.family | nowhere.e.family | ctid.x | xmax + 1 | sum(family) | max(max(family)) | nothing(family) | family(1) | lower(family, 1) | family + 1 | family || manager / 'x' | -family | NOT family | family AND true | manager = 'x' | family = 1 | manager LIKE 'x' | family > manager | family::int | CAST(family AS nothing) | family::date | manager::date | family COLLATE nothing | family COLLATE "C" < given COLLATE "POSIX" | skills[family] | family[1] | notes -> family -> 1.5 | (SELECT family, given FROM employee) | (SELECT family FROM employee) | family IN (SELECT family, given FROM employee) | family IN (SELECT emp_id FROM employee) | family = ANY (given) | ARRAY[family, manager] | CASE WHEN family THEN 1 END | CASE WHEN true THEN family ELSE manager END | COALESCE(family, manager) | GREATEST(family, 1) | ROW(family) = ROW(family, given) | 1 / (manager - manager) | sqrt(-salary) | substring(family, 1, -1) | to_date(family, 'YYYY') | family ~ '(' | salary ^ 1000000 | seniority = 'chief' | seniority > family | jsonb(family) | family::jsonb | notes ->> 'a' + 1 | array_length(family, 1) | unnest(family) | generate_series(family, 1) | row_number() | count(*) FILTER (WHERE family) | sum(salary) OVER (ORDER BY nothing) | lag(family, given) OVER () | extract(nothing FROM hired) | extract(year FROM family) | family AT TIME ZONE 'UTC' | hired + 'x' | $1family | DEFAULT | family IS TRUE | EXISTS (family) | (family).x | (e.notes).x | e.*.x | overlay(family) | position(manager IN family) | trim(manager) | xmlelement(name x, nothing) | grouping(family) | nextval(family) | current_setting(family) | pg_sleep(family) | format(manager, family) | chr(0) || family | repeat(family, 1000000000)
SELECT «each» FROM employee e WHERE emp_id = 2

-- refused
SELECT e.oid FROM employee e WHERE emp_id = 2

-- each: nothing = 1 | e.nothing = 1 | employee.family = 'x' | family | manager | sum(salary) > 1 | family = nothing | «surname» = 'x' | count(*) = 1 | rank() OVER () = 1 | generate_series(1, 2) = 1 | x = 'Turing' | family = 'x' AND nothing | 1 | NULL + 1 | (SELECT nothing) = 1 | EXISTS (SELECT nothing FROM department) | EXISTS (SELECT 1 FROM department d WHERE d.nothing = e.family) | EXISTS (SELECT 1 FROM nowhere) | family IN (SELECT nothing FROM department) | manager IN (SELECT title FROM department) | title = 'x' | d.title = 'x'
SELECT family AS x FROM employee e WHERE «each»

-- each: nothing | employee, employee | employee e, employee e | employee, public.employee | nowhere.employee | employee e JOIN department d | employee JOIN department USING (nothing) | employee JOIN department USING (family) | employee JOIN department USING (boss) | employee e JOIN employee m ON family = 'x' | employee JOIN department ON nothing = 1 | employee e JOIN department d ON x.family = 1 | employee e, (SELECT e.family) s | employee e, LATERAL (SELECT nothing FROM department) s | employee e RIGHT JOIN LATERAL (SELECT e.family) s ON true | (SELECT family FROM employee) | (SELECT family FROM employee) s (a, b) | employee e (a, b, c, d, e, f, g, h, i, j, k, l) | nothing() | unnest(nothing) | generate_series(1, family) | employee TABLESAMPLE nothing (1) | employee TABLESAMPLE system (200) | staff TABLESAMPLE system (10) | ROWS FROM (nothing()) x | json_to_record('{}') | json_to_record('{}') AS x | employee AS OF SYSTEM TIME now() | ONLY (staff) | employee NATURAL JOIN nowhere | (employee e JOIN department d ON d.dept_id = e.dept) j WHERE e.family = 'x' | employee e JOIN department USING (dept_id) | employee, LATERAL unnest(employee.nothing) | employee e CROSS JOIN department e | employee e FULL JOIN department d ON e.family < d.title
SELECT family FROM «each»

SELECT title FROM department, archive.department

SELECT department.title FROM department, archive.department

SELECT family FROM employee, staff

SELECT emp_id FROM employee a JOIN employee b ON true

SELECT a.family FROM employee a JOIN employee b USING (emp_id, familly)

SELECT family FROM employee WHERE emp_id = (SELECT emp_id FROM employee WHERE nothing = family)

SELECT 1 FROM employee e WHERE EXISTS (SELECT 1 FROM department d WHERE d.dept_id = e.nothing)

SELECT (SELECT family FROM department), nothing FROM employee

-- refused
SELECT s.family FROM (SELECT given FROM employee) s

SELECT s.given FROM (SELECT family AS f FROM employee) s

SELECT family FROM (SELECT * FROM department) s

SELECT manager.family FROM employee

SELECT employee.boss FROM employee, department

SELECT starts.ends FROM project

SELECT p.begins FROM project p

SELECT mobil FROM customer

SELECT c.lndline FROM customer c

SELECT amout FROM sale

SELECT a.lable FROM asset a

SELECT plate FROM asset

SELECT v.cpu FROM vehicle v

SELECT holders FROM ledger

SELECT LÄNGE FROM straße WHERE 'ä' = nothing

SELECT "Select" FROM "Order"

SELECT family FROM employe

SELECT family FROM employees

SELECT family FROM «people»

SELECT * FROM public.«"StaffMember"»

SELECT * FROM «unit»

SELECT * FROM archive.«former»

SELECT «"LastName"» FROM employee

SELECT e.«"LastName"», e.family FROM employee e

SELECT «name» FROM asset

SELECT «total» FROM sale

SELECT «mobile» FROM customer

SELECT «name» AS x, label FROM asset a ORDER BY a.«name»

INSERT INTO asset (asset_id, «name») VALUES (50, 'x')

UPDATE sale SET «total» = 1

DELETE FROM customer WHERE «mobile» = 'x'

SELECT family FROM employee FOR UPDATE OF department

SELECT nothing.* FROM employee

SELECT e.*, nothing.* FROM employee e

SELECT employee.* FROM employee e

SELECT public.department.* FROM archive.department

SELECT * FROM employee e WHERE (family, manager) = (SELECT family FROM employee)

SELECT * FROM employee WHERE (family, manager) IN (SELECT family FROM employee)

-- values: x
SELECT family FROM employee WHERE emp_id = $1

-- values: 1
SELECT family FROM employee WHERE nothing = $1

-- values: 5
SELECT family FROM employee WHERE emp_id = $2

-- extended
SELECT family FROM employee WHERE emp_id = $1

-- extended
SELECT family FROM employee; SELECT 1

-- extended
-- values: Turing | 9
SELECT family FROM employee WHERE family = $1

EXECUTE nothing(1)

DEALLOCATE nothing

CLOSE nothing

ROLLBACK TO nothing

SET nothing = 1

SET LOCAL work_mem = 'x'

CALL nothing()

SELECT 1 FROM employee WHERE family = 'x' FOR UPDATE OF e

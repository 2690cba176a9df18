-- simple
PREPARE p1 AS SELECT family FROM employee WHERE emp_id = $1
-- then
EXECUTE p1(2)
-- then
EXECUTE p1(3)

-- simple
PREPARE p2 (text) AS SELECT * FROM employee WHERE family = $1
-- then
EXECUTE p2('Turing')
-- then
DEALLOCATE p2
-- then
EXECUTE p2('Turing')

-- simple
PREPARE p3 (text, int) AS INSERT INTO employee (family, given, manager) VALUES ($1, 'x', $2) RETURNING family, manager
-- then
EXECUTE p3('a', 1)
-- then
EXECUTE p3('b', NULL)

-- simple
PREPARE p4 AS UPDATE employee SET family = family || $1 WHERE manager = $2 RETURNING *
-- then
EXECUTE p4('!', 1)

-- simple
PREPARE p5 AS DELETE FROM assignment WHERE portion < $1 RETURNING *
-- then
EXECUTE p5(25)

-- simple
PREPARE p6 AS VALUES ((SELECT max(family) FROM employee))
-- then
EXECUTE p6

-- simple
PREPARE p7 AS SELECT starts, ends FROM project WHERE starts < $1 ORDER BY ends
-- then
EXECUTE p7('2026-12-31')

-- simple
PREPARE p8 AS SELECT nothing FROM employee

-- simple
PREPARE p9 AS SELECT family FROM employee WHERE emp_id = $1; EXECUTE p9(1); DEALLOCATE PREPARE p9

-- simple
PREPARE p10 AS SELECT $1::text || family FROM employee ORDER BY emp_id
-- then
CREATE TEMP TABLE kept AS EXECUTE p10('x')

-- simple
PREPARE p11 AS SELECT family FROM employee
-- then
SELECT name, parameter_types FROM pg_prepared_statements

-- simple
DECLARE c CURSOR FOR SELECT * FROM employee ORDER BY emp_id
-- then
FETCH 2 FROM c
-- then
FETCH c
-- then
MOVE 1 IN c
-- then
FETCH ALL c
-- then
CLOSE c

-- simple
DECLARE c SCROLL CURSOR FOR SELECT family, manager FROM employee ORDER BY family
-- then
FETCH LAST FROM c
-- then
FETCH PRIOR FROM c
-- then
FETCH ABSOLUTE 2 FROM c
-- then
FETCH RELATIVE -1 FROM c
-- then
FETCH BACKWARD ALL FROM c

-- simple
DECLARE c CURSOR FOR SELECT family FROM employee WHERE emp_id = 2 FOR UPDATE
-- then
FETCH c
-- then
UPDATE employee SET family = 'current' WHERE CURRENT OF c RETURNING family, manager

-- simple
DECLARE c CURSOR FOR SELECT employee_ref FROM assignment ORDER BY 1
-- then
FETCH c
-- then
DELETE FROM assignment WHERE CURRENT OF c

-- simple
DECLARE family CURSOR FOR SELECT e.family FROM employee e WHERE manager = 1 ORDER BY 1
-- then
FETCH ALL family

-- simple
DECLARE c BINARY CURSOR FOR SELECT emp_id, family FROM employee ORDER BY 1
-- then
FETCH 1 FROM c

-- simple
DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT starts FROM project ORDER BY 1
-- then
FETCH 1 FROM c
-- then
FETCH PRIOR FROM c

-- simple
DECLARE c CURSOR FOR UPDATE employee SET family = 'x'

-- simple
DECLARE c CURSOR FOR SELECT nothing FROM employee

FETCH c

-- simple
BEGIN; SELECT family FROM employee WHERE emp_id = 1; COMMIT AND CHAIN; SELECT manager FROM employee WHERE emp_id = 2

-- simple
SAVEPOINT s
-- then
UPDATE employee SET family = 'x' WHERE emp_id = 1
-- then
ROLLBACK TO s
-- then
SELECT family FROM employee WHERE emp_id = 1
-- then
RELEASE s

-- simple
SAVEPOINT s
-- then
SELECT nothing FROM employee
-- then
SELECT family FROM employee
-- then
ROLLBACK TO s
-- then
SELECT family FROM employee ORDER BY 1

-- simple
SELECT family FROM employee WHERE emp_id = 1; SELECT manager FROM employee WHERE emp_id = 2; SELECT title FROM department ORDER BY 1

-- simple
INSERT INTO employee (given, family) VALUES ('a', 'b'); SELECT nothing FROM employee; SELECT family FROM employee

-- simple
SELECT family FROM employee WHERE emp_id = 1;; SELECT 1;

-- simple
;

-- simple
UPDATE employee SET family = 'x' WHERE emp_id = 1; SELECT family FROM employee WHERE emp_id = 1; DELETE FROM assignment

SET LOCAL search_path = archive, public
-- then
SELECT title, closed FROM department ORDER BY 1
-- then
SELECT family FROM public.employee ORDER BY 1

SET LOCAL search_path = archive
-- then
SELECT * FROM department ORDER BY 1
-- then
SELECT * FROM project

SET LOCAL search_path = lab, public
-- then
SELECT * FROM project ORDER BY 1
-- then
SELECT code FROM project ORDER BY 1
-- then
SELECT starts FROM public.project ORDER BY 1

SET LOCAL search_path TO public, lab
-- then
SELECT starts FROM project ORDER BY 1

SET LOCAL search_path = ''
-- then
SELECT family FROM public.employee ORDER BY 1
-- then
SELECT family FROM employee

SELECT set_config('search_path', 'archive, public', true)
-- then
SELECT title FROM department ORDER BY 1
-- then
SELECT dept_id, closed FROM department ORDER BY 1

SELECT set_config('search_path', 'lab', true), set_config('work_mem', '5MB', true)
-- then
SELECT budget FROM project ORDER BY 1

SAVEPOINT a
-- then
SET LOCAL search_path = archive, public
-- then
SELECT closed FROM department ORDER BY 1
-- then
ROLLBACK TO a
-- then
SELECT boss FROM department ORDER BY 1

SAVEPOINT a
-- then
SET search_path = archive
-- then
SELECT nothing FROM department
-- then
ROLLBACK TO a
-- then
SELECT boss FROM department ORDER BY 1

SET search_path = lab
-- then
RESET search_path
-- then
SELECT starts FROM project ORDER BY 1

SET SCHEMA 'lab'
-- then
SELECT budget FROM project ORDER BY 1

SET LOCAL search_path = nowhere
-- then
SELECT family FROM employee

-- simple
-- refused
SET LOCAL search_path = archive, public; SELECT closed FROM department ORDER BY 1

-- simple
-- refused
CREATE TEMP TABLE employee (family text); SELECT family FROM employee

CREATE TEMP TABLE employee (emp_id int, «family» text)
-- then
INSERT INTO employee VALUES (1, 'temporary')
-- then
SELECT «family» FROM employee
-- then
SELECT * FROM employee
-- then
SELECT family FROM public.employee ORDER BY 1
-- then
SELECT e.«family», p.family FROM employee e JOIN public.employee p USING (emp_id)

-- refused
CREATE TEMP TABLE department (boss int, title text)
-- then
SELECT * FROM department
-- then
DROP TABLE department
-- then
SELECT boss FROM department ORDER BY 1

CREATE TEMP TABLE scratch (emp_id int, family text, note text)
-- then
INSERT INTO scratch SELECT emp_id, family, 'n' FROM employee WHERE manager = 1
-- then
SELECT s.family, e.family, note FROM scratch s JOIN employee e USING (emp_id) ORDER BY 1
-- then
UPDATE employee SET family = s.family || '2' FROM scratch s WHERE s.emp_id = employee.emp_id RETURNING employee.family

CREATE TEMP TABLE x (a int, manager int) ON COMMIT DROP
-- then
SELECT e.family, x.a FROM x RIGHT JOIN employee e ON e.emp_id = x.a ORDER BY 1

CREATE TEMP VIEW project AS SELECT 1 AS starts
-- then
SELECT starts FROM project

SET LOCAL ROLE clerk
-- then
SELECT * FROM ledger ORDER BY 1

-- each: SELECT holder, debit FROM ledger ORDER BY entry | INSERT INTO ledger VALUES (9, 'clerk', 1, 1) RETURNING * | INSERT INTO ledger VALUES (9, 'other', 1, 1) | INSERT INTO ledger (entry, holder, debit) VALUES (9, 'clerk', 13) | UPDATE ledger SET debit = credit, credit = debit RETURNING entry, debit, credit | UPDATE ledger SET debit = 13 | UPDATE ledger SET holder = 'x' | DELETE FROM ledger WHERE credit > 0 RETURNING * | SELECT given FROM employee ORDER BY emp_id | SELECT family FROM employee | SELECT * FROM employee | SELECT emp_id FROM employee WHERE family = 'x' | SELECT count(*) FROM employee | UPDATE employee SET family = 'x' | SELECT title FROM department | SELECT l.debit, e.given FROM ledger l JOIN employee e ON e.emp_id = l.entry ORDER BY 1 | TRUNCATE ledger | DELETE FROM project | INSERT INTO employee (given) VALUES ('x') | SELECT * FROM archive.department | SELECT credit FROM ledger WHERE holder = 'other' | COPY ledger TO STDOUT | LOCK TABLE employee | SELECT * FROM staff
SET LOCAL ROLE clerk
-- then
«each»

SET CONSTRAINTS ALL DEFERRED
-- then
INSERT INTO assignment VALUES (1, 999, 5)
-- then
SET CONSTRAINTS ALL IMMEDIATE

SET CONSTRAINTS assignment_project_ref_fkey DEFERRED
-- then
INSERT INTO assignment VALUES (1, 999, 5)
-- then
SET CONSTRAINTS assignment_project_ref_fkey IMMEDIATE

UPDATE employee SET dept = 99 WHERE family = 'Turing'
-- then
COMMIT

SET CONSTRAINTS assignment_project_ref_fkey DEFERRED
-- then
INSERT INTO assignment VALUES (1, 999, 5)
-- then
COMMIT

SELECT nextval('employee_emp_id_seq'), currval('employee_emp_id_seq'), lastval()

INSERT INTO employee (given, family) VALUES ('a', 'b')
-- then
SELECT currval('employee_emp_id_seq'), lastval()

-- each: LISTEN family | UNLISTEN * | DISCARD PLANS | DISCARD SEQUENCES | SHOW search_path | SHOW server_version_num | RESET work_mem | SET LOCAL work_mem = '5MB' | SET TRANSACTION READ ONLY | SELECT current_schema, current_schemas(false) | CHECKPOINT | DEALLOCATE ALL | CLOSE ALL | SELECT pg_backend_pid() > 0 | START TRANSACTION | SET TIME ZONE 'UTC' | UNLISTEN family | SELECT current_setting('search_path') | VACUUM employee
«each»

-- refused
CALL employee()

SET TRANSACTION READ ONLY
-- then
UPDATE employee SET family = 'x'

SET LOCAL statement_timeout = '5s'
-- then
SELECT family FROM employee ORDER BY 1

TRUNCATE assignment

TRUNCATE employee

TRUNCATE employee CASCADE

TRUNCATE TABLE ONLY sale_2025, ticket RESTART IDENTITY

TRUNCATE asset, vehicle, computer

ANALYZE employee (nothing)

TRUNCATE log.trail, archive.«archive.employee»

-- each: employee | public.employee IN SHARE MODE | ONLY asset IN ACCESS EXCLUSIVE MODE | employee, department NOWAIT | archive.department | nowhere | staff | ticket IN ROW EXCLUSIVE MODE NOWAIT
LOCK TABLE «each»

-- each: ANALYZE employee | ANALYZE employee (family, manager) | ANALYZE nowhere | ANALYZE employee (family, family)
«each»

LISTEN family
-- then
NOTIFY family, 'family'

DO $$BEGIN NULL; END$$

-- refused
DO $$BEGIN PERFORM family FROM employee; END$$

-- refused
DO $$DECLARE n int; BEGIN SELECT count(*) INTO n FROM employee; RAISE NOTICE '%', n; END$$

DO $$BEGIN RAISE NOTICE 'family %', 1; END$$

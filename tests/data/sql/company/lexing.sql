SELECT /* family */ family /* manager */ FROM /* employee */ employee -- family
ORDER BY family -- manager

SELECT family/**/FROM/**/employee/**/ORDER/**/BY/**/family

SELECT family /* a /* nested family */ comment */ FROM employee ORDER BY 1

SELECT	family	FROM	employee	ORDER	BY	1

SELECT
  family,

  manager
FROM employee
ORDER BY
  family

SELECT family,manager FROM employee WHERE family='Turing'AND manager=1

SELECT(family)FROM(employee)

SELECT family FROM employee WHERE family=$$Turing$$

SELECT family FROM employee WHERE family = $q$Turing$q$ OR family = $family$manager$family$

SELECT $a$ family $$ employee $a$, family FROM employee ORDER BY 2

SELECT 'it''s family', family FROM employee ORDER BY 2

SELECT E'it\'s family', E'\x41\101\u0041', family FROM employee ORDER BY 3

SELECT U&'\0066amily', family FROM employee ORDER BY 2

SELECT U&'!0066amily' UESCAPE '!', family FROM employee ORDER BY 2

SELECT 'family'
  ' continued', family FROM employee ORDER BY 2

SELECT E'family\n'
  'more\t', family FROM employee ORDER BY 2

SELECT B'1010', X'1F', family FROM employee ORDER BY 3

SELECT N'family', family FROM employee ORDER BY 2

SELECT 1.5e3, .5, 5., 1e-2, 0x1F, family FROM employee

SELECT 1_000 FROM employee

SELECT -1 - -1, 5 - -manager, 2 * -salary FROM employee ORDER BY emp_id

SELECT 1--1 family
, family FROM employee ORDER BY 2

SELECT family!=given, family<>given, salary%2=0, @salary, salary^2, |/salary, emp_id<<1, emp_id#1, ~emp_id FROM employee ORDER BY emp_id

SELECT notes->>'langs',notes#>'{langs}',skills@>'{math}',family~'T',family!~*'t',family||given FROM employee ORDER BY emp_id

SELECT family::text,family ::text,family:: text,(family)::text FROM employee ORDER BY 1

SELECT skills[1],skills [2],skills[1 :2],skills[:1] FROM employee ORDER BY emp_id

SELECT employee.*,family FROM employee ORDER BY emp_id

SELECT employee . * , employee . family FROM employee ORDER BY emp_id

SELECT employee.family"x",employee.given AS"y"FROM employee ORDER BY 1

SELECT family"family"FROM employee ORDER BY 1

SELECT 1a FROM employee

SELECT 1family FROM employee

SELECT $1family FROM employee

SELECT family FROM employee WHERE emp_id = 1;

SELECT family FROM employee WHERE emp_id = 1 ; -- the end

 	SELECT family FROM employee WHERE emp_id = 1

((SELECT family FROM employee WHERE emp_id = 1))

select FAMILY from EMPLOYEE where EMP_ID = 1

SeLeCt Family FrOm Employee OrDeR bY fAmIlY

SELECT family FROM employee WHERE family = 'unterminated

SELECT family FROM employee WHERE family = "unterminated

SELECT family FROM employee WHERE family = $$unterminated

SELECT family FROM employee /* unterminated

SELECT family FROM employee WHERE family = E'\u12'

SELECT family FROM employee WHERE U&'\00' = family

SELECT "" FROM employee

SELECT family FROM employee WHERE (family = 'x'

SELECT family FROM employee WHERE family = 'x')

SELECT family FROM employee WHERE

SELECT family, FROM employee

SELECT family manager x FROM employee

SELECT family AS FROM employee

SELECT family FROM

SELECT family FROM employee ORDER

SELECT family FROM employee GROUP family

UPDATE employee family = 'x'

UPDATE employee SET family

INSERT employee VALUES (1)

INSERT INTO employee (family VALUES ('x')

DELETE employee WHERE family = 'x'

SELEC family FROM employee

FROM employee SELECT family

employee

SELECT family FROM employee WHERE family == 'x'

SELECT family FROM employee WHERE family = 'x' AND AND manager = 1

SELECT family FROM employee LIMIT 1, 2

SELECT TOP 1 family FROM employee

SELECT family FROM employee WHERE family IS

SELECT `family` FROM employee

SELECT [family] FROM employee

SELECT family FROM employee QUALIFY true

SELECT family\g FROM employee

SELECT ?family FROM employee

SELECT :family FROM employee

SELECT family FROM employee WHERE family = ?

-- simple
SELECT family FROM employee WHERE emp_id = $1

-- simple
SET LOCAL standard_conforming_strings = off
-- then
SELECT 'it\'s family', family FROM employee ORDER BY 2
-- then
SELECT '\\', family FROM employee WHERE family <> '\'' ORDER BY 2
-- then
SELECT 'family\', manager FROM employee --', family FROM employee ORDER BY 2

-- simple
SET LOCAL standard_conforming_strings = on
-- then
SELECT 'family\', manager FROM employee ORDER BY 2

-- simple
SET LOCAL backslash_quote = off
-- then
SELECT E'it\'s', family FROM employee

-- simple
SET LOCAL standard_conforming_strings = off
-- then
SELECT U&"f\0061mily" FROM employee

-- simple
SET LOCAL quote_all_identifiers = on
-- then
SELECT family FROM employee ORDER BY 1

-- simple
SET LOCAL client_encoding = 'LATIN1'
-- then
SELECT family FROM employee WHERE family <> '' ORDER BY 1

-- simple
SET LOCAL transform_null_equals = on
-- then
SELECT family FROM employee WHERE manager = NULL

-- simple
SET LOCAL array_nulls = off
-- then
SELECT family, '{NULL}'::text[] FROM employee WHERE manager = 1 ORDER BY 1

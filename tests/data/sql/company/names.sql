-- each: "family" | FAMILY | Family | "employee".family | EMPLOYEE.FAMILY | public."employee"."family" | "public".employee.family | PUBLIC.Employee.Family | U&"\0066amily" | U&"!0066amily" UESCAPE '!' | "Family" | "FAMILY" | "family " | employee."Family" | "EMPLOYEE".family | U&"fam\0069ly".x | Employee."family"
SELECT «each» FROM employee ORDER BY 1

-- each: employee | EMPLOYEE | Employee | "employee" | public."employee" | "public"."employee" | PUBLIC.EMPLOYEE | U&"employ\0065e" | "Employee" | "EMPLOYEE" | nowhere.employee | "public.employee" | Public . Employee | public/**/./**/employee
SELECT count(*) FROM «each»

-- refused
SELECT count(*) FROM oracle.public.employee

-- each: "order" | "select" | "Größe" | "two words" | "quo""te" | "from" | "MixedCase" | a_column_name_that_is_exactly_as_long_as_postgresql_allows_it_x | "a_column_name_that_is_exactly_as_long_as_postgresql_allows_it_x" | "Order"."select" | public."Order"."quo""te" | mixedcase | "mixedcase" | "größe" | Größe | größe | order | "ORDER" | U&"Gr\00F6\00DFe" | U&"quo""te" | "Two Words" | "two" | "where" | "group" | "Order".*
SELECT «each» FROM "Order" ORDER BY 1

-- each: id_straße | länge | LÄNGE | "länge" | "Länge" | naïve | NAÏVE | 名前 | "名前" | straße.名前 | STRASSE.länge | Straße.länge | strasse.länge | U&"l\00E4nge" | U&"\540D\524D" | "lange" | straße.* | public.straße.naïve
SELECT «each» FROM straße ORDER BY 1

SELECT o."select" AS "from", o."from" AS "select" FROM "Order" o WHERE o."two words" IS NOT NULL AND "quo""te" LIKE 'q"%' ORDER BY "from"

SELECT "Order"."order" AS "Order" FROM "Order" ORDER BY "Order"

SELECT x."quo""te" FROM (SELECT * FROM "Order") x WHERE x."Größe" > 5 ORDER BY 1

SELECT "select", count(*) AS "group" FROM "Order" GROUP BY "select" ORDER BY "group", "select"

WITH "select" AS (SELECT "select" FROM "Order") SELECT "select"."select" FROM "select" ORDER BY 1

SELECT "a b"."select" FROM "Order" AS "a b" ORDER BY 1

SELECT "Ä".länge FROM straße AS "Ä" ORDER BY 1

SELECT ä.länge, ä.naïve FROM straße ä ORDER BY ä.länge

SELECT s.länge, 'ä' || naïve, 名前 FROM straße s WHERE 名前 <> '大阪' AND s.naïve = 'ä'

SELECT '東京' AS 名前, 名前 AS x FROM straße WHERE nothing = 1

SELECT 'ää', länge, nothing FROM straße

UPDATE straße SET 名前 = '京都', länge = länge + 1 WHERE naïve = 'ä' RETURNING 名前, länge

UPDATE "Order" SET "quo""te" = "two words", "two words" = "quo""te" RETURNING "quo""te", "two words"

INSERT INTO "Order" ("order", "quo""te", "Größe") VALUES (5, 'q', 1) ON CONFLICT ("order") DO UPDATE SET "quo""te" = excluded."quo""te" RETURNING "quo""te"

DELETE FROM "Order" WHERE "Größe" = 10 RETURNING "select"

SELECT family AS an_output_name_that_is_longer_than_postgresql_allows_names_to_be_so_it_is_cut FROM employee ORDER BY 1

SELECT e.family AS "manager", e.manager AS "Manager" FROM employee e ORDER BY "Manager", "manager"

SELECT title FROM public.department UNION ALL SELECT title FROM archive.department ORDER BY 1

SELECT p.boss, a.closed FROM public.department p, archive.department a WHERE p.title = a.title

SELECT public.department.boss FROM public.department, archive.department a WHERE a.title = public.department.title

SELECT department.closed FROM archive.department ORDER BY 1

SELECT archive.department.closed FROM archive.department ORDER BY 1

SELECT public.department.closed FROM archive.department

SELECT department.boss FROM archive.department

UPDATE archive.department SET title = 'x' RETURNING department.title, archive.department.closed

DELETE FROM archive.department WHERE archive.department.title = 'Research' RETURNING *

SELECT lab.project.code, public.project.code FROM lab.project, public.project ORDER BY 1, 2

SELECT project.starts FROM lab.project

SELECT code FROM project, lab.project

SELECT budget FROM department, lab.project

SELECT d.budget, p.budget FROM department d, lab.project p ORDER BY 1, 2

-- refused
-- each: 'employee'::regclass = tableoid | tableoid = 'public.employee'::regclass | tableoid::regclass::text = 'employee' | 'employee'::regclass::oid = tableoid | regclass 'employee' = tableoid | CAST('employee' AS regclass) = tableoid | to_regclass('employee') = tableoid | to_regclass('nowhere') IS NULL | pg_relation_size('employee') > 0 | pg_total_relation_size('public.employee'::regclass) > 0 | has_table_privilege('employee', 'select') | has_column_privilege('employee', 'family', 'select') | has_column_privilege('clerk', 'employee', 'manager', 'select') | has_any_column_privilege('clerk', 'employee', 'select') | pg_get_serial_sequence('employee', 'emp_id') = 'public.employee_emp_id_seq' | col_description('employee'::regclass, 3) IS NULL | obj_description('employee'::regclass) IS NULL | pg_relation_filenode('employee') > 0 | pg_table_is_visible('employee'::regclass) | row_security_active('employee') | pg_get_viewdef('staff') IS NOT NULL | 'nowhere'::regclass = tableoid
SELECT emp_id FROM employee WHERE «each» AND emp_id < 3 ORDER BY emp_id

-- refused
-- each: SELECT 'employee'::regclass | SELECT 'archive.department'::regclass | SELECT 'log.words'::regclass | SELECT nextval('employee_emp_id_seq') | SELECT nextval('employee_emp_id_seq'::regclass) | SELECT setval('employee_emp_id_seq', 300) | SELECT currval('customer_cust_id_seq') | SELECT pg_get_serial_sequence('customer', 'cust_id') | SELECT last_value FROM employee_emp_id_seq | SELECT pg_get_serial_sequence('employee', 'family') | SELECT has_sequence_privilege('employee_emp_id_seq', 'usage') | SELECT 'employee_pkey'::regclass | SELECT '"Order"'::regclass | SELECT 'straße'::regclass | SELECT to_regclass('employee') IS NOT NULL | SELECT pg_describe_object('pg_class'::regclass, 'employee'::regclass, 0) | SELECT format_type('employee'::regtype, NULL) | SELECT 'employee'::regtype | SELECT 'grade'::regtype | SELECT 'headcount'::regproc | SELECT 'headcount(int)'::regprocedure | SELECT 'public'::regnamespace | SELECT count(*) FROM pg_class WHERE oid = 'employee'::regclass
«each»

-- each: SELECT count(*) > 5 FROM pg_class | SELECT count(*) > 5 FROM information_schema.columns | SELECT typname FROM pg_type WHERE typname = 'grade' | SELECT enumlabel FROM pg_enum ORDER BY 1 | SELECT enum_range(NULL::grade) | SELECT conname FROM pg_constraint WHERE conname = 'employee_names' | SELECT nspname FROM pg_namespace WHERE nspname IN ('lab', 'log') ORDER BY 1 | SELECT proname FROM pg_proc WHERE proname = 'headcount' | SELECT rolname FROM pg_roles WHERE rolname = 'clerk'
«each»

-- each: employee | public.employee | department | project | customer | assignment | vehicle | computer | "Order" | straße | tree | sale_2025 | ticket_open | archive.«archive.employee» | lab.project | log.words | dept_cost | asset
COPY «each» TO STDOUT

-- each: (emp_id, family) | (family, given) | ("family") | (FAMILY) | (manager, notes, skills) | (emp_id, given, family, manager, dept, salary, hired, skills, notes, seniority)
COPY employee «each» TO STDOUT

-- each: (FORMAT csv) | (FORMAT csv, DELIMITER ';', NULL 'none') | (FORMAT csv, FORCE_QUOTE (family, given)) | (FORMAT csv, FORCE_QUOTE *) | (FORMAT csv, QUOTE '''', ESCAPE '"') | (FORMAT text, DELIMITER '|') | (FORMAT text, NULL 'N', ENCODING 'LATIN1') | (FORMAT binary)
COPY employee (emp_id, given, family, manager) TO STDOUT WITH «each»

COPY employee (emp_id, family) TO STDOUT WITH CSV

-- refused
COPY employee (emp_id, family) TO STDOUT CSV DELIMITER ';' QUOTE '''' FORCE QUOTE family

COPY employee TO STDOUT WITH (FORMAT csv)

COPY employee TO STDOUT WITH BINARY

-- refused
COPY employee TO STDOUT WITH (FORMAT csv, HEADER)

-- refused
COPY employee (emp_id, family) TO STDOUT WITH (FORMAT csv, HEADER)

-- refused
COPY employee (emp_id, family) TO STDOUT WITH (FORMAT text, HEADER)

-- refused
COPY employee (emp_id, family) TO STDOUT CSV HEADER

COPY employee (emp_id, family) TO STDOUT WITH (FORMAT csv, HEADER off)

-- each: SELECT * FROM employee ORDER BY emp_id | SELECT family, manager FROM employee ORDER BY 1 | SELECT family AS manager, manager AS family FROM employee ORDER BY 1 | TABLE department ORDER BY dept_id | SELECT e.family, d.boss FROM employee e JOIN department d ON d.dept_id = e.dept ORDER BY 1 | SELECT starts, ends FROM project ORDER BY 1 | WITH x AS (SELECT family FROM employee) SELECT * FROM x ORDER BY 1 | VALUES (1, 'family') | SELECT family FROM employee UNION SELECT title FROM department ORDER BY 1 | INSERT INTO employee (given, family) VALUES ('a', 'b') RETURNING family, full_name | UPDATE employee SET family = 'x' WHERE emp_id = 2 RETURNING * | DELETE FROM assignment WHERE duty = 'lead' RETURNING employee_ref, project_ref | SELECT o.* FROM "Order" o ORDER BY 1 | SELECT nothing FROM employee | SELECT * FROM vehicle ORDER BY 1 | SELECT notes, skills FROM employee ORDER BY emp_id
COPY («each») TO STDOUT WITH (FORMAT csv, HEADER)

COPY (SELECT family, manager FROM employee ORDER BY emp_id) TO STDOUT

COPY (SELECT family, manager FROM employee ORDER BY emp_id) TO STDOUT WITH (FORMAT csv, FORCE_QUOTE (family))

COPY (SELECT family, manager FROM employee ORDER BY emp_id) TO STDOUT (FORMAT binary)

COPY (SELECT family, manager FROM employee ORDER BY emp_id) TO STDOUT (FORMAT text, HEADER)

-- copy: 50\tKurt\tGoedel\n51\tEmmy\tNoether\n
COPY employee (emp_id, given, family) FROM STDIN

-- copy: Goedel\tKurt\t1\nNoether\tEmmy\t\\N\n
COPY employee (family, given, manager) FROM STDIN

-- copy: 50\tKurt\tGoedel\t1\t10\t100\t2026-01-01\t{a}\t{}\tsenior\n
COPY employee FROM STDIN

-- copy: 50,Kurt,Goedel\n
COPY employee (emp_id, given, family) FROM STDIN WITH (FORMAT csv)

-- copy: 50;Kurt;'Goe;del';\n
COPY employee (emp_id, given, family, manager) FROM STDIN WITH (FORMAT csv, DELIMITER ';', QUOTE '''')

-- copy: 50,Kurt,"",\n
COPY employee (emp_id, given, family, salary) FROM STDIN WITH (FORMAT csv, FORCE_NOT_NULL (given, family), FORCE_NULL (salary))

-- refused
-- copy: 50,Kurt,"x",\n
COPY employee (emp_id, given, family, manager) FROM STDIN WITH CSV FORCE NOT NULL family, given

-- copy: 50\tKurt\tGoedel\t1\n51\tEmmy\tNoether\t2\n
COPY employee (emp_id, given, family, manager) FROM STDIN WHERE manager = 1

-- copy: 50\tKurt\tGoedel\t1\n51\tEmmy\tNoether\t2\n
COPY employee (emp_id, given, family, manager) FROM STDIN WHERE family LIKE 'N%' AND employee.manager > 1

-- copy: emp_id,given,family\n50,Kurt,Goedel\n
COPY employee (emp_id, given, family) FROM STDIN WITH (FORMAT csv, HEADER)

-- refused
-- copy: emp_id,given,family\n50,Kurt,Goedel\n
COPY employee (emp_id, given, family) FROM STDIN WITH (FORMAT csv, HEADER MATCH)

-- refused
-- copy: emp_id,given,wrong\n50,Kurt,Goedel\n
COPY employee (emp_id, given, family) FROM STDIN WITH (FORMAT csv, HEADER MATCH)

-- copy: 20\tNew\t\\N\t1\tx\n
COPY department (dept_id, title, boss, budget, «department.surname») FROM STDIN

-- copy: New\t3\n
COPY department (title, boss) FROM STDIN

-- copy: 8\tEIGHT\t1\t2026-01-01\t2026-02-02\t5\n
COPY project FROM STDIN

-- copy: 8\tEIGHT\t2026-01-01\t2026-02-02\n
COPY project (proj_id, code, starts, ends) FROM STDIN

-- copy: 8\tEIGHT\t2026-01-01\t2026-02-02\n
COPY project (proj_id, code, ends, starts) FROM STDIN

-- copy: New\tp\tl\n
COPY customer (company, phone, landline) FROM STDIN

-- copy: 9\t2026-06-06\t1\t5\tnorth\n10\t2025-06-06\t\\N\t6\tsouth\n
COPY sale FROM STDIN

-- copy: 9\t2026-06-06\t5\n
COPY sale (sale_id, sold_on, amount) FROM STDIN WHERE amount > 5

-- copy: 9\tdone\tx\n
COPY ticket (ticket_no, state, topic) FROM STDIN

-- copy: 40\tcar\t10\t1\tP\t4\n
COPY vehicle FROM STDIN

-- copy: 40\tcar\tP\n
COPY vehicle (asset_id, label, plate) FROM STDIN

-- copy: 9,sel,1,w,q,f,M,long\n
COPY "Order" FROM STDIN WITH (FORMAT csv)

-- copy: 9,sel\n
COPY "Order" ("order", "select") FROM STDIN WITH (FORMAT csv)

-- copy: 9\t1.5\tx\t東京\n
COPY straße FROM STDIN

-- simple
-- copy: 60\ta\tb\n
COPY staff (emp_id, given, family) FROM STDIN

-- copy: 50\tKurt\n
COPY employee (emp_id, given) FROM STDIN

-- copy: 50\tKurt\tGoedel\tboss\n
COPY employee (emp_id, given, family, manager) FROM STDIN

-- copy: 50\tKurt\tGoedel\t99\n
COPY employee (emp_id, given, family, manager) FROM STDIN

-- copy: 50\tKurt\tGoedel\t-5\n
COPY employee (emp_id, given, family, salary) FROM STDIN

-- copy: 2\tKurt\tGoedel\n
COPY employee (emp_id, given, family) FROM STDIN

-- copy: 50\tAlan\tTuring\n
COPY employee (emp_id, given, family) FROM STDIN

-- copy: 50\tKurt\n
COPY employee (emp_id, given, family) FROM STDIN

-- copy: 50\tKurt\tGoedel\textra\n
COPY employee (emp_id, given, family) FROM STDIN

-- copy: 50\tKurt\t\\N\n
COPY employee (emp_id, given, family) FROM STDIN

COPY employee (emp_id, given, family) FROM STDIN

-- copy: x\n
COPY employee (full_name) FROM STDIN

COPY employee (emp_id, nothing) TO STDOUT

COPY employee (family, family) TO STDOUT

-- simple
COPY employee (emp_id, «surname») TO STDOUT

COPY nowhere TO STDOUT

COPY staff TO STDOUT

COPY sale TO STDOUT

COPY employee (emp_id, given) TO STDOUT WITH (FORMAT csv, FORCE_QUOTE (family))

COPY employee (emp_id, given) TO STDOUT WITH (FORMAT csv, FORCE_QUOTE (nothing))

COPY employee (full_name) TO STDOUT

COPY employee TO '/nowhere/at/all'

COPY employee (emp_id, given, family) FROM '/nowhere/at/all'

COPY (SELECT 1 INTO x FROM employee) TO STDOUT

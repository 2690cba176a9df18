-- each: UPDATE SET family = m.family | UPDATE SET family = e.family || '!' | UPDATE SET family = m.family, manager = e.emp_id | UPDATE SET (family, salary) = (m.family, 5) | UPDATE SET (family, salary) = ROW(m.family, 5) | UPDATE SET (family, salary) = (SELECT m.family || x.title, 5 FROM department x WHERE x.dept_id = e.dept) | UPDATE SET salary = DEFAULT | UPDATE SET skills[1] = m.family | DELETE | DO NOTHING | UPDATE SET family = given || m.«archive.employee.surname» | UPDATE SET notes = to_jsonb(m)
MERGE INTO employee e USING (SELECT emp_id, «archive.employee.family» AS family, «archive.employee.surname» FROM archive.«archive.employee» WHERE emp_id = 2) m ON m.emp_id = e.emp_id WHEN MATCHED THEN «each»

MERGE INTO employee USING archive.«archive.employee» a ON a.emp_id = employee.emp_id WHEN MATCHED THEN UPDATE SET family = a.«archive.employee.family» || '+' || employee.family

MERGE INTO employee e USING archive.«archive.employee» a ON a.emp_id = e.emp_id WHEN MATCHED AND e.family = a.«archive.employee.family» THEN UPDATE SET family = 'same' WHEN MATCHED THEN UPDATE SET family = 'other' WHEN NOT MATCHED THEN INSERT (given, family) VALUES ('x', a.«archive.employee.family»)

MERGE INTO employee e USING archive.«archive.employee» a ON a.«archive.employee.family» = e.family WHEN MATCHED AND e.manager = 1 THEN DO NOTHING WHEN NOT MATCHED AND a.«archive.employee.surname» IS NULL THEN INSERT (given, family, manager) VALUES (DEFAULT, a.«archive.employee.family», NULL) WHEN NOT MATCHED THEN DO NOTHING

MERGE INTO archive.«archive.employee» a USING employee e ON a.emp_id = e.emp_id WHEN MATCHED THEN UPDATE SET «archive.employee.family» = e.family, «archive.employee.surname» = e.given WHEN NOT MATCHED THEN INSERT VALUES (e.emp_id, e.family, e.given, e.hired)

MERGE INTO archive.«archive.employee» AS family USING employee ON family.emp_id = employee.emp_id WHEN MATCHED THEN DELETE WHEN NOT MATCHED AND employee.manager = 2 THEN INSERT (emp_id, «archive.employee.family») VALUES (emp_id, employee.family)

MERGE INTO department d USING employee e ON d.boss = e.emp_id WHEN MATCHED THEN UPDATE SET boss = e.manager, title = e.family

MERGE INTO department d USING employee e ON d.boss = e.emp_id WHEN NOT MATCHED AND e.manager = 1 THEN INSERT (title, boss) VALUES (e.family, e.emp_id)

MERGE INTO department d USING employee e ON false WHEN NOT MATCHED AND e.family < 'E' THEN INSERT (dept_id, title) OVERRIDING SYSTEM VALUE VALUES (e.emp_id, e.family)

MERGE INTO department USING (VALUES ('Sales', 2), ('New', 3)) v (title, boss) ON department.title = v.title WHEN MATCHED THEN UPDATE SET boss = v.boss WHEN NOT MATCHED THEN INSERT (title, boss) VALUES (v.title, v.boss)

MERGE INTO project p USING project q ON p.proj_id = q.proj_id AND p.starts > q.ends - 200 WHEN MATCHED THEN UPDATE SET starts = q.ends, ends = q.starts

MERGE INTO project p USING (SELECT 5 AS n) s ON p.proj_id = s.n WHEN NOT MATCHED THEN INSERT (proj_id, code, starts, ends) VALUES (s.n, 'five', '2026-01-01', '2026-03-03')

MERGE INTO project USING lab.project l ON public.project.proj_id = l.proj_id WHEN MATCHED THEN UPDATE SET code = l.code

MERGE INTO customer c USING sale s ON s.buyer = c.cust_id AND s.amount > 50 WHEN MATCHED THEN UPDATE SET phone = s.amount::text, landline = c.phone

MERGE INTO sale s USING customer c ON s.buyer = c.cust_id WHEN MATCHED THEN UPDATE SET amount = s.amount + c.rating

MERGE INTO ONLY asset a USING vehicle v ON v.keeper = a.keeper WHEN MATCHED THEN UPDATE SET label = v.label

MERGE INTO asset a USING employee e ON e.emp_id = a.keeper WHEN MATCHED AND a.label > 'c' THEN UPDATE SET label = e.family || a.label WHEN MATCHED THEN DELETE

MERGE INTO ticket t USING (SELECT 1 AS n) s ON t.ticket_no = s.n WHEN MATCHED THEN UPDATE SET state = 'done'

MERGE INTO "Order" o USING straße s ON s.id_straße = o."order" WHEN MATCHED THEN UPDATE SET "select" = s.名前, "Größe" = s.länge

WITH x AS (SELECT emp_id, upper(family) AS family FROM employee) MERGE INTO employee e USING x ON x.emp_id = e.emp_id WHEN MATCHED THEN UPDATE SET family = x.family

WITH employee AS (SELECT 2 AS emp_id, 'cte' AS family) MERGE INTO employee e USING employee s ON s.emp_id = e.emp_id WHEN MATCHED THEN UPDATE SET family = s.family

MERGE INTO employee e USING LATERAL (SELECT 1 AS one) l ON e.emp_id = l.one WHEN MATCHED THEN UPDATE SET family = e.family || one

MERGE INTO employee e USING department d JOIN project p ON p.leader = d.boss ON d.boss = e.emp_id WHEN MATCHED THEN UPDATE SET family = p.code || d.title

MERGE INTO log.words w USING employee e ON w.«family» = e.family WHEN MATCHED THEN UPDATE SET «manager» = e.manager, «family» = e.given WHEN NOT MATCHED AND e.manager IS NULL THEN INSERT («family», «surname») VALUES (e.given, e.family)

-- values: Turing | Tully
MERGE INTO employee e USING (SELECT $1 AS f) s ON s.f = e.family WHEN MATCHED THEN UPDATE SET family = $2

MERGE INTO employee e USING department d ON d.dept_id = e.dept WHEN MATCHED THEN UPDATE SET nothing = 1

MERGE INTO employee e USING department d ON d.dept_id = e.dept WHEN MATCHED AND nothing THEN DELETE

MERGE INTO employee e USING department d ON d.dept_id = e.dept WHEN NOT MATCHED THEN INSERT (family) VALUES (e.family)

MERGE INTO employee e USING department d ON d.boss = e.manager WHEN MATCHED THEN UPDATE SET salary = d.budget

MERGE INTO employee e USING (SELECT 1 AS x) s ON false WHEN NOT MATCHED THEN INSERT (given, family) VALUES ('Alan', 'Turing')

MERGE INTO employee e USING (SELECT 1 AS x) s ON false WHEN NOT MATCHED THEN INSERT (given) VALUES ('Alan')

MERGE INTO staff s USING employee e ON e.emp_id = s.emp_id WHEN MATCHED THEN DELETE

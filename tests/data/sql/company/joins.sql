-- each: JOIN | INNER JOIN | LEFT JOIN | LEFT OUTER JOIN | RIGHT JOIN | FULL JOIN | FULL OUTER JOIN
SELECT e.family, d.title, d.boss FROM employee e «each» department d ON d.dept_id = e.dept ORDER BY e.emp_id, d.dept_id

-- each: JOIN | LEFT JOIN | RIGHT JOIN | FULL JOIN
SELECT * FROM employee e «each» employee m ON e.manager = m.emp_id ORDER BY e.emp_id, m.emp_id

-- each: JOIN | LEFT JOIN | RIGHT JOIN | FULL JOIN
SELECT emp_id, e.family, a.«archive.employee.family» FROM employee e «each» archive.«archive.employee» a USING (emp_id) ORDER BY emp_id

-- each: JOIN | LEFT JOIN | RIGHT JOIN | FULL JOIN
SELECT * FROM employee e «each» archive.«archive.employee» a USING (emp_id) ORDER BY 1

SELECT e.family, m.family AS manager FROM employee e LEFT JOIN employee m ON m.emp_id = e.manager ORDER BY e.emp_id

SELECT e.family AS manager, m.manager AS family FROM employee e LEFT JOIN employee m ON m.emp_id = e.manager ORDER BY e.emp_id

SELECT e.family, m.family, b.family FROM employee e LEFT JOIN employee m ON m.emp_id = e.manager LEFT JOIN employee b ON b.emp_id = m.manager ORDER BY e.emp_id

SELECT family, boss FROM employee CROSS JOIN department ORDER BY 1, 2

SELECT e.family, d.boss, d.«department.surname» FROM employee e CROSS JOIN department d ORDER BY e.emp_id, d.dept_id LIMIT 5

SELECT c.«customer.surname», e.family FROM customer c JOIN employee e ON length(c.«customer.surname») = length(e.family) ORDER BY 1, 2

SELECT c.«customer.surname», d.«department.surname», family FROM customer c, department d, employee WHERE dept = dept_id AND cust_id = emp_id ORDER BY 1, 2, 3

SELECT w.«family», w.«surname», e.family FROM log.words w JOIN employee e ON e.family = w.«family»

SELECT w.«family», e.manager, w.«manager» FROM log.words w LEFT JOIN employee e ON e.manager = w.«manager» ORDER BY 1, 2, 3

SELECT * FROM log.words w JOIN employee e ON e.family = w.«family» OR e.manager = w.«boss» ORDER BY 1

SELECT emp_id FROM employee JOIN staff USING (emp_id) ORDER BY 1

SELECT emp_id, given, family FROM employee JOIN staff USING (emp_id, given, family) ORDER BY 1

SELECT family, employee.family, staff.family FROM employee JOIN staff USING (family) ORDER BY 1

SELECT * FROM employee JOIN staff USING (family) ORDER BY employee.emp_id

SELECT * FROM employee JOIN staff USING (family, given) ORDER BY 1, 2

SELECT j.emp_id, j.family FROM employee e JOIN staff s USING (emp_id, family) AS j ORDER BY 1

SELECT j.* FROM employee e JOIN staff s USING (emp_id, family) AS j ORDER BY 1

SELECT j.*, e.given FROM employee e LEFT JOIN staff s USING (family) AS j ORDER BY 1

SELECT * FROM employee a JOIN employee b USING (family) ORDER BY a.emp_id

SELECT family, a.given, b.given FROM employee a JOIN employee b USING (family) ORDER BY 1

SELECT a.family, b.family FROM employee a JOIN employee b USING (manager) ORDER BY 1, 2

SELECT manager, count(*) FROM employee a JOIN employee b USING (manager) GROUP BY manager ORDER BY 1

SELECT manager, count(*) FROM employee a FULL JOIN employee b USING (manager) GROUP BY manager ORDER BY 1

SELECT emp_id FROM employee a JOIN employee b USING (emp_id) JOIN employee c USING (emp_id) ORDER BY 1

SELECT family FROM employee a JOIN employee b USING (emp_id, family) JOIN employee c USING (family) ORDER BY 1

SELECT dept_id, title FROM department JOIN archive.department USING (dept_id, title) ORDER BY 1

SELECT * FROM department JOIN archive.department USING (dept_id) ORDER BY 1

SELECT department.title FROM department JOIN archive.department USING (dept_id)

SELECT public.department.title, archive.department.title FROM public.department JOIN archive.department USING (dept_id)

SELECT public.department.*, archive.department.closed FROM public.department, archive.department ORDER BY 1, 6

SELECT a.title, p.boss FROM archive.department a FULL JOIN public.department p USING (dept_id) ORDER BY dept_id

SELECT * FROM project JOIN lab.project USING (proj_id) ORDER BY 1

SELECT project.starts, lab.project.budget FROM public.project JOIN lab.project ON lab.project.proj_id = public.project.proj_id ORDER BY 1

SELECT public.project.starts, lab.project.budget FROM public.project JOIN lab.project ON lab.project.proj_id = public.project.proj_id ORDER BY 1

SELECT p.starts, p.ends, l.code FROM project p JOIN lab.project l USING (proj_id) ORDER BY 1

SELECT a.starts, b.ends FROM project a JOIN project b ON a.starts < b.ends ORDER BY 1, 2

SELECT starts FROM project a JOIN project b USING (starts, ends) ORDER BY 1

SELECT a.ends, b.starts FROM project a JOIN project b USING (ends) ORDER BY 1

SELECT * FROM department NATURAL JOIN archive.department

SELECT * FROM employee NATURAL JOIN staff ORDER BY 1

SELECT family FROM employee NATURAL JOIN staff ORDER BY 1

SELECT * FROM employee NATURAL LEFT JOIN staff ORDER BY emp_id

SELECT count(*) FROM employee a NATURAL JOIN employee b

SELECT * FROM project NATURAL JOIN lab.project

SELECT code, starts FROM project NATURAL FULL JOIN lab.project ORDER BY proj_id, code

SELECT emp_id, family, title FROM employee NATURAL JOIN department

SELECT * FROM ticket NATURAL JOIN ticket_open ORDER BY 1

SELECT asset_id, label, plate FROM asset NATURAL JOIN vehicle ORDER BY 1

SELECT * FROM customer NATURAL JOIN (SELECT 1 AS cust_id, '030-1' AS landline) x

SELECT * FROM customer NATURAL JOIN (SELECT 1 AS cust_id, '030-1' AS «phone») x

SELECT * FROM (SELECT family, 1 AS one FROM employee) a NATURAL JOIN (SELECT family, 2 AS two FROM employee) b ORDER BY 1

SELECT j.* FROM (employee e JOIN department d ON d.dept_id = e.dept) j ORDER BY 1

SELECT j.family, j.title FROM (employee e JOIN department d ON d.dept_id = e.dept) AS j ORDER BY 1

SELECT j.family FROM (employee e JOIN department d ON d.dept_id = e.dept) AS j (a, b, family) ORDER BY 1

SELECT j.a, j.family FROM (employee e JOIN department d ON d.dept_id = e.dept) AS j (a) ORDER BY 1

SELECT j.a, j.title FROM (employee e JOIN department d ON d.dept_id = e.dept) AS j (a, b, c, d) ORDER BY 1

SELECT e.family FROM (employee e JOIN department d ON d.dept_id = e.dept) AS j ORDER BY 1

SELECT e.family, d.title FROM (employee e JOIN department d ON d.dept_id = e.dept) ORDER BY 1

SELECT j.«family» FROM (employee a JOIN employee b ON a.manager = b.emp_id) AS j («given», «family») ORDER BY 1

SELECT j.family FROM (employee e LEFT JOIN department d ON d.dept_id = e.dept) j LEFT JOIN project p ON p.leader = j.emp_id ORDER BY 1

SELECT e.family, p.code, a.duty FROM employee e JOIN assignment a ON a.employee_ref = e.emp_id JOIN project p ON p.proj_id = a.project_ref ORDER BY 1, 2

SELECT e.family, p.code FROM employee e LEFT JOIN (assignment a JOIN project p ON p.proj_id = a.project_ref AND p.starts > '2026-01-15') ON a.employee_ref = e.emp_id ORDER BY 1, 2

SELECT e.family, x.code FROM employee e LEFT JOIN (SELECT p.code, a.employee_ref FROM assignment a JOIN project p ON p.proj_id = a.project_ref) x ON x.employee_ref = e.emp_id ORDER BY 1, 2

SELECT e.*, d.* FROM employee e JOIN department d ON e.dept = d.dept_id AND d.boss = e.emp_id ORDER BY e.emp_id

SELECT d.*, e.*, d.* FROM employee e JOIN department d ON d.boss = e.emp_id ORDER BY e.emp_id

SELECT e.family, d.boss FROM employee e JOIN department d ON (e.dept, e.emp_id) = (d.dept_id, d.boss) ORDER BY 1

SELECT e.family FROM employee e JOIN department d ON d.boss = e.manager WHERE d.title = 'Sales' ORDER BY 1

SELECT manager, boss FROM employee JOIN department ON boss = manager ORDER BY 1, 2

SELECT DISTINCT manager, boss FROM employee, department WHERE manager = boss ORDER BY 1

SELECT e.manager, d.boss FROM employee e, department d WHERE e.manager = d.boss AND e.family > 'H' ORDER BY e.emp_id

SELECT s.family, d.people FROM staff s JOIN dept_staff d ON d.dept_title = 'Sales' WHERE s.dept = 11 ORDER BY 1

SELECT e.family, c.cost FROM employee e JOIN dept_cost c ON c.dept_id = e.dept ORDER BY 1

SELECT v.label, e.family FROM vehicle v LEFT JOIN employee e ON e.emp_id = v.keeper ORDER BY 1

SELECT a.label, e.family, v.plate, c.ram FROM asset a LEFT JOIN employee e ON e.emp_id = a.keeper LEFT JOIN vehicle v USING (asset_id) LEFT JOIN computer c USING (asset_id) ORDER BY 1

SELECT asset_id, asset.label, computer.label FROM asset JOIN computer USING (asset_id, label) ORDER BY 1

SELECT c.phone, c.landline, s.amount FROM customer c JOIN sale s ON s.buyer = c.cust_id ORDER BY s.sale_id

SELECT c.company, sum(s.amount) FROM customer c LEFT JOIN sale s ON s.buyer = c.cust_id GROUP BY c.company ORDER BY 1

SELECT o."select", e.family FROM "Order" o JOIN employee e ON e.emp_id = o."order" ORDER BY 1

SELECT o.*, s.länge FROM "Order" o JOIN straße s ON s.id_straße = o."order" ORDER BY 1

SELECT "Order"."Größe", straße.名前 FROM "Order" JOIN straße ON straße.länge < "Order"."Größe" ORDER BY 1, 2

SELECT t.node, p.path, t.path FROM tree t LEFT JOIN tree p ON p.node = t.parent ORDER BY 1

SELECT x.sensor, y.celsius FROM reading x JOIN reading y USING (taken) WHERE x.sensor < y.sensor ORDER BY taken

SELECT taken, x.celsius, y.celsius FROM reading x FULL JOIN reading y USING (sensor, taken) ORDER BY sensor, taken LIMIT 3

SELECT e.family FROM employee e WHERE e.emp_id IN (SELECT a.employee_ref FROM assignment a JOIN project p ON p.proj_id = a.project_ref WHERE p.leader = e.manager) ORDER BY 1

SELECT e.family, l.project_ref FROM employee e JOIN LATERAL (SELECT * FROM assignment a WHERE a.employee_ref = e.emp_id ORDER BY portion DESC LIMIT 1) l ON l.portion > 20 ORDER BY 1

SELECT e.family FROM employee e JOIN department d ON d.dept_id = e.dept AND EXISTS (SELECT 1 FROM employee u WHERE u.manager = e.emp_id AND u.dept = d.dept_id) ORDER BY 1

SELECT e.family, d.boss FROM employee e JOIN department d ON true JOIN employee b ON b.emp_id = d.boss AND b.family = e.family ORDER BY 1

SELECT a.family FROM employee a, employee b, employee c WHERE a.manager = b.emp_id AND b.manager = c.emp_id ORDER BY 1

SELECT e.emp_id FROM employee e JOIN ticket t ON t.owner = e.emp_id AND t.state = 'done' JOIN ticket u ON u.ticket_no = t.ticket_no ORDER BY 1

SELECT state, e.state FROM ticket JOIN (SELECT 1 AS ticket_no, 'x' AS state) e USING (ticket_no)

SELECT * FROM employee a JOIN department b ON a.dept = b.dept_id JOIN employee c ON c.emp_id = b.boss ORDER BY a.emp_id

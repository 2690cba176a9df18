-- each: family = 'x' | family = upper(family) | family = employee.family || '!' | family = given, given = family | family = given | manager = NULL | manager = emp_id | (family, given) = ('a', 'b') | (family, given) = ROW('a', 'b') | (family, given) = (given, family) | (family, manager) = (SELECT m.family || 'x', m.manager FROM employee m WHERE m.emp_id = employee.manager) | (salary) = (SELECT 1) | family = (SELECT max(family) FROM employee e WHERE e.manager = employee.emp_id) || 'x' | family = coalesce((SELECT title FROM department WHERE boss = emp_id), 'none') | salary = DEFAULT | salary = salary * 1.1, hired = hired + 1 | skills[1] = family | skills[1:2] = ARRAY[family, given] | skills = skills || family | notes = jsonb_build_object('f', family) | notes['family'] = to_jsonb(family) | notes['a']['b'] = '1' | seniority = 'principal' | seniority = DEFAULT, manager = DEFAULT | family = CASE WHEN manager = 1 THEN family ELSE given END | emp_id = emp_id + 1000 | "family" = "family" || 1 | FAMILY = Given | full_name = DEFAULT
UPDATE employee SET «each» WHERE emp_id = 2 RETURNING *

UPDATE employee e SET family = e.family || 'x' WHERE e.manager = 1 RETURNING e.family

UPDATE employee AS e SET family = e.given WHERE e.family = 'Turing' RETURNING e.*

UPDATE employee AS family SET family = family.family || '2' WHERE family.manager = 1 RETURNING family.family

UPDATE public.employee SET family = employee.family || 'x' WHERE public.employee.manager = 1 RETURNING public.employee.family

UPDATE ONLY employee SET salary = 1 WHERE family = 'Turing'

UPDATE employee * SET salary = 1 WHERE family = 'Turing'

UPDATE employee SET family = d.title || d.dept_id || emp_id FROM department d WHERE d.dept_id = employee.dept RETURNING employee.family, d.boss

UPDATE employee SET family = title || emp_id FROM department WHERE dept_id = dept AND boss = manager RETURNING family, boss, manager

UPDATE employee e SET manager = d.boss FROM department d WHERE d.dept_id = e.dept AND e.emp_id <> d.boss RETURNING e.family, e.manager, d.*

UPDATE employee e SET salary = m.salary FROM employee m WHERE m.emp_id = e.manager RETURNING e.family, m.family AS manager, e.salary

UPDATE employee SET family = m.family || employee.family FROM employee m WHERE m.emp_id = employee.manager RETURNING *

UPDATE employee SET family = x.family || 'x' FROM (SELECT emp_id, family FROM employee WHERE manager = 1) x WHERE x.emp_id = employee.emp_id RETURNING employee.family, x.family

UPDATE employee SET family = v.family FROM (VALUES (1, 'v1'), (2, 'v2')) v (emp_id, family) WHERE v.emp_id = employee.emp_id RETURNING employee.family, v.*

UPDATE employee e SET family = s FROM unnest(e.skills) s WHERE e.emp_id = 3

UPDATE employee e SET family = s FROM unnest(ARRAY['one']) s WHERE e.emp_id = 3 RETURNING e.family, s

UPDATE employee e SET salary = 1 FROM assignment a JOIN project p ON p.proj_id = a.project_ref WHERE a.employee_ref = e.emp_id AND p.starts > '2026-01-15' RETURNING e.family, p.starts, a.duty

UPDATE employee SET family = upper(family) WHERE dept IN (SELECT dept_id FROM department WHERE boss = 1) RETURNING family

UPDATE employee SET salary = salary + 1 WHERE EXISTS (SELECT FROM employee u WHERE u.manager = employee.emp_id) RETURNING family, salary

UPDATE department SET boss = (SELECT min(emp_id) FROM employee WHERE manager = boss AND dept = dept_id) RETURNING *

UPDATE department SET boss = e.manager FROM employee e WHERE e.dept = dept_id AND e.family = 'Turing' RETURNING boss, e.manager

UPDATE department SET title = «department.surname», «department.surname» = title WHERE dept_id = 10 RETURNING *

UPDATE customer SET «customer.surname» = phone, phone = landline, landline = «customer.surname» RETURNING *

UPDATE customer SET phone = landline WHERE landline LIKE '030%' RETURNING phone, landline

UPDATE customer SET reach.email = 'new' WHERE cust_id = 1 RETURNING reach

UPDATE customer SET reach.home.city = company, places[1].zip = phone WHERE cust_id = 1 RETURNING reach, places

UPDATE customer SET reach = ROW(phone, (reach).home) WHERE cust_id = 1 RETURNING (reach).email

UPDATE customer SET places[2] = ROW('a', 'b', 'c') WHERE cust_id = 1 RETURNING places[2].city, (places[2]).zip

UPDATE project SET starts = ends, ends = starts RETURNING code, starts, ends

UPDATE project SET (starts, ends) = (ends, starts) WHERE starts < ends RETURNING *

UPDATE project SET (ends, starts) = (SELECT starts, ends) RETURNING *

UPDATE project SET starts = starts + 1 WHERE code = 'ENIGMA' RETURNING starts

UPDATE project SET ends = ends + 1 WHERE code = 'ENIGMA' RETURNING ends

UPDATE project SET progress = progress + 1 WHERE starts < '2026-01-15' RETURNING progress

UPDATE asset SET label = label || '!' WHERE price < 1000 RETURNING asset_id, label

UPDATE ONLY asset SET label = upper(label) RETURNING *

UPDATE vehicle SET label = plate, plate = label RETURNING *

UPDATE asset a SET price = v.wheels FROM vehicle v WHERE v.asset_id = a.asset_id RETURNING a.label, a.price, v.label

UPDATE sale SET amount = amount * 2 WHERE region = 'north' RETURNING sale_id, amount

UPDATE sale SET sold_on = '2025-06-06' WHERE sale_id = 3 RETURNING *

UPDATE sale s SET amount = s.amount + c.rating FROM customer c WHERE c.cust_id = s.buyer RETURNING s.amount, c.phone

UPDATE ticket SET state = 'done' WHERE state = 'open' RETURNING *

UPDATE ticket SET state = topic WHERE ticket_no = 1

UPDATE "Order" SET "select" = "from", "from" = "select", "Größe" = "Größe" + 1 WHERE "order" = 1 RETURNING *

UPDATE straße SET länge = länge * 2, naïve = 名前 RETURNING *

UPDATE staff SET family = family || 'v' WHERE dept = 10 RETURNING *

UPDATE cheap_asset SET price = price + 1 RETURNING *

UPDATE cheap_asset SET price = 2000 WHERE label = 'desk'

UPDATE tree SET path = p.path || '/' || tree.node FROM tree p WHERE p.node = tree.parent RETURNING tree.path, p.path

UPDATE reading SET celsius = celsius + 1 WHERE (sensor, taken) IN (SELECT sensor, max(taken) FROM reading GROUP BY sensor) RETURNING sensor, celsius

UPDATE log.words SET «family» = e.family, «manager» = e.manager FROM employee e WHERE e.emp_id = 2 AND «boss» = 10 RETURNING log.words.*, e.family

UPDATE archive.«archive.employee» a SET «archive.employee.family» = e.family FROM employee e WHERE e.emp_id = a.emp_id RETURNING a.*, e.family

-- values: New | 2
UPDATE employee SET family = $1 WHERE emp_id = $2 RETURNING family, full_name

-- values: 1 | 5
UPDATE employee SET salary = salary + $2 WHERE manager = $1

-- each: nothing = 1 | «surname» = 'x' | family = nothing | family = 'a', family = 'b' | family = NULL | salary = -1 | manager = 99 | dept = 99 | family = 1 | manager = 'x' | manager = family | full_name = 'x' | e.family = 'x' | (family, given) = ('a') | (family, given) = (SELECT 1) | (family, given) = (SELECT family, given, manager FROM employee) | family = (SELECT family FROM employee) | family.x = 1 | seniority = 'x' | skills[1] = 5 | family = department.title | given = 'Grace', family = 'Hopper' | emp_id = 1 | employee.family = 'x' | family = DEFAULT
UPDATE employee SET «each» WHERE emp_id = 2

UPDATE employee SET family = 'x' WHERE nothing = 1

UPDATE employee e SET family = 'x' WHERE employee.manager = 1

UPDATE employee SET family = 'x' FROM department RETURNING nothing

UPDATE nowhere SET family = 'x'

UPDATE dept_staff SET people = 1

UPDATE dept_cost SET cost = 1

-- each: family = 'Knuth' | employee.family = 'Knuth' | manager = 2 AND family > 'K' | emp_id IN (SELECT emp_id FROM employee WHERE family = 'Knuth') | NOT EXISTS (SELECT FROM employee u WHERE u.manager = employee.emp_id) AND dept IS NULL | (family, given) = ('Knuth', 'Donald') | 'tex' = ANY (skills) | notes = '{}'
DELETE FROM employee WHERE «each» RETURNING family

DELETE FROM employee e WHERE e.family = 'Knuth' RETURNING e.*

DELETE FROM employee AS family WHERE family.family = 'Knuth' RETURNING family.family AS gone

DELETE FROM public.employee WHERE employee.family = 'Knuth' RETURNING *

DELETE FROM ONLY employee WHERE family = 'Knuth'

DELETE FROM assignment USING employee e WHERE e.emp_id = employee_ref AND e.family = 'Liskov' RETURNING assignment.*, e.family

DELETE FROM assignment a USING employee e, project p WHERE e.emp_id = a.employee_ref AND p.proj_id = a.project_ref AND p.leader = e.emp_id RETURNING a.duty, e.family, p.starts

DELETE FROM assignment a USING employee e JOIN department d ON d.dept_id = e.dept WHERE e.emp_id = a.employee_ref AND d.boss = e.manager RETURNING e.family, d.boss, a.portion

DELETE FROM employee e USING employee m WHERE m.emp_id = e.manager AND m.family = 'Turing' AND e.dept IS NULL RETURNING e.family, m.family

DELETE FROM assignment WHERE project_ref IN (SELECT proj_id FROM project WHERE starts < '2026-01-15') RETURNING duty

DELETE FROM project WHERE ends < '2026-04-01' RETURNING *

DELETE FROM customer WHERE phone IS NULL AND landline = 'x' RETURNING *

DELETE FROM sale WHERE amount > 50 RETURNING amount, region

DELETE FROM sale USING customer c WHERE c.cust_id = buyer AND c.phone = '555-3' RETURNING sale.*, c.landline

DELETE FROM asset WHERE label LIKE '%e%' RETURNING asset_id, label

DELETE FROM ONLY asset RETURNING label

DELETE FROM vehicle WHERE label = 'bike' RETURNING *

DELETE FROM ticket WHERE state = 'done' RETURNING ticket_no, state

DELETE FROM ticket_open RETURNING topic

DELETE FROM "Order" WHERE "select" IS NULL RETURNING *

DELETE FROM straße WHERE länge > 10 RETURNING 名前

DELETE FROM staff WHERE family = 'Knuth' RETURNING full_name

DELETE FROM cheap_asset WHERE label = 'desk' RETURNING price

DELETE FROM tree WHERE parent IS NULL

DELETE FROM tree WHERE path = 'root.a.x.y' RETURNING *

DELETE FROM reading WHERE celsius < 0 RETURNING sensor, celsius

DELETE FROM archive.«archive.employee» WHERE «archive.employee.family» IN (SELECT family FROM employee) RETURNING *

DELETE FROM log.words USING employee e WHERE log.words.«family» = e.family RETURNING log.words.«surname», e.manager

-- values: Knuth
DELETE FROM employee WHERE family = $1 RETURNING *

DELETE FROM employee WHERE family = 'Lovelace'

DELETE FROM department WHERE title = 'Empty'

DELETE FROM employee WHERE nothing = 1

DELETE FROM employee WHERE «surname» = 'x'

DELETE FROM employee e WHERE employee.family = 'x'

DELETE FROM employee RETURNING nothing

DELETE FROM employee USING department WHERE title

DELETE FROM dept_staff

DELETE FROM nowhere

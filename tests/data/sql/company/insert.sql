INSERT INTO employee (given, family) VALUES ('Kurt', 'Goedel')

INSERT INTO employee (family, given, manager) VALUES ('Goedel', 'Kurt', 1), ('Noether', 'Emmy', NULL)

INSERT INTO employee VALUES (50, 'Kurt', 'Goedel')

INSERT INTO employee VALUES (50, 'Kurt', 'Goedel', 1, 10, 100, '2026-05-05', DEFAULT, '{a,b}', '{}', 'senior')

INSERT INTO employee VALUES (DEFAULT, 'Kurt', 'Goedel', DEFAULT, DEFAULT, DEFAULT)

INSERT INTO employee (emp_id, given, family, salary, skills) VALUES (DEFAULT, 'Kurt', 'Goedel', DEFAULT, ARRAY['logic', 'sets'])

INSERT INTO public.employee (given, family) VALUES ('Kurt', 'Goedel') RETURNING emp_id

INSERT INTO employee AS e (given, family) VALUES ('Kurt', 'Goedel') RETURNING e.family

INSERT INTO employee AS family (given, family) VALUES ('Kurt', 'Goedel') RETURNING family.family

INSERT INTO employee ("given", "family") VALUES ('Kurt', 'Goedel')

INSERT INTO employee (GIVEN, Family) VALUES ('Kurt', 'Goedel')

-- each: * | family | employee.family | employee.* | family AS x | family AS manager, manager AS family | full_name | emp_id, family || given | (SELECT max(family) FROM employee) | (SELECT title FROM department WHERE boss = manager) | upper(family) given | family, * | coalesce(manager, emp_id) | skills[1] | ROW(family, given) | tableoid IS NOT NULL | public.employee.family | 1 AS family | CASE WHEN family = 'Goedel' THEN given END | nothing | e.family | «department.boss»
INSERT INTO employee (given, family, manager) VALUES ('Kurt', 'Goedel', 1) RETURNING «each»

INSERT INTO employee (given, family) SELECT given, family || ' jr.' FROM employee WHERE manager = 1 RETURNING family, full_name

INSERT INTO employee (given, family) SELECT family, given FROM staff WHERE dept = 11 RETURNING given, family

INSERT INTO archive.department (dept_id, title) TABLE dept_staff

INSERT INTO employee (family, given) SELECT «archive.employee.family», 'x' FROM archive.«archive.employee» RETURNING family

INSERT INTO archive.«archive.employee» SELECT emp_id + 50, family, given, hired FROM employee WHERE emp_id < 3 RETURNING *

INSERT INTO archive.«archive.employee» (emp_id, «archive.employee.family», «archive.employee.surname») SELECT emp_id + 50, family, full_name FROM employee RETURNING «archive.employee.family»

INSERT INTO archive.department SELECT dept_id + 1, title, '2026-01-01' FROM department RETURNING *

INSERT INTO log.words («family», «manager») SELECT family, manager FROM employee WHERE emp_id = 2 RETURNING *

INSERT INTO log.words SELECT family, given, manager, boss, title, salary FROM employee JOIN department ON dept = dept_id WHERE emp_id = 2 RETURNING *

INSERT INTO employee (given, family, manager) VALUES ('a', 'b', (SELECT emp_id FROM employee WHERE family = 'Turing')) RETURNING manager

INSERT INTO employee (given, family) WITH x AS (SELECT family FROM employee WHERE emp_id = 1) SELECT 'a', family FROM x RETURNING family

INSERT INTO employee (given, family) (SELECT 'a', family FROM employee ORDER BY family LIMIT 1) RETURNING family

INSERT INTO employee (given, family) VALUES ('a', 'b') UNION ALL SELECT 'c', 'd' RETURNING family

INSERT INTO department DEFAULT VALUES

INSERT INTO department (title) VALUES ('New') RETURNING *

INSERT INTO department (title, boss) VALUES ('New', 3) RETURNING dept_id, boss

INSERT INTO department (dept_id, title) VALUES (5, 'x')

INSERT INTO department (dept_id, title) OVERRIDING SYSTEM VALUE VALUES (5, 'x') RETURNING *

INSERT INTO department (dept_id, title) OVERRIDING USER VALUE VALUES (5, 'x') RETURNING *

INSERT INTO department OVERRIDING SYSTEM VALUE VALUES (5, 'x', 1) RETURNING *

INSERT INTO employee (emp_id, given, family) OVERRIDING USER VALUE VALUES (5, 'x', 'y') RETURNING emp_id, family

INSERT INTO project VALUES (7, 'SEVEN', 1, '2026-01-01', '2026-02-02') RETURNING *

INSERT INTO project (proj_id, code, starts, ends) VALUES (7, 'SEVEN', '2026-01-01', '2026-02-02') RETURNING starts, ends

INSERT INTO project (proj_id, code, ends, starts) VALUES (7, 'SEVEN', '2026-01-01', '2026-02-02') RETURNING starts, ends

INSERT INTO project (proj_id, code, starts, ends) SELECT proj_id + 10, 'n' || proj_id, ends, starts FROM project RETURNING code, starts

INSERT INTO customer (company, phone, landline) VALUES ('New', 'p', 'l') RETURNING phone, landline

INSERT INTO customer (company, landline, phone) VALUES ('New', 'l', 'p') RETURNING *

INSERT INTO customer (company, reach.email, reach.home.city) VALUES ('New', 'a@b', 'Rome') RETURNING reach

INSERT INTO customer (company, places[1].city, places[2].city) VALUES ('New', 'Rome', 'Oslo') RETURNING places

INSERT INTO customer (company, reach) VALUES ('New', ROW('x@y', ROW('s', 'z', 'c'))) RETURNING (reach).email, ((reach).home).city

INSERT INTO employee (given, family, skills[1], skills[2]) VALUES ('a', 'b', 'x', 'y') RETURNING skills

INSERT INTO asset (asset_id, label, price) VALUES (30, 'lamp', 10) RETURNING *

INSERT INTO vehicle (asset_id, label, price, plate) VALUES (30, 'car', 10, 'X') RETURNING *

INSERT INTO vehicle VALUES (30, 'car', 10, 1, 'X', 4) RETURNING label, plate

INSERT INTO computer (asset_id, label, ram) VALUES (31, 'pi', 8) RETURNING label, ram

INSERT INTO sale (sale_id, sold_on, amount, region) VALUES (9, '2026-07-07', 5, 'north') RETURNING *

INSERT INTO sale VALUES (9, '2025-07-07', 1, 5), (10, '2026-03-03', 2, 6) RETURNING amount, sold_on

INSERT INTO sale_2025 (sale_id, sold_on, amount) VALUES (9, '2025-07-07', 5) RETURNING amount

INSERT INTO ticket (ticket_no, state, topic) VALUES (9, 'done', 'x'), (10, 'open', 'y') RETURNING *

INSERT INTO "Order" ("order", "select", "two words", "quo""te") VALUES (9, 's', 'w', 'q') RETURNING *

INSERT INTO straße (id_straße, länge, 名前) VALUES (9, 1.5, '京都') RETURNING *

INSERT INTO straße VALUES (9, 1.5, 'ï', '京都') RETURNING länge, naïve, 名前

INSERT INTO tree SELECT node + 10, node, path || '.copy' FROM tree RETURNING path

INSERT INTO reading (sensor, taken, celsius) SELECT 'new', taken, celsius + 1 FROM reading WHERE sensor = 'attic' RETURNING celsius

INSERT INTO staff (emp_id, given, family) VALUES (60, 'through', 'view') RETURNING *

INSERT INTO cheap_asset (asset_id, label, price) VALUES (60, 'pen', 1) RETURNING *

INSERT INTO cheap_asset (asset_id, label, price) VALUES (60, 'yacht', 100000)

INSERT INTO dept_staff VALUES ('x', 1)

INSERT INTO dept_cost VALUES (1, 'x', 1)

-- values: Kurt | Goedel
INSERT INTO employee (given, family) VALUES ($1, $2) RETURNING family

-- values: Goedel | 2
INSERT INTO employee (given, family, manager) SELECT given, $1, $2 FROM employee WHERE emp_id = 1 RETURNING *

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT DO NOTHING

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT DO NOTHING RETURNING family

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing'), ('Kurt', 'Goedel') ON CONFLICT (family, given) DO NOTHING RETURNING family

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (given, family) DO NOTHING

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT ON CONSTRAINT employee_names DO NOTHING

-- each: salary = 1 | family = excluded.family || '!' | family = employee.family || excluded.given | family = upper(employee.family), given = excluded.family | manager = excluded.emp_id % 3 | (family, salary) = (excluded.given, 7) | (family, salary) = ROW(excluded.given, 7) | (family, given) = (SELECT excluded.family || 'x', employee.given) | family = (SELECT e.family || excluded.family FROM employee e WHERE e.emp_id = employee.manager) | salary = DEFAULT | notes = to_jsonb(excluded.family) | skills[1] = excluded.family | family = 'new' WHERE employee.manager = 1 | family = 'new' WHERE excluded.family = 'nobody' | family = 'new' WHERE manager = 1 | salary = coalesce(excluded.salary, employee.salary) + 1 WHERE employee.family = excluded.family | family = nothing | «surname» = 'x' | nothing = 1 | family = excluded.nothing | family = family
INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (family, given) DO UPDATE SET «each» RETURNING *

INSERT INTO employee AS e (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (family, given) DO UPDATE SET family = e.family || excluded.family WHERE e.manager > 0 RETURNING e.family

INSERT INTO employee AS excluded2 (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (family, given) DO UPDATE SET family = excluded2.family || excluded.family RETURNING excluded2.*

INSERT INTO employee (emp_id, given, family) VALUES (1, 'x', 'y') ON CONFLICT (emp_id) DO UPDATE SET (given, family) = (excluded.given, excluded.family) RETURNING full_name

INSERT INTO employee (emp_id, given, family) SELECT emp_id, given, upper(family) FROM employee ON CONFLICT (emp_id) DO UPDATE SET family = excluded.family RETURNING family

INSERT INTO department (title, boss) VALUES ('Sales', 2) ON CONFLICT (title) DO UPDATE SET boss = excluded.boss RETURNING *

INSERT INTO customer (company, phone) VALUES ('ACME', 'x') ON CONFLICT (lower(company)) WHERE active DO UPDATE SET phone = excluded.phone, landline = customer.phone RETURNING phone, landline

INSERT INTO assignment VALUES (1, 3, 10, 'x') ON CONFLICT (employee_ref, project_ref) DO UPDATE SET portion = excluded.portion + assignment.portion RETURNING portion

INSERT INTO sale VALUES (1, '2025-05-01', 1, 10, 'x') ON CONFLICT (sale_id, sold_on) DO UPDATE SET amount = sale.amount + excluded.amount RETURNING amount

INSERT INTO project VALUES (1, 'ENIGMA', 1, '2026-01-01', '2027-01-01') ON CONFLICT (code) DO UPDATE SET starts = excluded.ends, ends = excluded.starts RETURNING starts, ends

INSERT INTO asset VALUES (1, 'desk', 1, 1) ON CONFLICT (asset_id) DO UPDATE SET label = asset.label || excluded.label RETURNING label

INSERT INTO "Order" ("order", "select") VALUES (1, 'x') ON CONFLICT ("order") DO UPDATE SET "select" = excluded."select" || "Order"."select" RETURNING "select"

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (family) DO NOTHING

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (nothing) DO NOTHING

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT ON CONSTRAINT nothing DO NOTHING

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing') ON CONFLICT (lower(family)) DO NOTHING

-- values: Alan | Turing | Tully
INSERT INTO employee (given, family) VALUES ($1, $2) ON CONFLICT (family, given) DO UPDATE SET family = $3 RETURNING family, manager

INSERT INTO employee (given, family) VALUES ('Alan', 'Turing')

INSERT INTO employee (given) VALUES ('x')

INSERT INTO employee (given, family) VALUES ('x', NULL)

INSERT INTO employee (given, family, salary) VALUES ('x', 'y', -1)

INSERT INTO employee (given, family, manager) VALUES ('x', 'y', 999)

INSERT INTO employee (given, family, dept) VALUES ('x', 'y', 999)

INSERT INTO employee (given, family, seniority) VALUES ('x', 'y', 'boss')

INSERT INTO employee (given, family, full_name) VALUES ('x', 'y', 'z')

INSERT INTO employee (given, family, emp_id) VALUES ('x', 'y', 1)

INSERT INTO employee (given, family, nothing) VALUES ('x', 'y', 1)

INSERT INTO employee (given, family, «surname») VALUES ('x', 'y', 1)

INSERT INTO employee (given, family, family) VALUES ('x', 'y', 'z')

INSERT INTO employee (given, family) VALUES ('x')

INSERT INTO employee (given, family) VALUES ('x', 'y', 'z')

INSERT INTO employee (given, family) VALUES ('x', 1)

INSERT INTO employee (given, manager) VALUES ('x', 'y')

INSERT INTO employee (given, manager) VALUES ('x', true)

INSERT INTO employee (given, hired) VALUES ('x', '2026-13-13')

INSERT INTO employee (given.x, family) VALUES ('x', 'y')

INSERT INTO project VALUES (8, 'toolongcode', 1, '2026-01-01', '2026-02-02')

INSERT INTO project VALUES (8, 'x', 1, '2026-01-01', '2026-01-01')

INSERT INTO project (proj_id, code, starts, ends, progress) VALUES (8, 'x', '2026-01-01', '2026-02-01', 101)

INSERT INTO customer (company) VALUES ('a name that is too long')

INSERT INTO customer (phone) VALUES ('x')

INSERT INTO customer (company, rating) VALUES ('x', 9)

INSERT INTO assignment VALUES (1, 3, 10)

INSERT INTO assignment VALUES (1, 999, 10)

INSERT INTO sale (sale_id, sold_on) VALUES (1, '2031-01-01')

INSERT INTO ticket (ticket_no, state) VALUES (1, 'unknown')

INSERT INTO sale_2025 (sale_id, sold_on) VALUES (1, '2026-01-01')

INSERT INTO computer (asset_id, label, ram) VALUES (40, 'x', 0)

INSERT INTO vehicle (asset_id, price) VALUES (40, 5)

INSERT INTO asset (asset_id, label, price) VALUES (40, 'x', -5)

INSERT INTO tree VALUES (9, 99, 'x')

INSERT INTO nowhere VALUES (1)

-- each: manager | employee.manager | 1 | m | (manager) | manager, m | ROLLUP (manager) | CUBE (manager) | GROUPING SETS ((manager), ()) | DISTINCT manager | manager + 0
SELECT manager AS m, count(*) FROM employee GROUP BY «each» ORDER BY 1, 2

SELECT manager, count(*) FROM employee GROUP BY manager ORDER BY manager

SELECT manager, dept, count(*), sum(salary) FROM employee GROUP BY manager, dept ORDER BY manager, dept

-- each: ROLLUP (dept, manager) | CUBE (dept, manager) | GROUPING SETS ((dept), (manager), ()) | GROUPING SETS (ROLLUP (dept), CUBE (manager)) | dept, ROLLUP (manager) | DISTINCT ROLLUP (dept, manager), ROLLUP (dept) | (dept, manager), () | ROLLUP ((dept, manager))
SELECT dept, manager, count(*) FROM employee GROUP BY «each» ORDER BY 1, 2, 3

SELECT dept, manager, GROUPING(dept, manager), count(*) FROM employee GROUP BY CUBE (dept, manager) ORDER BY 3, 1, 2

SELECT CASE WHEN GROUPING(manager) = 1 THEN 'all' ELSE manager::text END AS manager, max(family) FROM employee GROUP BY ROLLUP (manager) ORDER BY 1, 2

SELECT family AS manager, count(*) FROM employee GROUP BY family ORDER BY manager

SELECT length(family) AS manager, count(*) FROM employee GROUP BY manager, length(family) ORDER BY 1, 2

SELECT manager AS family, count(*) FROM employee GROUP BY family, manager ORDER BY 1, 2

SELECT left(family, 1) AS initial, count(*) FROM employee GROUP BY initial ORDER BY initial

SELECT left(family, 1) AS given, count(*) FROM employee GROUP BY given, left(family, 1) ORDER BY 1, 2

SELECT left(family, 1), count(*) FROM employee GROUP BY left(family, 1) ORDER BY left(family, 1)

SELECT upper(left(family, 1)) || '.', count(*) FROM employee GROUP BY left(family, 1) ORDER BY left(family, 1)

SELECT emp_id, family, given, salary FROM employee GROUP BY emp_id ORDER BY emp_id

SELECT e.* FROM employee e GROUP BY e.emp_id ORDER BY e.emp_id

SELECT * FROM employee GROUP BY emp_id ORDER BY emp_id

SELECT e.family, d.title, count(a.project_ref) FROM employee e LEFT JOIN department d ON d.dept_id = e.dept LEFT JOIN assignment a ON a.employee_ref = e.emp_id GROUP BY e.emp_id, d.dept_id ORDER BY e.emp_id

SELECT d.*, count(e.family) FROM department d LEFT JOIN employee e ON e.dept = d.dept_id GROUP BY d.dept_id ORDER BY 1

SELECT d.boss, d.title, string_agg(e.family, ',' ORDER BY e.family) FROM department d JOIN employee e ON e.dept = d.dept_id GROUP BY d.dept_id ORDER BY 1

SELECT sale_id, sold_on, amount, region FROM sale GROUP BY sale_id, sold_on ORDER BY 1

SELECT family, given FROM employee GROUP BY family, given HAVING family > 'K' ORDER BY 1

SELECT manager, count(*) FROM employee GROUP BY manager HAVING count(*) > 1 AND manager IS NOT NULL ORDER BY manager

SELECT count(*) FROM employee HAVING max(family) > 'A'

SELECT dept FROM employee GROUP BY dept HAVING bool_or(family = 'Turing')

SELECT max(family), min(manager), sum(salary), avg(salary), count(DISTINCT manager), array_agg(DISTINCT manager ORDER BY manager) FROM employee

-- each: count(family) | count(DISTINCT family) | max(family) | string_agg(family, ',' ORDER BY family) | string_agg(family, given ORDER BY emp_id) | string_agg(DISTINCT given, ',') | array_agg(family ORDER BY manager NULLS FIRST, family DESC) | array_agg(manager ORDER BY emp_id) | json_agg(family ORDER BY emp_id) | jsonb_agg(family ORDER BY family) | jsonb_object_agg(emp_id, family) | json_object_agg(emp_id, family ORDER BY emp_id) | count(*) FILTER (WHERE family > 'K') | sum(salary) FILTER (WHERE manager = 1) | max(family) FILTER (WHERE manager IN (SELECT boss FROM department)) | percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) | percentile_disc(0.5) WITHIN GROUP (ORDER BY family) | mode() WITHIN GROUP (ORDER BY manager) | rank('Knuth') WITHIN GROUP (ORDER BY family) | dense_rank(2) WITHIN GROUP (ORDER BY manager) | bool_and(manager > 0) | every(family <> '') | bit_and(manager) | corr(salary, manager) IS NULL | regr_count(salary, manager) | stddev(salary) > 0 | xmlagg(xmlelement(name f, family) ORDER BY emp_id) | range_agg(daterange(hired, hired + 1)) | max(ARRAY[family]) | sum(manager) OVER () IS NULL
SELECT «each» FROM employee

SELECT dept, max(family) AS family, min(family) AS manager FROM employee GROUP BY dept ORDER BY family

SELECT dept, max(family) AS family FROM employee GROUP BY dept ORDER BY max(employee.family)

SELECT dept, max(family) family FROM employee GROUP BY dept HAVING max(family) > 'L' ORDER BY family

SELECT DISTINCT manager FROM employee ORDER BY manager

SELECT DISTINCT manager, dept FROM employee ORDER BY manager DESC NULLS LAST, dept

SELECT DISTINCT family FROM employee WHERE manager IS NOT NULL ORDER BY family

SELECT DISTINCT ON (manager) manager, family FROM employee ORDER BY manager, family

SELECT DISTINCT ON (m) manager AS m, family FROM employee ORDER BY m, family DESC

SELECT DISTINCT ON (1) manager, family FROM employee ORDER BY 1, 2

SELECT DISTINCT ON (manager, dept) family, manager, dept FROM employee ORDER BY manager, dept, family

SELECT DISTINCT ON (left(family, 1)) family FROM employee ORDER BY left(family, 1), family

SELECT DISTINCT ON (family) family AS manager, manager AS family FROM employee ORDER BY family

SELECT DISTINCT ON (dept) * FROM employee ORDER BY dept, emp_id

SELECT region, sum(amount) FROM sale GROUP BY region ORDER BY sum(amount)

SELECT region, sum(amount) AS amount FROM sale GROUP BY region ORDER BY amount

SELECT region AS amount, sum(amount) AS region FROM sale GROUP BY sale.region ORDER BY region

SELECT starts, count(*) FROM project GROUP BY starts ORDER BY starts

SELECT starts AS ends, count(*) FROM project GROUP BY ends, starts ORDER BY 1

SELECT ends AS starts, count(*) FROM project GROUP BY project.ends ORDER BY starts

SELECT state, count(*) FROM ticket GROUP BY state ORDER BY 1

SELECT label, count(*) FROM asset GROUP BY label HAVING label > 'd' ORDER BY label

SELECT "from", count("select") FROM "Order" GROUP BY "from" ORDER BY "from"

SELECT family, count(*) FROM employee GROUP BY manager

SELECT family FROM employee GROUP BY given

SELECT manager, family FROM employee GROUP BY manager ORDER BY 1

SELECT e.family, count(*) FROM employee e GROUP BY e.manager

SELECT count(*) FROM employee GROUP BY nothing

SELECT family FROM employee HAVING count(*) > 1

SELECT manager FROM employee GROUP BY 2

SELECT DISTINCT ON (manager) family FROM employee ORDER BY family

SELECT DISTINCT family FROM employee ORDER BY manager

SELECT sum(count(*)) FROM employee GROUP BY manager

SELECT d.title, family FROM department d JOIN employee e ON e.dept = d.dept_id GROUP BY d.dept_id

SELECT dept, GROUPING(family) FROM employee GROUP BY dept

-- each: row_number() OVER (ORDER BY family) | rank() OVER (PARTITION BY manager ORDER BY family) | dense_rank() OVER (ORDER BY manager) | lag(family) OVER (ORDER BY emp_id) | lead(family, 2, 'none') OVER (ORDER BY emp_id) | first_value(family) OVER (PARTITION BY dept ORDER BY family) | last_value(family) OVER (PARTITION BY dept ORDER BY family ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) | nth_value(family, 2) OVER (ORDER BY emp_id ROWS 2 PRECEDING) | ntile(3) OVER (ORDER BY family) | sum(salary) OVER (PARTITION BY manager) | sum(salary) OVER (ORDER BY emp_id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) | count(*) OVER (ORDER BY hired RANGE BETWEEN '1 year' PRECEDING AND CURRENT ROW) | max(family) OVER (ORDER BY manager GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) | count(*) FILTER (WHERE family > 'K') OVER (PARTITION BY dept) | percent_rank() OVER (ORDER BY salary) | cume_dist() OVER (ORDER BY family) | avg(salary) OVER (PARTITION BY dept, manager IS NULL) | string_agg(family, ',') OVER (ORDER BY emp_id) | count(*) OVER () | sum(salary) OVER (ORDER BY salary RANGE BETWEEN manager PRECEDING AND CURRENT ROW)
SELECT emp_id, «each» FROM employee ORDER BY emp_id

SELECT family, rank() OVER w, count(*) OVER (w ROWS 1 PRECEDING) FROM employee WINDOW w AS (PARTITION BY dept ORDER BY family) ORDER BY emp_id

SELECT family, sum(salary) OVER b FROM employee WINDOW a AS (PARTITION BY manager), b AS (a ORDER BY family) ORDER BY emp_id

SELECT family, sum(salary) OVER family FROM employee WINDOW family AS (PARTITION BY manager) ORDER BY emp_id

SELECT family, count(*) OVER manager FROM employee WINDOW manager AS (ORDER BY manager) ORDER BY emp_id

SELECT family, row_number() OVER (ORDER BY family) AS manager FROM employee ORDER BY manager

SELECT family AS f, row_number() OVER (ORDER BY family DESC) FROM employee ORDER BY row_number() OVER (ORDER BY family)

SELECT manager, count(*), rank() OVER (ORDER BY count(*) DESC, manager) FROM employee GROUP BY manager ORDER BY 3

SELECT dept, sum(sum(salary)) OVER (ORDER BY dept) FROM employee GROUP BY dept ORDER BY 1

SELECT s.* FROM (SELECT family, row_number() OVER (PARTITION BY dept ORDER BY salary DESC NULLS LAST) AS nr FROM employee) s WHERE nr = 1 ORDER BY 1

SELECT sensor, taken, celsius - lag(celsius) OVER (PARTITION BY sensor ORDER BY taken) FROM reading ORDER BY 1, 2

SELECT sensor, avg(celsius) OVER (PARTITION BY sensor ORDER BY taken RANGE BETWEEN '2 hours' PRECEDING AND '1 hour' FOLLOWING) FROM reading ORDER BY sensor, taken

SELECT region, amount, sum(amount) OVER (PARTITION BY region ORDER BY sold_on) FROM sale ORDER BY sale_id

SELECT starts, lead(starts) OVER (ORDER BY starts), lag(ends) OVER (ORDER BY ends) FROM project ORDER BY proj_id

SELECT family FROM employee WHERE rank() OVER (ORDER BY family) = 1

SELECT rank() OVER nowhere FROM employee

-- each: ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW | ROWS BETWEEN CURRENT ROW AND 1 PRECEDING | ROWS BETWEEN CURRENT ROW AND UNBOUNDED PRECEDING | ROWS -1 PRECEDING | RANGE 1 PRECEDING
SELECT family, count(*) OVER (ORDER BY family «each») FROM employee ORDER BY 1

-- each: family | employee.family | public.employee.family | (family) | "family" | employee."family" | FAMILY | Employee.Family | employee . family | employee/* the table */.family | full_name | family::varchar(3) | CAST(family AS char(5)) | family COLLATE "C" | +salary | -salary | - (salary) | @ salary | salary::int | salary * 1.1 | salary / 2 + 1 | family || ', ' || given | NOT (family = 'Turing') | family IS NULL | family IS NOT NULL | notes IS NULL | (manager IS NULL) = false | family IS DISTINCT FROM given | family IS NOT DISTINCT FROM given | salary BETWEEN 4000 AND 4500 | salary NOT BETWEEN SYMMETRIC 4500 AND 4000 | family IN ('Turing', 'Knuth') | family NOT IN ('Turing', given) | family LIKE 'T%' | family NOT LIKE '%r_' | family ILIKE 't%' | family LIKE 'T!%' ESCAPE '!' | family SIMILAR TO '(T|K)%' | family NOT SIMILAR TO 'T%' ESCAPE '#' | family ~ '^[A-K]' | family !~* 'T' | family ^@ 'Tu' | family < given
SELECT emp_id, «each» FROM employee ORDER BY emp_id

-- each: family = 'Turing' | employee.family > 'L' | manager = 1 | manager IS NULL | NOT manager IS NULL | manager IN (1, 2) | manager = ANY ('{1,3}') | family = ANY (ARRAY['Turing', given]) | manager <> ALL (ARRAY[2]) | family LIKE ANY (ARRAY['T%', 'K%']) | (family, given) = ('Turing', 'Alan') | (family, given) < ('L', 'B') | ROW(family, manager) IS NOT NULL | ROW(family, manager) = ROW('Turing', 1) | (manager, family) IN ((1, 'Turing'), (2, 'Knuth')) | family = 'Turing' OR family = 'Knuth' AND manager = 2 | true AND family <> '' | skills @> '{math}' | 'math' = ANY (skills) | skills && ARRAY['cobol', lower(family)] | skills[1] = 'math' | array_length(skills, 1) > 1 | cardinality(skills) = 0 | notes ? 'langs' | notes @> '{"langs": ["fr"]}' | notes -> 'pets' IS NOT NULL | notes ->> '«family»' = 'Byron' | notes #>> '{pets,cat}' = '1' | notes['age'] = '36' | seniority = 'senior' | seniority > 'junior'::grade | seniority::text = family | hired > date '2021-06-01' | hired + 30 > '2023-01-01' | hired > '2020-01-01'::date + interval '1 year' | extract(year FROM hired) = 2022 | (hired, hired + 10) OVERLAPS (date '2020-01-01', date '2020-02-01') | lower(family) = 'turing' | full_name = given || ' ' || family | coalesce(manager, 0) = 0 | nullif(dept, 10) IS NULL | CASE WHEN manager IS NULL THEN family ELSE given END > 'E' | CASE manager WHEN 1 THEN true WHEN 2 THEN family > 'E' ELSE false END | emp_id % 2 = 0 | salary > (4000 + manager) * 1.0 | salary IS NULL | (salary > 4000) IS UNKNOWN | (salary > 4000) IS NOT TRUE | emp_id & 1 = 1 | starts_with(family, 'L') | employee.emp_id = 2 | public.employee.manager = 3 | tableoid IS NOT NULL | ctid = ctid | emp_id::text ~ family OR family ~ 'o' | EXISTS (SELECT 1) | family > 'A' COLLATE "C" | overlay(family PLACING 'x' FROM 1 FOR 1) = 'xuring' | length(family) = length(given)
SELECT emp_id, family FROM employee WHERE «each» ORDER BY emp_id

-- each: upper(family) | initcap(lower(family)) | concat(family, '-', given) | concat_ws(' ', given, family, manager) | format('%s %I %L', given, family, manager) | length(family) | char_length(family) + octet_length(given) | position('r' IN family) | strpos(family, 'r') | substring(family FROM 2 FOR 3) | substring(family, 2) | substring(family FROM '[a-z]+') | substring(family SIMILAR '%#"r#"%' ESCAPE '#') | trim(family) | trim(leading 'T' FROM family) | btrim(family, 'Tg') | lpad(family, 10, '.') | left(family, 2) || right(given, 1) | replace(family, 'r', 'R') | translate(family, 'aeiou', '12345') | reverse(family) | repeat(family, 2) | split_part(family, 'r', 1) | md5(family) | ascii(family) | quote_literal(family) | quote_ident(family) | quote_nullable(manager) | regexp_replace(family, '[aeiou]', '', 'g') | (regexp_match(family, '(.)r'))[1] | greatest(family, given) | least(manager, dept) | num_nulls(manager, dept, notes) | num_nonnulls(family, manager) | round(salary, -3) | width_bucket(salary, 0, 5000, 5) | to_char(salary, '99990.0') | to_char(hired, 'YYYY-MM') | date_part('year', hired) | date_trunc('month', hired::timestamp) | age(hired, date '2020-01-01') | hired - date '2020-01-01' | hired + interval '1 day' | make_date(extract(year FROM hired)::int, 1, 1) | hired::timestamp AT TIME ZONE 'UTC' IS NULL | array_to_string(skills, ';') | array_append(skills, family) | array_prepend(family, skills) | skills || ARRAY[family] | skills || family | skills[1:1] | skills[1] | skills[array_upper(skills, 1)] | array_position(skills, 'math') | cardinality(skills) | ARRAY[family, given] | ARRAY[[family], [given]] | ARRAY[manager, dept]::text[] | (ARRAY[family, given])[1] | array_remove(ARRAY[family, given], 'Ada') | string_to_array(family, 'r') | notes -> 'langs' | notes ->> 'langs' | notes -> 'langs' -> 0 | notes #> '{langs,0}' | notes['langs'][0] | notes || jsonb_build_object('family', family) | notes - 'langs' | jsonb_typeof(notes) | jsonb_array_length(notes -> 'langs') | jsonb_path_query_first(notes, '$.langs[0]') | jsonb_set(coalesce(notes, '{}'), '{family}', to_jsonb(family)) | jsonb_build_object('family', family, 'manager', manager) | json_build_array(family, manager) | to_jsonb(family) | to_json(skills) | jsonb_pretty(notes) | seniority | seniority::text || family | pg_typeof(manager)::text | COALESCE(manager, dept, 0) | NULLIF(family, 'Turing') | CASE WHEN family = 'Turing' THEN 1 END | CASE family WHEN 'Turing' THEN given WHEN given THEN 'same' ELSE family END | CASE WHEN manager IS NULL THEN NULL ELSE manager + emp_id END | ROW(family, manager) | (family, manager) | ROW(family) | (family, ROW(manager, given)) | ROW(1, family) = ROW(1, 'Turing') | xmlelement(name family, family) | xmlelement(name e, xmlattributes(family AS f, manager), given) | xmlforest(family, manager AS boss) | xmlforest(given, emp_id AS "I") | xmlconcat(xmlelement(name a, family), xmlelement(name b)) | decode('00', 'hex') || family::bytea | family::bytea | convert_to(family, 'UTF8') | hashtext(family) = hashtext(family) | random() < 2 | family = ANY (skills) | int4range(emp_id, manager + 10) | daterange(hired, hired + 1) | point(emp_id, manager) | emp_id::bit(8) | family::name | family::text::char(2)::varchar
SELECT «each» FROM employee ORDER BY emp_id

SELECT family AS family FROM employee ORDER BY family

SELECT family AS given, given AS family FROM employee ORDER BY emp_id

SELECT family "family", given AS "Family" FROM employee ORDER BY emp_id

SELECT family AS manager, manager AS boss FROM employee ORDER BY emp_id

SELECT family AS «surname», given AS «family» FROM employee ORDER BY emp_id

SELECT family, family, family FROM employee ORDER BY 1

SELECT family, family AS family2, manager, manager m FROM employee ORDER BY 1, 3

SELECT *, family FROM employee ORDER BY emp_id

SELECT family, * FROM employee ORDER BY emp_id

SELECT *, * FROM department ORDER BY dept_id

SELECT e.*, family || 'x' AS family FROM employee e ORDER BY emp_id

SELECT family::text, manager::int, hired::text FROM employee ORDER BY emp_id

SELECT (family)::text AS family, ((manager)) FROM employee ORDER BY emp_id

SELECT (CASE WHEN true THEN family END) FROM employee ORDER BY emp_id

SELECT CASE WHEN true THEN 1 ELSE manager END FROM employee ORDER BY emp_id

SELECT CASE WHEN false THEN 'x' ELSE family END, COALESCE(family), GREATEST(family), ARRAY[family], ROW(family) FROM employee ORDER BY emp_id

SELECT skills[1], skills[1:2], (skills)[1], (notes)['a'] FROM employee ORDER BY emp_id

SELECT family COLLATE "C", family::text COLLATE "C" FROM employee ORDER BY emp_id

SELECT (SELECT family), (SELECT e.manager) FROM employee e ORDER BY emp_id

SELECT EXISTS (SELECT family), ARRAY(SELECT family), family IN (SELECT 'Turing') FROM employee ORDER BY emp_id

SELECT count(family), count(manager), count(*) FROM employee

SELECT family FROM employee WHERE salary > $$0$$ AND family <> $x$family$x$ ORDER BY 1

SELECT 'family' AS k, family AS v FROM employee WHERE 'family' <> family ORDER BY 2

SELECT 1 AS family, 2 AS manager FROM employee WHERE family = 'Turing'

SELECT bool_and(family > 'A'), every(manager > 0), bit_or(emp_id) FROM employee

SELECT amount, amount * 2 AS amount, sale.amount FROM sale ORDER BY sale_id

SELECT starts, ends, ends - starts AS days FROM project ORDER BY proj_id

SELECT starts AS ends, ends AS starts FROM project ORDER BY proj_id

SELECT p.starts, p.ends FROM project p WHERE p.starts < '2026-01-15' AND p.ends > '2026-01-15' ORDER BY proj_id

SELECT greatest(starts, ends), least(starts, ends) FROM project ORDER BY 1, 2

SELECT daterange(starts, ends) FROM project WHERE starts <= ends ORDER BY 1

SELECT (starts, ends) OVERLAPS (date '2026-01-01', date '2026-03-01') FROM project ORDER BY proj_id

SELECT phone, landline FROM customer ORDER BY cust_id

SELECT coalesce(phone, landline), coalesce(landline, phone) FROM customer ORDER BY cust_id

SELECT phone AS landline, landline AS phone FROM customer ORDER BY cust_id

SELECT c.phone FROM customer c WHERE c.landline LIKE '030%' ORDER BY c.phone NULLS FIRST

SELECT label, price, keeper FROM asset WHERE label < 'd' ORDER BY asset_id

SELECT upper(topic), state FROM ticket WHERE state <> 'done' ORDER BY ticket_no

SELECT "select", "Größe" * 2, "two words" || "quo""te", "from", "MixedCase" FROM "Order" ORDER BY "order"

SELECT a_column_name_that_is_exactly_as_long_as_postgresql_allows_it_x FROM "Order" ORDER BY 1

SELECT länge, naïve, 名前 FROM straße WHERE länge > 7 ORDER BY id_straße

SELECT sensor, celsius::int, raw_value, get_byte(raw_value, 0) FROM reading WHERE celsius BETWEEN 0 AND 3 ORDER BY sensor, taken

SELECT taken + interval '1 day', extract(epoch FROM taken) FROM reading WHERE sensor = 'attic' AND taken < '2026-01-01 02:00' ORDER BY taken

SELECT celsius / 3, celsius ^ 2, |/ abs(celsius), round(celsius) FROM reading ORDER BY sensor, taken

-- values: Turing
SELECT * FROM employee WHERE family = $1

-- values: 1 | T%
SELECT family, $1::int + manager AS x FROM employee WHERE manager = $1 AND family LIKE $2 ORDER BY family

-- values: {1,2}
SELECT family FROM employee WHERE manager = ANY ($1::int[]) ORDER BY 1

-- values: x
SELECT coalesce(family, $1), coalesce($1, family) AS second FROM employee ORDER BY 1

-- values: 2 | 1
SELECT family FROM employee ORDER BY emp_id LIMIT $1 OFFSET $2

-- values: 2021-01-01
SELECT family, hired - $1::date FROM employee WHERE hired > $1 ORDER BY emp_id

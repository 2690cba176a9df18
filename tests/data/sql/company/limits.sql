-- refused
CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale_2027 (sale_id, sold_on, amount) VALUES (90, '2027-02-02', 1)

-- refused
CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
SELECT count(*) FROM sale_2027

-- refused
-- simple
CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); SELECT amount FROM sale_2027

-- refused
CREATE TABLE lorry (axles int) INHERITS (vehicle)
-- then
SELECT label FROM lorry

-- refused
CREATE TABLE lorry () INHERITS (vehicle, computer)

-- refused
-- each: ALTER TABLE vehicle NO INHERIT asset | ALTER TABLE sale DETACH PARTITION sale_2025 | ALTER TABLE ticket DETACH PARTITION ticket_done
«each»

-- refused
CREATE TABLE sale_2027 (sale_id bigint NOT NULL, sold_on date NOT NULL, buyer integer, amount numeric(10,2) NOT NULL, region text)
-- then
ALTER TABLE sale ATTACH PARTITION sale_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')

-- refused
ALTER TABLE log.words INHERIT asset

-- refused
-- each: DROP TABLE sale_2025 | DROP TABLE IF EXISTS vehicle | DROP TABLE sale
«each»

-- refused
-- each: pg_typeof(e) | nothing(e) | row_to_json((first_value(e) OVER ())::employee) | initials(d) | format_type('employee'::regtype, NULL)
SELECT «each» FROM employee e, department d WHERE emp_id = 2

-- each: jsonb_populate_record(e, '{"family": "new"}') | (json_populate_record(e, '{"family": "new", "manager": 1}')).* | json_populate_record(e, json_build_object('family', e.given)) | jsonb_populate_record(e, e.notes) | jsonb_populate_record(e, e.notes -> 'pets') | (jsonb_populate_record(NULL::employee, notes)).family | jsonb_populate_record(e, (SELECT to_jsonb(x) FROM employee x WHERE x.emp_id = 2)) | row_to_json(jsonb_populate_record(e, '{"family": "new"}')) | jsonb_populate_record(e, to_jsonb(e))
-- refused
SELECT «each» FROM employee e ORDER BY e.emp_id

-- refused
SELECT * FROM json_to_record('{"e": {"family": "b"}}') AS x (e employee)

-- refused
SELECT * FROM ROWS FROM (staff_of(10), staff_of(11)) WITH ORDINALITY ORDER BY ordinality

-- refused
SELECT row_to_json(x) FROM ROWS FROM (staff_of(10), generate_series(1, 4)) AS x ORDER BY x.emp_id

-- refused
CREATE FUNCTION new_function(e employee) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT e.family || (e).given || ($1).family; END
-- then
SELECT new_function(x) FROM employee x ORDER BY 1

-- refused
CREATE FUNCTION new_function(employee) RETURNS text LANGUAGE sql RETURN ($1).family
-- then
SELECT new_function(x), x.new_function FROM employee x ORDER BY 1

-- refused
CREATE FUNCTION new_function(d department) RETURNS SETOF employee LANGUAGE sql BEGIN ATOMIC SELECT * FROM employee e WHERE e.dept = d.dept_id; END
-- then
SELECT family FROM new_function(NULL::department)

-- refused
CREATE TABLE new_table (id int, who employee)
-- then
SELECT (who).family FROM new_table

-- refused
CREATE VIEW new_view AS SELECT e AS whole FROM employee e
-- then
SELECT (whole).family FROM new_view

-- refused
CREATE TEMP TABLE new_table AS SELECT e FROM employee e

-- refused
SELECT e INTO TEMP new_table FROM employee e

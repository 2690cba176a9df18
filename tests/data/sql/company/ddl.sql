-- each: CREATE INDEX new_index ON employee (family) | CREATE INDEX ON employee (family, manager DESC NULLS LAST) | CREATE UNIQUE INDEX new_index ON employee (lower(family), given) WHERE manager IS NULL | CREATE INDEX new_index ON employee USING gin (skills) INCLUDE (family) | CREATE INDEX new_index ON employee USING hash (family) | CREATE INDEX IF NOT EXISTS new_index ON employee ((family || given) COLLATE "C" text_pattern_ops) | CREATE INDEX new_index ON sale (amount) | CREATE INDEX new_index ON asset (label) | CREATE INDEX new_index ON employee (nothing) | CREATE INDEX new_index ON project (starts, ends)
«each»

CREATE UNIQUE INDEX new_index ON employee (given, lower(family))
-- then
INSERT INTO employee (given, family) VALUES ('Alan', 'TURING')

-- each: COMMENT ON COLUMN employee.family IS 'x' | COMMENT ON TABLE employee IS 'x' | COMMENT ON COLUMN public.employee.manager IS NULL | COMMENT ON CONSTRAINT employee_names ON employee IS 'x' | COMMENT ON COLUMN employee.nothing IS 'x' | COMMENT ON TRIGGER noted ON project IS 'x' | COMMENT ON POLICY own_entries ON ledger IS 'x' | COMMENT ON VIEW staff IS 'x' | COMMENT ON COLUMN staff.family IS 'x' | COMMENT ON MATERIALIZED VIEW dept_cost IS 'x' | COMMENT ON TABLE log.words IS 'x' | COMMENT ON COLUMN "Order"."select" IS 'x'
«each»

COMMENT ON COLUMN employee.family IS 'the name'
-- then
SELECT d.description FROM pg_description d WHERE d.objsubid = 3 AND d.description = 'the name'

-- each: GRANT SELECT (family, manager) ON employee TO clerk | GRANT SELECT, UPDATE (salary) ON TABLE employee TO clerk | GRANT ALL ON employee, department TO clerk | REVOKE SELECT (emp_id, given) ON employee FROM clerk | REVOKE ALL ON ledger FROM clerk | GRANT REFERENCES (emp_id) ON public.employee TO clerk | GRANT SELECT (nothing) ON employee TO clerk | GRANT USAGE ON SCHEMA archive TO clerk | GRANT SELECT ON ALL TABLES IN SCHEMA log TO clerk | GRANT SELECT ON employee TO nobody
«each»

GRANT SELECT (family) ON employee TO clerk
-- then
SET LOCAL ROLE clerk
-- then
SELECT family FROM employee ORDER BY 1

-- each: CREATE STATISTICS new_stat ON family, given FROM employee | CREATE STATISTICS new_stat (ndistinct) ON manager, dept FROM employee | CREATE STATISTICS new_stat ON (lower(family)), given FROM employee | CREATE STATISTICS new_stat ON family, nothing FROM employee
«each»

CREATE VIEW new_view AS SELECT family, manager FROM employee
-- then
SELECT * FROM new_view ORDER BY 1

CREATE VIEW new_view AS SELECT * FROM employee
-- then
SELECT family, manager FROM new_view ORDER BY 1

CREATE VIEW new_view (a, b) AS SELECT family, manager FROM employee WHERE manager IS NOT NULL
-- then
SELECT a, b FROM new_view ORDER BY a

CREATE OR REPLACE TEMP VIEW new_view AS SELECT e.family, d.boss FROM employee e JOIN department d ON d.dept_id = e.dept
-- then
SELECT family, boss FROM new_view ORDER BY 1

CREATE VIEW new_view AS SELECT family || given AS both, starts FROM employee JOIN project ON leader = emp_id
-- then
SELECT * FROM new_view ORDER BY 1

CREATE MATERIALIZED VIEW new_view AS SELECT family, count(*) FROM employee GROUP BY family
-- then
SELECT family, count FROM new_view ORDER BY 1

REFRESH MATERIALIZED VIEW dept_cost

CREATE TABLE new_table AS SELECT family, manager FROM employee
-- then
SELECT family, manager FROM new_table ORDER BY 1

CREATE TEMP TABLE new_table AS SELECT * FROM employee
-- then
SELECT family, manager FROM new_table ORDER BY 1

CREATE TABLE new_table (a, b) AS SELECT family, manager FROM employee WITH NO DATA
-- then
SELECT a, b FROM new_table

CREATE TABLE new_table AS TABLE employee
-- then
SELECT family FROM new_table ORDER BY 1

CREATE TABLE IF NOT EXISTS new_table AS SELECT e.family, e.manager AS m, upper(e.family) FROM employee e
-- then
SELECT family, m, upper FROM new_table ORDER BY 1

SELECT family, manager INTO new_table FROM employee
-- then
SELECT family, manager FROM new_table ORDER BY 1

SELECT * INTO TEMP new_table FROM project
-- then
SELECT starts, ends FROM new_table ORDER BY 1

-- refused
CREATE TABLE new_table (LIKE employee)
-- then
SELECT family FROM new_table

-- refused
CREATE TABLE new_table (LIKE employee INCLUDING ALL)

-- refused
CREATE TABLE new_table () INHERITS (asset)
-- then
INSERT INTO new_table (asset_id, label) VALUES (90, 'x')

CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale (sale_id, sold_on, amount) VALUES (90, '2027-02-02', 1) RETURNING amount

CREATE TABLE new_table (id int PRIMARY KEY, home int REFERENCES department (dept_id), names text)
-- then
INSERT INTO new_table VALUES (1, 99)

CREATE TABLE new_table (f text, g text, FOREIGN KEY (f, g) REFERENCES employee (family, given) ON DELETE CASCADE)
-- then
INSERT INTO new_table VALUES ('Turing', 'Alan') RETURNING *

ALTER TABLE employee ALTER COLUMN family SET DEFAULT 'unknown'
-- then
INSERT INTO employee (given) VALUES ('x') RETURNING family

-- each: ALTER TABLE employee ALTER family DROP NOT NULL | ALTER TABLE employee ALTER manager SET NOT NULL | ALTER TABLE employee ALTER COLUMN family SET STATISTICS 500 | ALTER TABLE employee ALTER family SET STORAGE EXTERNAL | ALTER TABLE employee ALTER family SET (n_distinct = 5) | ALTER TABLE employee ALTER salary DROP DEFAULT | ALTER TABLE employee ADD CONSTRAINT new_check CHECK (family <> given) | ALTER TABLE employee ADD CONSTRAINT new_key UNIQUE (family, hired) | ALTER TABLE assignment ADD CONSTRAINT new_fk FOREIGN KEY (employee_ref) REFERENCES employee (emp_id) NOT VALID | ALTER TABLE employee DROP CONSTRAINT employee_names | ALTER TABLE employee VALIDATE CONSTRAINT employee_salary_check | ALTER TABLE employee DISABLE TRIGGER ALL | ALTER TABLE employee ENABLE ROW LEVEL SECURITY | ALTER TABLE employee CLUSTER ON employee_pkey | ALTER TABLE employee SET (fillfactor = 80) | ALTER TABLE employee OWNER TO postgres | ALTER TABLE employee REPLICA IDENTITY FULL | ALTER TABLE department ALTER dept_id RESTART WITH 50 | ALTER TABLE employee ALTER nothing SET DEFAULT 1
«each»

-- refused
-- each: ALTER TABLE employee RENAME family TO last_name | ALTER TABLE employee RENAME TO people2 | ALTER TABLE employee DROP COLUMN family | ALTER TABLE employee ALTER COLUMN family TYPE varchar(50) | ALTER TABLE employee SET SCHEMA archive | DROP TABLE assignment | DROP TABLE employee CASCADE | DROP VIEW staff | ALTER VIEW staff RENAME COLUMN family TO x | DROP MATERIALIZED VIEW dept_cost | ALTER TABLE sale DETACH PARTITION sale_2025
«each»

-- refused
ALTER TABLE employee ADD COLUMN nickname text DEFAULT 'none'
-- then
SELECT family, nickname FROM employee ORDER BY 1

-- refused
CREATE TRIGGER new_trigger AFTER UPDATE OF family, manager ON employee FOR EACH ROW WHEN (OLD.family <> NEW.family) EXECUTE FUNCTION noted('employee')
-- then
UPDATE employee SET family = 'x' WHERE emp_id = 2
-- then
SELECT event, detail FROM log.trail ORDER BY 1, 2

-- each: ALTER TABLE project DISABLE TRIGGER noted | DROP TRIGGER noted ON project | ALTER TRIGGER noted ON project RENAME TO other | DROP TRIGGER nothing ON project
«each»

CREATE POLICY new_policy ON ledger FOR SELECT TO clerk USING (debit > 5)
-- then
SET LOCAL ROLE clerk
-- then
SELECT entry, debit FROM ledger ORDER BY 1

-- each: ALTER POLICY own_entries ON ledger USING (credit > 1) | DROP POLICY own_entries ON ledger | CREATE POLICY p ON ledger USING (nothing > 1)
«each»

CREATE RULE new_rule AS ON UPDATE TO tree WHERE new.path = 'x' DO INSTEAD NOTHING

-- refused
CREATE FUNCTION new_function() RETURNS text LANGUAGE sql AS 'SELECT max(family) FROM employee'
-- then
SELECT new_function()

CREATE FUNCTION new_function() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT max(family) FROM employee; END
-- then
SELECT new_function()

-- refused
CREATE FUNCTION new_function(employee) RETURNS text LANGUAGE sql AS 'SELECT $1.given'

-- each: CREATE TABLE new_table (family text, manager int) | CREATE SCHEMA new_schema | CREATE SEQUENCE new_sequence | CREATE TYPE new_type AS (family text, manager int) | CREATE DOMAIN new_domain AS text | CREATE TYPE new_enum AS ENUM ('family') | CREATE TABLE log.employee2 (family text) | CREATE TABLE log.words2 (LIKE log.words) | DROP TABLE log.words | ALTER TABLE log.words ADD family2 text | COMMENT ON COLUMN log.words.«family» IS 'x' | CREATE INDEX ON log.words («family») | CREATE VIEW log.v AS SELECT «family» FROM log.words | CREATE TABLE log.copied AS SELECT * FROM log.words | DROP FUNCTION headcount(int) | ALTER SEQUENCE employee_emp_id_seq RESTART WITH 500 | DROP SEQUENCE customer_cust_id_seq | DROP INDEX employee_lower | REINDEX INDEX employee_lower | ALTER INDEX employee_lower RENAME TO x | ALTER TYPE grade ADD VALUE 'chief' | CREATE ROLE new_role | CREATE EXTENSION nothing
«each»

REINDEX TABLE tree

CLUSTER tree USING tree_pkey

-- refused
CREATE TABLE employee (x int)

-- refused
CREATE TABLE log.employee (x int)
-- then
SELECT x FROM log.employee

CREATE INDEX employee_lower ON log.words («amount»)

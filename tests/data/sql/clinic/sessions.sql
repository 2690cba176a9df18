-- simple
PREPARE a (int) AS SELECT surname, $1 FROM patient WHERE patient_no = $1
-- then
EXECUTE a(100)
-- then
EXECUTE a(101); DEALLOCATE a; EXECUTE a(1)

-- simple
PREPARE a AS INSERT INTO ward (ward_no, ward) VALUES ($1, $2) ON CONFLICT (ward_no) DO UPDATE SET ward = excluded.ward || ward.ward RETURNING *
-- then
EXECUTE a(1, 'x')
-- then
EXECUTE a(20, 'y')

-- simple
PREPARE a AS UPDATE patient SET surname = $1 WHERE forename = $2 RETURNING full_name; EXECUTE a('q', 'Rosa')

-- simple
PREPARE surname AS SELECT surname FROM patient ORDER BY 1; EXECUTE surname; EXECUTE SURNAME; DEALLOCATE surname

-- simple
PREPARE a AS WITH x AS (DELETE FROM stay RETURNING bed) SELECT count(*) FROM x
-- then
EXECUTE a
-- then
SELECT count(*) FROM stay

-- simple
PREPARE a AS TABLE ward
-- then
CREATE TEMP TABLE w AS EXECUTE a
-- then
SELECT * FROM w ORDER BY 1

-- simple
PREPARE a AS MERGE INTO pair USING swap ON pair.a = swap.b WHEN MATCHED THEN UPDATE SET c = $1
-- then
EXECUTE a('m')

-- simple
DECLARE surname CURSOR FOR SELECT surname, forename FROM patient ORDER BY surname, forename; FETCH 2 FROM surname; MOVE surname; FETCH ALL IN surname; CLOSE surname

-- simple
DECLARE c SCROLL CURSOR FOR SELECT * FROM ward ORDER BY ward
-- then
FETCH LAST c
-- then
FETCH FIRST c
-- then
FETCH ABSOLUTE 2 c; FETCH RELATIVE 0 c; FETCH BACKWARD 1 c

-- simple
DECLARE c CURSOR FOR SELECT patient_no, surname FROM patient WHERE forename = 'Rosa' FOR UPDATE
-- then
FETCH c
-- then
UPDATE patient SET surname = surname || forename WHERE CURRENT OF c RETURNING surname
-- then
DELETE FROM stay WHERE CURRENT OF c

-- simple
DECLARE c CURSOR FOR SELECT * FROM node ORDER BY id
-- then
FETCH 2 c
-- then
UPDATE node SET title = 'cur', pos = id WHERE CURRENT OF c RETURNING *

-- simple
DECLARE c CURSOR FOR SELECT * FROM item
-- then
FETCH 3 c
-- then
DELETE FROM item WHERE CURRENT OF c RETURNING item_no, label

-- simple
DECLARE c CURSOR WITHOUT HOLD FOR WITH x AS (SELECT ward FROM ward) SELECT x.ward, patient FROM x JOIN occupied USING (ward) ORDER BY 1, 2; FETCH ALL c

-- simple
DECLARE c CURSOR FOR SELECT nosuch FROM ward

-- simple
DECLARE c INSENSITIVE CURSOR FOR VALUES ((SELECT max(ward) FROM ward)); FETCH c

-- simple
BEGIN; INSERT INTO ward (ward_no, ward) VALUES (30, 'b'); SAVEPOINT ward; UPDATE ward SET ward = 'c' WHERE ward_no = 30; ROLLBACK TO SAVEPOINT ward; SELECT ward FROM ward WHERE ward_no = 30

-- simple
SELECT ward FROM ward ORDER BY 1; SELECT nosuch FROM ward; SELECT ward FROM ward

-- simple
SELECT surname FROM patient WHERE patient_no = 100; UPDATE patient SET surname = 'x' WHERE patient_no = 100; SELECT surname, full_name FROM patient WHERE patient_no = 100

-- simple
CREATE TEMP TABLE patient (surname text, other int); INSERT INTO patient VALUES ('temp', 1); SELECT * FROM patient

-- simple
CREATE TEMP TABLE patient (surname text, other int)
-- then
INSERT INTO patient VALUES ('temp', 1)
-- then
SELECT surname, other FROM patient
-- then
SELECT surname FROM public.patient ORDER BY 1
-- then
DROP TABLE patient
-- then
SELECT surname, forename FROM patient ORDER BY 1, 2

CREATE TEMP TABLE ward AS SELECT ward, floor FROM ward
-- then
SELECT * FROM ward ORDER BY ward
-- then
SELECT w.ward, p.beds FROM ward w JOIN public.ward p USING (ward) ORDER BY 1
-- then
UPDATE ward SET floor = 9 WHERE ward = 'empty' RETURNING *
-- then
DROP TABLE pg_temp.ward
-- then
SELECT * FROM ward ORDER BY ward_no

-- simple
CREATE TEMP VIEW doctor AS SELECT surname AS name FROM patient
-- then
SELECT name FROM doctor ORDER BY 1
-- then
SELECT d.name FROM public.doctor d ORDER BY 1

-- simple
CREATE TEMP TABLE t (LIKE pair)
-- then
INSERT INTO t SELECT * FROM pair
-- then
SELECT a, b, c, d FROM t ORDER BY a

SET LOCAL search_path = staff
-- then
SELECT surname, nick FROM patient ORDER BY 1
-- then
SELECT surname FROM public.patient ORDER BY 1
-- then
SELECT forename FROM patient

SET LOCAL search_path = "Old Files", public
-- then
SELECT * FROM ward ORDER BY 1
-- then
SELECT "Patient", ward_ref FROM "Stay Of" ORDER BY 1
-- then
SELECT w.closed, p.beds FROM ward w, public.ward p WHERE w.ward = p.ward

-- simple
SAVEPOINT s
-- then
SET LOCAL search_path = staff
-- then
SELECT * FROM patient ORDER BY 1
-- then
ROLLBACK TO s
-- then
SELECT forename, surname FROM patient ORDER BY 1

-- simple
SET LOCAL search_path = staff, public; SELECT surname, nick FROM patient ORDER BY 1; SET LOCAL search_path = public; SELECT surname, forename FROM patient ORDER BY 1, 2

-- simple
SELECT set_config('search_path', 'staff,public', true); SELECT head FROM ward ORDER BY 1

-- simple
SAVEPOINT a; SET LOCAL search_path = staff; SAVEPOINT b; SET LOCAL search_path = "Old Files"; ROLLBACK TO b
-- then
SELECT * FROM ward ORDER BY 1
-- then
ROLLBACK TO a
-- then
SELECT * FROM ward ORDER BY 1

-- simple
SET search_path = staff
-- then
SELECT head FROM ward ORDER BY 1
-- then
RESET search_path
-- then
SELECT ward FROM ward ORDER BY 1

-- simple
SET LOCAL ROLE nurse
-- then
SELECT * FROM secret ORDER BY 1
-- then
INSERT INTO secret (secret_no, holder, content) VALUES (8, 'nurse', 'x') RETURNING *
-- then
UPDATE secret SET content = holder || content, level = 2 RETURNING secret_no, content
-- then
DELETE FROM secret WHERE level > 1 RETURNING content

-- simple
SET LOCAL ROLE nurse
-- then
INSERT INTO secret (secret_no, holder, level) VALUES (8, 'nurse', 7)

-- simple
SET LOCAL ROLE nurse
-- then
UPDATE secret SET holder = 'x'

-- simple
SET LOCAL ROLE nurse
-- then
SELECT patient_no, surname FROM patient ORDER BY 1

-- simple
SET LOCAL ROLE nurse
-- then
SELECT forename FROM patient

-- simple
SET LOCAL ROLE nurse
-- then
SELECT * FROM patient

-- simple
SET LOCAL ROLE nurse
-- then
UPDATE patient SET surname = 'n' WHERE patient_no = 100 RETURNING patient_no

-- simple
SET LOCAL ROLE nurse
-- then
UPDATE patient SET forename = 'n'

-- simple
SET LOCAL ROLE nurse
-- then
DELETE FROM doctor

-- simple
SET LOCAL ROLE nurse
-- then
SELECT ward, count(*) FROM ward GROUP BY ward ORDER BY 1

-- simple
LOCK TABLE patient, staff.patient IN SHARE MODE; SELECT count(*) FROM patient

-- simple
LOCK nosuch

CALL raise_pay(10, 1, 2)

CALL raise_pay(by_what => 5, VARIADIC whom => '{3}')

CALL raise_pay(1)

-- simple
DO $$BEGIN PERFORM 1; END$$

-- simple
DISCARD TEMP; SELECT ward FROM ward ORDER BY 1

ANALYZE patient (surname, forename)

ANALYZE ward, doctor (name), nosuch

-- simple
VACUUM patient

COMMENT ON COLUMN patient.surname IS 'family name'

COMMENT ON TABLE patient IS 'who is ill'
-- then
SELECT obj_description('patient'::regclass)

SELECT col_description('patient'::regclass, 3)

REFRESH MATERIALIZED VIEW income

REFRESH MATERIALIZED VIEW CONCURRENTLY income WITH NO DATA

-- each: SELECT nosuch FROM patient | VALUES ((SELECT nosuch FROM ward)) | UPDATE patient SET nosuch = 1 | INSERT INTO ward (ward_no, ward) VALUES (1) | DELETE FROM patient USING nosuch | SELECT 1 FROM patient p WHERE patient.surname = 'x'
EXPLAIN (COSTS OFF, FORMAT JSON, VERBOSE false, SUMMARY off) «each»

-- simple
CREATE TABLE made AS SELECT surname, upper(forename) AS f, born FROM patient
-- then
SELECT * FROM made ORDER BY 1, 2
-- then
INSERT INTO made (surname, born) VALUES ('x', '2000-01-01')
-- then
DROP TABLE made

-- simple
CREATE TABLE made (x, y) AS SELECT surname, born FROM patient WITH NO DATA
-- then
SELECT x, y FROM made

-- simple
SELECT surname, forename AS given INTO TEMP made FROM patient
-- then
SELECT surname, given FROM made ORDER BY 1, 2

-- simple
CREATE VIEW made AS SELECT * FROM patient WHERE surname = 'Luxem'
-- then
SELECT * FROM made ORDER BY patient_no
-- then
UPDATE made SET surname = 'Q' WHERE forename = 'Ada' RETURNING full_name

-- simple
CREATE VIEW made (a, b) AS SELECT p.surname, w.ward FROM patient p, ward w
-- then
SELECT count(*), max(a), max(b) FROM made

-- simple
CREATE VIEW made AS SELECT ward, count(*) FROM ward GROUP BY ward
-- then
SELECT ward, count FROM made ORDER BY 1

-- simple
CREATE MATERIALIZED VIEW made AS SELECT d.name, w.ward FROM doctor d LEFT JOIN ward w ON w.ward_no = d.ward_ref
-- then
SELECT ward, name FROM made ORDER BY 2

-- simple
CREATE RECURSIVE VIEW made (id, title) AS SELECT id, title FROM node WHERE up IS NULL UNION ALL SELECT n.id, n.title FROM node n JOIN made m ON n.up = m.id
-- then
SELECT title FROM made ORDER BY id

-- simple
CREATE INDEX ON patient (surname, lower(forename)) INCLUDE (born) WHERE surname <> ''

-- simple
CREATE UNIQUE INDEX made ON ward (floor, ward)
-- then
INSERT INTO ward (ward_no, ward, floor) VALUES (9, 'surgery', 2)

-- simple
CREATE FUNCTION made(n int) RETURNS text LANGUAGE sql RETURN (SELECT surname FROM patient WHERE patient_no = n)
-- then
SELECT made(100)

-- simple
CREATE FUNCTION made(n int) RETURNS SETOF patient LANGUAGE sql BEGIN ATOMIC SELECT * FROM patient WHERE patient_no = n; END
-- then
SELECT surname FROM made(100)

-- simple
CREATE FUNCTION made(n int) RETURNS text LANGUAGE sql AS 'SELECT 1::text'
-- then
SELECT made(1)

-- simple
CREATE FUNCTION made() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'
-- then
CREATE TRIGGER made BEFORE UPDATE OF surname, born ON patient FOR EACH ROW WHEN (OLD.surname <> NEW.surname) EXECUTE FUNCTION made()
-- then
UPDATE patient SET surname = 'x' RETURNING surname

-- simple
ALTER TABLE patient ALTER surname SET DEFAULT 'z'
-- then
INSERT INTO patient (forename) VALUES ('q') RETURNING surname

-- simple
ALTER TABLE patient ADD CONSTRAINT made CHECK (surname <> forename)
-- then
UPDATE patient SET surname = forename

-- simple
ALTER TABLE patient ALTER surname DROP NOT NULL, ALTER COLUMN born SET NOT NULL

-- simple
GRANT SELECT (surname, forename) ON patient TO nurse
-- then
SET LOCAL ROLE nurse
-- then
SELECT surname, forename FROM patient ORDER BY 1, 2

-- simple
CREATE POLICY made ON patient USING (surname = current_user)

-- simple
CREATE STATISTICS made ON surname, forename FROM patient

-- simple
CREATE TABLE made (id int REFERENCES patient, w int REFERENCES ward (ward_no) ON DELETE CASCADE)
-- then
INSERT INTO made VALUES (100, 1)
-- then
INSERT INTO made VALUES (1, 1)

SELECT nextval('patient_patient_no_seq'), currval('patient_patient_no_seq')

SELECT nextval(pg_get_serial_sequence('patient', 'patient_no'))

SELECT has_table_privilege('nurse', 'patient', 'SELECT'), has_column_privilege('nurse', 'patient', 'surname', 'SELECT'), has_column_privilege('nurse', 'patient', 'forename', 'SELECT')

SELECT pg_relation_size('patient') > 0, 'patient'::regclass::oid > 0, to_regclass('nosuch') IS NULL

SELECT count(*) FROM pg_class WHERE oid = 'patient'::regclass

SELECT has_column_privilege('patient', 'nosuch', 'SELECT')

SELECT 'nosuch'::regclass

SELECT surname FROM patient WHERE tableoid = 'patient'::regclass ORDER BY 1

SELECT tableoid = 'drug'::regclass, label FROM item ORDER BY item_no

INSERT INTO person VALUES (10, 'New')

INSERT INTO person VALUES (10, 'New') RETURNING *

INSERT INTO person (id, {first}, {own}) VALUES (10, 'New', 'own') RETURNING {own}

INSERT INTO person (id, {first}, {other}) VALUES (10, 'New', 'x')

-- refused
INSERT INTO person VALUES (10, 'New', DEFAULT, '1990-01-01', 'too many')

INSERT INTO visit VALUES (10, 1), (11, 2, 'there')

INSERT INTO visit SELECT visit_id + 10, id FROM visit RETURNING *

INSERT INTO visit (visit_id) VALUES (20) RETURNING visit.*

INSERT INTO person SELECT id + 10, {first} FROM person RETURNING id, {first}

INSERT INTO person SELECT * FROM person ON CONFLICT DO NOTHING

INSERT INTO person (id, {first}) VALUES (1, 'X') ON CONFLICT (id) DO UPDATE SET {own} = excluded.{first} RETURNING *

INSERT INTO person (id, {first}) VALUES (1, 'X') ON CONFLICT (id) DO UPDATE SET {other} = 'x'

INSERT INTO person AS p (id, {first}, {own}) VALUES (1, 'X', 'y') ON CONFLICT (id) DO UPDATE SET {own} = excluded.{own} || p.id WHERE p.{own} IS DISTINCT FROM 'z'

INSERT INTO log VALUES (5, 'five')

INSERT INTO log (at, {log_own}) VALUES (5, {log_value}) RETURNING *

INSERT INTO log_low (at, {log_own}) VALUES (5, {log_value}) RETURNING {log_own}

INSERT INTO log_low (at, {log_other}) VALUES (5, NULL)

UPDATE person SET {own} = 'changed' WHERE id = 1 RETURNING *

UPDATE person SET {other} = 'x'

UPDATE person SET ({own}, {first}) = ('a', 'b') WHERE id = 2

-- refused
UPDATE person SET ({own}, {first}) = (SELECT place, place FROM visit WHERE visit_id = 1) WHERE id = 2 RETURNING person

-- refused
UPDATE person p SET {first} = v.place FROM visit v WHERE v.id = p.id AND v.visit_id = 3 RETURNING p

UPDATE person p SET {first} = v.place FROM visit v WHERE v.id = p.id AND v.visit_id = 3 RETURNING p.*, v.*

UPDATE log SET {log_own} = {log_value} WHERE at < 100 RETURNING *

DELETE FROM visit USING person p WHERE p.id = visit.id AND p.{own} IS NOT NULL RETURNING visit.*

DELETE FROM visit RETURNING *

DELETE FROM person WHERE {other} IS NULL

WITH gone AS (DELETE FROM visit RETURNING *) SELECT * FROM gone ORDER BY visit_id

WITH made AS (INSERT INTO person VALUES (30, 'X') RETURNING *) SELECT {own} FROM made

MERGE INTO person p USING visit v ON p.id = v.visit_id WHEN MATCHED THEN UPDATE SET {own} = v.place WHEN NOT MATCHED THEN INSERT VALUES (v.visit_id, v.place)

MERGE INTO person p USING visit v ON p.id = v.visit_id WHEN NOT MATCHED THEN INSERT (id, {first}, {own}) VALUES (v.visit_id, v.place, 'x')

MERGE INTO person p USING visit v ON p.id = v.visit_id WHEN MATCHED THEN UPDATE SET {other} = v.place

TRUNCATE visit

COPY person TO STDOUT

COPY person (id, {own}) TO STDOUT WITH CSV HEADER

COPY person TO STDOUT WITH (FORMAT csv, HEADER)

COPY log TO STDOUT

COPY log_high TO STDOUT

COPY (SELECT * FROM person ORDER BY id) TO STDOUT

-- simple
COPY person ({other}) TO STDOUT

-- copy: 10\tNew\t\\N\t\\N\n
COPY person FROM STDIN

-- copy: 10,New\n
COPY person (id, {first}) FROM STDIN WITH CSV

-- simple
-- copy: 1,2\n
COPY person (id, {other}) FROM STDIN WITH CSV

-- copy: 10\tNew\n
COPY person FROM STDIN

CREATE TABLE copied AS SELECT * FROM person
-- then
SELECT * FROM copied ORDER BY id

SELECT * INTO copied FROM person
-- then
SELECT {own} FROM copied ORDER BY id

CREATE VIEW seen AS SELECT * FROM person
-- then
SELECT * FROM seen ORDER BY id

-- simple
CREATE INDEX ON person ({other})

CREATE INDEX by_own ON person ({own})

COMMENT ON COLUMN person.{own} IS 'mine'

-- simple
COMMENT ON COLUMN person.{other} IS 'not mine'

ALTER TABLE person ALTER {own} SET DEFAULT 'x'

-- refused
ALTER TABLE person DROP COLUMN {own}

-- refused
ALTER TABLE person ADD COLUMN more int

ANALYZE person ({own})

-- simple
ANALYZE person ({other})

PREPARE q(int) AS SELECT * FROM person WHERE id = $1
-- then
EXECUTE q(1)

DECLARE c CURSOR FOR SELECT * FROM person ORDER BY id
-- then
FETCH 2 FROM c
-- then
UPDATE person SET {own} = 'here' WHERE CURRENT OF c RETURNING *

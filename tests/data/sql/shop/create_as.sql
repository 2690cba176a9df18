-- simple
CREATE TABLE copy_of AS SELECT * FROM {person}; SELECT * FROM copy_of ORDER BY id

-- simple
CREATE TABLE copy_of AS SELECT {last}, upper({first}), orders.* FROM {person} JOIN orders ON orders.person_id = {person}.id; SELECT * FROM copy_of ORDER BY id

-- simple
CREATE TABLE copy_of (a, b) AS SELECT id, {last} FROM {person} WITH NO DATA; SELECT * FROM copy_of

-- simple
CREATE TABLE copy_of AS TABLE {person}; SELECT * FROM copy_of ORDER BY id

-- simple
CREATE TABLE IF NOT EXISTS plain AS SELECT {last} FROM {person}; SELECT * FROM plain ORDER BY id

-- simple
CREATE TEMP TABLE copy_of ON COMMIT DROP AS SELECT {last} FROM {person} ORDER BY id; SELECT * FROM copy_of

-- refused
-- simple
CREATE TEMP TABLE orders AS SELECT {last} FROM {person} ORDER BY id; SELECT count(*) FROM pg_temp.orders; DROP TABLE pg_temp.orders

-- simple
CREATE TABLE copy_of AS WITH x AS (SELECT {first}, {last} FROM {person}) SELECT * FROM x UNION ALL SELECT name, surname FROM plain; SELECT * FROM copy_of ORDER BY 1, 2

-- simple
PREPARE q AS SELECT {last} FROM {person} WHERE id < $1; CREATE TABLE copy_of AS EXECUTE q(3); SELECT * FROM copy_of ORDER BY 1; DEALLOCATE q

-- simple
SELECT {last}, p.{first} INTO copy_of FROM {person} p WHERE id < 3; SELECT * FROM copy_of ORDER BY 1

-- simple
SELECT * INTO TEMP copy_of FROM {person} UNION SELECT id, name, last_name, NULL FROM plain; SELECT * FROM copy_of ORDER BY 1, 2, 3; DROP TABLE copy_of

-- simple
CREATE MATERIALIZED VIEW mv AS SELECT {last}, {first} AS f FROM {person}; SELECT * FROM mv ORDER BY 1; REFRESH MATERIALIZED VIEW mv; SELECT * FROM mv ORDER BY 1

-- simple
CREATE VIEW pv AS SELECT {last} FROM {person}; SELECT * FROM pv ORDER BY 1

-- simple
CREATE VIEW pv AS SELECT * FROM {person}; UPDATE pv SET {last} = 'x' WHERE id = 1; SELECT * FROM pv ORDER BY id

-- simple
CREATE VIEW pv AS SELECT p.*, o.{status} FROM {person} p LEFT JOIN orders o ON o.person_id = p.id; SELECT {last}, {status} FROM pv ORDER BY 1, 2

-- simple
CREATE VIEW pv (a, b) AS SELECT {last}, {first} FROM {person} WHERE {last} LIKE 'L%' WITH LOCAL CHECK OPTION; SELECT * FROM pv ORDER BY 1

-- simple
CREATE TEMP VIEW pv WITH (security_barrier) AS SELECT id, {street} FROM address ORDER BY {street} DESC; SELECT * FROM pv ORDER BY 1; DROP VIEW pv

-- simple
CREATE OR REPLACE VIEW pv AS SELECT {last} FROM {person}; CREATE OR REPLACE VIEW pv2 AS SELECT 1 AS one; SELECT * FROM pv ORDER BY 1

-- simple
CREATE RECURSIVE VIEW rv (n, {last}) AS SELECT 1, {last} FROM {person} WHERE id = 1 UNION ALL SELECT n + 1, {last} || '!' FROM rv WHERE n < 3; SELECT * FROM rv ORDER BY 1

-- refused
CREATE TABLE {other_person} AS SELECT 1 AS one FROM {person}

-- refused
CREATE VIEW {person} AS SELECT {status} FROM orders

EXPLAIN (COSTS OFF) CREATE TABLE copy_of AS SELECT {last} FROM {person} WHERE false

-- simple
EXPLAIN (COSTS OFF) DECLARE c CURSOR FOR SELECT {last} FROM {person} WHERE false

-- simple
PREPARE q AS SELECT {last} FROM {person} WHERE false; EXPLAIN (COSTS OFF) EXECUTE q; DEALLOCATE q

-- simple
DECLARE c CURSOR FOR SELECT {last} FROM {person} WHERE id < 3 FOR UPDATE; FETCH 1 FROM c; UPDATE {person} SET {last} = 'here' WHERE CURRENT OF c; FETCH 1 FROM c; DELETE FROM {person} WHERE CURRENT OF c; CLOSE c

-- simple
DECLARE c SCROLL CURSOR WITH HOLD FOR SELECT p.* FROM {person} p ORDER BY {last}; MOVE 2 FROM c; FETCH BACKWARD 1 FROM c; FETCH ALL FROM c; CLOSE c

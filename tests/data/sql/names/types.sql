-- each: 'good'::{s}.{mood} | CAST('good' AS {s}.{mood}) | {s}.{mood} 'good' | {s}.{mood}('good') | {s} . {mood} ('bad') | ARRAY['good']::{s}.{mood}[] | '{bad,good}'::{s}.{mood}[] | NULL::{s}.{price} | 5::{s}.{price} | '[1,5)'::{s}.{gap} | ROW(1, 'good')::{s}.{point} | (1, NULL)::{s}.{point} | 'up'::other.temper | 'up'::other.gap | other.gap 'up' | 'good'::text::{s}.{mood} | ('good'::{s}.{mood}) | 'good'::{s}.{mood}::text | ('good'::{s}.{mood})::text::int | CASE WHEN true THEN 'good'::{s}.{mood} END | CASE WHEN false THEN 1 ELSE 2::{s}.{price} END | (SELECT 'good'::{s}.{mood}) | ARRAY(SELECT 'good'::{s}.{mood}) | 'good'::{s}.{mood} COLLATE "C" | coalesce('good'::{s}.{mood}, 'bad') | 'good'::{s}.{mood} = 'bad' | ('{good}'::{s}.{mood}[])[1] | (ROW(3, 'bad')::{s}.{point}).y
SELECT «each»

SELECT x, {mood} FROM (SELECT 1 AS x, 'good'::{s}.{mood}) s

WITH w AS (SELECT 'good'::{s}.{mood}, 5::{s}.{price}) SELECT {mood}, {price} + 1 FROM w

SELECT * FROM (SELECT id, 'bad'::{s}.{mood} FROM {s}.{person} UNION ALL SELECT id, mood FROM {s}.{person}) u ORDER BY 1, 2

SELECT id, mood::{s}.{mood} FROM {s}.{person} ORDER BY id

SELECT 'bad'::{s}.{mood} FROM {s}.{person} ORDER BY {mood}

SELECT 'bad'::{s}.{mood}, count(*) FROM {s}.{person} GROUP BY {mood}

SELECT 'bad'::{s}.{mood}, count(*) FROM {s}.{person} GROUP BY 1

CREATE TEMP TABLE made AS SELECT 'good'::{s}.{mood}, 3::{s}.{price}
-- then
SELECT {mood}, {price} FROM made

SELECT 'good'::{s}.{mood} INTO TEMP made
-- then
SELECT * FROM made

CREATE TEMP VIEW seen AS SELECT 'good'::{s}.{mood}, '[1,2)'::{s}.{gap}
-- then
SELECT {mood}, {gap} FROM seen

CREATE TEMP TABLE typed (id int, m {s}.{mood} DEFAULT 'good', ms {s}.{mood}[], p {s}.{price} CHECK (p < 100::{s}.{price}), at {s}.{point})
-- then
INSERT INTO typed VALUES (1, 'bad', '{good}', 5, ROW(1, 'good')) RETURNING *, m::{s}.{mood}
-- then
ALTER TABLE typed ADD COLUMN more {s}.{gap}, ALTER COLUMN m TYPE text USING m::{s}.{mood}::text
-- then
SELECT * FROM typed

CREATE TEMP TABLE of_type OF {s}.{point}
-- then
INSERT INTO of_type VALUES (1, 'good') RETURNING x, y

CREATE FUNCTION other.f(a {s}.{mood}, OUT b {s}.{price}, c {s}.{mood}[] DEFAULT NULL) LANGUAGE sql RETURN 5::{s}.{price}
-- then
SELECT other.f('good')
-- then
DROP FUNCTION other.f({s}.{mood}, {s}.{mood}[])

CREATE FUNCTION other.g(a {s}.{point}) RETURNS SETOF {s}.{mood} LANGUAGE sql BEGIN ATOMIC SELECT (a).y; END
-- then
SELECT other.g(ROW(1, 'bad'))
-- then
ALTER FUNCTION other.g({s}.{point}) STABLE
-- then
COMMENT ON FUNCTION other.g({s}.{point}) IS 'x'
-- then
GRANT EXECUTE ON FUNCTION other.g({s}.{point}) TO PUBLIC

CREATE FUNCTION other.h() RETURNS TABLE (m {s}.{mood}, n int) LANGUAGE sql BEGIN ATOMIC SELECT 'good'::{s}.{mood}, 1; END
-- then
SELECT * FROM other.h()

CREATE FUNCTION other.k(p {s}.{person}.mood%TYPE) RETURNS {s}.{person}.{last}%TYPE LANGUAGE sql RETURN 'x'
-- then
SELECT other.k('good')

CREATE CAST ({s}.{mood} AS int) WITH INOUT
-- then
DROP CAST ({s}.{mood} AS int)

CREATE AGGREGATE other.first({s}.{mood}) (SFUNC = other_first, STYPE = {s}.{mood})

CREATE DOMAIN other.good AS {s}.{mood} CHECK (VALUE = 'good'::{s}.{mood})
-- then
SELECT 'bad'::other.good

CREATE DOMAIN other.good AS {s}.{mood} CHECK (VALUE = 'good'::{s}.{mood})
-- then
SELECT 'good'::other.good

CREATE TYPE other.pair AS (a {s}.{mood}, b {s}.{price})
-- then
SELECT ROW('good', 1)::other.pair

-- refused
CREATE TYPE other.{mood} AS ENUM ('x')

CREATE TYPE other.nice AS ENUM ('x')
-- then
SELECT 'x'::other.nice

ALTER TYPE {s}.{mood} ADD VALUE 'fair' BEFORE 'bad'

ALTER TYPE {s}.{mood} RENAME VALUE 'good' TO 'better'
-- then
SELECT mood FROM {s}.{person} ORDER BY 1

ALTER DOMAIN {s}.{price} SET DEFAULT 3

ALTER DOMAIN {s}.{price} ADD CONSTRAINT small CHECK (VALUE < 1000)
-- then
SELECT 2000::{s}.{price}

ALTER DOMAIN {s}.{price} RENAME CONSTRAINT price_check TO positive
-- then
SELECT -1::{s}.{price}

-- refused
ALTER TYPE {s}.{mood} RENAME TO x

-- refused
ALTER TYPE {s}.{mood} SET SCHEMA other

-- refused
DROP TYPE {s}.{mood}

-- refused
DROP DOMAIN IF EXISTS {s}.{price}

-- refused
ALTER TYPE {s}.{point} ADD ATTRIBUTE z int

DROP TYPE other.temper

COMMENT ON TYPE {s}.{mood} IS 'how one is'

COMMENT ON DOMAIN {s}.{price} IS 'what it is'

COMMENT ON COLUMN {s}.{point}.x IS 'left to right'

GRANT USAGE ON TYPE {s}.{mood}, {s}.{gap} TO PUBLIC

REVOKE USAGE ON DOMAIN {s}.{price} FROM PUBLIC

ALTER TYPE {s}.{mood} OWNER TO CURRENT_USER

SELECT * FROM json_to_recordset('[{"m": "good", "p": 3}]') AS j(m {s}.{mood}, p {s}.{price})

SELECT x.* FROM XMLTABLE('/a' PASSING '<a><m>good</m></a>' COLUMNS m {s}.{mood} PATH 'm', n {s}.{price} DEFAULT 4) x

SELECT xmlserialize(CONTENT '<a/>'::xml AS text), m FROM {s}.moods() AS m ORDER BY m

SELECT (NULL::{s}.{point}).x, (coalesce(NULL, ROW(1, 'good')::{s}.{point})).y, (ARRAY[ROW(2, 'bad')::{s}.{point}])[1].y

-- simple
PREPARE q({s}.{point}) AS SELECT ($1).y, $1; EXECUTE q(ROW(1, 'bad')); DEALLOCATE q

CREATE FUNCTION other.m(v {s}.visit.at%TYPE) RETURNS text LANGUAGE sql RETURN (v).y::text
-- then
SELECT other.m(ROW(1, 'good'))

-- simple
PREPARE q({s}.{mood}, {s}.{price}) AS SELECT $1, $2 + 1; EXECUTE q('good', 4); DEALLOCATE q

-- values: good
SELECT $1::{s}.{mood}

-- values: {good,bad}
SELECT $1::{s}.{mood}[], id FROM {s}.{person} WHERE mood = ANY ($1) ORDER BY id

SELECT {s}.cheer('good'), {s}.cheer('bad'::{s}.{mood})

SELECT id, at, (at).y, moods, gap FROM {s}.visit ORDER BY id

INSERT INTO {s}.visit (id, at, moods, gap, cost) VALUES (3, ROW(4, 'bad')::{s}.{point}, ARRAY['bad'::{s}.{mood}], '[1,2)'::{s}.{gap}, 1) RETURNING at, 'good'::{s}.{mood}

UPDATE {s}.visit SET at.y = 'bad'::{s}.{mood}, moods[1] = {s}.{mood} 'good' WHERE id = 1 RETURNING *

SELECT count(*) FROM {s}.visit WHERE pg_typeof(gap) = '{s}.{gap}'::regtype

SELECT to_regtype('{s}.{mood}') IS NULL, to_regtype('{s}.nothing') IS NULL, has_type_privilege('{s}.{mood}', 'usage'), '{s}.{mood}'::regtype::oid > 0

-- refused
SELECT '{s}.{mood}'::regtype

-- refused
SELECT '{s}.{mood}[]'::regtype::oid > 0

-- refused
SELECT format_type('{s}.{mood}'::regtype, NULL)

SELECT 'worse'::{s}.{mood}

SELECT -1::{s}.{price}

SELECT 'x'::{s}.{gap}

INSERT INTO {s}.visit (id, cost) VALUES (9, -5)

UPDATE {s}.{person} SET mood = 'worse' WHERE id = 1

UPDATE {s}.{person} SET mood = 5

INSERT INTO {s}.{person} (id, {last}, mood) VALUES (9, 'x', 'up'::other.temper)

SELECT mood + 1 FROM {s}.{person}

SELECT * FROM {s}.{person} WHERE mood = 1

SELECT * FROM {s}.{person} WHERE mood = 'up'::other.temper

SELECT {s}.cheer(1)

SELECT upper(mood) FROM {s}.{person}

SELECT cheer('good'::{s}.{mood}, 1)

SELECT 'good'::{s}.{mood}::int

SELECT mood::{s}.{price} FROM {s}.{person}

SELECT CASE WHEN true THEN 1 ELSE mood END FROM {s}.{person}

SELECT mood FROM {s}.{person} UNION SELECT 1

SELECT coalesce(mood, 1) FROM {s}.{person}

SELECT id FROM {s}.{person} WHERE mood

SELECT sum(mood) FROM {s}.{person}

SELECT mood[1] FROM {s}.{person}

SELECT (mood).x FROM {s}.{person}

SELECT ROW(1, 2, 3)::{s}.{point}

SELECT 'x'::{s}.no_such_type, 'good'::{s}.{mood}

SELECT 'good'::{mood}

SELECT {mood}('good'), {mood} 'bad'

SELECT '[1,2)'::{gap}, 'good'::{mood}[]

SELECT {s}.{gap}(1, 2)

-- simple
DROP TYPE IF EXISTS {s}.nothing

CREATE INDEX ON {s}.visit ((cost::{s}.{price}))

EXPLAIN (COSTS OFF) SELECT 'good'::{s}.{mood} WHERE false

SELECT p FROM {person} p ORDER BY p.id

SELECT {person} FROM {person} ORDER BY id

SELECT p.*, p FROM {person} p ORDER BY p

SELECT DISTINCT p FROM {person} p ORDER BY p

SELECT p, count(*) FROM {person} p GROUP BY p ORDER BY p

SELECT p FROM {person} p WHERE p IN (SELECT q FROM {person} q WHERE q.id > 2) ORDER BY p DESC

SELECT p = q, p.* = q.*, p IS DISTINCT FROM q, p IS NULL, p.* IS NOT NULL FROM {person} p, {person} q ORDER BY p.id, q.id

SELECT count(p), count(p.*), count(DISTINCT p) FROM {person} p

SELECT ARRAY[p], ROW(p, 1), ROW(p.*, 1), CASE WHEN p.id > 2 THEN p END FROM {person} p ORDER BY p.id

SELECT p::text, concat(p, '!'), format('%s', p), quote_literal(p) FROM {person} p ORDER BY p.id

SELECT p FROM {person} p UNION SELECT p FROM {person} p WHERE p.id > 3 ORDER BY 1

SELECT a.id, p FROM account a LEFT JOIN {person} p ON p.id = a.person_id ORDER BY a.id

DELETE FROM {person} WHERE id = 3 RETURNING {person}

UPDATE {person} p SET {last} = 'x' WHERE id = 3 RETURNING p, p.*

SELECT v.guest, v.party FROM visit v ORDER BY v.id

SELECT * FROM visit ORDER BY id

TABLE visit_log ORDER BY id

SELECT v.id, (v.guest).id, (v.host).last_name FROM visit v WHERE v.guest IS NOT NULL ORDER BY v.guest

SELECT count(v.guest), count(*) FROM visit v

INSERT INTO visit (id, guest) VALUES (20, ROW(1, 'a', 'b', NULL)) RETURNING guest

INSERT INTO visit (id, guest) VALUES (20, '(1,a,b,)') RETURNING *

INSERT INTO visit (id, guest) SELECT 20 + p.id, p FROM {person} p RETURNING (guest).{last}, id

UPDATE visit SET guest.id = 7 WHERE id = 1 RETURNING guest

SELECT ({person}).{last}, (({person})).{first}, ({person}.*).id FROM {person} ORDER BY id

SELECT {last}({person}), {last}(p) FROM {person}, {person} p WHERE p.id = 1 ORDER BY {person}.id

SELECT (p).* FROM {person} p ORDER BY (p).{last}

SELECT (p).* FROM {person} p ORDER BY {last}, {first}

SELECT (v.guest).{last} FROM visit v ORDER BY v.id

SELECT (v.guest).{last}, (v.host).last_name, (v.guest).{first} AS x FROM visit v WHERE (v.guest).{last} > 'A' ORDER BY (v.guest).{last}

SELECT (guest).* FROM visit ORDER BY id

SELECT (host).*, (guest).* FROM visit ORDER BY id

SELECT (party)[1].{last}, (visit.party)[2].{first}, (party[1]).id FROM visit ORDER BY id

SELECT ((l.visit).guest).{last}, ((l.visit).party)[1].{last} FROM visit_log l ORDER BY id

SELECT id, (visit).* FROM visit_log ORDER BY id

SELECT (s.guest).{last} FROM (SELECT * FROM visit) s ORDER BY s.id

SELECT (q.r).{last}, (q.r).id FROM (SELECT p AS r FROM {person} p) q ORDER BY (q.r).{last}

SELECT (q.r).* FROM (SELECT p AS r FROM {person} p) q ORDER BY (q.r).id

WITH q AS (SELECT p AS r FROM {person} p), z AS (SELECT r AS t FROM q WHERE (r).id > 1) SELECT (t).{last} FROM z ORDER BY (t).id

WITH q AS (UPDATE {person} p SET {last} = 'w' WHERE id < 3 RETURNING p AS r) SELECT (r).{last}, r FROM q ORDER BY r

WITH RECURSIVE q AS (SELECT p AS r FROM {person} p WHERE id = 1 UNION ALL SELECT p FROM {person} p JOIN q ON p.id = (q.r).id + 1) SELECT (r).{last} FROM q ORDER BY (r).id

SELECT (SELECT p FROM {person} p WHERE id = 2).{last}

SELECT (SELECT p FROM {person} p ORDER BY p.{last} LIMIT 1).{last} AS x

SELECT (array_agg(p ORDER BY p.id))[2].{last} FROM {person} p

SELECT (ARRAY(SELECT p FROM {person} p ORDER BY id))[3].{last}

SELECT (first_value(p) OVER (ORDER BY id)).{last} FROM {person} p ORDER BY id

SELECT (coalesce(p, q)).{last}, (CASE WHEN p.id > 2 THEN p ELSE q END).{last} FROM {person} p JOIN {person} q ON q.id = p.id ORDER BY p.id

SELECT (q.r).{last} FROM (SELECT guest AS r FROM visit UNION ALL SELECT p FROM {person} p UNION ALL SELECT NULL) q ORDER BY 1

SELECT row_to_json(p) FROM {person} p ORDER BY p.id

SELECT row_to_json({person}) FROM {person} ORDER BY id

SELECT row_to_json({person}.*) FROM public.{person} ORDER BY id

SELECT to_json(p), to_jsonb(p.*) FROM {person} p ORDER BY p.id

SELECT json_agg(p ORDER BY p.{last}), jsonb_agg(p ORDER BY id DESC) FROM {person} p

SELECT json_agg(p) FILTER (WHERE p.{last} > 'L') FROM {person} p WHERE id = 1

SELECT json_build_object('p', p, 'n', p.{last}), json_build_array(p) FROM {person} p ORDER BY p.id

SELECT json_object_agg(p.{last}, p ORDER BY p.id) FROM {person} p

SELECT row_to_json(p), count(*) FROM {person} p GROUP BY p ORDER BY p

SELECT row_to_json(p), count(*) FROM {person} p GROUP BY p.id ORDER BY p.id

SELECT a.id, row_to_json(p) FROM account a LEFT JOIN {person} p ON p.id = a.person_id ORDER BY a.id

SELECT row_to_json(p) FROM {person} p WHERE row_to_json(p)::text LIKE '%Turing%' ORDER BY p.id

SELECT row_to_json(p, true) FROM {person} p ORDER BY p.id

SELECT to_jsonb(p) - 'id' FROM {person} p ORDER BY p.id

SELECT to_jsonb(p) -> '{last}', to_jsonb(p) ->> 'first_name' FROM {person} p ORDER BY p.id

SELECT to_json(array_agg(p ORDER BY p.id)), to_json(ARRAY[min(p.id)]) FROM {person} p

SELECT to_json(ARRAY[p]), row_to_json(ROW(p, 1)) FROM {person} p ORDER BY p.id

SELECT to_json((SELECT p FROM {person} p WHERE id = 3))

SELECT (SELECT json_agg(p ORDER BY p.id) FROM {person} p WHERE p.id = a.person_id) FROM account a ORDER BY a.id

SELECT row_to_json(s) FROM (SELECT id, {last} FROM {person} ORDER BY id) s

SELECT row_to_json(s) FROM (SELECT p.*, (SELECT json_agg(o ORDER BY o.id) FROM orders o WHERE o.person_id = p.id) AS orders FROM {person} p) s ORDER BY s.id

SELECT row_to_json(o), row_to_json(a) FROM orders o JOIN address a ON a.person_id = o.person_id ORDER BY o.id, a.id

SELECT row_to_json(j) FROM ({person} p JOIN orders o ON o.person_id = p.id) j ORDER BY row_to_json(j)::text

SELECT to_json(v.guest) FROM visit v ORDER BY v.id

SELECT to_json((l.visit).id), json_agg(l.id) FROM visit_log l GROUP BY l.id, l.visit ORDER BY l.id

INSERT INTO {person} (id, {first}, {last}) VALUES (50, 'a', 'b') RETURNING row_to_json({person})

INSERT INTO {person} AS p (id, {first}, {last}) VALUES (1, 'a', 'b') ON CONFLICT (id) DO UPDATE SET {last} = to_json(excluded)::text RETURNING {last}

UPDATE {person} p SET {last} = row_to_json(p)::text WHERE id = 2 RETURNING p.{last}, row_to_json(p)

DELETE FROM {person} p WHERE id = 4 RETURNING to_jsonb(p), (p).{last}

SELECT p.{last}, row_to_json(p) FROM {person} p WHERE id = 1 FOR UPDATE

-- values: 2
SELECT row_to_json(p) FROM {person} p WHERE p.id = $1

-- values: Turing
SELECT (p).{last}, row_to_json(p) FROM {person} p WHERE (p).{last} = $1

SELECT {last}, find_people.id FROM find_people() WHERE {last} > 'D' ORDER BY {last}

SELECT * FROM find_people(2) ORDER BY id

SELECT g.{last}, (g).{first}, g FROM find_people() AS g ORDER BY g.id

SELECT * FROM find_people() WITH ORDINALITY ORDER BY ordinality

SELECT g.b, g.{last} FROM find_people() AS g (a, b) ORDER BY g.a

SELECT row_to_json(g), row_to_json(h) FROM find_people() AS g JOIN find_people() AS h (a, b, c, d) ON h.a = g.id ORDER BY g.id

SELECT row_to_json(p) FROM {person} p (a, b, c, d) ORDER BY p.a

SELECT (find_people(3)).{last}

SELECT (find_people(3)).*

SELECT (find_people(4)).*

SELECT find_people(3)

SELECT (q.r).{last} FROM (SELECT find_people() AS r) q ORDER BY 1

SELECT p.id, g.{last} FROM {person} p, LATERAL find_people(p.id) g ORDER BY p.id, g.id

SELECT a.id, g.{last} FROM account a LEFT JOIN find_people() g ON g.id = a.person_id ORDER BY a.id

SELECT count(g) FROM find_people() g WHERE g.{last} = 'Turing'

SELECT q.t FROM (SELECT p::text AS t FROM {person} p) q ORDER BY 1

SELECT xmlforest(p.id, p.{last}), xmlforest(p) FROM {person} p ORDER BY p.id

UPDATE visit SET guest = p FROM {person} p WHERE p.{last} = 'Turing' AND visit.id = 1 RETURNING visit.guest

-- refused
SELECT row_to_json(find_people(4))

SELECT {last} FROM ROWS FROM (find_people(), generate_series(1, 9)) AS x ORDER BY 1

SELECT name_length(p) FROM {person} p ORDER BY p.id

SELECT p || '!' FROM {person} p ORDER BY p.id

SELECT (NULL::{person}).{last}

-- refused
CREATE TEMP TABLE kept AS SELECT p FROM {person} p

-- refused
SELECT row_to_json(v) FROM visit v ORDER BY v.id

-- refused
SELECT to_json(party) FROM visit ORDER BY id

-- refused
SELECT row_to_json(l) FROM visit_log l ORDER BY l.id

SELECT to_json((l.visit).guest) FROM visit_log l ORDER BY l.id

-- refused
SELECT row_to_json(s) FROM (SELECT guest FROM visit ORDER BY id) s

SELECT to_json(CASE WHEN p.id > 2 THEN p END) FROM {person} p ORDER BY p.id

SELECT (greatest(p, p)).{last} FROM {person} p ORDER BY p.id

SELECT json_populate_record(p, '{"id": 7}') FROM {person} p ORDER BY p.id

-- refused
SELECT pg_typeof(p) FROM {person} p WHERE id = 1

UPDATE visit SET guest.{last} = 'x' WHERE id = 1 RETURNING guest

UPDATE visit SET guest.{last} = 'x', guest.id = 4 WHERE id = 1 RETURNING guest

UPDATE visit SET (guest.{last}, guest.{first}) = ('x', 'y') WHERE id < 3 RETURNING (guest).{last}, guest

UPDATE visit SET party[1].{last} = 'x', party[2].id = 9 WHERE id = 1 RETURNING party

INSERT INTO visit (id, guest.{last}, guest.{first}) VALUES (20, 'l', 'f') RETURNING guest, (guest).{last}

INSERT INTO visit (id, party[1].{last}) VALUES (20, 'l') ON CONFLICT (id) DO UPDATE SET guest.{last} = 'again' RETURNING party

UPDATE visit_log SET visit.guest.{last} = 'deep', visit.party[1].{first} = 'er' WHERE id = 1 RETURNING ((visit).guest).{last}, visit

MERGE INTO visit v USING plain p ON p.id = v.id WHEN MATCHED THEN UPDATE SET guest.{last} = p.name WHEN NOT MATCHED THEN INSERT (id, guest.{last}) VALUES (p.id, 'x')

UPDATE visit SET guest.nothing = 'x' WHERE id = 1

UPDATE visit SET host.last_name = 'x', guest.{last} = 'y' WHERE id = 1 RETURNING host, guest

SELECT g.{last}, v.id FROM visit v, unnest(v.party) g ORDER BY v.id, g.id

SELECT (unnest(party)).{last} FROM visit WHERE id = 1

SELECT row_to_json(g) FROM visit v, unnest(v.party) g ORDER BY g.id, v.id

SELECT to_json((l.visit).guest), json_build_array(((l.visit).guest)) FROM visit_log l ORDER BY l.id

SELECT (jsonb_populate_record(v.guest, '{"{last}": "x", "{other_last}": "y"}')).{last} FROM visit v ORDER BY v.id

-- refused
SELECT jsonb_populate_record(v, '{"guest": {"{last}": "x"}}') FROM visit v ORDER BY v.id

CREATE TABLE kept AS SELECT guest, id FROM visit

-- refused
CREATE TABLE kept AS SELECT guest FROM visit
-- then
SELECT (guest).{last} FROM kept

ALTER TABLE plain ADD COLUMN best {person}

-- refused
ALTER TABLE plain ADD COLUMN best {person}
-- then
UPDATE plain SET best.{last} = 'x'

CREATE TABLE child (extra int) INHERITS ({person})
-- then
INSERT INTO {person} (id, {first}, {last}) VALUES (60, 'a', 'b') RETURNING {last}

-- refused
CREATE TABLE child ({other_last} int) INHERITS ({person})

-- refused
SELECT * FROM visit v, unnest(v.party, ARRAY[1, 2]) g ORDER BY v.id

-- refused
SELECT x.{last} FROM ROWS FROM (find_people(), unnest((SELECT party FROM visit WHERE id = 1), ARRAY[1, 2])) AS x

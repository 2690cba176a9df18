SELECT p FROM {person} p ORDER BY p.id

SELECT {person} FROM {person} ORDER BY id

SELECT p.*, p FROM {person} p ORDER BY p

SELECT DISTINCT p FROM {person} p ORDER BY p

SELECT ARRAY[p], ROW(p, 1), CASE WHEN p.id > 2 THEN p END FROM {person} p ORDER BY p.id

DELETE FROM {person} WHERE id = 3 RETURNING {person}

UPDATE {person} p SET {last} = 'x' WHERE id = 3 RETURNING p, p.*

SELECT v.guest, v.party FROM visit v ORDER BY v.id

SELECT * FROM visit ORDER BY id

TABLE visit_log ORDER BY id

-- refused
SELECT v.id, (v.guest).id, (v.host).last_name FROM visit v WHERE v.guest IS NOT NULL ORDER BY v.guest

SELECT count(v.guest), count(*) FROM visit v

INSERT INTO visit (id, guest) VALUES (20, ROW(1, 'a', 'b', NULL)) RETURNING guest

INSERT INTO visit (id, guest) VALUES (20, '(1,a,b,)') RETURNING *

UPDATE visit SET guest.id = 7 WHERE id = 1 RETURNING guest

-- refused
SELECT (v.guest).{last} FROM visit v ORDER BY v.id

-- refused
SELECT (guest).* FROM visit ORDER BY id

-- refused
SELECT (party)[1].{last} FROM visit ORDER BY id

-- refused
SELECT ((l.visit).guest).{last} FROM visit_log l ORDER BY id

-- refused
SELECT to_json(v.guest) FROM visit v ORDER BY v.id

-- refused
SELECT row_to_json(v) FROM visit v ORDER BY v.id

-- refused
SELECT row_to_json(l) FROM visit_log l ORDER BY l.id

-- refused
SELECT row_to_json(s) FROM (SELECT guest FROM visit ORDER BY id) s

-- refused
SELECT (s.guest).{last} FROM (SELECT * FROM visit) s ORDER BY s.id

-- refused
UPDATE visit SET guest.{last} = 'x' WHERE id = 1 RETURNING guest

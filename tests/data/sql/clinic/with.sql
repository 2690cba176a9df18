WITH patient AS (SELECT 1 AS surname) SELECT surname, patient.* FROM patient

WITH patient AS (SELECT surname, forename FROM patient) SELECT * FROM patient ORDER BY 1, 2

WITH patient AS (SELECT * FROM patient WHERE patient_no < 102) SELECT p.surname, q.surname FROM patient p, public.patient q ORDER BY 1, 2

WITH patient AS (SELECT * FROM staff.patient) SELECT nick, surname FROM patient ORDER BY 1

WITH patient (a, b) AS (SELECT surname, forename FROM patient) SELECT a, b, patient.a FROM patient ORDER BY 2

WITH patient AS (SELECT surname AS forename, forename AS surname FROM patient) SELECT forename, surname FROM patient ORDER BY surname

WITH a AS (SELECT a, b FROM pair), b AS (SELECT b AS a, a AS b FROM a) SELECT b.a, b.b, a.a FROM a, b WHERE a.a = b.b ORDER BY 1, 2

WITH swap AS (SELECT * FROM pair), pair AS (SELECT * FROM swap) SELECT * FROM pair ORDER BY a

WITH pair AS (SELECT * FROM swap), swap AS (SELECT * FROM pair) SELECT * FROM swap ORDER BY b

WITH RECURSIVE pair AS (SELECT * FROM swap), swap AS (SELECT b, a, c, d FROM public.pair) SELECT * FROM pair ORDER BY b

WITH x AS (SELECT * FROM pair) SELECT (SELECT count(*) FROM x), a FROM x ORDER BY a

WITH x AS (WITH pair AS (SELECT 9 AS a) SELECT a FROM pair) SELECT x.a, pair.b FROM x, pair ORDER BY 2, pair.a

WITH x AS MATERIALIZED (SELECT surname FROM patient), y AS NOT MATERIALIZED (SELECT surname FROM x) SELECT y.surname FROM y ORDER BY 1

SELECT * FROM (WITH ward AS (SELECT ward FROM ward) SELECT ward FROM ward) q ORDER BY ward

SELECT (WITH w AS (SELECT ward FROM ward WHERE ward_no = doctor.ward_ref) SELECT ward FROM w) FROM doctor ORDER BY doctor_no

WITH RECURSIVE t AS (SELECT id, up, title, 1 AS depth FROM node WHERE up IS NULL UNION ALL SELECT n.id, n.up, t.title || '/' || n.title, depth + 1 FROM node n JOIN t ON n.up = t.id) SELECT * FROM t ORDER BY id

WITH RECURSIVE t (id, title) AS (SELECT id, title FROM node WHERE id = 5 UNION SELECT n.id, n.title FROM t JOIN node c ON c.id = t.id JOIN node n ON n.id = c.up) SELECT id, t.title FROM t ORDER BY id

WITH RECURSIVE node AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM node WHERE id < 3) SELECT id FROM node ORDER BY id

WITH RECURSIVE t AS (SELECT id, up, title FROM node WHERE id = 1 UNION ALL SELECT n.id, n.up, n.title FROM node n, t WHERE n.up = t.id) SEARCH DEPTH FIRST BY title SET ordered SELECT id, title FROM t ORDER BY ordered

WITH RECURSIVE t AS (SELECT id, up, title FROM node WHERE id = 1 UNION ALL SELECT n.id, n.up, n.title FROM node n, t WHERE n.up = t.id) SEARCH BREADTH FIRST BY title, id SET pos SELECT id, title, pos FROM t ORDER BY pos

WITH RECURSIVE t AS (SELECT id, up FROM node WHERE id = 1 UNION ALL SELECT n.id, n.up FROM node n, t WHERE n.up = t.id) CYCLE id SET is_cycle USING path SELECT * FROM t ORDER BY id

WITH RECURSIVE t AS (SELECT id, up FROM node WHERE id = 1 UNION ALL SELECT n.id, n.up FROM node n, t WHERE n.up = t.id OR n.id = t.up) CYCLE id, up SET c TO 'Y' DEFAULT 'N' USING p SELECT id, c FROM t ORDER BY id, c, p

WITH RECURSIVE t AS (SELECT id, title FROM node WHERE id = 1 UNION ALL SELECT n.id, n.title FROM node n, t WHERE n.up = t.id) SEARCH DEPTH FIRST BY nosuch SET o SELECT * FROM t

WITH RECURSIVE t AS (SELECT id, title FROM node WHERE id = 1 UNION ALL SELECT n.id, n.title FROM node n, t WHERE n.up = t.id) SEARCH DEPTH FIRST BY title SET title SELECT * FROM t

WITH RECURSIVE t AS (SELECT * FROM node WHERE id = 1 UNION ALL SELECT n.* FROM node n, t WHERE n.up = t.id) SELECT * FROM t ORDER BY id

WITH RECURSIVE t AS (SELECT node.*, ARRAY[title] AS trail FROM node WHERE id = 1 UNION ALL SELECT node.*, trail || node.title FROM node JOIN t ON node.up = t.id) SELECT title, trail, t.pos FROM t ORDER BY id

WITH RECURSIVE boss AS (SELECT doctor_no, name, chief FROM doctor WHERE doctor_no = 5 UNION ALL SELECT d.doctor_no, d.name, d.chief FROM doctor d JOIN boss ON boss.chief = d.doctor_no) SELECT name FROM boss ORDER BY doctor_no

WITH d AS (DELETE FROM stay WHERE ward_ref = 2 RETURNING *) SELECT count(*), max(bed) FROM d

WITH d AS (DELETE FROM stay WHERE ward_ref = 2 RETURNING patient_ref AS who, bed) UPDATE patient SET tag = bed::text FROM d WHERE who = patient_no RETURNING forename, tag, d.bed

WITH i AS (INSERT INTO ward (ward_no, ward) VALUES (6, 'x') RETURNING ward_no, ward) SELECT i.ward, (SELECT count(*) FROM ward) FROM i

WITH i AS (INSERT INTO patient (forename) VALUES ('N') RETURNING patient_no), s AS (INSERT INTO stay (patient_ref, during) SELECT patient_no, 'empty' FROM i RETURNING stay_no, patient_ref) SELECT s.* FROM s

WITH u AS (UPDATE doctor SET pay = pay * 2 WHERE ward_ref = 1 RETURNING *), l AS (INSERT INTO log (what, who) SELECT name, pay FROM u) SELECT name, pay FROM u ORDER BY doctor_no

WITH u AS (UPDATE doctor SET pay = 1 RETURNING name AS n, chief) SELECT n, chief FROM u WHERE chief = 1 ORDER BY n

WITH ward AS (DELETE FROM ward WHERE ward = 'empty' RETURNING ward AS gone) INSERT INTO ward (ward_no, ward) SELECT 77, gone FROM ward RETURNING *

WITH x AS (SELECT ward_no, ward FROM ward) INSERT INTO ward (ward_no, ward) SELECT ward_no + 100, ward || 'x' FROM x RETURNING ward_no

WITH x AS (SELECT patient_no FROM patient WHERE surname = 'Luxem') DELETE FROM stay USING x WHERE patient_ref = patient_no RETURNING bed

WITH x AS (SELECT patient_no FROM patient) UPDATE stay SET bed = 0 WHERE patient_ref IN (SELECT patient_no FROM x) AND ward_ref = 1 RETURNING stay_no, bed

WITH x AS (SELECT 1), x AS (SELECT 2) SELECT 1

WITH x (a, b, c) AS (SELECT a, b FROM pair) SELECT * FROM x

WITH x AS (DELETE FROM pair) SELECT * FROM x

WITH x AS (SELECT a FROM pair) SELECT b FROM x

WITH x AS (SELECT a FROM pair) SELECT x.b FROM x, pair

WITH x AS (SELECT a FROM y), y AS (SELECT a FROM pair) SELECT * FROM x

WITH x AS (SELECT a FROM pair) SELECT pair.a FROM x

WITH x AS (SELECT * FROM pair ORDER BY b DESC LIMIT 2) SELECT a FROM x ORDER BY b FETCH FIRST 1 ROW WITH TIES

WITH x AS (SELECT a, b FROM pair) SELECT * FROM x NATURAL JOIN swap ORDER BY 1

WITH x AS (SELECT a, b FROM pair) SELECT a, x.b, s.b FROM x JOIN swap s USING (a) ORDER BY 1

WITH x AS (SELECT a, b FROM pair) SELECT x FROM x ORDER BY x.a

WITH x AS (SELECT a, b FROM pair) SELECT row_to_json(x) FROM x ORDER BY x.a

WITH x AS (SELECT p.*, s.d AS e FROM pair p LEFT JOIN swap s ON s.b = p.a) SELECT e, d, x.c FROM x ORDER BY a

WITH x AS (TABLE pair) SELECT d FROM x ORDER BY a

WITH x AS (VALUES (1, 'a')) SELECT column1, c FROM x JOIN pair ON a = column1

WITH x AS (SELECT sum(total) AS total, payer FROM income GROUP BY payer) SELECT x.total, i.total FROM x JOIN income i USING (payer) ORDER BY 1

WITH w AS (SELECT * FROM occupied) SELECT patient, w.ward FROM w ORDER BY 1, 2

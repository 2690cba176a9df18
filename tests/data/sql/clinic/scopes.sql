-- each: surname | p.surname | s.surname | s.x | x | (SELECT surname) | (SELECT p.surname) | (SELECT s.surname FROM doctor s LIMIT 1) | (SELECT surname FROM doctor LIMIT 1) | (SELECT name FROM doctor p WHERE p.doctor_no = 1) | (SELECT p.name FROM doctor p WHERE p.doctor_no = 1) | (SELECT p.surname FROM doctor p WHERE p.doctor_no = 1) | (SELECT forename || name FROM doctor p WHERE p.doctor_no = 1)
SELECT «each» FROM patient p, (SELECT surname AS x FROM patient WHERE patient_no = 100) s WHERE patient_no = 101

-- each: patient | patient.patient | public.patient.surname | staff.patient.surname | patient.nick | patient.born | nick
SELECT «each» FROM staff.patient ORDER BY 1

SELECT ward FROM ward ORDER BY ward

SELECT ward.ward FROM ward ORDER BY ward.ward

SELECT (ward).ward FROM ward ORDER BY (ward).ward

SELECT ward.* FROM ward ORDER BY ward_no

SELECT ward FROM "Old Files".ward ORDER BY 1

SELECT ward FROM staff.ward ORDER BY 1

SELECT ward, (ward).head, ward.head FROM staff.ward ORDER BY ward

SELECT w.ward, w FROM ward w ORDER BY w.ward

SELECT ward.ward, w.ward, o.ward FROM ward JOIN ward w ON ward.ward_no = w.ward_no JOIN "Old Files".ward o ON o.ward = w.ward

SELECT ward.ward_no FROM ward ward JOIN ward w ON true ORDER BY 1 LIMIT 3

SELECT count(ward), count(ward.ward), count(ward.*), max(ward.ward) FROM ward

SELECT größe, größe.größe, größe.* FROM größe ORDER BY id

SELECT g.größe + 1, "ÄRGER" FROM größe AS g ORDER BY 1

SELECT "user"."user", "user" FROM "user" ORDER BY 1

SELECT u."user", u."select", "from", "order" FROM "user" u ORDER BY "order", "user"

SELECT user, "user" FROM "user" ORDER BY 2

SELECT current_user, "user".user FROM "user"

SELECT "USER" FROM "user"

SELECT "user".order, "user".select FROM "user" ORDER BY 1

SELECT "order" AS "select", "select" AS "order" FROM "user" ORDER BY "order"

SELECT "select" AS "order" FROM "user" GROUP BY "order" ORDER BY 1

SELECT "select" AS "order" FROM "user" GROUP BY "select" ORDER BY "order"

SELECT "a.b", "user"."q""q", "space d" FROM "user" ORDER BY "user"

SELECT u FROM "user" u ORDER BY u."user"

SELECT U&"\0061.b", U&"sp!0061ce d" UESCAPE '!' FROM "user" ORDER BY 1

SELECT "日本", größe."日本", U&"\65e5\672c" FROM größe ORDER BY id

SELECT column_of_sixty_three_bytes_that_is_as_long_as_a_name_can_be_12 FROM größe ORDER BY 1

SELECT a.column_of_sixty_three_bytes_that_is_as_long_as_a_name_can_be_12 AS x FROM größe a

SELECT a.b, b.a FROM pair a, pair b WHERE a.a = b.b / 10 ORDER BY 1, 2

SELECT a.a, a.b, b.b, b.a FROM pair a JOIN swap b ON a.a = b.b ORDER BY a.a

SELECT b, a, c, d FROM pair b ORDER BY a

SELECT a, b FROM swap a ORDER BY b

SELECT a.a FROM swap a ORDER BY a.b

SELECT b FROM swap b ORDER BY b

SELECT c.c, c.d FROM swap c, pair d WHERE c.b = d.a ORDER BY d.d NULLS FIRST

SELECT a AS b, b AS a FROM pair ORDER BY a

SELECT a AS b, b AS a FROM pair ORDER BY b

SELECT a AS b, b AS a FROM pair ORDER BY a + 0

SELECT a AS b, b AS a FROM pair ORDER BY b + 0, a

SELECT c AS d, count(*) FROM pair GROUP BY d ORDER BY 1

SELECT c AS d, count(*) FROM pair GROUP BY c, d ORDER BY 1

SELECT b AS c, count(*) AS b FROM pair GROUP BY b ORDER BY b

SELECT b AS c, count(*) FROM pair GROUP BY c ORDER BY 1

SELECT b AS z, count(*) FROM pair GROUP BY z ORDER BY z

SELECT b / 10 AS b, count(*) FROM pair GROUP BY b ORDER BY 1

SELECT b / 10 AS b, count(*) FROM pair GROUP BY 1 ORDER BY b

SELECT b % 3 AS a, count(*) FROM pair GROUP BY a ORDER BY 1, 2

SELECT b % 3 AS zz, sum(a) AS a FROM pair GROUP BY zz HAVING sum(a) > 0 ORDER BY a

SELECT a AS b FROM pair WHERE b = 10 ORDER BY b

SELECT b AS a FROM pair WHERE a = 1

SELECT a AS b FROM pair GROUP BY a HAVING a > 1 ORDER BY b DESC

SELECT a AS b FROM pair GROUP BY a HAVING b > 1

SELECT DISTINCT ON (b) b, a FROM pair ORDER BY b, a DESC

SELECT DISTINCT ON (z) b AS z, a FROM pair ORDER BY z, a DESC

SELECT DISTINCT ON (b) a AS b, b AS a FROM pair ORDER BY b, a

SELECT DISTINCT ON (a) b, c FROM pair ORDER BY b

SELECT DISTINCT ON (1) b, c FROM pair ORDER BY b, c

SELECT DISTINCT ON (b % 3) a FROM pair ORDER BY b % 3, a

SELECT DISTINCT b FROM pair ORDER BY a

SELECT DISTINCT b AS a FROM pair ORDER BY a

SELECT DISTINCT a AS b, b AS a FROM pair ORDER BY a, b

SELECT a, b FROM pair UNION SELECT b, a FROM swap ORDER BY a, b

SELECT a AS x, b FROM pair UNION ALL SELECT b, a FROM swap ORDER BY x, b NULLS FIRST

SELECT a FROM pair UNION SELECT b FROM swap ORDER BY b

SELECT a FROM pair UNION SELECT b FROM swap ORDER BY pair.a

SELECT a FROM pair UNION SELECT b FROM swap ORDER BY a + 1

SELECT c, d FROM pair INTERSECT SELECT c, d FROM swap

SELECT d, c FROM pair EXCEPT SELECT c, d FROM swap ORDER BY c, d

(SELECT a FROM pair ORDER BY b LIMIT 1) UNION ALL (SELECT a FROM swap ORDER BY b LIMIT 1) ORDER BY 1

SELECT a FROM (SELECT a AS b, b AS a FROM pair) s ORDER BY b

SELECT s.b, a FROM (SELECT a AS b, b AS a FROM pair) s (b, c), LATERAL (SELECT s.c AS a) l ORDER BY 1

SELECT * FROM (SELECT a, b FROM pair) pair (b, a) ORDER BY a, b

SELECT * FROM pair AS pair (b, a) ORDER BY a, b

SELECT pair.b, pair.a, pair.c FROM pair AS pair (b, a) ORDER BY pair.b

SELECT p.d FROM pair AS p (b, a, d) ORDER BY 1

SELECT x.a, x.c FROM pair AS x (c) ORDER BY 1

SELECT x.c, x.d FROM pair AS x (d) ORDER BY 1

SELECT d.name, c.name, cc.name FROM doctor d LEFT JOIN doctor c ON d.chief = c.doctor_no LEFT JOIN doctor cc ON cc.doctor_no = c.chief ORDER BY d.doctor_no

SELECT doctor.name, chief.name FROM doctor LEFT JOIN doctor chief ON doctor.chief = chief.doctor_no ORDER BY 1

SELECT name, (SELECT count(*) FROM doctor d WHERE d.chief = doctor.doctor_no) AS chief FROM doctor ORDER BY chief, name

SELECT name, (SELECT count(*) FROM doctor d WHERE chief = doctor.doctor_no) AS n FROM doctor ORDER BY n, name

SELECT name, (SELECT name FROM doctor name WHERE name.doctor_no = doctor.chief) FROM doctor ORDER BY doctor_no

SELECT name.name, name.chief FROM doctor AS name ORDER BY name.doctor_no

SELECT name FROM doctor AS name ORDER BY doctor_no

SELECT chief FROM doctor AS chief ORDER BY chief.doctor_no

SELECT forename, (SELECT string_agg(bed::text, ',' ORDER BY bed) FROM stay WHERE patient_ref = patient_no) AS bed FROM patient ORDER BY bed, patient_no

SELECT forename, (SELECT max(during) FROM stay patient WHERE patient.patient_ref = patient_no) FROM patient ORDER BY patient_no

SELECT forename FROM patient WHERE EXISTS (SELECT 1 FROM stay WHERE patient_ref = patient.patient_no AND ward_ref = 2) ORDER BY 1

SELECT forename FROM patient WHERE EXISTS (SELECT FROM stay WHERE patient_ref = patient_no) ORDER BY forename

SELECT forename FROM patient WHERE patient_no IN (SELECT patient_no FROM stay) ORDER BY 1

SELECT forename FROM patient WHERE patient_no NOT IN (SELECT patient_ref FROM stay) ORDER BY 1

SELECT forename FROM patient WHERE (patient_no, forename) IN (SELECT patient_ref, forename FROM stay) ORDER BY 1

SELECT forename FROM patient p WHERE patient_no = ANY (SELECT patient_ref FROM stay WHERE ward_ref = ALL (SELECT ward_no FROM ward WHERE ward = 'surgery')) ORDER BY 1

SELECT forename FROM patient WHERE (SELECT count(*) FROM stay s WHERE s.patient_ref = patient.patient_no) > (SELECT avg(c) FROM (SELECT count(*) AS c FROM stay GROUP BY patient_ref) t)

SELECT ARRAY(SELECT name FROM doctor WHERE ward_ref = ward_no ORDER BY doctor_no), ward FROM ward ORDER BY ward_no

SELECT ARRAY(SELECT ARRAY[doctor_no, chief] FROM doctor WHERE chief IS NOT NULL ORDER BY 1)

SELECT w.ward, d.* FROM ward w, LATERAL (SELECT name, pay FROM doctor WHERE ward_ref = w.ward_no ORDER BY pay DESC NULLS LAST LIMIT 1) d ORDER BY 1

SELECT w.ward, d.name FROM ward w LEFT JOIN LATERAL (SELECT * FROM doctor WHERE ward_ref = ward_no) d ON d.pay > 8000 ORDER BY 1, 2

SELECT w.ward, name, m FROM ward w CROSS JOIN LATERAL (SELECT max(name) AS name FROM doctor WHERE ward_ref = w.ward_no) d, LATERAL (SELECT d.name || w.ward AS m) z ORDER BY 1

SELECT * FROM ward, LATERAL (SELECT ward) x (y) ORDER BY ward_no

SELECT * FROM ward, LATERAL (SELECT ward.ward) x ORDER BY ward_no

SELECT ward FROM ward, LATERAL (SELECT ward) x ORDER BY 1

SELECT p.surname, t.* FROM patient p, unnest(p.phones) t ORDER BY 1, 2

SELECT p.surname, phone FROM patient p, unnest(phones) phone ORDER BY 1, 2

SELECT surname, phones.phones FROM patient p, unnest(p.phones) phones ORDER BY 1, 2

SELECT surname, phones FROM patient p, unnest(p.phones) phones ORDER BY 1, 2

SELECT surname, nr, n FROM patient, unnest(phones) WITH ORDINALITY AS u (nr, n) ORDER BY patient_no, n

SELECT surname, ordinality FROM patient, unnest(phones) WITH ORDINALITY ORDER BY 1, 2

SELECT f.called, (f.lives).town FROM patient, unnest(family) f ORDER BY 1

SELECT f.* FROM patient, unnest(family) WITH ORDINALITY f ORDER BY 1

SELECT called, town FROM patient, unnest(family), LATERAL (SELECT (lives).*) z ORDER BY 1

SELECT surname, w FROM patient, jsonb_array_elements_text(chart -> 'weights') w WHERE patient_no = 100 ORDER BY w

SELECT surname, e.key FROM patient, jsonb_each(chart) e WHERE jsonb_typeof(chart) = 'object' ORDER BY 1, 2

SELECT x.surname, p.surname FROM patient p, jsonb_to_record(chart) AS x (surname text, weights int[]) WHERE jsonb_typeof(chart) = 'object' ORDER BY 2

SELECT x.* FROM patient p, jsonb_to_recordset('[{"surname": "a", "born": "2000-01-01"}]') AS x (surname text, born date)

SELECT surname FROM patient p, jsonb_to_recordset('[{"surname": "a", "born": "2000-01-01"}]') AS x (surname text, born date)

SELECT * FROM any_rows() AS (patient_no integer, surname text)

SELECT r.surname, p.surname FROM any_rows() AS r (patient_no integer, surname text) JOIN patient p ON p.patient_no = r.patient_no + 99 ORDER BY 1

SELECT surname FROM any_rows() AS r (no integer, called text) JOIN patient ON patient_no = no + 99 ORDER BY 1

SELECT * FROM ROWS FROM (any_rows() AS (id integer, surname text), generate_series(1, 3)) AS f (x, y, z)

SELECT f.surname FROM ROWS FROM (any_rows() AS (id integer, surname text), generate_series(1, 3)) WITH ORDINALITY AS f ORDER BY ordinality

SELECT surname, n FROM patient CROSS JOIN generate_series(1, 2) n WHERE patient_no < 102 ORDER BY 1, 2

SELECT surname, n.n FROM patient, generate_series(patient_no, patient_no + 1) AS n ORDER BY 1, 2

SELECT * FROM stays_of(100)

SELECT bed, during FROM stays_of(100) ORDER BY bed

SELECT s.bed, s.* FROM stays_of(100) s ORDER BY 1

SELECT x, y FROM stays_of(100) AS s (x, y) ORDER BY 1

SELECT p.surname, s.bed FROM patient p, stays_of(p.patient_no) s ORDER BY 1, 2

SELECT p.surname, s.bed FROM patient p LEFT JOIN LATERAL stays_of(p.patient_no) s ON s.ward_ref = 2 ORDER BY 1, 2

SELECT (stays_of(100)).bed

SELECT (stays_of(patient_no)).* FROM patient ORDER BY 1

SELECT (s).bed, (s).during FROM (SELECT stays_of(patient_no) AS s FROM patient) x ORDER BY 1

SELECT d.*, doctor.name FROM subordinates(1) d JOIN doctor ON doctor_no = d.doctor ORDER BY 1

SELECT name, depth, doctor FROM subordinates(1) ORDER BY doctor

SELECT doctor, doctor.doctor FROM subordinates(2) doctor ORDER BY 1

SELECT (newest()).surname, (newest()).*

SELECT surname, n.surname FROM newest() n

SELECT n FROM newest() n

SELECT newest()

SELECT (minmax(ARRAY[patient_no, 3])).low, (minmax(ARRAY[patient_no, 3])).* FROM patient ORDER BY patient_no

SELECT m.high FROM patient, minmax(ARRAY[patient_no, 3]) m ORDER BY 1

SELECT d.label, label(d), d.name FROM doctor d ORDER BY doctor_no

SELECT doctor.label FROM doctor ORDER BY 1

SELECT item.label, label FROM item ORDER BY 1

SELECT name(d), d.name, doctor_no(d), chief(d) FROM doctor d ORDER BY doctor_no

SELECT name(doctor), pay(doctor.*) FROM doctor ORDER BY doctor_no

SELECT ward(w), ward(ward_no) FROM ward w

SELECT ward(ward) FROM ward ORDER BY 1

SELECT d.upper FROM doctor d

SELECT d.count FROM doctor d

SELECT upper(name), d.name::text FROM doctor d ORDER BY d.doctor_no

SELECT s.a, s.count FROM (SELECT a, count(*) FROM pair GROUP BY a) s ORDER BY 1

SELECT s.max FROM (SELECT max(a) FROM pair) s

SELECT max FROM (SELECT max(a), min(a) FROM pair) s WHERE min = 1

SELECT "coalesce", "case", "array", "row", "exists", nullif FROM (SELECT coalesce(a, b), CASE WHEN true THEN 1 END, ARRAY[a], ROW(a), EXISTS (SELECT a), nullif(a, b) FROM pair) s ORDER BY 1

SELECT s."?column?" FROM (SELECT a + 1 FROM pair) s ORDER BY 1

SELECT int4, "text" FROM (SELECT a::int4, CAST('x' AS text) FROM pair) s ORDER BY 1

SELECT s.a FROM (SELECT a::int8 FROM pair) s ORDER BY 1

SELECT s.c FROM (SELECT CASE WHEN b > 10 THEN a ELSE c::int END FROM (SELECT a, b, '1' AS c FROM pair) q) s

SELECT s.c FROM (SELECT CASE WHEN b > 10 THEN 'x' ELSE c END FROM pair) s ORDER BY 1

SELECT c FROM (SELECT (SELECT c FROM swap WHERE swap.b = pair.a) FROM pair) s ORDER BY 1

SELECT c FROM (SELECT ARRAY(SELECT c FROM swap) FROM pair) s

SELECT "array" FROM (SELECT ARRAY(SELECT c FROM swap ORDER BY b) FROM pair) s

SELECT town FROM (SELECT (home).town FROM patient) s ORDER BY 1

SELECT phones FROM (SELECT phones[1] FROM patient) s ORDER BY 1

SELECT called FROM (SELECT family[1].called FROM patient) s ORDER BY 1

SELECT lives FROM (SELECT (family[1]).lives FROM patient) s ORDER BY 1

SELECT surname FROM (SELECT surname COLLATE "C" FROM patient) s ORDER BY 1

SELECT "row" FROM (SELECT (surname, forename) FROM patient) s ORDER BY 1

SELECT surname FROM (SELECT (surname) FROM patient) s ORDER BY 1

SELECT surname FROM (SELECT surname::varchar(3) FROM patient) s ORDER BY 1

SELECT timezone FROM (SELECT opened AT TIME ZONE 'UTC' FROM ward) s ORDER BY 1

SELECT date_part, extract FROM (SELECT date_part('year', born), extract(year FROM born) FROM patient) s ORDER BY 1

SELECT * FROM (VALUES (1, 'a'), (2, 'b')) v (surname, forename) ORDER BY surname

SELECT v.surname, p.surname FROM patient p JOIN (VALUES (100, 'a'), (101, 'b')) v (patient_no, surname) ON p.patient_no = v.patient_no ORDER BY 1

SELECT column1, surname FROM patient, (VALUES (1), (2)) v WHERE patient_no < 102 ORDER BY 1, 2

SELECT surname FROM patient, (VALUES (1), (2)) AS forename WHERE forename.column1 = 1 ORDER BY 1

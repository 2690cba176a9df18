SELECT surname, count(*) FROM patient GROUP BY surname ORDER BY count(*) DESC, surname

SELECT surname AS forename, count(*) FROM patient GROUP BY forename ORDER BY 1, 2

SELECT upper(surname) AS surname, count(*) FROM patient GROUP BY surname ORDER BY 1

SELECT upper(surname) AS u, count(*) AS surname FROM patient GROUP BY u ORDER BY surname, u

SELECT upper(surname), count(*) FROM patient GROUP BY upper(surname) ORDER BY upper(surname)

SELECT left(surname, 1) AS l, count(*) FROM patient GROUP BY l HAVING count(*) > 1

SELECT left(surname, 1) AS l, count(*) FROM patient GROUP BY l HAVING l > 'A'

SELECT surname AS s, max(forename) AS forename FROM patient GROUP BY s HAVING max(forename) > 'B' ORDER BY forename

SELECT patient_no, surname, full_name FROM patient GROUP BY patient_no ORDER BY surname, 1

SELECT p.*, count(stay_no) FROM patient p LEFT JOIN stay s ON s.patient_ref = p.patient_no GROUP BY p.patient_no ORDER BY 1

SELECT w, count(*) FROM ward w JOIN stay ON ward_ref = ward_no GROUP BY w ORDER BY 1

SELECT w.ward, w.beds FROM ward w GROUP BY w.ward_no ORDER BY beds

SELECT ward.ward FROM ward GROUP BY ward ORDER BY 1

SELECT ward, count(*) FROM "Old Files".ward GROUP BY ward ORDER BY ward

SELECT surname, forename FROM patient GROUP BY surname

SELECT surname FROM patient GROUP BY patient_ref

SELECT surname, count(*) FROM patient

SELECT count(*) FROM patient HAVING surname = 'x'

SELECT surname FROM patient GROUP BY 2

SELECT max(surname) FROM patient GROUP BY 1

SELECT surname FROM patient ORDER BY 5

SELECT max(count(*)) FROM patient GROUP BY surname

SELECT surname FROM patient WHERE count(*) > 1

SELECT bill.*, payer FROM bill GROUP BY bill_no ORDER BY 1

SELECT bill.* FROM bill GROUP BY bill_no, year ORDER BY 1, 2

SELECT name, year, due FROM bill JOIN doctor ON doctor_no = bill_no GROUP BY doctor_no, bill_no, year ORDER BY 1, 2

-- each: GROUPING SETS ((surname), (blood), ()) | ROLLUP (surname, blood) | CUBE (surname, blood) | ROLLUP ((surname, blood)) | GROUPING SETS (ROLLUP (surname), blood) | surname, ROLLUP (blood) | DISTINCT ROLLUP (surname, blood), ROLLUP (surname) | surname, blood | GROUPING SETS ((surname, blood), surname)
SELECT surname, blood, count(*), grouping(surname, blood) FROM patient GROUP BY «each» ORDER BY 1, 2, 3, 4

SELECT surname AS s, grouping(surname) AS surname FROM patient GROUP BY ROLLUP (s) ORDER BY 1, 2

SELECT left(surname, 1) AS s, count(*) FROM patient GROUP BY ROLLUP (s) ORDER BY s

SELECT grouping(surname) FROM patient GROUP BY forename

SELECT surname, sum(nights) FROM occupied JOIN patient ON full_name = patient GROUP BY CUBE (surname, ward) ORDER BY 1, 2

-- each: count(DISTINCT surname) | string_agg(surname, ',' ORDER BY forename) | string_agg(DISTINCT surname, ',' ORDER BY surname) | array_agg(forename ORDER BY surname DESC, forename) | count(*) FILTER (WHERE surname = 'Luxem') | max(surname) FILTER (WHERE born < '2000-01-01') | percentile_disc(0.5) WITHIN GROUP (ORDER BY surname) | mode() WITHIN GROUP (ORDER BY surname) | rank('M') WITHIN GROUP (ORDER BY surname) | rank('M', 'a') WITHIN GROUP (ORDER BY surname, forename) | bool_and(surname > 'A') | json_object_agg(forename, surname ORDER BY forename) | jsonb_agg(surname ORDER BY patient_no) | longest(surname ORDER BY surname) | min(born), max(born) | count(patient) | count(patient.*) | array_length(array_agg(phones), 1) | xmlagg(xmlelement(name n, surname) ORDER BY patient_no) | count(home), count((home).town) | range_agg(daterange(born, born + 1)) | sum(patient_no) / count(*) | every(surname IS NOT NULL) | array_agg(patient_no ORDER BY patient.surname, patient.*)
SELECT «each» FROM patient

-- each: row_number() OVER (ORDER BY surname, forename) | rank() OVER (PARTITION BY surname ORDER BY forename) | lag(surname) OVER (ORDER BY patient_no) | lag(surname, 1, forename) OVER (ORDER BY patient_no) | first_value(surname) OVER w | sum(patient_no) OVER w | count(*) OVER (PARTITION BY left(surname, 1)) | max(surname) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) | nth_value(forename, 2) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) | count(*) FILTER (WHERE surname > 'M') OVER w | sum(patient_no) OVER (ORDER BY born RANGE BETWEEN '1 year' PRECEDING AND CURRENT ROW) | ntile(2) OVER (ORDER BY patient_no) | percent_rank() OVER w | count(*) OVER (w GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) | array_agg(surname) OVER (w ORDER BY forename) | row_number() OVER surname | row_number() OVER nosuch | lag(surname) OVER (ORDER BY nosuch) | rank() OVER v
SELECT patient_no, «each» FROM patient WINDOW w AS (ORDER BY patient_no), v AS (PARTITION BY surname), surname AS (ORDER BY forename) ORDER BY 1

SELECT surname, count(*), rank() OVER (ORDER BY count(*) DESC, surname) FROM patient GROUP BY surname ORDER BY 3

SELECT surname AS w, row_number() OVER w FROM patient WINDOW w AS (PARTITION BY surname ORDER BY patient_no) ORDER BY w, 2

SELECT surname FROM patient ORDER BY row_number() OVER (ORDER BY surname DESC, forename)

SELECT surname, lead(surname) OVER w AS surname, forename FROM patient WINDOW w AS (ORDER BY patient_no) ORDER BY patient_no

-- each: surname, f | forename | 1, 2 | 2, 1 | f, 1 | surname || forename | lower(surname) | patient.surname, 2 | p.surname | (SELECT surname), 1 | born NULLS FIRST | surname DESC, f | surname COLLATE "C", f | CASE WHEN surname > 'M' THEN 1 ELSE 2 END, f | patient_no USING > | nosuch | f || 'x' | home, 1 | (home).town, patient_no | chart -> 'x', patient_no | phones[1], patient_no | patient_no + 0 | ward_no | length(f), patient_no
SELECT surname, forename AS f FROM patient ORDER BY «each»

SELECT surname AS forename, forename AS surname FROM patient ORDER BY surname, forename

SELECT surname AS forename, forename AS surname FROM patient ORDER BY patient.surname, patient.forename

SELECT surname AS x, forename AS x FROM patient ORDER BY x

SELECT surname AS x, surname AS x, forename FROM patient ORDER BY x, 3

SELECT * FROM patient ORDER BY surname, patient_no OFFSET 1 LIMIT 2

SELECT *, surname FROM patient ORDER BY surname, patient_no

SELECT *, upper(surname) AS surname FROM patient ORDER BY forename

SELECT surname FROM patient ORDER BY surname FETCH FIRST 2 ROWS WITH TIES

SELECT surname FROM patient ORDER BY surname FETCH NEXT ROW ONLY

SELECT surname FROM patient ORDER BY surname LIMIT (SELECT count(*) FROM ward) OFFSET (SELECT min(doctor_no) FROM doctor)

SELECT surname FROM patient LIMIT patient_no

SELECT surname FROM patient ORDER BY forename FOR UPDATE

-- each: FOR UPDATE | FOR SHARE OF p | FOR UPDATE OF p SKIP LOCKED | FOR NO KEY UPDATE OF s NOWAIT | FOR KEY SHARE | FOR UPDATE OF patient | FOR UPDATE OF nosuch | FOR UPDATE OF p FOR SHARE OF s | FOR UPDATE OF p, s
SELECT p.surname, s.bed FROM patient p JOIN stay s ON s.patient_ref = p.patient_no ORDER BY 1, 2 «each»

SELECT patient.surname FROM patient, stay WHERE patient_ref = patient_no ORDER BY 1 FOR UPDATE OF patient

SELECT ward FROM ward ORDER BY 1 FOR UPDATE OF ward

SELECT x.surname FROM (SELECT * FROM patient FOR UPDATE) x ORDER BY 1

SELECT DISTINCT surname FROM patient FOR UPDATE

SELECT surname FROM patient UNION SELECT name FROM doctor FOR UPDATE

SELECT p.surname FROM patient p LEFT JOIN stay s ON true FOR UPDATE OF s

SELECT DISTINCT surname, born FROM patient ORDER BY born NULLS FIRST, surname

SELECT DISTINCT surname FROM patient ORDER BY forename

SELECT DISTINCT ON (surname) surname, forename FROM patient ORDER BY surname, forename DESC

SELECT DISTINCT ON (surname) surname, forename FROM patient ORDER BY forename

SELECT DISTINCT ON (left(surname, 1)) forename, surname AS s FROM patient ORDER BY left(surname, 1), s, 1

SELECT surname FROM patient UNION SELECT name FROM doctor ORDER BY surname

SELECT surname AS name FROM patient UNION SELECT surname FROM staff.patient ORDER BY name

SELECT surname FROM patient UNION SELECT name FROM doctor ORDER BY name

SELECT surname, forename FROM patient UNION SELECT name FROM doctor

SELECT surname, patient_no FROM patient UNION SELECT doctor_no, name FROM doctor

SELECT born FROM patient UNION SELECT name FROM doctor

TABLE ward ORDER BY ward

TABLE patient UNION TABLE staff.patient

TABLE pair UNION ALL TABLE swap ORDER BY c NULLS FIRST, a

(TABLE pair EXCEPT TABLE pair) UNION ALL SELECT a, b, c, d FROM swap WHERE b = 1

SELECT a FROM pair WHERE a IN (SELECT b FROM swap UNION SELECT a FROM swap) ORDER BY 1

SELECT s.* FROM (SELECT a, b FROM pair UNION ALL SELECT b, a FROM swap) s (b, a) ORDER BY a NULLS FIRST, b

SELECT s.a FROM (SELECT a, b FROM pair UNION ALL SELECT b, a FROM swap) s ORDER BY 1

VALUES ((SELECT surname FROM patient WHERE patient_no = 100)), ('x') ORDER BY 1

VALUES (surname)

SELECT a FROM pair INTERSECT ALL SELECT b FROM swap ORDER BY a

SELECT a, b FROM pair UNION (SELECT b, a FROM swap INTERSECT SELECT a, b FROM pair) ORDER BY a DESC

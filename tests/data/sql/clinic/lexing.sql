SELECT surname--comment patient
FROM patient/* block /* nested surname */ patient */ORDER BY surname

SELECT"surname",patient."forename"FROM"patient"ORDER BY"surname","forename"

SELECT surname,patient_no<-1,patient_no>-1 FROM patient ORDER BY patient_no

SELECT patient_no-1,patient_no+-1,- patient_no,+patient_no,@patient_no,patient_no%2,patient_no^2,|/patient_no FROM patient ORDER BY 1

SELECT chart->'surname',chart->>'surname',chart#>'{visit,ward}',chart#>>'{visit,ward}',chart@>'{"weights": []}',chart?'surname',chart?|array['visit'],chart-'surname',chart||'{"surname": 2}' FROM patient WHERE patient_no=100

SELECT chart->'visit'->>'ward' AS ward, chart['visit']['ward'], chart['weights'][0] FROM patient WHERE patient_no = 100

SELECT jsonb_path_query(chart, '$.weights[*] ? (@ > 60)'), chart @? '$.surname', chart @@ '$.surname == "json"' FROM patient WHERE patient_no = 100

SELECT jsonb_path_query_array(chart, '$.weights[*]') AS surname FROM patient ORDER BY patient_no

SELECT phones[1], phones[1:2], phones[:1], phones[2:], phones[:], (phones)[1], phones[array_length(phones, 1)] FROM patient ORDER BY patient_no

SELECT phones[patient_no - 99], family[1].called, (family[1]).lives, (family[1].lives).town FROM patient ORDER BY patient_no

SELECT phones && ARRAY['1'], '1' = ANY (phones), phones @> '{1}', array_position(phones, '1'), ARRAY[surname, forename], ARRAY[[patient_no], [1]] FROM patient ORDER BY patient_no

SELECT date '2026-01-01' - born, born + interval '1' month, interval '1 year 2 days' * patient_no, timestamp '2026-01-01' AT TIME ZONE 'UTC', time '10:00', numeric(5, 2) '1.234' FROM patient ORDER BY patient_no

SELECT born::text, CAST(born AS timestamp), (born)::timestamptz IS NULL, born::date::text, text 'surname', varchar(3) 'surname', int4 '5' FROM patient ORDER BY patient_no

SELECT E'sur\'name', E'\x73urname', U&'\0073urname', 'it''s', $$surname$$, $a$ $$ surname $a$, B'101', X'1F', N'surname' FROM patient WHERE patient_no = 100

SELECT 'sur'
  'name' FROM patient LIMIT 1

SET LOCAL standard_conforming_strings = off
-- then
SELECT 'sur\'name', surname FROM patient WHERE surname <> 'a\\b' ORDER BY 1, 2
-- then
SELECT 'a\'' || surname || '\'' FROM patient ORDER BY 1

-- simple
SET LOCAL standard_conforming_strings = off; SELECT 'x' || surname FROM patient ORDER BY 1

-- simple
SET LOCAL backslash_quote = off
-- then
SELECT E'\'' || surname FROM patient

SELECT SURNAME, Surname, "surname" FROM PATIENT ORDER BY 1

SELECT "Surname" FROM patient

SELECT "SURNAME" FROM patient p

SELECT * FROM "Patient"

SELECT U&"surname", U&"\0073urname", U&"!0073urname" UESCAPE '!' FROM U&"p\0061tient" ORDER BY 1

SELECT U&"\00zz" FROM patient

SELECT sürname FROM patient

SELECT p.surname AS "patient.surname", p.surname AS "sur""name", p.surname "x y", p.surname ÄÖ FROM patient p ORDER BY 1

SELECT p.surname AS select, p.forename AS from, p.born AS "where" FROM patient AS p ORDER BY "select", "from"

SELECT surname value, forename name, born type FROM patient ORDER BY value, name

SELECT surname AS year, forename AS month FROM patient ORDER BY year, month

SELECT 1surname FROM patient WHERE patient_no = 100

SELECT 1 surname, surname s FROM patient ORDER BY s

SELECT surname /*+ hint */ FROM patient ORDER BY /* a */ surname -- b

SELECT surname FROM patient WHERE surname ~ '^L' AND surname ~* 'l' AND surname !~ 'x' AND surname LIKE 'L%' ESCAPE '\' AND surname SIMILAR TO 'L(u|x)%' AND surname NOT ILIKE 'x%' ORDER BY patient_no

SELECT surname IS NULL, surname ISNULL, surname NOTNULL, surname IS DISTINCT FROM forename, surname BETWEEN 'A' AND 'M', surname BETWEEN SYMMETRIC 'M' AND 'A', surname IN ('Luxem', forename), surname COLLATE "C" < forename FROM patient ORDER BY patient_no

SELECT CASE surname WHEN 'Luxem' THEN forename ELSE surname END, CASE WHEN surname > forename THEN 1 END, coalesce(address, surname), nullif(surname, 'Luxem'), greatest(surname, forename), least(surname, forename) FROM patient ORDER BY patient_no

SELECT extract(year FROM born), substring(surname FROM 2 FOR 3), substring(surname from '.*'), overlay(surname PLACING 'xx' FROM 2), position('u' IN surname), trim(both 'L' FROM surname), trim(surname), btrim(surname, 'm') FROM patient ORDER BY patient_no

SELECT normalize(surname), surname IS NORMALIZED, xmlelement(name surname, xmlattributes(forename, surname AS s), surname), xmlforest(surname, forename AS f), xmlconcat(xmlelement(name a), NULL) FROM patient ORDER BY patient_no

SELECT (surname, forename) = ('Luxem', 'Ada'), ROW(surname, forename) < ROW('M', 'x'), (surname, born) IS NULL, (surname, forename) IN (SELECT surname, forename FROM patient p WHERE p.patient_no = 100), ROW(surname) FROM patient ORDER BY patient_no

SELECT (born, born + 1) OVERLAPS (date '1990-01-01', date '1991-01-01'), daterange(born, born + 10) @> date '1990-03-06', daterange(born, NULL) && '[2000-01-01,)'::daterange FROM patient ORDER BY patient_no

SELECT current_date - born > 0, now() > born, localtimestamp > born, current_catalog IS NULL, session_user IS NOT NULL FROM patient ORDER BY patient_no

SELECT upper(during), lower(during), isempty(during), during * '[2026-01-02,2026-01-20)'::daterange, during -|- '[2026-02-01,)' FROM stay ORDER BY stay_no

SELECT range_merge(a.during, b.during), a.bed FROM stay a JOIN stay b ON a.during && b.during AND a.stay_no < b.stay_no ORDER BY 1, 2

SELECT x.p FROM shift, XMLTABLE('/n/p' PASSING note COLUMNS p text PATH '.', n FOR ORDINALITY) x ORDER BY 1

SELECT x.note, shift.day FROM shift, XMLTABLE('/n' PASSING shift.note COLUMNS note text PATH '@a' DEFAULT 'none') AS x ORDER BY 1

SELECT xpath('/n/@a', note), xmlexists('/n' PASSING BY REF note) FROM shift ORDER BY doctor_ref, day

SELECT surname FROM patient TABLESAMPLE BERNOULLI (100) REPEATABLE (1) ORDER BY 1

SELECT p.surname FROM patient AS p TABLESAMPLE SYSTEM (100) WHERE p.patient_no > 100 ORDER BY 1

SELECT ward FROM ward TABLESAMPLE bernoulli (beds)

SELECT count(*) FROM patient, LATERAL (SELECT 1 WHERE patient_no > 100) x

SELECT surname FROM patient WHERE ctid = '(0,1)' OR xmin IS NULL OR patient.ctid IS NULL

SELECT p.ctid IS NOT NULL, p.tableoid = tableoid, p.xmin::text > '0', cmin::text >= '0' FROM patient p ORDER BY patient_no

SELECT patient.tableoid::regclass = 'patient'::regclass FROM patient

SELECT item.tableoid = i.tableoid, item.* FROM item JOIN item i USING (item_no) ORDER BY item_no

SELECT label, price FROM item* ORDER BY item_no

SELECT label, price FROM ONLY (item) ORDER BY item_no

SELECT * FROM treatment WHERE done_on = '2026-01-02' ORDER BY 1

SELECT treatment_new.kind, treatment_new.* FROM treatment_new ORDER BY treat_no

SELECT treat_no, kind FROM treatment_new_other_0 UNION ALL SELECT treat_no, kind FROM treatment_new_other_1 ORDER BY treat_no

SELECT measure_pulse.*, level FROM measure_pulse ORDER BY taken

SELECT kit.*, kit.label, agent, maker FROM kit

SELECT dose * price AS price, label AS agent, agent AS label FROM drug ORDER BY label

SELECT surname OPERATOR(pg_catalog.||) forename, surname OPERATOR(||) 'x', pg_catalog.upper(surname), pg_catalog.length(surname)::pg_catalog.int4 FROM patient ORDER BY patient_no

SELECT surname, (SELECT 1) AS one, EXISTS (SELECT surname FROM doctor) FROM patient ORDER BY surname, patient_no

SELECT ALL surname FROM patient ORDER BY surname ASC NULLS LAST

SELECT format('%s %I %L', surname, forename, born) FROM patient ORDER BY patient_no

SELECT concat_ws('-', VARIADIC phones), concat(surname, forename) FROM patient ORDER BY patient_no

SELECT make_date(year => 2020, month => 1, day => patient_no - 99) FROM patient ORDER BY 1

SELECT count(*) AS patient, max(surname) surname FROM patient patient

SELECT FROM patient

SELECT DISTINCT FROM patient

SELECT ; SELECT surname FROM patient ORDER BY 1

;;SELECT surname FROM patient ORDER BY 1;;

SELECT surname FROM patient ORDER BY 1;-- last

SELECT surname, FROM patient

SELECT surname forename born FROM patient

SELECT surname FROM patient WHERE

SELECT surname FROM patient GROUP BY ORDER BY 1

SELECT 'surname FROM patient

SELECT "surname FROM patient

SELECT surname FROM patient WHERE surname = $$x

SELECT surname FROM patient /* open

SELECT * FROM patient WHERE surname = @@ 'x'

SELECT surname == 'x' FROM patient

SELECT surname FROM patient LIMIT -1

SELECT surname FROM patient FETCH FIRST 1 ROW WITH TIES

SELECT :surname FROM patient

SELECT surname FROM patient WHERE patient_no = ?

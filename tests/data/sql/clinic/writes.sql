-- each: INSERT INTO ward VALUES (5, 'new') | INSERT INTO ward VALUES (5, 'new', 3, 4, '2026-01-01') | INSERT INTO ward (ward_no, ward) VALUES (5, 'new') | INSERT INTO ward (ward, ward_no) VALUES ('new', 5), ('newer', 6) | INSERT INTO ward (ward_no, ward, floor) VALUES (5, 'new', DEFAULT) | INSERT INTO ward (ward_no, ward) SELECT ward_no + 10, ward || '!' FROM ward ORDER BY ward_no | INSERT INTO ward SELECT ward_no + 10, ward || '?' FROM ward ORDER BY ward_no | INSERT INTO ward TABLE "Old Files".ward | INSERT INTO ward (ward_no, ward) SELECT ward_no + 20, ward FROM "Old Files".ward WHERE ward = 'leper' | INSERT INTO ward AS w (ward_no, ward) VALUES (5, 'new') | INSERT INTO public.ward (ward_no, ward) VALUES (5, 'new')
«each» RETURNING *

-- each: ward | ward.ward | ward.* | *, ward | ward_no AS ward | ward AS ward_no, ward_no AS ward | (SELECT count(*) FROM ward w WHERE w.ward = ward.ward) | upper(ward) || floor | floor + 1 AS floor | ROW(ward.*) | (ward.*) IS NULL | ctid IS NULL | tableoid IS NULL | CASE WHEN beds IS NULL THEN ward END | ward::varchar(2), beds::text | "ward" | public.ward.ward | (SELECT max(beds) FROM ward) AS beds | count(*) | nosuch | o.ward
INSERT INTO ward (ward_no, ward) VALUES (5, 'new') RETURNING «each»

INSERT INTO patient DEFAULT VALUES

INSERT INTO patient (forename) VALUES ('Max') RETURNING *

INSERT INTO patient (forename) VALUES ('Max') RETURNING patient_no, surname, full_name, phones

INSERT INTO patient (patient_no, forename) VALUES (7, 'Max')

INSERT INTO patient (patient_no, forename) VALUES (DEFAULT, 'Max') RETURNING patient_no

INSERT INTO patient (patient_no, forename) OVERRIDING SYSTEM VALUE VALUES (7, 'Max') RETURNING full_name, patient_no

INSERT INTO patient (patient_no, forename) OVERRIDING USER VALUE VALUES (7, 'Max') RETURNING full_name, patient_no

INSERT INTO patient (forename, full_name) VALUES ('Max', 'Max X')

INSERT INTO patient (forename, full_name) VALUES ('Max', DEFAULT) RETURNING full_name

INSERT INTO patient VALUES (DEFAULT, 'A', 'B', '2000-01-01', 'A', ROW('l', 'z', 't'), '{1,2}', '{"a": 1}', 'm@x', NULL, 'abc', DEFAULT) RETURNING *

INSERT INTO patient VALUES (DEFAULT, 'A', 'B', '2000-01-01', 'A', ROW('l', 'z', 't'), '{1,2}', '{"a": 1}', 'm@x', NULL, 'abc', DEFAULT, 1)

INSERT INTO patient (forename, surname) VALUES ('a')

INSERT INTO patient (forename) VALUES ('a', 'b')

INSERT INTO patient (forename, forename) VALUES ('a', 'b')

INSERT INTO patient (forename, nosuch) VALUES ('a', 'b')

INSERT INTO patient (forename, tableoid) VALUES ('a', 1)

INSERT INTO patient (patient.forename) VALUES ('a')

INSERT INTO patient (forename, home.town, home.zip) VALUES ('a', 'b', 'c') RETURNING home

INSERT INTO patient (forename, home.nosuch) VALUES ('a', 'b')

INSERT INTO patient (forename, phones[1], phones[3]) VALUES ('a', 'x', 'z') RETURNING phones

INSERT INTO patient (forename, family[2].called) VALUES ('a', 'x') RETURNING family

INSERT INTO patient (forename, address) VALUES ('Max', 'none')

INSERT INTO patient (forename, address) VALUES ('Max', 'ROSA@x.test')

INSERT INTO patient (forename, surname) VALUES ('Rosa', 'Luxem')

INSERT INTO patient (forename) VALUES (NULL)

INSERT INTO patient (forename, tag) VALUES ('x', 'toolong')

INSERT INTO patient (forename, born) VALUES ('x', 'not a date')

INSERT INTO patient (forename, born) VALUES ('x', 5)

INSERT INTO patient (forename, blood) VALUES ('x', 'C')

INSERT INTO patient (forename, chart) VALUES ('x', '{')

INSERT INTO ward (ward_no, ward, beds) VALUES (9, 'bad', 0)

INSERT INTO ward (ward_no, ward, beds) VALUES (1, 'dup', 1)

INSERT INTO ward (ward_no, ward, beds) VALUES (9, 'surgery', 1)

INSERT INTO ward (ward_no, ward, floor) VALUES (9, 'x', 40000)

INSERT INTO doctor (name, pay) VALUES ('x', -1)

INSERT INTO doctor (name, ward_ref) VALUES ('House', 1)

INSERT INTO doctor (name, chief) VALUES ('x', 999)

INSERT INTO doctor (name) VALUES ('a name that is much longer than twenty characters')

INSERT INTO stay (patient_ref, during, bed) VALUES (100, '[2026-01-05,2026-01-07)', 1)

INSERT INTO stay (patient_ref, during, bed) VALUES (999, '[2027-01-05,2027-01-07)', 1)

INSERT INTO stay (patient_ref, during, bed, ward_ref) VALUES (100, '[2027-01-05,2027-01-07)', 1, 99)

SET CONSTRAINTS ALL IMMEDIATE
-- then
INSERT INTO stay (patient_ref, during, bed, ward_ref) VALUES (100, '[2027-01-05,2027-01-07)', 1, 99)

INSERT INTO stay (stay_no, patient_ref, during) VALUES (1, 100, 'empty') RETURNING *

INSERT INTO treatment VALUES (9, '2030-01-01')

INSERT INTO treatment (treat_no, done_on, kind) VALUES (9, '2026-06-01', 'new'), (10, '2020-01-01', 'x') RETURNING *, tableoid IS NOT NULL

INSERT INTO treatment (treat_no, done_on) VALUES (1, '2024-05-05')

INSERT INTO treatment (treat_no, done_on, kind) VALUES (9, '2026-06-01', NULL)

INSERT INTO treatment_new_visit VALUES (9, '2026-06-01', 'x-ray')

INSERT INTO treatment_old (treat_no, done_on) VALUES (9, '2026-06-01')

INSERT INTO treatment_old (treat_no, done_on) VALUES (9, '2020-06-01') RETURNING kind, cost

INSERT INTO measure VALUES (1, '2026-01-01', 'pulse', 1) RETURNING *

INSERT INTO measure (what, level, taken, patient_ref) VALUES ('pulse', -500, '2026-01-01', 1)

INSERT INTO measure_pulse VALUES (1, 'pulse', '2026-01-01', 2) RETURNING *

INSERT INTO measure_pulse VALUES (1, 'temp', '2026-01-01', 2)

INSERT INTO kit (item_no, label, agent, serial_no, parts) VALUES (31, 'x', 'y', 'z', 1)

INSERT INTO kit (item_no, label, agent, serial_no, parts) VALUES (31, 'x', 'y', 'z', 2) RETURNING *

INSERT INTO drug (item_no, label, price) VALUES (12, 'x', -1)

INSERT INTO bill_line (bill_ref, line, quantity, total) VALUES (1, 5, 5, 5)

INSERT INTO bill_line (bill_ref, line, quantity) VALUES (1, 5, 5) RETURNING total, *

INSERT INTO bill_line (bill_ref, line, quantity) VALUES (77, 5, 5)

INSERT INTO bill_line (bill_ref, bill_year, line) VALUES (NULL, NULL, 1)

INSERT INTO bill_line (bill_ref, line, quantity) VALUES (1, 5, 0)

INSERT INTO "user" ("user", "order", "select") VALUES ('x', DEFAULT, 3) RETURNING "user", "order", "user".*

INSERT INTO größe (id, "日本", "ÄRGER") VALUES (3, 'a', 'b') RETURNING *

INSERT INTO card (title, number) VALUES ('x', 1)

INSERT INTO card VALUES ('x', 1) RETURNING *

INSERT INTO adult (forename, surname, born) VALUES ('o', 'p', '1999-01-01') RETURNING *

INSERT INTO adult (forename, surname, born) VALUES ('o', 'p', '2019-01-01')

INSERT INTO person VALUES (1, 'x')

INSERT INTO open_bill (bill_no, year, payer) VALUES (70, 2026, 100) RETURNING *

INSERT INTO open_bill (bill_no, year, payer) SELECT bill_no + 50, year, payer FROM open_bill

INSERT INTO income VALUES (1)

INSERT INTO lab VALUES (1)

INSERT INTO nosuch VALUES (1)

INSERT INTO ward_load VALUES ('x')

INSERT INTO secret (secret_no, content) VALUES (9, 'x') RETURNING *

INSERT INTO shift VALUES (1, '2026-01-01', '[1,2)')

INSERT INTO shift (doctor_ref, day, note) VALUES (2, '2026-02-01', '<a>') RETURNING note

-- each: (ward_no) | (ward) | ON CONSTRAINT ward_pkey | ON CONSTRAINT ward_ward_key | (ward_no, ward) | (lower(ward)) | (beds) | (nosuch) | (ward.ward) | (ward) WHERE beds > 1 | ((ward)) | (ward COLLATE "C")
INSERT INTO ward (ward_no, ward) VALUES (1, 'surgery') ON CONFLICT «each» DO NOTHING RETURNING ward

-- each: ward = excluded.ward | ward = excluded.ward || ward.ward | beds = excluded.ward_no, floor = excluded.beds | (ward, beds) = (excluded.ward || 'x', 99) | (ward, beds) = (SELECT excluded.ward || w.ward, w.beds FROM ward w WHERE w.ward_no = 2) | (ward, beds) = ROW(excluded.ward, ward.ward_no) | beds = (SELECT count(*) FROM stay WHERE ward_ref = ward.ward_no) | floor = DEFAULT | ward = DEFAULT | ward_no = excluded.ward_no + 100 | ward = ward | ward = excluded | beds = excluded.nosuch | nosuch = 1 | ward.ward = 'x' | beds = excluded.beds WHERE ward.beds > 5 | beds = 1 WHERE excluded.ward = 'x' | beds = 7 WHERE beds > 7 | beds = (SELECT max(excluded.ward_no) FROM staff.ward) | ward = upper(excluded.ward), beds = coalesce(excluded.beds, ward.beds)
INSERT INTO ward (ward_no, ward) VALUES (1, 'surgeon'), (8, 'new') ON CONFLICT (ward_no) DO UPDATE SET «each»

INSERT INTO ward AS excluded (ward_no, ward) VALUES (1, 'x') ON CONFLICT (ward_no) DO UPDATE SET ward = excluded.ward

INSERT INTO ward AS w (ward_no, ward) VALUES (1, 'x') ON CONFLICT (ward_no) DO UPDATE SET ward = w.ward || excluded.ward, beds = w.beds + 1 WHERE w.beds > 1 RETURNING w.*, w.ward

INSERT INTO ward AS w (ward_no, ward) VALUES (1, 'x') ON CONFLICT (ward_no) DO UPDATE SET ward = ward.ward

INSERT INTO ward VALUES (1, 'x'), (1, 'y') ON CONFLICT (ward_no) DO UPDATE SET ward = excluded.ward

INSERT INTO ward (ward_no, ward) SELECT ward_no, 'o' || ward FROM "Old Files".ward ON CONFLICT (ward_no) DO UPDATE SET ward = excluded.ward || '-' || ward.ward RETURNING *

INSERT INTO patient (forename, address) VALUES ('Max', 'ROSA@x.test') ON CONFLICT (lower(address)) WHERE address IS NOT NULL DO UPDATE SET forename = excluded.forename, surname = patient.surname || 2 RETURNING full_name

INSERT INTO patient (forename, address) VALUES ('Max', 'ROSA@x.test') ON CONFLICT (lower(address)) DO NOTHING

INSERT INTO patient (forename, surname) VALUES ('Rosa', 'Luxem') ON CONFLICT ON CONSTRAINT patient_person DO UPDATE SET tag = 'upd', home.town = 'X', phones[1] = excluded.surname RETURNING tag, home, phones

INSERT INTO patient (forename, surname) VALUES ('Rosa', 'Luxem') ON CONFLICT (forename, surname) DO UPDATE SET full_name = 'x'

INSERT INTO patient (forename, surname) VALUES ('Rosa', 'Luxem') ON CONFLICT (forename, surname) DO UPDATE SET forename = excluded.full_name RETURNING full_name

INSERT INTO swap VALUES (1, 5, 'd', 'c') ON CONFLICT (b) DO UPDATE SET a = excluded.b, c = excluded.d, d = swap.c || excluded.c RETURNING *

INSERT INTO pair (a, b, c) VALUES (1, 5, 'x') ON CONFLICT (a) DO UPDATE SET b = pair.a + excluded.b, c = pair.d, d = excluded.c RETURNING a, b, c, d

INSERT INTO treatment (treat_no, done_on, kind, cost) VALUES (1, '2024-05-05', 'visit', 3) ON CONFLICT (treat_no, done_on, kind) DO UPDATE SET cost = treatment.cost + excluded.cost RETURNING *

INSERT INTO bill_line (bill_ref, bill_year, line) VALUES (NULL, NULL, 1) ON CONFLICT (bill_ref, bill_year, line) DO UPDATE SET quantity = bill_line.quantity + excluded.quantity RETURNING *

-- each: surname = 'x' | surname = forename, forename = surname | (surname, forename) = (forename, surname) | (surname, forename) = ('a', 'b') | (surname, born) = (SELECT ward, opened::date FROM ward WHERE ward_no = 1) | (surname, forename) = ROW(upper(forename), DEFAULT) | surname = DEFAULT | full_name = 'x' | full_name = DEFAULT | patient_no = 5 | patient_no = DEFAULT | home.town = 'X' | home.town = 'X', home.zip = 'Y' | home = ROW('a', 'b', 'c') | phones[1] = 'x' | phones[2:3] = '{a,b}' | phones = phones || '{z}' | chart['x'] = '1' | chart['visit']['ward'] = to_jsonb(surname) | family[1].called = 'Dad' | family[1].lives.town = 'Rome' | (home.town, surname) = ('a', 'b') | surname = (SELECT max(name) FROM doctor) | surname = (SELECT surname FROM staff.patient s WHERE s.patient_no = patient.patient_no) | surname = patient.forename | born = born + 1, tag = left(surname, 3) | surname = NULL | surname = 5 | born = 'x' | born = surname | patient.surname = 'x' | nosuch = 1 | surname.x = 1 | surname = nosuch | surname = nosuch.x | surname = 'x', surname = 'y' | (surname, forename) = ('x') | (surname) = ('x') | surname = count(*) | surname = row_number() OVER () | address = 'bad' | blood = 'X' | blood = 'B' | forename = forename || $$ $q$ $$ | home = NULL, phones = DEFAULT
UPDATE patient SET «each» WHERE patient_no = 100 RETURNING surname, forename, full_name, home, phones, family

-- each: surname | p.surname | p.* | * | patient.surname | p.surname AS forename | p | s.nick | s.* | p.*, s.* | upper(p.surname) || s.nick | (SELECT p.surname) | count(*)
UPDATE patient p SET surname = s.surname || '2' FROM staff.patient s WHERE s.patient_no = p.patient_no RETURNING «each»

UPDATE patient SET surname = d.name FROM doctor d JOIN stay s ON s.doctor_ref = d.doctor_no WHERE s.patient_ref = patient.patient_no AND s.bed > 1 RETURNING patient.surname, d.name, s.bed

UPDATE patient SET surname = x.ward FROM (SELECT w.ward, s.patient_ref FROM ward w JOIN stay s ON s.ward_ref = w.ward_no WHERE s.bed = 9) x WHERE x.patient_ref = patient_no RETURNING *

UPDATE patient SET surname = surname || f.x FROM (VALUES (100, 'a'), (101, 'b')) f (no, x) WHERE no = patient_no RETURNING f.*, surname

UPDATE patient p SET surname = n FROM generate_series(1, 1) n WHERE patient_no = 100 RETURNING surname

UPDATE patient SET surname = l.phone FROM LATERAL unnest(phones) l (phone) WHERE patient_no = 100

UPDATE pair SET a = b, b = a RETURNING *

UPDATE pair SET a = a + 100, b = pair.b + 1, c = d, d = c WHERE b = 10 RETURNING a, b, c, d

UPDATE pair AS b SET b = b.a WHERE b.b = 20 RETURNING b.b, b

UPDATE pair SET c = swap.c, d = swap.d FROM swap WHERE pair.a = swap.b RETURNING pair.*, swap.a

UPDATE pair a SET a = a.a + s.b * 10 FROM swap s WHERE s.b = a.a RETURNING a, s.a

UPDATE swap SET (a, b) = (b + 50, a) WHERE a IS NOT NULL RETURNING a, b

UPDATE swap SET (c, d) = (SELECT d, c FROM pair WHERE pair.a = swap.b) RETURNING *

UPDATE ward SET ward = ward || '!' WHERE ward LIKE 's%' RETURNING ward, ward.ward

UPDATE ward SET beds = (SELECT count(*) + 1 FROM doctor WHERE ward_ref = ward_no), ward = ward RETURNING *

UPDATE ward w SET beds = o.ward_no FROM "Old Files".ward o WHERE o.ward = w.ward RETURNING w.ward, o.*

UPDATE ward SET ward_no = 4 WHERE ward_no = 1 RETURNING *

UPDATE ONLY item SET price = price + 1 RETURNING *

UPDATE item SET label = upper(label), price = coalesce(price, 1) RETURNING *

UPDATE item i SET label = d.agent FROM drug d WHERE d.item_no = i.item_no RETURNING i.item_no, i.label, d.label

UPDATE drug SET dose = dose * 2, label = agent RETURNING *

UPDATE kit SET label = maker, agent = serial_no, parts = 3 RETURNING *

UPDATE treatment SET kind = 'moved' WHERE treat_no = 2 RETURNING *

UPDATE treatment SET done_on = '2031-01-01' WHERE treat_no = 2

UPDATE treatment_new_visit SET kind = 'x-ray'

UPDATE measure SET level = level + 1, what = upper(what) WHERE what = 'temp' RETURNING *

UPDATE measure m SET patient_ref = p.patient_no FROM patient p WHERE p.forename = 'Zoe' AND m.what = 'pulse' RETURNING m.*, p.forename

UPDATE "user" SET "order" = "select", "select" = "order" RETURNING *

UPDATE "user" AS "order" SET "from" = "order"."user" RETURNING "order"."order", "order".*

UPDATE größe SET "ÄRGER" = größe.größe::text, größe = naïve RETURNING größe, größe.*

UPDATE card SET title = 'x' WHERE number = 100

UPDATE adult SET surname = 'x', born = '2020-01-01' WHERE patient_no = 100

UPDATE adult SET surname = 'x' WHERE patient_no = 100 RETURNING *

UPDATE open_bill SET due = '2030-01-01' WHERE bill_no = 2 RETURNING *

UPDATE ward_load SET last = 'x'

UPDATE income SET total = 0

UPDATE bill SET bill_no = 5 WHERE bill_no = 1 AND year = 2026

UPDATE bill SET paid = true, payer = 999

UPDATE node SET up = NULL, pos = pos + 10, title = (SELECT p.title FROM node p WHERE p.id = node.up) RETURNING *

UPDATE secret SET content = holder, level = 7 RETURNING *

DELETE FROM ward WHERE ward = 'empty' RETURNING *

DELETE FROM ward WHERE ward_no = 1

DELETE FROM patient WHERE patient_no = 103 RETURNING forename, surname, full_name, patient.*

DELETE FROM stay s USING patient p WHERE p.patient_no = s.patient_ref AND p.surname = 'Luxem' RETURNING s.bed, p.forename, s.*

DELETE FROM stay USING ward w, LATERAL (SELECT w.beds AS b) x WHERE ward_ref = ward_no AND x.b = 20 RETURNING ward, bed

DELETE FROM doctor WHERE chief IS NOT NULL AND NOT EXISTS (SELECT 1 FROM doctor d WHERE d.chief = doctor.doctor_no) RETURNING name

DELETE FROM doctor d WHERE d.pay < (SELECT avg(pay) FROM doctor) RETURNING d.*, d.pay

DELETE FROM ONLY item RETURNING label

DELETE FROM item WHERE price > 50 RETURNING *

DELETE FROM drug USING device WHERE drug.item_no = device.item_no RETURNING drug.label, device.maker

DELETE FROM treatment WHERE kind IN (SELECT what FROM measure UNION SELECT 'visit') RETURNING treat_no, kind

DELETE FROM measure USING lab WHERE lab.patient_ref + 99 = measure.patient_ref AND lab.level > 1 RETURNING measure.level, lab.level

DELETE FROM bill RETURNING *

DELETE FROM open_bill WHERE bill_no = 2 RETURNING due

DELETE FROM pair a USING swap b WHERE a.a = b.b RETURNING a.b, b.a

DELETE FROM node WHERE id = 1

DELETE FROM card WHERE number = 100

DELETE FROM patient WHERE nosuch = 1

DELETE FROM patient p WHERE patient.surname = 'x'

DELETE FROM patient RETURNING doctor.name

DELETE FROM "Old Files"."Stay Of" WHERE "Stay No" = 1 RETURNING "Patient", *

DELETE FROM secret WHERE level > 5 RETURNING content

TRUNCATE pair, swap

TRUNCATE TABLE ONLY item

TRUNCATE patient

TRUNCATE treatment RESTART IDENTITY

TRUNCATE card

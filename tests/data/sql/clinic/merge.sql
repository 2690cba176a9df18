-- each: WHEN MATCHED THEN UPDATE SET surname = s.surname || p.surname | WHEN MATCHED AND s.nick = 'twin' THEN DELETE | WHEN MATCHED AND p.born IS NULL THEN DO NOTHING WHEN MATCHED THEN UPDATE SET (surname, forename) = (s.nick, s.surname) | WHEN NOT MATCHED THEN INSERT (forename, surname) VALUES (s.nick, s.surname) | WHEN NOT MATCHED AND s.born > '1950-01-01' THEN INSERT (surname, forename, born) VALUES (surname, nick, s.born) | WHEN NOT MATCHED THEN INSERT DEFAULT VALUES | WHEN MATCHED THEN UPDATE SET surname = DEFAULT, home.town = s.nick WHEN NOT MATCHED THEN DO NOTHING | WHEN MATCHED THEN UPDATE SET (surname, born) = (SELECT name, since FROM doctor WHERE doctor_no = s.patient_no - 99) | WHEN MATCHED THEN UPDATE SET s.surname = 'x' | WHEN MATCHED THEN UPDATE SET surname = nosuch | WHEN NOT MATCHED THEN INSERT (forename) VALUES (p.forename) | WHEN NOT MATCHED THEN INSERT (nosuch) VALUES (1) | WHEN MATCHED THEN UPDATE SET full_name = 'x' | WHEN NOT MATCHED THEN INSERT (patient_no, forename) OVERRIDING SYSTEM VALUE VALUES (s.patient_no + 7, 'm') | WHEN NOT MATCHED THEN INSERT (patient_no, forename) VALUES (s.patient_no + 7, 'm') | WHEN MATCHED THEN UPDATE SET surname = surname | WHEN MATCHED THEN UPDATE SET phones[1] = s.nick
MERGE INTO patient p USING staff.patient s ON s.patient_no = p.patient_no «each»

MERGE INTO patient USING staff.patient s USING (patient_no) WHEN MATCHED THEN DELETE

MERGE INTO patient USING (SELECT patient_no AS no, upper(nick) AS nick FROM staff.patient) x ON no = patient_no WHEN MATCHED THEN UPDATE SET surname = nick, tag = left(x.nick, 2) WHEN NOT MATCHED THEN INSERT (forename) VALUES (nick)

MERGE INTO ward USING "Old Files".ward o ON o.ward = ward.ward WHEN MATCHED THEN UPDATE SET opened = o.closed, ward = o.ward || ward.ward WHEN NOT MATCHED THEN INSERT VALUES (o.ward_no + 10, o.ward, 5)

MERGE INTO ward w USING staff.ward AS s ON w.ward_no = s.ward_no WHEN NOT MATCHED THEN INSERT (ward_no, ward, beds) VALUES (s.ward_no, s.head, DEFAULT) WHEN MATCHED AND w.ward = 'surgery' THEN UPDATE SET ward = head

MERGE INTO pair a USING swap b ON a.a = b.b WHEN MATCHED AND a.b = 10 THEN UPDATE SET a = b.a, b = a.a, c = b.d, d = a.c WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (b, a, d) VALUES (b.b, b.b * 7, b.c)

MERGE INTO swap USING pair ON pair.a = swap.b WHEN MATCHED THEN UPDATE SET a = pair.b, c = swap.d WHEN NOT MATCHED THEN INSERT (a, b, c) VALUES (pair.a, pair.b + 500, pair.d)

MERGE INTO bill b USING (VALUES (1, 2026, true), (9, 2026, false)) v (bill_no, year, paid) ON (b.bill_no, b.year) = (v.bill_no, v.year) WHEN MATCHED THEN UPDATE SET paid = v.paid WHEN NOT MATCHED THEN INSERT (bill_no, year, paid) VALUES (v.bill_no, v.year, v.paid)

MERGE INTO treatment t USING measure m ON t.done_on = m.taken::date AND m.what = 'temp' WHEN MATCHED THEN UPDATE SET remark = what || level WHEN NOT MATCHED THEN INSERT (treat_no, done_on, kind) VALUES (m.patient_ref, m.taken, m.what)

MERGE INTO ONLY item USING drug ON drug.item_no = item.item_no WHEN NOT MATCHED THEN INSERT (item_no, label, price) VALUES (drug.item_no + 100, agent, drug.price)

MERGE INTO item i USING device d ON d.item_no = i.item_no WHEN MATCHED THEN UPDATE SET label = d.maker, price = 0

WITH s AS (SELECT patient_ref, count(*) AS stays FROM stay GROUP BY 1) MERGE INTO patient USING s ON patient_ref = patient_no WHEN MATCHED AND stays > 1 THEN UPDATE SET tag = stays::text WHEN MATCHED THEN DELETE

MERGE INTO "user" u USING (SELECT 'root' AS "user", 5 AS "order" UNION SELECT 'new', 6) s ON u."user" = s."user" WHEN MATCHED THEN UPDATE SET "order" = s."order", "select" = u."order" WHEN NOT MATCHED THEN INSERT ("user", "order") VALUES (s."user", "order")

MERGE INTO card USING patient p ON p.patient_no = number WHEN MATCHED THEN DELETE

MERGE INTO adult a USING doctor d ON d.doctor_no + 99 = a.patient_no WHEN MATCHED THEN UPDATE SET surname = d.name

MERGE INTO income USING patient ON true WHEN MATCHED THEN DELETE

MERGE INTO pair USING pair ON true WHEN MATCHED THEN DELETE

MERGE INTO pair a USING pair b ON a.a = b.a WHEN MATCHED THEN UPDATE SET c = b.d || a.a

MERGE INTO pair USING swap ON a = b WHEN MATCHED THEN DELETE

MERGE INTO pair p USING swap s ON p.a = s.nosuch WHEN MATCHED THEN DELETE

MERGE INTO pair p USING swap s ON p.a = s.b WHEN MATCHED THEN UPDATE SET a = 1 WHERE true

MERGE INTO bill_line l USING bill b ON b.bill_no = l.bill_ref AND b.year = l.bill_year WHEN MATCHED AND NOT b.paid THEN UPDATE SET single = l.single * 2, quantity = l.line WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (bill_ref, bill_year, line) VALUES (b.bill_no, b.year, 1)

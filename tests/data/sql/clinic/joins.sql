-- each: a | b | p.a | s.a | p.b, s.b | j.a | * | p.* | s.* | c, p.c, s.c | d | count(*) | ROW(p.*) | ROW(s.*) | p | s
SELECT «each» FROM pair p JOIN swap s USING (b) ORDER BY 1

-- each: j.b | j.* | j | b | p.b | a | p.a, s.a | j.a | (j).b | ROW(j.*) | row_to_json(j) | count(j)
SELECT «each» FROM pair p JOIN swap s USING (b) AS j

-- each: a | b | c | d | * | p.* | s.* | p.a, s.b | coalesce(a, b)
SELECT «each» FROM pair p FULL JOIN swap s USING (a) ORDER BY p.a, s.a

-- each: JOIN | LEFT JOIN | RIGHT JOIN | FULL JOIN | NATURAL JOIN
SELECT * FROM pair «each» swap ORDER BY 1

-- each: USING (a) | USING (b) | USING (a, b) | USING (b, a) | USING (a, b, c, d) | USING (d) | USING (c, a) | ON pair.a = swap.b | ON true | ON pair.b = swap.a AND pair.c = swap.d | USING (a) AS x | USING (b, c) AS x
SELECT * FROM pair LEFT JOIN swap «each» ORDER BY 1, 2, 3

-- each: JOIN | LEFT JOIN | RIGHT JOIN | FULL JOIN
SELECT b, a, p.c, s.d FROM pair p «each» swap s USING (b, a) ORDER BY b, a

SELECT * FROM pair NATURAL JOIN swap ORDER BY 1

SELECT a, b, c, d FROM pair NATURAL LEFT JOIN swap ORDER BY a

SELECT a, p.a, s.a FROM pair p NATURAL FULL JOIN swap s ORDER BY 1, 2, 3

SELECT * FROM pair p NATURAL JOIN (SELECT b, 'x' AS e FROM swap) s ORDER BY 1

SELECT * FROM pair p NATURAL JOIN (SELECT b AS a, 'x' AS e FROM swap) s ORDER BY a

SELECT * FROM (pair p JOIN swap s USING (b)) JOIN node n ON n.id = b ORDER BY b

SELECT * FROM pair JOIN swap USING (b) JOIN (SELECT id AS b, title FROM node) n USING (b) ORDER BY 1

SELECT b, title, pair.a, swap.a FROM pair JOIN swap USING (b) JOIN (SELECT id AS b, title FROM node) n USING (b) ORDER BY 1

SELECT * FROM (pair JOIN swap USING (b)) AS j (b1, a1, c1, d1, a2) ORDER BY 1

SELECT j.b1, j.c, j.d FROM (pair CROSS JOIN swap) AS j (b1, a1) ORDER BY 1

SELECT j.* FROM (pair JOIN swap ON pair.a = swap.b) AS j (x, y, z) ORDER BY 1

SELECT j.x, d FROM (pair JOIN (SELECT b AS q FROM swap) s ON pair.a = q) AS j (x) ORDER BY 1

SELECT pair.a FROM (pair JOIN swap USING (b)) AS j

SELECT j.a FROM (pair JOIN swap USING (b)) AS j

SELECT x.b FROM pair JOIN swap USING (b) AS x ORDER BY x.b

SELECT x.a FROM pair JOIN swap USING (b) AS x

SELECT x.b, y.b FROM (pair JOIN swap USING (b) AS x) JOIN node AS y (b) ON y.b = x.b ORDER BY 1

SELECT x.a FROM pair JOIN pair p2 USING (a) AS x JOIN swap x2 ON x2.b = x.a ORDER BY 1

SELECT * FROM pair a JOIN swap b ON a.a = b.b JOIN pair c ON c.a = b.b JOIN swap d ON d.b = c.a ORDER BY a.a

SELECT * FROM ward JOIN "Old Files".ward o USING (ward_no) ORDER BY 1

SELECT * FROM ward w JOIN "Old Files".ward o USING (ward_no, ward) ORDER BY 1

SELECT ward, w.ward, o.ward FROM ward w FULL JOIN "Old Files".ward o USING (ward) ORDER BY 1

SELECT ward_no, head FROM ward w LEFT JOIN staff.ward s USING (ward_no) ORDER BY 1

SELECT w.*, s.head, o.closed FROM ward w JOIN staff.ward s USING (ward_no) JOIN "Old Files".ward o USING (ward_no)

SELECT ward_no, s.ward_no, o.ward_no FROM staff.ward s FULL JOIN "Old Files".ward o USING (ward_no) ORDER BY 1

SELECT ward, head FROM public.ward NATURAL JOIN (SELECT ward_no, head FROM staff.ward) s

SELECT p.surname, s.surname, nick FROM patient p JOIN staff.patient s USING (patient_no) ORDER BY 1

SELECT surname, patient_no, born FROM patient p JOIN staff.patient s USING (patient_no, surname) ORDER BY 1

SELECT patient_no, surname, p.born FROM patient p NATURAL LEFT JOIN (SELECT patient_no, surname, nick FROM staff.patient) s ORDER BY 1

SELECT * FROM staff.patient NATURAL JOIN (SELECT patient_no, forename FROM patient) p ORDER BY 1

SELECT patient_no FROM patient FULL JOIN staff.patient USING (patient_no) ORDER BY 1

SELECT public.patient.surname FROM public.patient, staff.ward ORDER BY 1

SELECT w.ward, count(s.stay_no), count(DISTINCT s.patient_ref) FROM ward w LEFT JOIN stay s ON s.ward_ref = w.ward_no GROUP BY w.ward_no ORDER BY 1

SELECT p.forename, w.ward, d.name, s.during FROM stay s JOIN patient p ON p.patient_no = s.patient_ref LEFT JOIN ward w ON w.ward_no = s.ward_ref LEFT JOIN doctor d ON d.doctor_no = s.doctor_ref ORDER BY s.stay_no

SELECT p.forename, w.ward, d.name FROM (stay s LEFT JOIN (ward w JOIN doctor d ON d.ward_ref = w.ward_no) ON s.ward_ref = w.ward_no) RIGHT JOIN patient p ON p.patient_no = s.patient_ref ORDER BY 1, 2, 3

SELECT * FROM ((ward)) ORDER BY 1

SELECT * FROM (ward w CROSS JOIN staff.ward) ORDER BY 1, w.ward, 6

SELECT * FROM bill JOIN bill_line ON (bill_no, year) = (bill_ref, bill_year) ORDER BY bill_no, year, line

SELECT b.*, l.total FROM bill b JOIN bill_line l ON l.bill_ref = b.bill_no AND l.bill_year = b.year WHERE total > 5 ORDER BY 1, 2, l.line

SELECT bill_no, total FROM bill JOIN bill_line l (bill_no, year) USING (bill_no, year) ORDER BY 1, 2

SELECT bill_no, l.* FROM bill JOIN bill_line AS l (bill_no, year, no) USING (bill_no, year) ORDER BY bill_no, year, no

SELECT d1.name, d2.name FROM doctor d1 JOIN doctor d2 USING (ward_ref) WHERE d1.doctor_no < d2.doctor_no ORDER BY 1, 2

SELECT ward_ref, d1.name, d2.name, j.ward_ref FROM doctor d1 JOIN doctor d2 USING (ward_ref) AS j WHERE d1.doctor_no < d2.doctor_no ORDER BY 1, 2, 3

SELECT ward_ref, count(*) FROM doctor d1 JOIN doctor d2 USING (ward_ref) GROUP BY ward_ref ORDER BY ward_ref

SELECT ward_ref FROM stay FULL JOIN doctor USING (ward_ref) GROUP BY ward_ref ORDER BY ward_ref

SELECT s.ward_ref, d.ward_ref FROM stay s NATURAL JOIN doctor d ORDER BY 1, 2

SELECT ward_ref, bed, name FROM stay NATURAL JOIN doctor ORDER BY 1, 2, 3

SELECT * FROM pair, swap WHERE pair.a = swap.b ORDER BY pair.a

SELECT pair.*, swap.* FROM pair, swap WHERE pair.b = swap.b

SELECT a FROM pair, swap

SELECT pair.a, pair.e FROM pair JOIN swap USING (b)

SELECT b FROM pair JOIN swap ON pair.b = swap.b

SELECT 1 FROM pair p JOIN swap p USING (b)

SELECT 1 FROM pair JOIN swap USING (e)

SELECT 1 FROM pair JOIN swap USING (b, b)

SELECT 1 FROM pair JOIN swap USING (c) WHERE b = 1

SELECT 1 FROM pair JOIN swap USING (b) AS pair

SELECT 1 FROM pair p1 JOIN pair p2 USING (a) JOIN swap USING (b)

SELECT 1 FROM pair JOIN swap ON a = b

SELECT pair.a FROM pair p

SELECT p.a FROM pair p JOIN LATERAL (SELECT p.a, s.b FROM swap) s ON true

SELECT 1 FROM swap RIGHT JOIN LATERAL (SELECT swap.a) x ON true

SELECT 1 FROM pair, (SELECT pair.a) x

SELECT 1 FROM pair p, (SELECT p.zz) x

SELECT 1 FROM pair JOIN swap ON swap.a = node.id, node

SELECT x.a FROM (SELECT * FROM pair JOIN swap USING (b)) x

SELECT * FROM (SELECT * FROM pair JOIN swap USING (b)) x

SELECT x.c FROM (SELECT pair.* FROM pair JOIN swap USING (b)) x

SELECT x.b FROM (SELECT b FROM pair JOIN swap USING (b)) x ORDER BY b

SELECT x.d FROM (SELECT pair.d, swap.d AS e FROM pair JOIN swap USING (b)) x

SELECT * FROM ONLY item JOIN drug USING (item_no) ORDER BY 1

SELECT item_no, i.label, d.label, agent FROM item i JOIN drug d USING (item_no, label) ORDER BY 1

SELECT * FROM drug NATURAL JOIN kit ORDER BY 1

SELECT k.*, d.* FROM kit k JOIN device d USING (item_no, label, price)

SELECT * FROM item NATURAL JOIN drug ORDER BY 1

SELECT label, count(*) FROM item NATURAL LEFT JOIN device GROUP BY label ORDER BY label

SELECT l.substance, p.surname FROM lab l LEFT JOIN patient p ON p.patient_no = l.patient_ref + 99 ORDER BY lab_no

SELECT * FROM lab ORDER BY lab_no

SELECT patient_ref, count(*), max(level) FROM lab NATURAL JOIN (SELECT patient_no - 99 AS patient_ref FROM patient) p GROUP BY patient_ref ORDER BY 1

SELECT o.*, l.* FROM occupied o JOIN ward_load l USING (ward) ORDER BY 1, 2, 3

SELECT ward, patient, nights FROM occupied NATURAL JOIN ward ORDER BY 1, 2

SELECT ward, stays, last, beds FROM ward NATURAL JOIN ward_load ORDER BY 1

SELECT person.full_name, a.born FROM person LEFT JOIN adult a ON a.patient_no = person.id ORDER BY id

SELECT p.*, i.total FROM open_bill p LEFT JOIN income i USING (payer) ORDER BY bill_no, year

SELECT card.title, number, card FROM card ORDER BY number

SELECT b.payer, i.payer, i.lines FROM bill b FULL JOIN income i ON i.payer = b.payer ORDER BY b.bill_no, b.year

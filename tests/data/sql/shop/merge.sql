MERGE INTO {person} p USING plain q ON q.id = p.id WHEN MATCHED THEN UPDATE SET {last} = q.name

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN MATCHED THEN UPDATE SET {last} = p.{last} || q.last_name, {first} = q.name

MERGE INTO {person} USING plain ON plain.id = {person}.id WHEN MATCHED THEN UPDATE SET {last} = {person}.{last} || plain.name

MERGE INTO {person} AS p USING (SELECT id, {last} FROM {person} WHERE id < 3) s ON s.{last} = p.{last} WHEN MATCHED THEN DELETE

MERGE INTO {person} AS p USING (VALUES (1, 'a'), (77, 'b')) AS v (id, {last}) ON v.id = p.id WHEN MATCHED THEN UPDATE SET {last} = v.{last} WHEN NOT MATCHED THEN INSERT (id, {first}, {last}) VALUES (v.id, 'new', v.{last})

MERGE INTO {person} AS p USING (VALUES (77, 'a', 'b')) AS v (id, f, l) ON v.id = p.id WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.f, v.l)

MERGE INTO {person} AS p USING (VALUES (77, 'a', 'b')) AS v (id, f, l) ON v.id = p.id WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.f, v.l, '2000-01-01')

MERGE INTO {person} AS p USING (VALUES (77, 'a', 'b')) AS v (id, f, l) ON v.id = p.id WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.f, v.l, '2000-01-01', 1)

MERGE INTO {person} AS p USING plain q ON false WHEN NOT MATCHED AND q.last_name IS NOT NULL THEN INSERT ({first}, {last}) VALUES (DEFAULT, q.last_name)

MERGE INTO {person} p USING plain q ON q.last_name = p.{last} WHEN MATCHED AND p.{last} = 'Turing' THEN DELETE WHEN MATCHED AND CASE WHEN {first} = 'Ada' THEN true ELSE false END THEN UPDATE SET {last} = CASE WHEN p.{last} = 'x' THEN 'y' ELSE upper(p.{last}) END WHEN NOT MATCHED AND CASE name WHEN 'three' THEN true ELSE false END THEN INSERT (id, {first}, {last}) VALUES (q.id + 70, q.name, coalesce(q.surname, 'none')) WHEN NOT MATCHED THEN DO NOTHING

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED THEN DO NOTHING

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN NOT MATCHED AND p.{last} = 'x' THEN DO NOTHING

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN NOT MATCHED THEN INSERT (id, {first}, {last}) VALUES (q.id, p.{first}, 'x')

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN NOT MATCHED AND {first} = 'x' THEN DO NOTHING

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN MATCHED AND last_name = 'x' THEN DELETE

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN MATCHED THEN UPDATE SET {other_last} = 'x'

MERGE INTO {person} p USING plain q ON q.id = p.id WHEN NOT MATCHED THEN INSERT (id, {other_last}) VALUES (1, 'x')

MERGE INTO {person} USING {person} ON true WHEN MATCHED THEN DELETE

MERGE INTO {person} p USING {person} s ON p.id = s.id + 1 WHEN MATCHED THEN UPDATE SET {last} = s.{last} || p.{first}

MERGE INTO {person} p USING {person} p ON p.id = 1 WHEN MATCHED THEN DELETE

WITH n AS (SELECT id, {last} FROM {person} WHERE {first} LIKE 'A%') MERGE INTO plain USING n ON n.id = plain.id WHEN MATCHED THEN UPDATE SET name = n.{last} WHEN NOT MATCHED THEN INSERT VALUES (n.id, n.{last})

MERGE INTO plain USING {person} ON {person}.id = plain.id WHEN MATCHED THEN UPDATE SET last_name = {last} WHEN NOT MATCHED THEN INSERT (id, name, last_name) VALUES ({person}.id, {first}, {last})

MERGE INTO plain USING {person} p JOIN address a ON a.person_id = p.id ON p.id + a.id - 1 = plain.id WHEN MATCHED AND a.{street} IS NOT NULL THEN UPDATE SET name = p.{last} || a.{street}

MERGE INTO plain q USING (orders o JOIN {person} p ON p.id = o.person_id) ON o.id = q.id WHEN MATCHED THEN UPDATE SET name = {status}, surname = {first}

MERGE INTO orders o USING (SELECT person_id, max({street}) AS {status} FROM address GROUP BY 1) s ON s.person_id = o.person_id WHEN MATCHED AND o.{status} <> s.{status} THEN UPDATE SET {status} = s.{status} WHEN NOT MATCHED THEN INSERT (person_id, {status}) VALUES (s.person_id, DEFAULT)

MERGE INTO orders o USING plain q ON q.id = o.id WHEN MATCHED THEN UPDATE SET ({status}, total) = (SELECT p.{last}, 7 FROM {person} p WHERE p.id = o.person_id)

MERGE INTO orders o USING plain q ON q.id = o.id WHEN NOT MATCHED THEN INSERT DEFAULT VALUES WHEN MATCHED THEN UPDATE SET {status} = DEFAULT

MERGE INTO ONLY {person} AS p USING plain q ON q.id = p.id AND EXISTS (SELECT FROM account a WHERE a.last_name = 'acc-' || p.{last}) WHEN MATCHED THEN UPDATE SET {last} = (SELECT max(x.{last}) FROM {person} x WHERE x.{last} < p.{last} OR q.id = 2)

MERGE INTO {other_person} p USING plain q ON q.id = p.id WHEN MATCHED THEN DELETE

-- simple
PREPARE m AS MERGE INTO {person} p USING plain q ON q.id = p.id WHEN MATCHED AND q.id = $1 THEN UPDATE SET {last} = q.name; EXECUTE m(1); DEALLOCATE m

-- values: 2 | Bombe
MERGE INTO {person} p USING (SELECT $1::int AS id) s ON s.id = p.id WHEN MATCHED THEN UPDATE SET {last} = $2

MERGE INTO plain q USING (orders o JOIN {person} p ON p.id = o.person_id) ON o.id = q.id WHEN MATCHED THEN UPDATE SET name = unnamed_join.{status}, surname = unnamed_join.{first}

MERGE INTO plain q USING (orders o JOIN {person} p ON p.id = o.person_id) ON unnamed_join.{status} = q.name WHEN MATCHED THEN DELETE

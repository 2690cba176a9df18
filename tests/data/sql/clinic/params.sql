-- values: 100
SELECT surname, $1::int FROM patient WHERE patient_no = $1

-- values: Luxem | Rosa
SELECT patient_no, "patient"."surname" FROM "patient" WHERE ("patient"."surname" = $1 AND "patient"."forename" = $2) LIMIT 21

-- values: Luxem
SELECT surname || $1 FROM patient WHERE surname = $1 ORDER BY forename

-- values: {100,101}
SELECT surname FROM patient WHERE patient_no = ANY ($1) ORDER BY 1

-- values: x | 5
INSERT INTO ward (ward, ward_no) VALUES ($1, $2) RETURNING ward

-- values: 5 | x | 1 | 2 | 2026-01-01
INSERT INTO ward VALUES ($1, $2, $3, $4, $5) RETURNING *

-- values: y | 1
UPDATE ward SET ward = $1 WHERE ward_no = $2 RETURNING *

-- values: 1
DELETE FROM stay WHERE ward_ref = $1 RETURNING bed

-- values: 1 | z
INSERT INTO ward (ward_no, ward) VALUES ($1, $2) ON CONFLICT (ward_no) DO UPDATE SET ward = excluded.ward || $2 RETURNING ward

-- values: 2 | 1
SELECT surname FROM patient ORDER BY surname, patient_no LIMIT $1 OFFSET $2

-- values: Luxem
SELECT nosuch FROM patient WHERE surname = $1

-- values: abc
SELECT surname FROM patient WHERE patient_no = $1

-- values: {"a": 1}
UPDATE patient SET chart = chart || $1 WHERE patient_no = 100 RETURNING chart

-- values: 2000-01-01
SELECT surname FROM patient WHERE born < $1 ORDER BY 1

-- values: A
SELECT surname FROM patient WHERE blood = $1

-- values: (a,b,c)
UPDATE patient SET home = $1 WHERE patient_no = 100 RETURNING home

-- values: [2026-01-01,2026-01-06)
SELECT bed FROM stay WHERE during && $1 ORDER BY bed

-- values: 1 | 2
SELECT a FROM pair WHERE (a, b / 10) = ($1, $2)

-- extended
SELECT $1 FROM patient

-- extended
SELECT surname FROM patient WHERE patient_no = $1 AND surname = $1

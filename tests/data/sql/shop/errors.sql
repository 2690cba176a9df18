SELECT {other_last} FROM {person}

SELECT p.{other_last} FROM {person} p

SELECT id FROM {person} WHERE {other_last} = 'x'

SELECT id FROM {person} ORDER BY {other_last}

SELECT nope FROM {person}

SELECT p.nope FROM {person} p

SELECT {last}, nope FROM {person}

SELECT {first}, {last}, 'ä', nope FROM {person}

SELECT q.{last} FROM {person} p

SELECT {person}.{last} FROM {person} p

SELECT id FROM {other_person}

SELECT {other_status} FROM orders

INSERT INTO {person} (id, {first}, {other_last}) VALUES (10, 'a', 'b')

INSERT INTO {person} (id, {first}, nope) VALUES (10, 'a', 'b')

INSERT INTO {person} (id, {first}) VALUES (10, 'a')

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'a', NULL)

INSERT INTO {person} (id, {first}, {last}) VALUES (1, 'a', 'b')

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'Alan', 'Turing')

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'a', 'forbidden')

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'a')

INSERT INTO {person} (id, {first}, {last}, {last}) VALUES (10, 'a', 'b', 'c')

INSERT INTO account (person_id) VALUES (999)

UPDATE {person} SET {other_last} = 'x'

UPDATE {person} SET nope = 'x'

UPDATE {person} SET {last} = NULL WHERE id = 1

UPDATE {person} SET {last} = 'x', {last} = 'y'

UPDATE {person} SET {last} = 1 + 'x'

DELETE FROM {person} WHERE {other_last} = 'x'

SELECT {last} + 1 FROM {person}

SELECT {last} FROM {person} WHERE {last} = 1

SELECT {last}, count(*) FROM {person}

SELECT {first} FROM {person} GROUP BY {last}

SELECT sum({last}) FROM {person}

SELECT nofunction({last}) FROM {person}

SELECT id FROM {person} p JOIN orders o ON o.person_id = p.id

SELECT {last} FROM {person} x JOIN {person} y ON true

SELECT {last} FROM {person} WHERE

SELECT {last} FROM {person} GROUP

SELECT 1 / 0, {last} FROM {person}

SELECT {last}::int FROM {person}

SELECT * FROM {person} ORDER BY 99

SELECT {last} FROM {person} UNION SELECT id FROM {person}

SELECT x.{last} FROM (SELECT {first} FROM {person}) x

SELECT {last} FROM {person}, (SELECT {person}.{last}) s

SELECT max(max({last})) FROM {person}

SELECT {last} FROM {person} WHERE max({last}) = 'x'

SELECT {last} FROM nowhere.{person}

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'Alan', 'Turing') ON CONFLICT ({last}) DO NOTHING

DELETE FROM {person} WHERE id = 'x'

SELECT d.{street} FROM address d WHERE d.{street} = 5

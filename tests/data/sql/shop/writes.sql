INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'Kurt', 'Goedel')

INSERT INTO {person} VALUES (10, 'Kurt', 'Goedel', '1906-04-28')

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'Kurt', 'Goedel'), (11, 'Emmy', 'Noether')

INSERT INTO {person} ({last}, {first}, id) VALUES ('Goedel', 'Kurt', 10) RETURNING *

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'Kurt', 'Goedel') RETURNING {last}

INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'Kurt', 'Goedel') RETURNING {person}.{last}, id AS n

INSERT INTO {person} AS p (id, {first}, {last}) VALUES (10, 'Kurt', 'Goedel') RETURNING p.{last}, p.*

INSERT INTO {person} (id, {first}, {last}) SELECT id + 20, {first}, {last} || '2' FROM {person} RETURNING id, {last}

INSERT INTO {person} SELECT id + 20, name, last_name FROM plain WHERE last_name IS NOT NULL RETURNING *

INSERT INTO {person} ({first}, {last}) VALUES ('Kurt', 'Goedel') RETURNING id

INSERT INTO {person} (id, {first}, {last}, born) VALUES (DEFAULT, 'Kurt', 'Goedel', DEFAULT) RETURNING *

INSERT INTO orders (person_id) VALUES (2) RETURNING {status}

INSERT INTO orders (id, person_id, {status}) VALUES (9, 2, 'new') RETURNING *

INSERT INTO account (person_id, last_name, surname) VALUES (3, 'a', 'b') RETURNING *

INSERT INTO account (person_id, last_name) SELECT id, {last} FROM {person} RETURNING last_name

INSERT INTO plain (id, surname) SELECT id + 10, {last} FROM {person} RETURNING *

INSERT INTO {person} (id, {first}, {last}) VALUES (1, 'x', 'y') ON CONFLICT DO NOTHING

INSERT INTO {person} (id, {first}, {last}) VALUES (1, 'x', 'y') ON CONFLICT (id) DO UPDATE SET {last} = excluded.{last} RETURNING *

INSERT INTO {person} (id, {first}, {last}) VALUES (77, 'Alan', 'Turing') ON CONFLICT ({last}, {first}) DO UPDATE SET {last} = {person}.{last} || '+' || excluded.{last} WHERE {person}.{last} <> 'x' RETURNING id, {last}

INSERT INTO {person} AS t (id, {first}, {last}) VALUES (77, 'Alan', 'Turing') ON CONFLICT ({last}, {first}) DO UPDATE SET {first} = t.{last}, {last} = excluded.{first} RETURNING *

INSERT INTO address (person_id, {street}) VALUES (1, 'St James Sq') ON CONFLICT (person_id, {street}) DO UPDATE SET city = excluded.{street}, {street} = address.{street} || '!' RETURNING *

INSERT INTO {person} (id, {first}, {last}) VALUES (1, 'x', 'y') ON CONFLICT ON CONSTRAINT person_pkey DO NOTHING

UPDATE {person} SET {last} = 'Byron' WHERE id = 1

UPDATE {person} SET {last} = upper({last}) RETURNING id, {last}

UPDATE {person} SET {last} = {first}, {first} = {last} WHERE id = 2 RETURNING *

UPDATE {person} p SET {last} = p.{last} || '!' WHERE p.{last} LIKE 'T%' RETURNING p.*

UPDATE {person} AS p SET {last} = p.{last} || '!' WHERE p.{last} LIKE 'T%' RETURNING p.{last}

UPDATE {person} SET ({first}, {last}) = ('A', 'B') WHERE id = 3 RETURNING *

UPDATE {person} SET ({last}, {first}) = (SELECT name, last_name FROM plain WHERE plain.id = {person}.id) WHERE id = 1 RETURNING *

UPDATE {person} SET {last} = a.last_name FROM account a WHERE a.person_id = {person}.id AND a.last_name IS NOT NULL RETURNING {person}.{last}, a.last_name

UPDATE account SET last_name = p.{last} FROM {person} p WHERE p.id = account.person_id RETURNING account.id, account.last_name, p.{last}

UPDATE account SET last_name = p.{last} FROM {person} p WHERE p.id = account.person_id RETURNING *

UPDATE account SET surname = (SELECT {last} FROM {person} WHERE id = account.person_id) RETURNING id, surname

UPDATE orders SET {status} = DEFAULT RETURNING id, {status}

UPDATE orders SET {status} = 'done' WHERE {status} = 'open' AND person_id IN (SELECT id FROM {person} WHERE {last} = 'Turing') RETURNING *

UPDATE ONLY {person} SET {last} = 'z' WHERE id = 1

DELETE FROM {person} WHERE {last} = 'Hopper'

DELETE FROM {person} WHERE {last} = 'Hopper' RETURNING *

DELETE FROM {person} p WHERE p.{last} = 'Hopper' RETURNING p.{last} AS gone

DELETE FROM {person} USING orders o WHERE o.person_id = {person}.id AND o.{status} = 'void' RETURNING {person}.{last}, o.{status}

DELETE FROM account USING {person} p WHERE p.id = account.person_id AND p.{last} = 'Lovelace' RETURNING account.last_name, p.{last}

DELETE FROM orders WHERE {status} = 'void' RETURNING {status}

DELETE FROM {person} WHERE id IN (SELECT person_id FROM account WHERE last_name IS NULL) RETURNING {last}

-- values: 10 | Kurt | Goedel
INSERT INTO {person} (id, {first}, {last}) VALUES ($1, $2, $3) RETURNING {last}

-- values: Byron | 1
UPDATE {person} SET {last} = $1 WHERE id = $2 RETURNING *

-- values: Turing
DELETE FROM {person} WHERE {last} = $1

-- simple
INSERT INTO {person} (id, {first}, {last}) VALUES (10, 'a', 'b'); UPDATE {person} SET {last} = 'c' WHERE id = 10; SELECT {last} FROM {person} WHERE id = 10

-- simple
SELECT 1; SELECT {last} FROM {person} WHERE id = 1; SELECT 2

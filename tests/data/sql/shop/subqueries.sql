SELECT {last} FROM (SELECT {last} FROM {person}) s ORDER BY 1

SELECT s.{last} FROM (SELECT * FROM {person}) s ORDER BY 1

SELECT * FROM (SELECT * FROM {person}) s ORDER BY id

SELECT * FROM (SELECT {last}, {first} FROM {person}) AS s ORDER BY 1

SELECT s.l FROM (SELECT {last} AS l FROM {person}) AS s ORDER BY s.l

SELECT s.x FROM (SELECT id, {last} FROM {person}) AS s(i, x) ORDER BY s.i

SELECT {last} FROM {person} WHERE id IN (SELECT person_id FROM orders WHERE {status} = 'open') ORDER BY 1

SELECT {last} FROM {person} p WHERE EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id AND a.last_name LIKE '%' || p.{last}) ORDER BY 1

SELECT {last} FROM {person} WHERE EXISTS (SELECT 1 FROM orders WHERE person_id = {person}.id AND {status} = 'paid')

SELECT id, (SELECT {last} FROM {person} WHERE {person}.id = account.person_id) FROM account ORDER BY id

SELECT id, (SELECT {last} FROM {person} p WHERE p.id = a.person_id) AS owner, last_name FROM account a ORDER BY id

SELECT a.id, (SELECT p.{last} || ':' || a.last_name FROM {person} p WHERE p.id = a.person_id) FROM account a ORDER BY id

SELECT id, ARRAY(SELECT {status} FROM orders o WHERE o.person_id = p.id ORDER BY o.id) FROM {person} p ORDER BY id

SELECT {last} FROM {person} WHERE {last} = (SELECT max({last}) FROM {person})

SELECT {last} FROM {person} WHERE {last} > ALL (SELECT {last} FROM {person} WHERE id > 2)

SELECT {last} FROM {person} WHERE {last} IN (SELECT last_name FROM plain) ORDER BY 1

SELECT last_name FROM plain WHERE last_name IN (SELECT {last} FROM {person}) ORDER BY 1

SELECT surname FROM plain WHERE last_name IN (SELECT {last} FROM {person}) ORDER BY 1

SELECT surname FROM plain WHERE EXISTS (SELECT 1 FROM {person} p WHERE p.{last} = plain.last_name) ORDER BY 1

SELECT {last} FROM {person} WHERE ({first}, {last}) IN (SELECT {first}, {last} FROM {person} WHERE id < 3) ORDER BY 1

SELECT {last} FROM {person} UNION SELECT last_name FROM plain ORDER BY 1

SELECT {last} FROM {person} UNION ALL SELECT last_name FROM account ORDER BY {last}

SELECT last_name FROM plain UNION SELECT {last} FROM {person} ORDER BY last_name

SELECT {last} FROM {person} INTERSECT SELECT last_name FROM plain ORDER BY 1

SELECT {last} FROM {person} EXCEPT SELECT last_name FROM plain ORDER BY 1

SELECT * FROM {person} WHERE id < 3 UNION ALL SELECT * FROM {person} WHERE id > 3 ORDER BY id

(SELECT {last} FROM {person} ORDER BY id LIMIT 1) UNION ALL (SELECT {last} FROM {person} ORDER BY id DESC LIMIT 1)

WITH p AS (SELECT {last}, id FROM {person}) SELECT {last} FROM p ORDER BY id

WITH p AS (SELECT * FROM {person}) SELECT * FROM p ORDER BY id

WITH p(a, b) AS (SELECT id, {last} FROM {person}) SELECT b FROM p ORDER BY a

WITH {person} AS (SELECT 1 AS id, 'cte' AS {last}) SELECT {last}, {person}.{last} FROM {person}

WITH {person} AS (SELECT * FROM {person}) SELECT {last} FROM {person} ORDER BY 1

WITH RECURSIVE r AS (SELECT id, {last} FROM {person} WHERE id = 1 UNION ALL SELECT p.id, p.{last} FROM {person} p JOIN r ON p.id = r.id + 1) SELECT * FROM r ORDER BY id

WITH a AS (SELECT {last} FROM {person}), b AS (SELECT {last} FROM a WHERE {last} > 'H') SELECT count(*) FROM b

WITH ins AS (INSERT INTO {person} (id, {first}, {last}) VALUES (50, 'N', 'New') RETURNING id, {last}) SELECT * FROM ins

WITH del AS (DELETE FROM {person} WHERE id = 4 RETURNING *) SELECT {last} FROM del

WITH upd AS (UPDATE {person} SET {last} = upper({last}) WHERE id < 3 RETURNING {last}) SELECT {last} FROM upd ORDER BY 1

SELECT {last}, (SELECT count(*) FROM (SELECT {status} FROM orders o WHERE o.person_id = p.id) s WHERE s.{status} = 'open') FROM {person} p ORDER BY id

SELECT x.{last} FROM (SELECT y.{last} FROM (SELECT z.{last} FROM {person} z) y) x ORDER BY 1

VALUES ((SELECT {last} FROM {person} WHERE id = 1)), ('x')

SELECT (SELECT surname FROM plain WHERE plain.id = p.id) AS s, p.{last} FROM {person} p ORDER BY p.id

SELECT (SELECT surname FROM plain q WHERE q.last_name = p.{last}) FROM {person} p ORDER BY p.id

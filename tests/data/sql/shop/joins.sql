SELECT p.{last}, a.last_name FROM {person} p JOIN account a ON a.person_id = p.id ORDER BY p.id, a.id

SELECT p.{last}, a.last_name, a.surname FROM {person} p, account a WHERE a.person_id = p.id ORDER BY a.id

SELECT {first}, last_name AS l FROM {person} p JOIN plain ON plain.id = p.id ORDER BY p.id

SELECT * FROM {person} p JOIN account a ON a.person_id = p.id ORDER BY p.id, a.id

SELECT p.*, a.* FROM {person} p JOIN account a ON a.person_id = p.id ORDER BY p.id, a.id

SELECT a.*, p.{last} FROM {person} p JOIN account a ON a.person_id = p.id ORDER BY a.id

SELECT * FROM account a LEFT JOIN {person} p ON a.person_id = p.id ORDER BY a.id

SELECT * FROM account a FULL JOIN {person} p ON a.person_id = p.id ORDER BY a.id, p.id

SELECT * FROM {person} p CROSS JOIN plain ORDER BY p.id, plain.id

SELECT {person}.{last}, orders.{status} FROM {person} JOIN orders ON orders.person_id = {person}.id ORDER BY orders.id

SELECT {first}, {status} FROM {person}, orders WHERE orders.person_id = {person}.id ORDER BY orders.id

SELECT {status}, {street}, {first} FROM {person} p JOIN orders o ON o.person_id = p.id JOIN address d ON d.person_id = p.id ORDER BY o.id, d.id

SELECT person_id, {status}, {street} FROM orders JOIN address USING (person_id) ORDER BY orders.id, address.id

SELECT * FROM orders JOIN address USING (person_id) ORDER BY orders.id, address.id

SELECT j.* FROM (orders JOIN address USING (person_id)) AS j (a, b, c, d, e, f, g) ORDER BY b, f

SELECT x.{last} AS one, y.{last} AS two FROM {person} x JOIN {person} y ON x.{last} < y.{last} ORDER BY 1, 2

SELECT x.{last} FROM {person} x JOIN {person} y USING ({last}) ORDER BY 1

SELECT {last} FROM {person} x JOIN {person} y USING ({last}, {first}) ORDER BY 1

SELECT * FROM {person} x JOIN {person} y USING ({last}) ORDER BY x.id

SELECT p.id FROM {person} p JOIN plain q ON p.{last} = q.last_name ORDER BY 1

SELECT q.surname, p.{last} FROM {person} p JOIN plain q ON p.{last} = q.last_name ORDER BY 1

SELECT name, {first} FROM {person} p JOIN plain q ON p.{last} = q.last_name AND p.{last} > 'A' ORDER BY 1

SELECT o.{status}, p.{last} FROM orders o JOIN LATERAL (SELECT {last} FROM {person} WHERE id = o.person_id) p ON true ORDER BY o.id

SELECT o.id, p.* FROM orders o, LATERAL (SELECT * FROM {person} q WHERE q.id = o.person_id) p ORDER BY o.id

SELECT p.{last}, g FROM {person} p, generate_series(1, 2) g ORDER BY 1, 2

SELECT p.{last}, g.n FROM {person} p, generate_series(1, length(p.{last})) AS g(n) WHERE p.id = 2 ORDER BY 2

SELECT p.{last}, w FROM {person} p CROSS JOIN LATERAL regexp_split_to_table(p.{last}, 'o') AS w ORDER BY 1, 2

SELECT p.{last}, v.x FROM {person} p JOIN (VALUES (1, 'a'), (2, 'b')) AS v(id, x) ON v.id = p.id ORDER BY p.id

SELECT pp.{last}, ap.last_name FROM {person} pp JOIN archive.person ap ON ap.id = pp.id ORDER BY 1

SELECT p.{last}, count(o.id) FROM {person} p LEFT JOIN orders o ON o.person_id = p.id GROUP BY p.id ORDER BY p.id

SELECT p.{last}, count(*) FILTER (WHERE o.{status} = 'open') FROM {person} p LEFT JOIN orders o ON o.person_id = p.id GROUP BY p.{last} ORDER BY 1

SELECT a.id, {first} FROM (account a JOIN {person} p ON p.id = a.person_id) ORDER BY a.id

SELECT j.{last} FROM ({person} p JOIN orders o ON o.person_id = p.id) AS j(a, b, {last}, d, e) ORDER BY 1

SELECT t.{last}, t.total FROM (SELECT * FROM {person} p JOIN orders o ON o.person_id = p.id) t ORDER BY 1, 2

SELECT {person}.{last}, account.last_name FROM {person} NATURAL JOIN account

SELECT id, {last}, name FROM {person} p LEFT JOIN plain q USING (id) ORDER BY id

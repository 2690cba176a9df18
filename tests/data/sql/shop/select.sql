SELECT * FROM {person}

SELECT * FROM {person} ORDER BY id

SELECT {last} FROM {person} ORDER BY id

SELECT {first}, {last} FROM {person} WHERE {last} = 'Turing'

SELECT {person}.{last} FROM {person} ORDER BY {person}.{last} DESC

SELECT public.{person}.{last} FROM public.{person} ORDER BY 1

SELECT p.{last} FROM {person} p WHERE p.{last} LIKE '%o%' ORDER BY p.id

SELECT p.{last} FROM {person} AS p WHERE p.{last} LIKE '%o%' ORDER BY p.id

SELECT p.* FROM {person} p ORDER BY p.id

SELECT {person}.* FROM {person} ORDER BY id

SELECT p.*, p.{last} FROM {person} p ORDER BY p.id

SELECT id, *, {last} AS again FROM {person} ORDER BY id

SELECT {last} AS name FROM {person} ORDER BY name

SELECT {last} name FROM {person} ORDER BY name

SELECT {first} || ' ' || {last} AS full_name FROM {person} ORDER BY full_name

SELECT upper({last}), lower({first}) FROM {person} ORDER BY {last}

SELECT {last}::varchar(3) FROM {person} ORDER BY id

SELECT CAST({last} AS varchar(4)) FROM {person} ORDER BY id

SELECT ({last}) FROM {person} ORDER BY id

SELECT {last} COLLATE "C" FROM {person} ORDER BY id

SELECT COALESCE({last}, 'none'), NULLIF({last}, 'Turing') FROM {person} ORDER BY id

SELECT CASE WHEN {last} > 'M' THEN {last} ELSE {first} END FROM {person} ORDER BY id

SELECT CASE {last} WHEN 'Turing' THEN 1 ELSE 2 END FROM {person} ORDER BY id

SELECT count(*), count({last}), min({last}), max({last}) FROM {person}

SELECT count(DISTINCT {last}) FROM {person}

SELECT DISTINCT {last} FROM {person} ORDER BY {last}

SELECT DISTINCT ON ({last}) {last}, id FROM {person} ORDER BY {last}, id

SELECT length({last}), count(*) FROM {person} GROUP BY length({last}) ORDER BY 1

SELECT {last}, count(*) FROM {person} GROUP BY {last} ORDER BY {last}

SELECT {last}, count(*) FROM {person} GROUP BY 1 ORDER BY 1

SELECT {last} AS x, count(*) FROM {person} GROUP BY x ORDER BY x

SELECT left({last}, 1) AS initial, array_agg({last} ORDER BY {last}) FROM {person} GROUP BY initial HAVING count({last}) > 0 ORDER BY initial

SELECT id, {last}, born FROM {person} GROUP BY id ORDER BY id

SELECT string_agg({last}, ',' ORDER BY {last} DESC) FILTER (WHERE {last} <> 'Turing') FROM {person}

SELECT {last}, row_number() OVER (ORDER BY {last}) FROM {person} ORDER BY {last}

SELECT {last}, rank() OVER w FROM {person} WINDOW w AS (PARTITION BY left({last}, 1) ORDER BY {last}) ORDER BY {last}

SELECT {last} FROM {person} ORDER BY {last} LIMIT 2 OFFSET 1

SELECT {last} FROM {person} ORDER BY length({last}), {last} FETCH FIRST 2 ROWS ONLY

SELECT {last} FROM {person} ORDER BY length({last}) FETCH FIRST 1 ROWS WITH TIES

SELECT {last} FROM {person} WHERE {last} IN ('Turing', 'Hopper') ORDER BY 1

SELECT {last} FROM {person} WHERE {last} BETWEEN 'A' AND 'M' ORDER BY 1

SELECT {last} FROM {person} WHERE NOT ({last} = 'Turing' OR {last} IS NULL) ORDER BY 1

SELECT {last} FROM {person} WHERE ({first}, {last}) = ('Alan', 'Turing')

SELECT {last} FROM {person} WHERE ROW({first}, {last}) > ROW('B', 'B') ORDER BY 1

SELECT {last} FROM {person} WHERE {last} = ANY (ARRAY['Turing', 'Liskov']) ORDER BY 1

SELECT {last} FROM {person} WHERE {last} ~ '^[A-L]' ORDER BY 1

SELECT {last} FROM {person} WHERE {last} SIMILAR TO 'T%'

SELECT {last} FROM {person} WHERE {last} ILIKE 't%' ESCAPE '!'

SELECT ARRAY[{first}, {last}] FROM {person} ORDER BY id

SELECT ROW({first}, {last}) FROM {person} ORDER BY id

SELECT {last}, ctid IS NOT NULL, tableoid IS NOT NULL FROM {person} WHERE id = 1

SELECT ctid, xmin IS NULL, {last} FROM {person} WHERE id = 1

SELECT {last} FROM ONLY {person} ORDER BY 1

SELECT {last} FROM {person} FOR UPDATE

SELECT p.{last} FROM {person} p FOR SHARE OF p

SELECT p.{last} FROM {person} p TABLESAMPLE BERNOULLI (100) ORDER BY 1

SELECT "p".{last} FROM {person} "p" ORDER BY 1

SELECT "P q".{last} FROM {person} AS "P q" ORDER BY 1

SELECT a, c FROM {person} AS p (a, b, c) ORDER BY 1

SELECT p.c, born FROM {person} p (a, b, c) ORDER BY 1

SELECT {status} FROM orders ORDER BY id

SELECT o.{status}, o.* FROM orders o ORDER BY o.id

SELECT max({status}) AS {status} FROM orders

SELECT /* last_name surname */ {last} -- the name
FROM {person} -- people
ORDER BY id

SELECT
	{last}
  ,	{first}
FROM	{person}
ORDER BY	id

SELECT 'last_name', 'surname', $$last_name surname$$, {last} FROM {person} WHERE {last} <> 'last_name' ORDER BY id

SELECT E'\'last_name', {last} FROM {person} WHERE id = 1

SELECT {last} FROM {person} WHERE id = 2;

SELECT name, last_name, surname FROM plain ORDER BY id

SELECT * FROM plain ORDER BY id

SELECT last_name, surname FROM archive.person ORDER BY id

SELECT * FROM archive.person ORDER BY id

TABLE {person}

SELECT {last} FROM {person} WHERE born IS NULL OR extract(year FROM born) > 1900 ORDER BY id

SELECT greatest({last}, {first}), least({last}, {first}) FROM {person} ORDER BY id

SELECT {last} IS DISTINCT FROM 'Turing' FROM {person} ORDER BY id

SELECT position('u' IN {last}), substring({last} FROM 2 FOR 3), trim(both 'L' FROM {last}), overlay({last} PLACING 'x' FROM 1) FROM {person} ORDER BY id

SELECT (SELECT 1) AS one, {last} FROM {person} ORDER BY id LIMIT 1

-- values: Turing
SELECT {last}, id FROM {person} WHERE {last} = $1

-- values: Turing | 1
SELECT {last}, $2::int FROM {person} WHERE {last} = $1 OR id = $2

-- values: T%
SELECT * FROM {person} WHERE {last} LIKE $1 || '%'

SELECT id FROM {person} ORDER BY {last} DESC NULLS /* they */ FIRST, id -- at the end

SELECT p.id, TIME /* of */ WITH /* a */ TIME /* - */ ZONE '12:00+00' FROM {person} p WHERE p.{last} NOT /* a */ LIKE 'x%' AND p.id NOT -- b
  IN (7, 8) ORDER BY 1

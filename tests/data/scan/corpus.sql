SELECT 1
----
select * from person where id = $1
----
SELECT 'it''s', E'a\'b\\', N'x', B'0101', x'1F', U&'d\0061t\+000061', U&"d\0061t" UESCAPE '!'
----
SELECT 'a'
  'b'
----
SELECT 'a' -- one
  -- two
  'b', 'c' /* no continuation */
----
SELECT 'a'
/* a block comment never continues */
'b'
----
SELECT E'a\n'
'\'b'
----
SELECT B'1'
'0', X'1'
  'f'
----
SELECT B'1''0'
----
SELECT N'a'
'b'
----
SELECT U&'a'
'b' UESCAPE '!'
----
SELECT $$it's$$, $tag$ $$ $other$ $tag$, $é$x$é$
----
SELECT a$b, a$b$c$, $1, $23+$4
----
SELECT $a$ $b$a$
----
SELECT 1, 1.5, .5, 1., 1e10, 1.5E-3, .5e+2, 1.e5
----
SELECT 1..2, 1...5, a[1:2], a[1::int]
----
SELECT 1.5.5, 1$1
----
SELECT a+-b, a=-1, a@-b, a<>-1, a->-1, a||-1, a%-1
----
SELECT a*-b, a--comment
+1
----
SELECT a+/* x */b, a*/**/b, @-/*c*/1
----
/* a /* nested */ still */ SELECT 1
----
/*/ not closed by the slash */ SELECT /***/ 1 /**** x **** / ****/
----
SELECT a::int, f(x := 1), f(x => 1), a != b, a <> b, a <= b, a >= b
----
SELECT a =>- 1, a :: b, a:::b, a ::= b
----
SELECT "a", "a""b", """", x
----
SELECT "Ü", über, "日本語" AS 日本
----
SELECT "/* not a comment */", '-- nor this', "'", '"'
----
SELECT -- comment at the end
----
-- only a comment
----
SELECT 1;;SELECT 2;
----
SELECT a ? b, a ?| b, a ?& b, a @? b, a @@ b, ?
----
SELECT E'\u0041\U00000042\uD83D\uDE00\x41\101\q\''
----
SELECT e'\\', e'\''''
----
SELECT n, b, x, e, u, nb, xe, U & 'a', u&b
----
SELECT N 'a', B "b", e "x"
----
INSERT INTO person (first_name, last_name) VALUES ('Ada', $1), ('Alan', DEFAULT) RETURNING id
----
UPDATE person SET last_name = upper(last_name) WHERE id IN (1, 2, 3) AND first_name ~* '^a'
----
DELETE FROM person USING account a WHERE a.owner = person.id RETURNING person.*
----
SELECT p.* FROM person p NATURAL JOIN account LEFT JOIN LATERAL (SELECT 1) x ON true
----
WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n+1 FROM t WHERE n < 100) SELECT sum(n) FROM t
----
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$ BEGIN RETURN 'a'; END $body$
----
DO $$ BEGIN PERFORM 1; END $$
----
COPY person (id, last_name) FROM STDIN WITH (FORMAT csv, HEADER)
----
SELECT '{"a": [1, 2]}'::jsonb -> 'a' ->> 0, '{}'::jsonb #>> '{a,b}'
----
SELECT ARRAY[1,2,3][1:2], ROW(1,'a'), (p).last_name FROM person p
----
SELECT interval '1' day, timestamp with time zone '2020-01-01', date'2020-01-01'
----
SELECT CASE WHEN a THEN b ELSE c END FROM t ORDER BY 1 USING >
----
SELECT a OPERATOR(pg_catalog.+) b, a !~~* b, a ^ b, |/ 25, ||/ 27, @ -5
----
SET search_path TO "$user", public; SHOW ALL
----
SELECT '	tab', 'line
break', '
'
----
select'a'from"t"where"x"=1 and y=$1
----
SELECT a.b.c.d, a . b, "a"."b", a."b".c
----
SELECT 1 - -1, 1--1
+2, - - 1, ---1
3
----
SELECT #, ##, `, ``, ~~, !!, !, &&, ^@, ^+, ^-, |-, %+, ?-, ?|, ?+
----
SELECT (((((1)))))
----
PREPARE p (int) AS SELECT $1; EXECUTE p(1); DEALLOCATE p
----
MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (s.id)

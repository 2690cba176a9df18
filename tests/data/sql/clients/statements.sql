-- What the drivers of tests/integration/clients send, as a server's log shows it.

INSERT INTO person (first_name, last_name) VALUES ('Ada', 'Lovelace') RETURNING last_name

INSERT INTO person (first_name, last_name) VALUES ('f0','l0'),('f1','l1'),('f2','l2'),('f3','l3'),('f4','l4')

SELECT * FROM person ORDER BY id LIMIT 3

-- simple
DECLARE "server_side" CURSOR WITHOUT HOLD FOR SELECT last_name FROM person WHERE last_name LIKE 'l%' ORDER BY id; FETCH FORWARD 40 FROM "server_side"; MOVE FORWARD 10 FROM "server_side"; CLOSE "server_side"

-- copy: Copy,One\nCopy,Two\n
COPY person (first_name, last_name) FROM STDIN WITH (FORMAT csv)

-- copy: Copy\tOne\n
COPY "person"("first_name", "last_name") FROM STDIN

-- copy: only one column\n
COPY person (first_name, last_name) FROM STDIN

COPY (SELECT last_name FROM person WHERE first_name LIKE 'c%' ORDER BY id) TO STDOUT

INSERT INTO person (id, first_name, last_name) SELECT id, 'a', 'b' FROM person ORDER BY id LIMIT 1

INSERT INTO person (first_name) VALUES ('x')

-- values: x
INSERT INTO person (first_name) VALUES ($1)

SELECT lastname FROM person

SELECT last_name FROM person WHERE

SELECT last_name FROM person GROUP

-- simple
BEGIN; INSERT INTO person (first_name, last_name) VALUES ('multi', 'statement'); SELECT last_name FROM person WHERE first_name = 'multi'; ROLLBACK

-- simple
SELECT 1 AS one; SELECT last_name FROM person WHERE first_name = 'f1'; UPDATE person SET last_name = 'z' WHERE first_name = 'f1'

-- simple
SET LOCAL client_encoding TO 'LATIN1'; SELECT 'a', last_name FROM person ORDER BY id LIMIT 1

-- simple
PREPARE find AS SELECT last_name FROM person WHERE first_name = $1; EXECUTE find('Ada'); DEALLOCATE find

DELETE FROM person

TRUNCATE person RESTART IDENTITY

-- values: f0 | l0
INSERT INTO person (first_name, last_name) VALUES ($1, $2)

-- values: key | generated
INSERT INTO person (first_name, last_name) VALUES ($1, $2)
RETURNING "last_name"

-- values: l7
SELECT * FROM person WHERE last_name = $1

-- values: f8
SELECT last_name FROM person WHERE first_name = $1

-- values: l3
SELECT first_name, last_name FROM person WHERE last_name = $1

-- values: l0
SELECT id, first_name, last_name FROM person WHERE last_name = $1

-- values: l4
SELECT id > 0 AS ok, last_name FROM person WHERE last_name = $1

-- values: l0
INSERT INTO person (first_name, last_name) VALUES ('pipe', $1)

SELECT last_name FROM person ORDER BY id LIMIT 5

SELECT count(last_name) FROM person

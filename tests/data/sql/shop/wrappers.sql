EXPLAIN (COSTS OFF) SELECT id FROM {person} WHERE {last} = 'x' AND false

-- simple
PREPARE q AS SELECT {last} FROM {person} WHERE id = $1; EXECUTE q(2); DEALLOCATE q

-- simple
DECLARE c CURSOR FOR SELECT * FROM {person} ORDER BY id; FETCH 2 FROM c; FETCH 1 FROM c; CLOSE c

COPY {person} TO STDOUT

COPY {person} (id, {last}) TO STDOUT WITH (FORMAT csv)

COPY (SELECT {last} FROM {person} ORDER BY id) TO STDOUT

COPY (SELECT * FROM {person} ORDER BY id) TO STDOUT WITH (FORMAT csv, HEADER)

-- copy: 30\tAnn\tOther\n31\tBob\tElse\n
COPY {person} (id, {first}, {last}) FROM STDIN

-- copy: 30\tAnn\tOther\t\\N\n
COPY {person} FROM STDIN

-- copy: 30,Ann\n
COPY {person} (id, {last}) FROM STDIN WITH (FORMAT csv)

SET LOCAL search_path = archive

SHOW search_path

SELECT current_schema

-- simple
SET LOCAL search_path = archive, public; SHOW search_path

-- simple
SAVEPOINT a; SELECT {last} FROM {person} WHERE id = 1; ROLLBACK TO a; RELEASE a

-- What pgbench's scripts and its initialisation send; the timestamp is fixed.

UPDATE pgbench_accounts SET abalance = abalance + 17 WHERE aid = 42;

SELECT abalance FROM pgbench_accounts WHERE aid = 42;

UPDATE pgbench_tellers SET tbalance = tbalance + 17 WHERE tid = 7;

UPDATE pgbench_branches SET bbalance = bbalance + 17 WHERE bid = 1;

INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (7, 1, 42, 17, '2026-01-01 12:00');

-- values: 17 | 42
UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2;

-- values: 42
SELECT abalance FROM pgbench_accounts WHERE aid = $1;

-- values: 7 | 1 | 42 | 17 | 2026-01-01 12:00
INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES ($1, $2, $3, $4, $5);

-- simple
UPDATE pgbench_accounts SET abalance = abalance + 17 WHERE aid = 42; SELECT abalance FROM pgbench_accounts WHERE aid = 42; INSERT INTO pgbench_history (tid, bid, aid, delta) VALUES (7, 1, 42, 17)

TRUNCATE TABLE pgbench_accounts, pgbench_branches, pgbench_history, pgbench_tellers

INSERT INTO pgbench_tellers (tid, bid, tbalance) SELECT tid, (tid - 1) / 10 + 1, 0 FROM generate_series(11, 20) AS tid

INSERT INTO pgbench_accounts (aid, bid, abalance, filler) SELECT aid, (aid - 1) / 100000 + 1, 0, '' FROM generate_series(101, 120) AS aid

SELECT count(*) FROM pgbench_branches

SELECT o.n, p.partstrat, pg_catalog.count(i.inhparent) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON (n.oid = c.relnamespace) CROSS JOIN LATERAL (SELECT pg_catalog.array_position(pg_catalog.current_schemas(true), n.nspname)) AS o(n) LEFT JOIN pg_catalog.pg_partitioned_table AS p ON (p.partrelid = c.oid) LEFT JOIN pg_catalog.pg_inherits AS i ON (c.oid = i.inhparent) WHERE c.relname = 'no_table_of_ours' AND o.n IS NOT NULL GROUP BY 1, 2 ORDER BY 1 ASC LIMIT 1

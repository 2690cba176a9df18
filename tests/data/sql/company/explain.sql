-- each: SELECT 1 | SELECT family FROM employee WHERE false | SELECT nothing FROM employee | SELECT family FROM employee GROUP BY manager | INSERT INTO employee (nothing) VALUES (1) | UPDATE employee SET nothing = 1 | DELETE FROM nowhere
EXPLAIN (COSTS OFF) «each»

-- each: (COSTS OFF, SUMMARY OFF) | (COSTS OFF, ANALYZE, TIMING OFF, SUMMARY OFF) | (COSTS OFF, FORMAT text) | (COSTS OFF, SETTINGS) | (NOTHING)
EXPLAIN «each» SELECT 1 FROM employee WHERE false

PREPARE e1 AS SELECT 1 FROM employee WHERE false AND family = $1
-- then
EXPLAIN (COSTS OFF) EXECUTE e1('x')

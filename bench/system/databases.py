"""The two databases: `bench` as its clients know it, and `bench_renamed`, where no statement of theirs works as it is.

Each of the workloads' statements names a renamed column, so whoever gets an answer from `bench_renamed` has had it rewritten.
"""

import subprocess

from support.cluster import Cluster

PLAIN, RENAMED = "bench", "bench_renamed"
AS_V1 = f"{RENAMED}@v1"

COLUMNS = [  # table, name that clients know, name that the server has
    ("pgbench_accounts", "aid", "account_id"),
    ("pgbench_accounts", "abalance", "balance"),
    ("pgbench_tellers", "tid", "teller_id"),
    ("pgbench_tellers", "tbalance", "balance"),
    ("pgbench_branches", "bid", "branch_id"),
    ("pgbench_branches", "bbalance", "balance"),
    ("pgbench_history", "delta", "change"),
    ("bulk", "payload", "content"),
    ("bulk_wide", "payload", "content"),
    ("bulk_in", "payload", "content"),
]
RULES = (
    f"database: {RENAMED}\nversions:\n  - name: v1\n  - name: v2\n    changes:\n"
    + "".join(f"      - rename_column: {{ table: {table}, from: {old}, to: {new} }}\n" for table, old, new in COLUMNS)
)

# A megabyte each when read: rows as wide as those of pgbench_accounts, and wide ones.
BULK_TABLES = """
CREATE TABLE bulk (id int, payload text);
INSERT INTO bulk SELECT i, repeat('x', 100) FROM generate_series(1, 9000) AS i;
CREATE TABLE bulk_wide (id int, payload text);
INSERT INTO bulk_wide SELECT i, repeat('x', 1000) FROM generate_series(1, 1000) AS i;
CREATE UNLOGGED TABLE bulk_in (id int, payload text);
"""


def create_databases(cluster: Cluster, scale: int) -> None:
    for database in (PLAIN, RENAMED):
        cluster.create_database(database, BULK_TABLES)
        subprocess.run(["pgbench", "-q", "-i", "-s", str(scale), "-h", "127.0.0.1", "-p", str(cluster.port), "-U", "postgres", database],
                       check=True, capture_output=True)
    cluster.psql("".join(f"ALTER TABLE {table} RENAME {old} TO {new};\n" for table, old, new in COLUMNS), RENAMED)
    for database in (PLAIN, RENAMED):
        cluster.psql("VACUUM ANALYZE", database)
    cluster.psql("CHECKPOINT")


def check_that_it_needs_rewriting(cluster: Cluster, statement: str) -> None:
    """Raises where the server itself would take `statement` on the renamed database: then it would measure nothing."""
    try:
        cluster.psql(f"EXPLAIN {statement};", RENAMED)
    except RuntimeError as failure:
        if "does not exist" in str(failure):
            return
        raise
    raise RuntimeError(f"this statement works without being rewritten: {statement}")

"""Columns that are added, renamed and dropped while clients read all columns without naming them: no answer has another version's."""

import threading

import pytest

from support.proxy import Proxy
from support.wire import Connection

RULES = """
database: lively
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
      - add_column: { table: person, column: email }
"""
SCHEMA = "CREATE TABLE person (id int PRIMARY KEY, last_name text, born int); INSERT INTO person VALUES (1, 'Lovelace', 1815)"
# By turns there and back: what the server has decides nothing for v1.
STEPS = ["RENAME last_name TO surname", "ADD COLUMN email text DEFAULT 'none'", "RENAME surname TO last_name", "DROP COLUMN email"]


@pytest.fixture
def proxy(cluster):
    cluster.create_database("lively", SCHEMA)
    running = Proxy(cluster, {"databases": [{"name": "lively", "rules": "lively.yaml"}]}, {"lively.yaml": RULES}).start()
    yield running
    running.remove()
    cluster.psql("DROP DATABASE lively WITH (FORCE)")


class Reader(threading.Thread):
    def __init__(self, port: int, sql: str, protocol: str):
        super().__init__()
        self.connection = Connection(port, "lively@v1")
        self.sql, self.protocol = sql, protocol
        self.stopping = threading.Event()
        self.rounds, self.seen = 0, []

    def run(self):
        while not self.stopping.is_set():
            outcome = getattr(self.connection, self.protocol)(self.sql)
            self.rounds += 1
            # COPY fails when its Bind has been answered already, and cannot be sent again.
            may_fail = self.protocol == "extended" and self.sql.startswith("COPY")
            if may_fail and [error["C"] for error in outcome.errors()] == ["40001"]:
                continue
            if outcome.replies not in self.seen:
                self.seen.append(outcome.replies)


def test_all_columns_are_those_of_the_version(cluster, proxy):
    statements = ["SELECT * FROM person", "TABLE person", "SELECT p.* FROM person p JOIN person q USING (id)", "COPY person TO STDOUT",
                  "COPY person TO STDOUT WITH (FORMAT csv, HEADER)", "INSERT INTO person VALUES (1) ON CONFLICT DO NOTHING RETURNING *",
                  "WITH w AS (SELECT * FROM person) SELECT * FROM w"]
    readers = [Reader(proxy.port, sql, protocol) for sql in statements for protocol in ("simple", "extended")]
    raw = Connection(cluster.port, "lively")
    for reader in readers:
        reader.start()
    try:
        for step in STEPS:
            waiting = [reader.rounds for reader in readers]
            while any(reader.rounds < before + 3 for reader, before in zip(readers, waiting)):
                assert all(reader.is_alive() for reader in readers)
            assert not raw.simple(f"ALTER TABLE person {step}").errors()
            threading.Event().wait(1.3)
    finally:
        for reader in readers:
            reader.stopping.set()
        for reader in readers:
            reader.join(20)
    accounts = [f"{reader.sql} ({reader.protocol}), {reader.rounds} times: {reader.seen}" for reader in readers if len(reader.seen) != 1]
    assert not accounts, "\n".join(accounts)

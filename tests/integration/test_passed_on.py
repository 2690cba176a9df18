"""on_ddl: raw and on_code: forward: what is passed on as it is, what is not, and what the log says of it."""

import pytest

from support.proxy import Proxy
from support.wire import Connection

SCHEMA = "CREATE TABLE person (id serial PRIMARY KEY, surname text); INSERT INTO person (surname) VALUES ('Lovelace');"
RULES = """
database: passed_on
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
"""
CODE = "DO $$BEGIN UPDATE person SET surname = 'secret'; END$$"


@pytest.fixture(scope="module", autouse=True)
def database(cluster):
    return cluster.create_database("passed_on", SCHEMA)


@pytest.fixture
def proxy_with(cluster):
    running = []

    def start(settings: dict, statements: bool = False) -> Proxy:
        config = {"databases": [{"name": "passed_on", "rules": "shop.yaml", **settings}], "logging": {"statements": statements}}
        running.append(Proxy(cluster, config, {"shop.yaml": RULES}).start())
        return running[-1]

    yield start
    for proxy in running:
        proxy.remove()


def in_a_transaction(proxy, statement: str):
    """What becomes of the statement; nothing of it stays."""
    connection = Connection(proxy.port, "passed_on@v1")
    connection.simple("BEGIN")
    errors = connection.simple(statement).errors()
    connection.simple("ROLLBACK")
    connection.close()
    return errors[0]["C"] if errors else None


def test_both_are_refused_by_default(proxy_with):
    proxy = proxy_with({})
    assert in_a_transaction(proxy, "ALTER TABLE person RENAME surname TO x") in ("0A000", "42703")
    assert in_a_transaction(proxy, CODE) == "0A000"
    assert "passed on" not in proxy.log()


def test_ddl_speaks_the_servers_names(proxy_with):
    proxy = proxy_with({"on_ddl": "raw"})
    assert in_a_transaction(proxy, "ALTER TABLE person RENAME surname TO x") is None
    assert in_a_transaction(proxy, "ALTER TABLE person RENAME last_name TO x") == "42703"
    assert in_a_transaction(proxy, "ALTER TABLE person ALTER last_name SET NOT NULL") is None, "what can be rewritten is"
    assert in_a_transaction(proxy, "SELECT last_name FROM person; DROP TABLE person") == "0A000", "a text is passed on whole or not at all"
    assert in_a_transaction(proxy, CODE) == "0A000"
    assert proxy.log().count("statement passed on as it is") == 2 and "RENAME" not in proxy.log()


def test_code_is_passed_on_unread(proxy_with):
    proxy = proxy_with({"on_code": "forward"}, statements=True)
    assert in_a_transaction(proxy, CODE) is None
    assert in_a_transaction(proxy, "SELECT last_name FROM person; " + CODE) is None, "the rest is rewritten"
    assert in_a_transaction(proxy, "ALTER TABLE person RENAME surname TO x") in ("0A000", "42703")
    lines = [line for line in proxy.log().splitlines() if "passed on as it is" in line]
    assert len(lines) == 2 and all('"person"' in line and "UPDATE person" in line for line in lines)

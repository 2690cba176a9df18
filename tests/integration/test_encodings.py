"""The promise for every encoding of clients and databases: tests/data/sql/encodings on a real-v database and through pgsegue as v."""

import time

import pytest

from support.encodings import DATABASES, Encodings, EncodingTwins, scripts_in
from support.proxy import Proxy
from support.wire import Connection


@pytest.fixture(scope="module")
def made(cluster):
    encodings = Encodings(cluster)
    yield encodings
    encodings.remove()


def converts(made, client, database):
    """The server knows a conversion between the two."""
    return made.cluster.psql(
        f"SELECT '{client}' IN ('{database}', 'SQL_ASCII') OR '{database}' = 'SQL_ASCII' OR EXISTS (SELECT FROM pg_conversion WHERE condefault "
        f"AND conforencoding = pg_char_to_encoding('{client}') AND contoencoding = pg_char_to_encoding('{database}'))") == "t"


def run(made, database, client, version, in_packet):
    twins = EncodingTwins(made, database, client, version, in_packet)
    scripts = scripts_in(made.coders[database], twins.coder())
    # Of those that UTF-8 and its like can write some, for each client others.
    count, start = 1 if database == "SQL_ASCII" else 3, made.clients.index(client)
    chosen = scripts if len(scripts) <= count else [scripts[(start + i) % len(scripts)] for i in range(count)]
    for script in chosen if twins.can_hold_names() else []:
        twins.run_script(script)
    for script in scripts[:1]:
        twins.run_bad_bytes(script)
    twins.close()
    return twins.report


@pytest.mark.parametrize("version, in_packet", [("v1", False), ("v2", True)], ids=["v1_set", "v2_start_up"])
@pytest.mark.parametrize("database", DATABASES)
def test_twins_agree(made, database, version, in_packet):
    equal, refused, problems, run_in = 0, [], [], 0
    for client in made.clients:
        if not converts(made, client, database):
            continue
        report = run(made, database, client, version, in_packet)
        run_in += report.equal > 0
        equal += report.equal
        refused += report.refused
        problems += report.problems
    print(f"{database}, client {version}: {run_in} client encodings, {equal} equal, {len(refused)} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems[:20])
    assert not refused, f"{len(refused)} refused\n" + "\n".join(refused[:20])


RULES = """
database: {database}
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: {{ table: 'person', from: '"größe"', to: '"höhe"' }}
      - rename_column: {{ table: 'person', from: name, to: label }}
"""


@pytest.fixture
def person(request, cluster):
    """A database in some encoding whose schema is v1's, and a pgsegue in front of it."""
    encoding = getattr(request, "param", "UTF8")
    name = f"person_{encoding.lower()}"
    column = "" if encoding == "MULE_INTERNAL" else ', "größe" text DEFAULT \'é\''
    cluster.create_database(name, f"SET client_encoding = '{'SQL_ASCII' if encoding == 'MULE_INTERNAL' else 'UTF8'}';"
                                  f"CREATE TABLE person (id int, name text{column}); INSERT INTO person VALUES (1, 'a')", encoding)
    rules = RULES.format(database=name)
    if not column:
        rules = rules.replace("""      - rename_column: { table: 'person', from: '"größe"', to: '"höhe"' }\n""", "")
    proxy = Proxy(cluster, {"databases": [{"name": name, "rules": "rules.yaml"}]}, {"rules.yaml": rules}).start()
    yield name, proxy
    proxy.remove()
    cluster.psql(f'DROP DATABASE "{name}" WITH (FORCE)')


def rows(outcome):
    assert not outcome.errors(), outcome.errors()
    return [reply[1] for reply in outcome.replies if reply[0] == "row"]


def test_encoding_changes_between_statements(person):
    name, proxy = person
    connection = Connection(proxy.port, f"{name}@v2", client_encoding="LATIN1")
    assert rows(connection.simple("SELECT h\xf6he FROM person".encode("latin-1"))) == [(b"\xe9",)]
    assert rows(connection.simple("SET client_encoding = 'UTF8'")) == []
    assert rows(connection.simple("SELECT höhe FROM person")) == [("é".encode(),)]
    assert connection.simple("SELECT h\xf6he FROM person".encode("latin-1")).errors()[0]["C"] == "22021"
    assert rows(connection.simple("BEGIN; SET LOCAL client_encoding = 'WIN1252'")) == []
    assert rows(connection.simple("SELECT h\xf6he FROM person".encode("latin-1"))) == [(b"\xe9",)]
    assert rows(connection.simple("COMMIT")) == []
    assert rows(connection.simple("SELECT höhe FROM person")) == [("é".encode(),)]
    assert rows(connection.simple("RESET client_encoding")) == []
    assert rows(connection.simple("SELECT h\xf6he FROM person".encode("latin-1"))) == [(b"\xe9",)]


def test_prepared_in_another_encoding(cluster, person):
    """A text is read in the encoding that it came in: what cannot be read any more is not prepared anew."""
    name, proxy = person
    connection = Connection(proxy.port, f"{name}@v2", client_encoding="LATIN1")
    assert rows(connection.extended("SELECT h\xf6he FROM person".encode("latin-1"), name="h")) == [(b"\xe9",)]
    assert rows(connection.simple("PREPARE p AS SELECT h\xf6he, label FROM person".encode("latin-1"))) == []
    assert rows(connection.simple("SET client_encoding = 'UTF8'")) == []
    assert rows(connection.simple("EXECUTE p")) == [("é".encode(), b"a")]
    cluster.psql('ALTER TABLE person RENAME COLUMN name TO label', name)
    deadline = time.monotonic() + 10
    while True:
        outcome = connection.simple("EXECUTE p")
        if outcome.errors() or time.monotonic() > deadline:
            break
        time.sleep(0.1)
    assert outcome.errors()[0]["C"] == "0A000"
    assert rows(connection.simple("SET client_encoding = 'LATIN1'")) == []
    assert rows(connection.simple("EXECUTE p")) == [(b"\xe9", b"a")]


def test_schema_that_the_client_cannot_write(cluster, person):
    name, proxy = person
    cluster.psql('CREATE SCHEMA "表"; ALTER DATABASE ' + name + ' SET search_path = "表", public', name)
    connection = Connection(proxy.port, f"{name}@v2", client_encoding="LATIN1")
    assert rows(connection.simple("SELECT label, höhe FROM person".encode("latin-1"))) == [(b"a", b"\xe9")]


@pytest.mark.parametrize("person", ["MULE_INTERNAL"], indirect=True)
def test_mule_internal(person):
    """Cannot be converted to UTF-8: statements in ASCII are rewritten, others refused."""
    name, proxy = person
    connection = Connection(proxy.port, f"{name}@v2")
    assert rows(connection.simple("SELECT label FROM person")) == [(b"a",)]
    assert connection.simple(b"SELECT label, '\x81\xe9' FROM person").errors()[0]["C"] == "0A000"
    assert rows(connection.simple("SET client_encoding = 'LATIN1'")) == []
    assert rows(connection.simple("SELECT label FROM person WHERE id = 1")) == [(b"a",)]
    assert connection.simple(b"SELECT label, '\xe9' FROM person").errors()[0]["C"] == "0A000"

"""Clients of two versions write in turn to tables that hold a renamed column under both names: each version sees what it would
see had all writes gone to a database of its own, and both columns are equal in every row."""

import pytest

from support.mirrored import NAMES, PAIRS, SETTINGS, TABLES, Schedule, Write, start_mirrored
from support.twins import is_refusal
from support.wire import Connection, Outcome

STEPS = 300
# Of all statements, how many per cent may be refused.
REFUSED = 5
# Of all statements, how many per cent must succeed at least: the others violate a constraint.
WRITTEN = 60


@pytest.fixture(scope="module")
def proxy(cluster):
    running = start_mirrored(cluster)
    yield running
    running.remove()


class Side:
    """One version's clients and its twin."""

    def __init__(self, cluster, proxy, name: str, version: str):
        self.version = version
        self.twin = Connection(cluster.port, f"{name}_{version}")
        self.proxied = Connection(proxy.port, f"{name}@{version}")

    def view(self, connection: Connection, table: str) -> list:
        columns = ", ".join(TABLES[table]).format(**NAMES[self.version], email="email" if self.version == "v2" else "1")
        rows = rows_of(connection.simple(f"SELECT {columns} FROM {table}")) + rows_of(connection.simple(f"SELECT * FROM {table}"))
        return sorted(rows, key=repr)

    def variety(self, connection: Connection) -> list[tuple]:
        """How many rows and different values the tables have."""
        counts = []
        for table, pairs in PAIRS.items():
            columns = [old if self.version == "v1" else new for old, new in pairs]
            counts += rows_of(connection.simple(f"SELECT count(*), {', '.join(f'count(DISTINCT {name})' for name in columns)} FROM {table}"))
        return counts


class Play:
    def __init__(self, cluster, proxy, setting, seed: int):
        name = f"mirrored_{setting}"
        self.sides = {version: Side(cluster, proxy, name, version) for version in NAMES}
        self.raw = Connection(cluster.port, name)
        self.schedule = Schedule(seed)
        self.refused: list[str] = []
        self.written = 0

    def step(self, number: int) -> str | None:
        """An account of what went wrong."""
        client = self.schedule.random.choice(list(NAMES))
        write, email = self.schedule.next(), self.schedule.email()
        text = write.text(client, client, email)
        proxied = run(self.sides[client].proxied, text, write)
        if is_refusal([proxied]):
            self.refused.append(f"{client}: {text}: {proxied.errors()[0]['M']}")
            return None
        self.written += not proxied.errors()
        if write.is_volatile:
            problem = self.compare_volatile(self.sides[client], text, write, proxied)
            self.copy_to_twins()
        else:
            problem = self.compare(client, write, email, proxied)
        account = problem or self.difference()
        return f"step {number}, {client}: {text} {write.values or ''}\n    {account}" if account else None

    def compare(self, client: str, write: Write, email: str, proxied: Outcome) -> str | None:
        """Does the same to both twins."""
        for version, side in self.sides.items():
            outcome = run(side.twin, write.text(version, client, email), write)
            if bool(outcome.errors()) != bool(proxied.errors()):
                return f"twin {version}: {outcome.errors() or outcome.replies}, pgsegue: {proxied.errors() or proxied.replies}"
            if version == client and comparable(outcome) != comparable(proxied):
                return f"twin: {comparable(outcome)}\n    pgsegue: {comparable(proxied)}"
        return None

    def compare_volatile(self, side: Side, text: str, write: Write, proxied: Outcome) -> str | None:
        """Of values that nobody can foresee, how many different ones there are: an expression is evaluated for each row, a subquery
        once."""
        outcome = run(side.twin, text, write)
        if bool(outcome.errors()) != bool(proxied.errors()):
            return f"twin: {outcome.errors() or outcome.replies}, pgsegue: {proxied.errors() or proxied.replies}"
        twin, seen = (side.variety(connection) for connection in (side.twin, side.proxied))
        return None if "clock" in text or twin == seen else f"different values: {twin} on the twin, {seen} through pgsegue"

    def copy_to_twins(self) -> None:
        for table in TABLES:
            for version, side in self.sides.items():
                rows = side.view(side.proxied, table)
                count = len(rows) // 2
                columns = len(TABLES[table]) - (table == "account" and version == "v1")
                side.twin.simple(f"TRUNCATE {table}")
                own = rows_of(side.proxied.simple(f"SELECT * FROM {table}"))
                assert len(own) == count
                for row in own:
                    places = ", ".join(f"${i + 1}" for i in range(columns))
                    assert not side.twin.extended(f"INSERT INTO {table} VALUES ({places})", row).errors()

    def difference(self) -> str | None:
        for table, pairs in PAIRS.items():
            for version, side in self.sides.items():
                real, seen = side.view(side.twin, table), side.view(side.proxied, table)
                if real != seen:
                    return f"{table} of {version}: only on the twin {minus(real, seen)}, only through pgsegue {minus(seen, real)}"
            for old, new in pairs:
                rows = rows_of(self.raw.simple(f"SELECT * FROM {table} WHERE {old} IS DISTINCT FROM {new}"))
                if rows:
                    return f"{old} and {new} differ in {rows}"
        return None


def run(connection: Connection, text: str, write: Write) -> Outcome:
    return connection.extended(text, write.values) if write.values else connection.simple(text)


def rows_of(outcome: Outcome) -> list[tuple]:
    assert not outcome.errors(), outcome.errors()
    return [reply[1] for reply in outcome.replies if reply[0] == "row"]


def comparable(outcome: Outcome) -> list:
    """Column numbers are the server's, and a failing row is shown with all that it has."""
    replies = []
    for kind, content in outcome.replies:
        if kind == "row description":
            content = [column[:2] + column[3:] for column in content]
        elif kind == "error" and content.get("D", "").startswith("Failing row contains"):
            content = {key: value for key, value in content.items() if key != "D"}
        replies.append((kind, content))
    rows = iter(sorted((reply for reply in replies if reply[0] == "row"), key=repr))
    return [next(rows) if reply[0] == "row" else reply for reply in replies]


def minus(left: list, right: list) -> list:
    return [row for row in left if row not in right]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_both_versions_write_in_turn(cluster, proxy, bars, setting):
    play = Play(cluster, proxy, setting, seed=20261122)
    problems = []
    for number in range(STEPS):
        problem = play.step(number)
        if problem:
            problems.append(problem)
            play.copy_to_twins()
    share = 100 * len(play.refused) / STEPS
    print(f"{len(play.refused)} refused, {len(problems)} wrong\n" + "\n".join(play.refused))
    results = [bars.at_least(f"mirrored_{setting}_written_percent", 100 * play.written / STEPS, WRITTEN),
               bars.at_most(f"mirrored_{setting}_wrong", len(problems), 0),
               bars.at_most(f"mirrored_{setting}_refused_percent", share, REFUSED)]
    assert all(results), "\n".join(problems[:20])


@pytest.fixture
def client(cluster, proxy):
    """Of v1, and what both columns hold in the end is compared."""
    setting = SETTINGS[0]
    name = f"mirrored_{setting}"
    connection = Connection(proxy.port, f"{name}@v1")
    yield connection
    connection.close()
    raw = Connection(cluster.port, name)
    assert not rows_of(raw.simple("SELECT * FROM person WHERE last_name IS DISTINCT FROM surname"))
    assert not raw.simple("DROP VIEW IF EXISTS indirect, direct; TRUNCATE person").errors()


def states(outcome: Outcome) -> list[str]:
    return [error["C"] for error in outcome.errors()]


def test_writes_through_views_are_refused(client):
    assert not client.simple("CREATE VIEW direct AS SELECT id, last_name FROM person").errors()
    assert not client.simple("CREATE VIEW indirect AS SELECT * FROM direct").errors()
    for view in ("direct", "indirect"):
        assert states(client.simple(f"INSERT INTO {view} VALUES (1, 'x')")) == ["0A000"]
        assert states(client.simple(f"UPDATE {view} SET last_name = 'x'")) == ["0A000"]
        assert not client.simple(f"SELECT * FROM {view}").errors()


def test_writes_through_a_view_of_the_transaction_are_refused(client):
    assert not client.simple("BEGIN; CREATE VIEW direct AS SELECT id, last_name FROM person").errors()
    assert states(client.simple("INSERT INTO direct VALUES (2, 'x')")) == ["0A000"]
    client.simple("ROLLBACK")
    assert states(client.simple("BEGIN; CREATE VIEW direct AS TABLE person; INSERT INTO direct VALUES (3, 'y', 'x'); COMMIT")) == ["0A000"]
    client.simple("ROLLBACK")


def test_temporary_views_are_refused(client):
    assert states(client.simple("CREATE TEMP VIEW direct AS SELECT id, last_name FROM person")) == ["0A000"]
    client.simple("CREATE TEMP TABLE chosen (id int)")
    assert states(client.simple("CREATE VIEW direct AS SELECT id, last_name FROM person WHERE id IN (SELECT id FROM chosen)")) == ["0A000"]
    assert not client.simple("CREATE TEMP VIEW other AS SELECT * FROM chosen").errors()
    assert not client.simple("INSERT INTO other VALUES (1)").errors()

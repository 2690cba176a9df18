"""The conversations of tests/data/wire/live, directly and through pgsegue: equal replies, message by message."""

import re
import struct

import pytest

from support.proxy import ROOT, Proxy
from support.wire import Connection, cstring, decode

SCRIPTS = sorted((ROOT / "tests/data/wire/live").glob("*.script"))
SCHEMA = """
CREATE TABLE person (id integer PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL);
INSERT INTO person VALUES (1, 'Ada', 'Lovelace'), (2, 'Alan', 'Turing'), (3, 'Grace', 'Hopper'), (4, 'Edsger', 'Dijkstra');
CREATE SCHEMA archive;
CREATE TABLE archive.person (id integer PRIMARY KEY, last_name text);
INSERT INTO archive.person VALUES (1, 'archived');
DO $$BEGIN CREATE ROLE wire_archivist; EXCEPTION WHEN duplicate_object THEN NULL; END$$;
CREATE SCHEMA wire_archivist AUTHORIZATION wire_archivist;
CREATE TABLE wire_archivist.person (id integer PRIMARY KEY, last_name text);
ALTER TABLE wire_archivist.person OWNER TO wire_archivist;
INSERT INTO wire_archivist.person VALUES (1, 'of the archivist');
CREATE SCHEMA closed;
CREATE TABLE closed.person (id integer PRIMARY KEY, last_name text);
INSERT INTO closed.person VALUES (1, 'closed');
CREATE VIEW everyone AS SELECT * FROM person;
CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION '% fails', TG_WHEN; END$$;
CREATE TABLE guarded (id integer, last_name text);
CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH STATEMENT EXECUTE FUNCTION fail();
CREATE TABLE checked (id integer, last_name text);
CREATE TRIGGER guard AFTER INSERT ON checked FOR EACH STATEMENT EXECUTE FUNCTION fail();
"""
RENAMES = {
    "wire_renamed": "ALTER TABLE person RENAME last_name TO surname;",
    "wire_moved": "ALTER TABLE person RENAME last_name TO surname; ALTER TABLE person RENAME TO people;",
}
CHANGES = {
    "wire_renamed": "      - rename_column: { table: person, from: last_name, to: surname }\n",
    "wire_moved": "      - rename_column: { table: person, from: last_name, to: surname }\n      - rename_table: { from: person, to: people }\n",
}
NAMES = {"RowDescription": "T", "BindComplete": "2", "CommandComplete": "C", "CopyInResponse": "G", "ErrorResponse": "E", "ReadyForQuery": "Z"}
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unescape(text: str) -> bytes:
    def one(match: re.Match) -> str:
        return chr(int(match[1])) if match[1].isdigit() else ESCAPES[match[1]]

    return re.sub(r"\\(\d+|.)", one, text).encode("latin-1")


def fields_of(line: str) -> list:
    """Quoted texts as bytes, NULL as None, bare words as they are."""
    found = []
    for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line):
        found.append(None if bare == "NULL" else bare if bare else unescape(quoted))
    return found


def values_of(values: list) -> bytes:
    body = struct.pack("!HH", 0, len(values))
    for value in values:
        body += struct.pack("!i", -1) if value is None else struct.pack("!i", len(value)) + value
    return body


ENCODERS = {
    "Query": (b"Q", lambda sql: cstring(sql)),
    "Parse": (b"P", lambda name, sql: cstring(name) + cstring(sql) + b"\0\0"),
    "Bind": (b"B", lambda portal, statement, *values: cstring(portal) + cstring(statement) + values_of(values) + b"\0\0"),
    "Describe": (b"D", lambda kind, name: kind.encode() + cstring(name)),
    "Execute": (b"E", lambda portal, rows: cstring(portal) + struct.pack("!i", int(rows))),
    "Close": (b"C", lambda kind, name: kind.encode() + cstring(name)),
    "Sync": (b"S", lambda: b""),
    "Flush": (b"H", lambda: b""),
    "Terminate": (b"X", lambda: b""),
    "CopyData": (b"d", lambda data: data),
    "CopyDone": (b"c", lambda: b""),
    "CopyFail": (b"f", lambda reason: cstring(reason)),
    "FunctionCall": (b"F", lambda oid: struct.pack("!IHHH", int(oid), 0, 0, 0)),
}


def encode(line: str) -> bytes:
    name, *fields = fields_of(line)
    if name == "Raw":
        return fields[0]
    kind, body_of = ENCODERS[name]
    body = body_of(*fields)
    return kind + struct.pack("!i", len(body) + 4) + body


class Conversation:
    def __init__(self, port: int, database: str):
        self.connection = Connection(port, database, timeout=10)
        self.replies: list = []

    def take_until(self, kind: str, count: int = 1) -> None:
        while count:
            message = self.connection.receive()
            self.replies.append((message.kind, message.body) if message.kind in "ZS" else decode(message))
            if message.kind == "A":  # the sender's process ID
                self.replies[-1] = ("A", message.body[4:])
            count -= message.kind == kind

    def take_all(self) -> None:
        try:
            self.take_until("", 1)
        except (ConnectionResetError, BrokenPipeError):
            self.replies.append("end")

    def hold(self, lines: list[str]) -> list:
        """What is sent goes out in one piece; then it reads as far as the script says."""
        pending = b""
        for line in lines:
            command, *arguments = line.split()
            if command not in ("until", "receive"):
                pending += encode(line)
                continue
            self.connection.socket.sendall(pending)
            pending = b""
            if arguments == ["end"]:
                self.take_all()
            elif command == "until":
                self.take_until("Z", int(arguments[0]))
            else:
                self.take_until(NAMES[arguments[0]])
        self.connection.close()
        return self.replies


def with_reads(queries: list[str]) -> dict[str, list[str]]:
    """The same messages, each when the one before is answered, and all at once."""
    return {
        "one by one": [line for query in queries for line in (query, "until 1")],
        "at once": [*queries, f"until {len(queries)}"],
    }


def conversations() -> list:
    found = []
    for file in SCRIPTS:
        for paragraph in file.read_text(encoding="utf-8").strip().split("\n\n"):
            title, *lines = paragraph.splitlines()
            name = f"{file.stem}: {title.lstrip('# ')}"
            says_when = any(line.startswith(("until", "receive")) for line in lines)
            ways = {"": lines} if says_when else with_reads(lines)
            found += [pytest.param(way, id=f"{name} {how}".strip()) for how, way in ways.items()]
    return found


@pytest.fixture(scope="module")
def proxy(cluster):
    cluster.create_database("wire_direct", SCHEMA)
    databases, rules = [{"name": "wire_direct"}], {}
    for name, renames in RENAMES.items():
        cluster.create_database(name, SCHEMA + renames)
        databases.append({"name": name, "rules": f"{name}.yaml"})
        rules[f"{name}.yaml"] = f"database: {name}\nversions:\n  - name: v1\n  - name: v2\n    changes:\n{CHANGES[name]}"
    running = Proxy(cluster, {"databases": databases}, rules).start()
    yield running
    running.remove()


@pytest.mark.parametrize("lines", conversations())
def test_replies_are_equal(cluster, proxy, lines):
    direct = Conversation(cluster.port, "wire_direct").hold(lines)
    assert direct
    assert Conversation(proxy.port, "wire_direct").hold(lines) == direct
    for name in RENAMES:
        assert Conversation(proxy.port, f"{name}@v1").hold(lines) == direct

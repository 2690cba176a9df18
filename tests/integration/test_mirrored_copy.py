"""COPY into a table all of whose columns are kept under two names: whatever the format and its options, both columns hold what a
database of the version would store, and COPY gives the same bytes back."""

import itertools

import pytest

from support.proxy import Proxy
from support.wire import Connection

TYPES = ["int", "bigint", "numeric(12,3)", "float8", "bool", "text", "varchar(40)", "bytea", "timestamptz", "date", "jsonb", "int[]"]
OLD = [f"c{i}" for i in range(len(TYPES))]
NEW = [f"n{i}" for i in range(len(TYPES))]
NASTY = r"""('1', '-9', '1.5', 'NaN', 't', 'plain', 'a,b', '\x00ff', '2020-01-01 00:00:00+00', '2021-02-03', '{"a": [1, "x,y"]}', '{1,2}'),
    ('2', '9', '0', '-Infinity', 'f', E'tab\there', E'line\nbreak', '\x', 'infinity', '-infinity', '"q\"uote"', '{}'),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('3', '7', '123456789.123', '1e-300', 't', E'back\\slash \\. \\N', E'carriage\rreturn', '\x5c2e0a', '1999-12-31 23:59:59.5+00', '0001-01-01', '{}', '{{1,NULL},{3,4}}'),
    ('4', '0', '-1', '0', 'f', '', '"quoted" ''single''', '\x22', '2020-06-30', '2020-06-30', '[]', '{5}'),
    ('5', '1', '2', '3', 't', '\.', 'ünïcödé ☃', '\x0d0a', '2020-06-30', '2020-06-30', 'null', '{6}')"""
TEXT = [["DELIMITER '|'"], ["NULL 'nil'"], ["HEADER"], ["ENCODING 'UTF8'"]]
CSV = [["DELIMITER ';'"], ["QUOTE ''''"], [r"ESCAPE '\'"], ["NULL 'nil'"], ["HEADER"]]


def option_lists() -> list[str]:
    """Every combination of the options of each format, as COPY takes them."""
    lists = ["FORMAT binary"]
    for kind, options in (("text", TEXT), ("csv", CSV)):
        for taken in itertools.chain.from_iterable(itertools.combinations(options, n) for n in range(len(options) + 1)):
            lists.append(", ".join([f"FORMAT {kind}", *itertools.chain.from_iterable(taken)]))
    return lists


def table(columns: list[str]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in zip(columns, TYPES, strict=True))


@pytest.fixture(scope="module")
def proxy(cluster):
    for name, columns in (("copy_twin_v1", OLD), ("copy_twin_v2", NEW)):
        cluster.create_database(name, f"CREATE TABLE item ({table(columns)}); INSERT INTO item VALUES {NASTY}")
    databases, rules = [], {}
    for complete in ("old", "both"):
        name = cluster.create_database(f"copy_{complete}", f"CREATE TABLE item ({table(OLD)}, {table(NEW)})")
        renames = "".join(f"      - rename_column: {{ table: item, from: {old}, to: {new}, expanded: true, complete: {complete} }}\n"
                          for old, new in zip(OLD, NEW, strict=True))
        rules[f"{complete}.yaml"] = f"database: {name}\nversions:\n  - name: v1\n  - name: v2\n    changes:\n{renames}"
        databases.append({"name": name, "rules": f"{complete}.yaml"})
    running = Proxy(cluster, {"databases": databases}, rules).start()
    yield running
    running.remove()


def copied_out(connection: Connection, options: str) -> list:
    outcome = connection.simple(f"COPY item TO STDOUT ({options})")
    assert not outcome.errors(), outcome.errors()
    return [body for kind, body in outcome.replies if kind == "d"]


def copy_in(connection: Connection, sql: str, data: bytes, protocol: str) -> None:
    outcome = connection.simple(sql, data) if protocol == "simple" else connection.extended(sql, copy_data=data)
    assert not outcome.errors(), (sql, outcome.errors())


def columns_asked_for(connection: Connection, columns: str) -> list:
    return [body for kind, body in connection.simple(f"COPY item {columns} FROM STDIN").replies if kind == "copy G"]


def unequal_rows(server: Connection) -> list:
    """Of the rows on the server, how many there are and in how many the two columns of a pair differ."""
    differs = " OR ".join(f"{old}::text IS DISTINCT FROM {new}::text" for old, new in zip(OLD, NEW, strict=True))
    outcome = server.simple(f"SELECT count(*), count(*) FILTER (WHERE {differs}) FROM item")
    return [row for kind, row in outcome.replies if kind == "row"]


@pytest.mark.parametrize("version", ["v1", "v2"])
@pytest.mark.parametrize("complete", ["old", "both"])
def test_both_columns_are_copied(cluster, proxy, version, complete):
    twin = Connection(cluster.port, f"copy_twin_{version}")
    proxied = Connection(proxy.port, f"copy_{complete}@{version}")
    server = Connection(cluster.port, f"copy_{complete}")
    own = OLD if version == "v1" else NEW
    for number, options in enumerate(option_lists()):
        rows = copied_out(twin, options)
        columns = "" if number % 2 else f"({', '.join(own)})"
        copy_in(proxied, f"COPY item {columns} FROM STDIN ({options})", b"".join(rows), "simple" if number % 3 else "extended")
        assert copied_out(proxied, options) == rows, options
        assert unequal_rows(server) == [(b"6", b"0")], options
        server.simple("TRUNCATE item")
    for columns in ("", f"({own[3]}, {own[1]})"):
        assert columns_asked_for(proxied, columns) == columns_asked_for(twin, columns)
    assert len(option_lists()) == 1 + 2 ** len(TEXT) + 2 ** len(CSV)

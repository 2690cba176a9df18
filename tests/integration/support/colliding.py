"""Renames that collide: a corpus in the words of its own version, and physical copies in which tables and columns have random
names out of the statements themselves. An alias, a result's name, another table's column: all of them turn up as names of the
server's, and many names change places."""

import random
import re
from collections import defaultdict
from dataclasses import dataclass

from .cluster import Cluster
from .proxy import Proxy
from .twins import Case

RELATIONS = """
SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_|^information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1"""
COLUMNS = """
SELECT a.attrelid, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_|^information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND a.attinhcount = 0
AND NOT a.attisdropped ORDER BY 1, a.attnum"""
PARENTS = "SELECT inhrelid, min(inhparent) FROM pg_inherits GROUP BY 1"
# What shares the name space of tables, and what a table's row type would hide.
OTHER_NAMES = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('S', 'i', 'I', 'c')
UNION SELECT n.nspname, t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typrelid = 0"""
# Names that a system column has, that name a type, or that in a function's text would say that it changes the search path.
NEVER = set(
    "ctid xmin xmax cmin cmax tableoid oid bigint bool boolean bytea char date daterange float8 int int4 int4range int8 integer interval json "
    "jsonb name numeric real record regclass smallint text time timestamp timestamptz uuid varchar xml authorization discard execute "
    "pg_class pg_temp reset role schema search_path set_config temp temporary".split())
# Reserved words and other names that need quotes; letters make swaps likely.
SPICE = [*"abcdefghijklmnopqrstuvwxyz", "order", "user", "select", "excluded", "Mixed Case", "Ü", "x" * 63]


@dataclass
class Change:
    kind: str  # rename_column or rename_table
    schema: str
    table: str
    name: str
    new: str


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def in_yaml(*names: str) -> str:
    return "'" + ".".join(map(quoted, names)).replace("'", "''") + "'"


def rename(change: Change, before: str, after: str) -> str:
    if change.kind == "rename_table":
        return f"ALTER TABLE {quoted(change.schema)}.{quoted(before)} RENAME TO {quoted(after)};"
    return f"ALTER TABLE {quoted(change.schema)}.{quoted(change.table)} RENAME {quoted(before)} TO {quoted(after)};"


def words_of(cases: list[Case]) -> list[str]:
    words = {word.lower() for case in cases for word in re.findall(r"[^\W\d]\w*", case.sql)}
    return sorted(word for word in words - NEVER if len(word.encode()) < 63) + 3 * SPICE


class Renames:
    """Draws new names for tables and columns of `database`; relations in `kept` ("schema.table") stay as they are."""

    def __init__(self, cluster: Cluster, database: str, words: list[str], kept: set[str], seed: int):
        self.random, self.words = random.Random(seed), words
        read = lambda sql: [line.split("|") for line in cluster.psql(sql + ";", database).splitlines()]  # noqa: E731
        self.relations = {oid: (schema, name) for oid, schema, name in read(RELATIONS)}
        self.kept = kept
        self.changes: list[Change] = []
        self.rename_columns(read(COLUMNS), dict(read(PARENTS)))
        self.rename_tables(read(OTHER_NAMES))

    def draw(self, near: list[str], used: set[str], percent_near: int) -> str:
        while (new := self.random.choice(near if self.random.randrange(100) < percent_near else self.words)) in used:
            percent_near = 0
        used.add(new)
        return new

    def rename_columns(self, columns: list[list[str]], parents: dict[str, str]) -> None:
        """Names are unique in a table and all that inherit from it, where they follow."""
        trees = defaultdict(list)
        for oid, column in columns:
            top = oid
            while top in parents:
                top = parents[top]
            trees[top].append((oid, column))
        for tree in trees.values():
            renamed = [each for each in tree if self.is_renamed(each[0], 70)]
            used = {column for oid, column in tree if (oid, column) not in renamed}
            for oid, column in renamed:
                new = self.draw([name for _, name in tree], used | {column}, 35)
                used.add(new)
                self.changes.append(Change("rename_column", *self.relations[oid], column, new))

    def rename_tables(self, others: list[list[str]]) -> None:
        used = defaultdict(set)
        for schema, name in others:
            used[schema].add(name)
        renamed = [oid for oid in self.relations if self.is_renamed(oid, 60)]
        for oid, (schema, name) in self.relations.items():
            if oid not in renamed:
                used[schema].add(name)
        names = [name for _, name in self.relations.values()]
        for oid in renamed:
            schema, name = self.relations[oid]
            new = self.draw(names, used[schema] | {name}, 40)
            used[schema].add(new)
            self.changes.append(Change("rename_table", schema, name, name, new))

    def is_renamed(self, oid: str, percent: int) -> bool:
        return self.random.randrange(100) < percent and ".".join(self.relations[oid]) not in self.kept

    def script(self) -> str:
        """By way of names that nobody has, for names may change places."""
        lines = []
        for kind in ("rename_column", "rename_table"):
            changes = [(number, change) for number, change in enumerate(self.changes) if change.kind == kind]
            lines += [rename(change, change.name, f"between_{number}") for number, change in changes]
            lines += [rename(change, f"between_{number}", change.new) for number, change in changes]
        return "\n".join(lines)

    def rules(self, database: str, own_is_older: bool) -> str:
        """The clients' version is `own`, the server has `servers`, which is newer or older."""
        names = ["own", "servers"] if own_is_older else ["servers", "own"]
        lines = [f"database: {database}", "physical: servers", "versions:", f"  - name: {names[0]}", f"  - name: {names[1]}", "    changes:"]
        new_tables = {(change.schema, change.name): change.new for change in self.changes if change.kind == "rename_table"}
        for change in self.changes:
            before, after = (change.name, change.new) if own_is_older else (change.new, change.name)
            table = change.table if own_is_older else new_tables.get((change.schema, change.table), change.table)
            if change.kind == "rename_table":
                lines.append(f"      - rename_table: {{ from: {in_yaml(change.schema, before)}, to: {in_yaml(after)} }}")
            else:
                lines.append(f"      - rename_column: {{ table: {in_yaml(change.schema, table)}, from: {in_yaml(before)}, to: {in_yaml(after)} }}")
        return "\n".join(lines) + "\n"


def start_colliding(cluster: Cluster, name: str, script: str, renames: Renames) -> Proxy:
    """`{name}_older@own` and `{name}_newer@own`, both on one physical database."""
    database = cluster.create_database(name, script + "\n" + renames.script())
    ages = {f"{name}_{age}": renames.rules(f"{name}_{age}", age == "older") for age in ("older", "newer")}
    databases = [{"name": each, "server_database": database, "rules": f"{each}.yaml"} for each in ages]
    return Proxy(cluster, {"databases": databases}, {f"{each}.yaml": rules for each, rules in ages.items()}).start()

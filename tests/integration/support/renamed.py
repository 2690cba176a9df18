"""Corpora from outside: a schema in its own words, and physical copies of it in which tables and columns are renamed."""

import pathlib

from .cluster import Cluster
from .proxy import Proxy
from .twins import CORPORA, read_cases
from .wire import Connection

TABLES_SQL = """
SELECT c.relname, string_agg(a.attname, ',' ORDER BY a.attnum) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 GROUP BY c.relname ORDER BY c.relname
"""


class Outside:
    """A folder of tests/data/sql with schema.sql and statements, all in the words of one version."""

    def __init__(self, name: str):
        self.name = name
        folder: pathlib.Path = CORPORA / name
        self.schema = (folder / "schema.sql").read_text(encoding="utf-8")
        self.cases = [case for file in sorted(folder.glob("*.sql")) if file.name != "schema.sql" for case in read_cases(file)]

    def set_up(self, cluster: Cluster) -> Proxy:
        """`{name}_direct` as it is; behind the proxy, `{name}_some@own` with every third column renamed and `{name}_all@own`
        with all names; the same databases once more, for rules in which the renamed version is the older one."""
        direct = cluster.create_database(f"{self.name}_direct", self.schema)
        self.tables = {table: columns.split(",") for table, columns in (line.split("|") for line in cluster.psql(TABLES_SQL, direct).splitlines())}
        self.sequences = cluster.psql("SELECT sequencename FROM pg_sequences", direct).split()
        databases, rules = [], {}
        for extent in ("some", "all"):
            database = cluster.create_database(f"{self.name}_{extent}", self.schema + self.renames(extent))
            for age in ("older", "newer"):
                served = f"{database}_{age}"
                rules[f"{served}.yaml"] = self.rules(served, extent, age)
                databases.append({"name": served, "server_database": database, "rules": f"{served}.yaml"})
        return Proxy(cluster, {"databases": databases}, rules).start()

    def renamed_columns(self, table: str, extent: str) -> list[str]:
        return [column for number, column in enumerate(self.tables[table]) if extent == "all" or number % 3 == 1]

    def renames(self, extent: str) -> str:
        lines = []
        for table in self.tables:
            lines += [f"ALTER TABLE {table} RENAME {column} TO {new_name(column)};" for column in self.renamed_columns(table, extent)]
            if extent == "all":
                lines.append(f"ALTER TABLE {table} RENAME TO {new_name(table)};")
        return "\n".join(lines)

    def rules(self, database: str, extent: str, age: str) -> str:
        """The clients' version is `own`; the server has the other one, which is newer or older."""
        own_is_older = age == "older"
        lines = [f"database: {database}", "versions:", f"  - name: {'own' if own_is_older else 'servers'}", f"  - name: {'servers' if own_is_older else 'own'}", "    changes:"]
        for table in self.tables:
            new_table = new_name(table) if extent == "all" else table
            before = table if own_is_older else new_table
            for column in self.renamed_columns(table, extent):
                lines.append(self.change("rename_column", f"table: {before}, ", column, own_is_older))
            if extent == "all":
                lines.append(self.change("rename_table", "", table, own_is_older))
        return "\n".join(lines) + "\n"

    @staticmethod
    def change(kind: str, where: str, name: str, own_is_older: bool) -> str:
        pair = (name, new_name(name)) if own_is_older else (new_name(name), name)
        return f"      - {kind}: {{ {where}from: {pair[0]}, to: {pair[1]} }}"

    def run(self, connection: Connection, case, protocol: str) -> list:
        """The case's replies, then all rows of all tables, in a transaction that is rolled back."""
        connection.simple("; ".join(["BEGIN", *(f"SELECT setval('{sequence}', 100)" for sequence in self.sequences)]))
        try:
            if protocol == "simple":
                results = [connection.simple(case.sql, case.copy_data)]
            else:
                results = [connection.extended(case.sql, case.values or ())]
            if results[0].status == "T":
                results += [connection.simple(f"SELECT * FROM {table} ORDER BY {', '.join(columns)}") for table, columns in self.tables.items()]
        finally:
            connection.simple("ROLLBACK")
        return results


def new_name(name: str) -> str:
    return f"new_{name}"

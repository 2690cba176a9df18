"""Statements that sqlsmith makes up for a database, and how to tell whether one has but one answer."""

import re
import subprocess

from .cluster import Cluster

ROLE = "sqlsmith"


def make_role(cluster: Cluster, databases: list[str]) -> None:
    """No superuser, for sqlsmith calls every function it finds; with an end to what takes long."""
    cluster.psql(f"CREATE ROLE {ROLE} LOGIN; ALTER ROLE {ROLE} SET statement_timeout = '2s'")
    for database in databases:
        schemas = cluster.psql("SELECT string_agg(quote_ident(nspname), ', ') FROM pg_namespace WHERE nspname !~ '^(pg_|information)'", database)
        cluster.psql(f"GRANT USAGE ON SCHEMA {schemas} TO {ROLE}; GRANT ALL ON ALL TABLES IN SCHEMA {schemas} TO {ROLE}; "
                     f"GRANT ALL ON ALL SEQUENCES IN SCHEMA {schemas} TO {ROLE}", database)


def statements(cluster: Cluster, database: str, count: int, seed: int) -> list[str]:
    done = subprocess.run(
        ["sqlsmith", f"--target={cluster.dsn(database)}", "--dry-run", "--exclude-catalog", f"--max-queries={count}", f"--seed={seed}"],
        capture_output=True, text=True, check=True,
    )
    # A sample is another one each time.
    text = re.sub(r"tablesample \w+ \([0-9.]+\)", "", done.stdout)
    made = re.split(r";\s*\n", quote_names(cluster, database, text))
    return [statement.strip() for statement in made if re.match(r"\s*(select|insert|update|delete|with|merge)\b", statement, re.IGNORECASE)]


def quote_names(cluster: Cluster, database: str, text: str) -> str:
    """sqlsmith writes every name without quotes."""
    needing = cluster.psql(
        "SELECT DISTINCT name FROM (SELECT attname AS name FROM pg_attribute WHERE attrelid >= 16384 UNION SELECT relname FROM pg_class) n "
        "WHERE quote_ident(name) <> name AND name !~ '^[0-9.]'", database)
    for name in sorted(needing.splitlines(), key=len, reverse=True):
        quoted = '"' + name.replace('"', '""') + '"'
        text = re.sub(rf'(?<=\.){re.escape(name)}(?!\w)', lambda _: quoted, text)
    return text

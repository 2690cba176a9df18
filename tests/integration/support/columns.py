"""The corpus tests/data/sql/columns: versions with and without some columns, on a server that has all of them or only one version's."""

from .cluster import Cluster
from .proxy import Proxy
from .twins import CORPORA, Corpus, Twins, twins_of

COLUMNS = Corpus(CORPORA / "columns")
TABLES = ["person", "visit", "log"]
EXPANDED = COLUMNS.script("v1") + (COLUMNS.folder / "expand.sql").read_text(encoding="utf-8")
PHYSICAL = {**{version: COLUMNS.script(version) for version in COLUMNS.versions}, "expanded": EXPANDED}


def start_columns(cluster: Cluster) -> Proxy:
    for version in COLUMNS.versions:
        cluster.create_database(f"columns_twin_{version}", COLUMNS.script(version))
    rules, databases = {}, []
    for name, script in PHYSICAL.items():
        database = cluster.create_database(f"columns_{name}", script)
        rules[f"{name}.yaml"] = COLUMNS.rules.replace("database: columns", f"database: {database}")
        databases.append({"name": database, "rules": f"{name}.yaml"})
    return Proxy(cluster, {"databases": databases}, rules).start()


def columns_twins(cluster: Cluster, proxy: Proxy, version: str, physical: str) -> Twins:
    return twins_of(cluster, proxy, COLUMNS, f"columns_twin_{version}", f"columns_{physical}@{version}", version, TABLES, [])

"""The corpus tests/data/sql/columns: versions with and without some columns, on a server that has all of them or only one version's."""

from .cluster import Cluster
from .proxy import Proxy
from .twins import CORPORA, Corpus, Twins, start_states, twins_of

COLUMNS = Corpus(CORPORA / "columns")
TABLES = ["person", "visit", "log"]
EXPANDED = COLUMNS.script("v1") + (COLUMNS.folder / "expand.sql").read_text(encoding="utf-8")
PHYSICAL = {**{version: COLUMNS.script(version) for version in COLUMNS.versions}, "expanded": EXPANDED}


def start_columns(cluster: Cluster) -> Proxy:
    return start_states(cluster, COLUMNS, "columns_twin_", "columns_", PHYSICAL)


def columns_twins(cluster: Cluster, proxy: Proxy, version: str, physical: str) -> Twins:
    return twins_of(cluster, proxy, COLUMNS, f"columns_twin_{version}", f"columns_{physical}@{version}", version, TABLES, [])

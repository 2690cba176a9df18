"""The corpus tests/data/sql/names: what else has a name besides tables and columns, in every version and physical state."""

from .cluster import Cluster
from .proxy import Proxy
from .twins import CORPORA, Case, Corpus, Outcome, Twins, expect_success, start_states
from .wire import Connection

NAMES = Corpus(CORPORA / "names")
TABLES = ["{s}.{person}", "{s}.orders", "{s}.item", "{s}.visit", "other.person", "plain"]


def start_names(cluster: Cluster) -> Proxy:
    return start_states(cluster, NAMES, "names_twin_", "names_", {version: NAMES.script(version) for version in NAMES.versions})


class NameTwins(Twins):
    """Runs every statement with the schema on the search path or without."""

    def __init__(self, cluster: Cluster, proxy: Proxy, version: str, physical: str, on_path: bool):
        connections = Connection(cluster.port, f"names_twin_{version}"), Connection(proxy.port, f"names_{physical}@{version}")
        super().__init__(*connections, NAMES, version, TABLES, [])
        self.on_path = on_path

    def _run(self, connection: Connection, sql: str, case: Case, copy_data: bytes | None, protocol: str) -> list[Outcome]:
        path = "{s}, public" if self.on_path else "public"
        expect_success(connection.simple(self.corpus.text(f"SET search_path = {path}", self.version)))
        expect_success(connection.simple(self.corpus.text("SELECT setval('{s}.{ticket}', 100)", self.version)))
        return super()._run(connection, sql, case, copy_data, protocol)

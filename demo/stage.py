"""The demo's private PostgreSQL and its pgsegue: loopback, free ports, temporary directories."""

import pathlib

import terminal
from application import Application
from support.cluster import Cluster
from support.proxy import PROGRAM, Proxy

HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = (HERE / "schema.sql").read_text(encoding="utf-8")
RENAME = (HERE / "rename.sql").read_text(encoding="utf-8").strip()
RULES = (HERE / "rules.yaml").read_text(encoding="utf-8")


class Stage:
    def __init__(self):
        self.cluster: Cluster | None = None
        self.proxy: Proxy | None = None
        self.applications: list[Application] = []

    def start_postgres(self) -> None:
        terminal.passing("starting a private PostgreSQL …")
        self.cluster = Cluster()
        self.cluster.start()
        for database in ("naive", "shop"):
            self.cluster.create_database(database, SCHEMA)
        terminal.passed()

    def start_pgsegue(self) -> None:
        if not PROGRAM.exists():
            raise SystemExit(f"{PROGRAM} is not there; ./dev demo builds it")
        terminal.passing("starting pgsegue …")
        self.proxy = Proxy(self.cluster, {"databases": [{"name": "shop", "rules": "rules.yaml"}]}, {"rules.yaml": RULES})
        self.proxy.start()
        terminal.passed()

    def direct(self, database: str) -> str:
        return self.cluster.dsn(database)

    def through_pgsegue(self, version: str) -> str:
        return self.proxy.dsn(f"shop@{version}")

    def launch(self, release: str, dsn: str) -> Application:
        self.applications.append(Application(release, dsn))
        return self.applications[-1]

    def rename(self, database: str) -> None:
        self.cluster.psql(RENAME, database)

    def clear(self) -> None:
        for application in self.applications:
            application.process.kill()
            application.end()
        if self.proxy is not None:
            self.proxy.remove()
        if self.cluster is not None:
            self.cluster.remove()

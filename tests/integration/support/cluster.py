"""A private PostgreSQL 15 cluster in a temporary directory, on loopback, on a free port."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

BIN = pathlib.Path(os.environ.get("PGSEGUE_TEST_PG_BIN", "/usr/lib/postgresql/15/bin"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_postgres(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root: become the package's user for its programs."""
    if os.geteuid() == 0:
        return ["runuser", "-u", "postgres", "--", *command]
    return command


class Cluster:
    def __init__(self, settings: dict[str, str] | None = None, hba: list[str] | None = None, locale: str = "C.UTF-8"):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pgsegue-pg-"))
        self.data = self.directory / "data"
        self.port = free_port()
        self.settings = settings or {}
        self.process: subprocess.Popen | None = None
        if os.geteuid() == 0:
            shutil.chown(self.directory, "postgres", "postgres")
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", f"--locale={locale}", "--no-sync")
        self._configure(hba)

    def _run(self, program: str, *arguments) -> None:
        subprocess.run(as_postgres([str(BIN / program), *map(str, arguments)]), check=True, capture_output=True, cwd="/")

    def _configure(self, hba: list[str] | None) -> None:
        settings = {
            "listen_addresses": "'127.0.0.1'",
            "port": str(self.port),
            "unix_socket_directories": f"'{self.directory}'",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            # Statistics that come at their own time would give two equal databases different plans.
            "autovacuum": "off",
            "max_connections": "200",
            "wal_level": "logical",
            "log_min_messages": "warning",
            **self.settings,
        }
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as conf:
            conf.writelines(f"{key} = {value}\n" for key, value in settings.items())
        if hba is not None:
            (self.data / "pg_hba.conf").write_text("\n".join(hba) + "\n", encoding="utf-8")

    def start(self) -> "Cluster":
        self.log = open(self.directory / "log", "ab")
        self.process = subprocess.Popen(
            as_postgres([str(BIN / "postgres"), "-D", str(self.data)]), stdout=self.log, stderr=self.log, cwd="/"
        )
        deadline = time.monotonic() + 30
        while subprocess.run(
            [BIN / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)], capture_output=True
        ).returncode:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL did not start:\n" + (self.directory / "log").read_text(errors="replace"))
            time.sleep(0.05)
        return self

    def postmaster_pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    def stop(self, how: str = "fast") -> None:
        if self.process is None:
            return
        number = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}[how]
        try:
            os.kill(self.postmaster_pid(), number)
        except (FileNotFoundError, ProcessLookupError):
            pass
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None
        self.log.close()

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.directory, ignore_errors=True)

    def psql(self, sql: str, database: str = "postgres", user: str = "postgres") -> str:
        """Runs a script with psql, stops at the first error, returns unaligned output."""
        done = subprocess.run(
            [BIN / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", str(self.directory), "-p", str(self.port),
             "-U", user, "-d", database],
            input=sql, capture_output=True, text=True,
        )
        if done.returncode:
            raise RuntimeError(f"psql failed on {database}:\n{done.stderr}")
        return done.stdout.rstrip("\n")

    def create_database(self, name: str, script: str = "", encoding: str | None = None) -> str:
        options = f" TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'" if encoding else ""
        self.psql(f'CREATE DATABASE "{name}"{options}')
        if script:
            self.psql(script, name)
        return name

    def dsn(self, database: str, user: str = "postgres", **more) -> str:
        parts = {"host": "127.0.0.1", "port": self.port, "user": user, "dbname": database, **more}
        return " ".join(f"{key}={value}" for key, value in parts.items())

"""A running pgsegue: configuration from a dict, readiness as systemd would see it."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile

import yaml

from .cluster import Cluster, free_port

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = pathlib.Path(os.environ.get("PGSEGUE_PROGRAM", ROOT / "build/release/bin/pgsegue"))


class Proxy:
    """`config` is what conf/pgsegue.yaml holds; listeners and servers are filled in where they are missing."""

    def __init__(self, cluster: Cluster | None, config: dict, rules: dict[str, str] | None = None):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pgsegue-"))
        self.port = free_port()
        self.config = {"listeners": [{"address": "127.0.0.1", "port": self.port}], **config}
        if cluster is not None:
            self.config.setdefault("servers", [{"host": "127.0.0.1", "port": cluster.port}])
            self.config.setdefault("control_user", "postgres")
        for name, text in (rules or {}).items():
            (self.directory / name).write_text(text, encoding="utf-8")
        self.file = self.directory / "pgsegue.yaml"
        self.write_config()
        self.process: subprocess.Popen | None = None

    def write_config(self) -> None:
        self.file.write_text(yaml.safe_dump(self.config, sort_keys=False), encoding="utf-8")

    def start(self, timeout: float = 20) -> "Proxy":
        self.notifications = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notifications.bind(str(self.directory / "notify"))
        self.notifications.settimeout(timeout)
        self.log_file = open(self.directory / "log", "ab")
        environment = {**os.environ, "NOTIFY_SOCKET": str(self.directory / "notify")}
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "-c", self.file], stdout=self.log_file, stderr=self.log_file, env=environment
        )
        try:
            self.wait_for("READY=1")
        except TimeoutError as failure:
            self.remove_process()
            raise RuntimeError("pgsegue did not become ready:\n" + self.log()) from failure
        return self

    def wait_for(self, state: str) -> None:
        while True:
            if state in self.notifications.recv(4096).decode().splitlines():
                return

    def log(self) -> str:
        return (self.directory / "log").read_text(errors="replace")

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def reload(self) -> None:
        self.signal(signal.SIGHUP)
        self.wait_for("READY=1")

    def stop(self, timeout: float = 20) -> int:
        """Ends at once (a second SIGTERM does not wait for sessions); returns the exit code."""
        if self.process is None:
            return 0
        for _ in range(2):
            if self.process.poll() is None:
                self.signal(signal.SIGTERM)
                try:
                    self.process.wait(0.3)
                except subprocess.TimeoutExpired:
                    pass
        code = self.process.wait(timeout)
        self.remove_process()
        return code

    def remove_process(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process = None
        self.notifications.close()
        self.log_file.close()

    def remove(self) -> None:
        if self.process is not None:
            self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)

    def dsn(self, database: str, user: str = "postgres", **more) -> str:
        parts = {"host": "127.0.0.1", "port": self.port, "user": user, "dbname": database, **more}
        return " ".join(f"{key}={value}" for key, value in parts.items())

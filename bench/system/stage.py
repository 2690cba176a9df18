"""What the benchmarks run on: a server, and the proxies in front of it, each as a process on loopback."""

import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests" / "integration"))

from support.certificates import Authority  # noqa: E402
from support.cluster import Cluster, free_port  # noqa: E402
from support.proxy import Proxy  # noqa: E402

import databases  # noqa: E402
import process  # noqa: E402
from peers import haproxy_configuration, pgbouncer_configuration  # noqa: E402

DIRECT, HAPROXY, PGBOUNCER, RAW, REWRITING = "direct", "haproxy", "pgbouncer", "pgsegue raw", "pgsegue"
NAMES = (DIRECT, HAPROXY, PGBOUNCER, RAW, REWRITING)


@dataclass(frozen=True)
class Endpoint:
    """Something a client connects to; `pid` is the proxy's process, None for the server itself.

    `forget_connections` makes a proxy that keeps server connections for the next client close them. A server process that has
    answered before is faster than a new one: for steady transactions, all are to begin with new ones.
    """

    name: str
    port: int
    database: str
    pid: int | None
    forget_connections: Callable[[], None] = lambda: None

    def cpu_seconds(self) -> float:
        return 0.0 if self.pid is None else process.cpu_seconds(self.pid)

    def resident_kib(self) -> int:
        return 0 if self.pid is None else process.resident_kib(self.pid)


class Stage:
    """Starts everything, ends everything. The five endpoints are there until the end; `pgsegue` starts more."""

    def __init__(self, scale: int, threads: int):
        self.scale = scale
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pgsegue-bench-"))
        self.directory.chmod(0o755)
        self.certificate, self.key = Authority(self.directory).issue("server")
        for file in (self.directory, self.key):
            self._give_to_postgres(file)
        self.peers: list[subprocess.Popen] = []
        self.proxies: list[Proxy] = []
        self.cluster = Cluster({
            "max_connections": "300", "shared_buffers": "256MB", "max_wal_size": "4GB",
            "ssl": "on", "ssl_cert_file": f"'{self.certificate}'", "ssl_key_file": f"'{self.key}'",
        })
        try:
            self.cluster.start()
            databases.create_databases(self.cluster, scale)
            self.endpoints = {
                DIRECT: Endpoint(DIRECT, self.cluster.port, databases.PLAIN, None),
                HAPROXY: self._haproxy(),
                PGBOUNCER: self._pgbouncer(),
                RAW: Endpoint(RAW, *self.pgsegue(threads, databases.PLAIN)),
                REWRITING: Endpoint(REWRITING, *self.pgsegue(threads)),
            }
        except BaseException:
            self.close()
            raise

    @staticmethod
    def _give_to_postgres(file: pathlib.Path) -> None:
        if os.geteuid() == 0:
            os.chown(file, pwd.getpwnam("postgres").pw_uid, -1)

    def _haproxy(self) -> Endpoint:
        port, file = free_port(), self.directory / "haproxy.cfg"
        file.write_text(haproxy_configuration(port, self.cluster.port), encoding="utf-8")
        return Endpoint(HAPROXY, port, databases.PLAIN, self._start(["/usr/sbin/haproxy", "-db", "-f", str(file)], port))

    def _pgbouncer(self) -> Endpoint:
        port, file = free_port(), self.directory / "pgbouncer.ini"
        file.write_text(pgbouncer_configuration(port, self.cluster.port, self.directory, self.certificate, self.key), encoding="utf-8")
        user = ["-u", "postgres"] if os.geteuid() == 0 else []
        pid = self._start(["/usr/sbin/pgbouncer", "-q", *user, str(file)], port)
        reconnect = ["psql", "-X", "-q", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "-d", "pgbouncer", "-c", "RECONNECT"]
        return Endpoint(PGBOUNCER, port, databases.PLAIN, pid, lambda: subprocess.run(reconnect, check=True, capture_output=True) and None)

    def pgsegue(self, threads: int, database: str = databases.AS_V1, **more) -> tuple[int, str, int]:
        """Port, database and process of a new pgsegue; `more` is configuration, more databases too."""
        config = {
            "threads": threads,
            "logging": {"level": "warning"},
            "client_tls": {"mode": "allow", "certificate": str(self.certificate), "key": str(self.key)},
            "server_tls": {"mode": "disable"},
            **more,
            "databases": [{"name": databases.PLAIN}, {"name": databases.RENAMED, "rules": "bench.yaml"}, *more.get("databases", [])],
        }
        proxy = Proxy(self.cluster, config, {"bench.yaml": databases.RULES}).start()
        self.proxies.append(proxy)
        return proxy.port, database, proxy.process.pid

    def _start(self, command: list[str], port: int) -> int:
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=open(self.directory / "errors", "ab"))
        self.peers.append(started)
        for _ in range(100):
            if subprocess.run(["pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]).returncode == 0:
                return started.pid
            time.sleep(0.05)
        raise RuntimeError(f"{command[0]} does not answer:\n" + (self.directory / "errors").read_text())

    @contextmanager
    def on_one_core(self) -> Iterator[None]:
        """The server, the proxies and what is started meanwhile run on one core: for what one client does.

        Then only one process runs at a time, and left alone the kernel's scheduler puts them together or apart by chance. That decides
        more than what they do: a point read takes 0.04, 0.08 or 0.10 ms through the same proxy.
        """
        cores = os.sched_getaffinity(0)
        pids = [os.getpid(), self.cluster.postmaster_pid(), *(endpoint.pid for endpoint in self.endpoints.values() if endpoint.pid)]
        for pid in pids:
            process.keep_on({max(cores)}, pid)
        try:
            yield
        finally:
            for pid in pids:
                process.keep_on(cores, pid)

    def close(self) -> None:
        for peer in self.peers:
            peer.terminate()
            peer.wait()
        for proxy in self.proxies:
            proxy.remove()
        self.cluster.remove()
        shutil.rmtree(self.directory, ignore_errors=True)

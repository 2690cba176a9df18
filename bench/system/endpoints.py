"""What the benchmark compares: a server, and the proxies in front of it, each as a process on loopback."""

import os
import pathlib
import pwd
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests" / "integration"))

from support.cluster import Cluster, as_postgres, free_port  # noqa: E402
from support.proxy import Proxy  # noqa: E402

CLOCK_TICKS = os.sysconf("SC_CLK_TCK")

# Every column that `pgbench -S` names is another one in the physical schema: each of its statements is rewritten.
RULES = """
database: bench_renamed
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: pgbench_accounts, from: abalance, to: balance }
      - rename_column: { table: pgbench_accounts, from: aid, to: account_id }
"""
RENAMES = """
ALTER TABLE pgbench_accounts RENAME abalance TO balance;
ALTER TABLE pgbench_accounts RENAME aid TO account_id;
"""


class Endpoint:
    """Something pgbench connects to; `pid` is the proxy's process, None for the server itself."""

    def __init__(self, name: str, port: int, database: str, pid: int | None):
        self.name, self.port, self.database, self.pid = name, port, database, pid

    def cpu_seconds(self) -> float:
        if self.pid is None:
            return 0.0
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS

    def resident_kib(self) -> int:
        if self.pid is None:
            return 0
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0


class Stage:
    """Starts everything, ends everything."""

    def __init__(self, scale: int):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pgsegue-bench-"))
        self.directory.chmod(0o755)
        self.processes: list[subprocess.Popen] = []
        self.cluster = Cluster({"max_connections": "300"}).start()
        for database in ("bench", "bench_renamed"):
            self.cluster.create_database(database)
            subprocess.run(["pgbench", "-q", "-i", "-s", str(scale), *self.address(self.cluster.port), database],
                           check=True, capture_output=True)
        self.cluster.psql(RENAMES, "bench_renamed")
        self.cluster.psql("VACUUM ANALYZE", "bench")
        self.cluster.psql("VACUUM ANALYZE", "bench_renamed")
        self.cluster.psql("CHECKPOINT")

    @staticmethod
    def address(port: int) -> list[str]:
        return ["-h", "127.0.0.1", "-p", str(port), "-U", "postgres"]

    def direct(self) -> Endpoint:
        return Endpoint("direct", self.cluster.port, "bench", None)

    def haproxy(self) -> Endpoint:
        port = free_port()
        config = self.directory / "haproxy.cfg"
        config.write_text(
            "global\n  nbthread 1\n  maxconn 1000\n"
            "defaults\n  mode tcp\n  timeout connect 5s\n  timeout client 10m\n  timeout server 10m\n"
            f"listen pg\n  bind 127.0.0.1:{port}\n  server one 127.0.0.1:{self.cluster.port}\n"
        )
        return Endpoint("haproxy", port, "bench", self._start(["/usr/sbin/haproxy", "-db", "-f", str(config)], port))

    def pgbouncer(self) -> Endpoint:
        port = free_port()
        users = self.directory / "users.txt"
        users.write_text('"postgres" ""\n')
        config = self.directory / "pgbouncer.ini"
        config.write_text(
            f"[databases]\n* = host=127.0.0.1 port={self.cluster.port}\n"
            f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = trust\n"
            f"auth_file = {users}\npool_mode = session\nmax_client_conn = 1000\ndefault_pool_size = 200\n"
            f"logfile = {self.directory}/pgbouncer.log\npidfile =\nignore_startup_parameters = extra_float_digits\n"
        )
        command = ["/usr/sbin/pgbouncer", "-q", str(config)]
        if os.geteuid() == 0:
            os.chown(self.directory, pwd.getpwnam("postgres").pw_uid, -1)
            command = ["/usr/sbin/pgbouncer", "-q", "-u", "postgres", str(config)]
        return Endpoint("pgbouncer", port, "bench", self._start(command, port))

    def pgsegue(self, threads: int) -> tuple[Endpoint, Endpoint]:
        """The same process twice: raw, and with rules by which every statement is rewritten."""
        config = {
            "threads": threads,
            "logging": {"level": "warning"},
            "databases": [{"name": "bench"}, {"name": "bench_renamed", "rules": "bench.yaml"}],
        }
        self.proxy = Proxy(self.cluster, config, {"bench.yaml": RULES}).start()
        pid = self.proxy.process.pid
        return (Endpoint("pgsegue raw", self.proxy.port, "bench", pid),
                Endpoint("pgsegue", self.proxy.port, "bench_renamed@v1", pid))

    def _start(self, command: list[str], port: int) -> int:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=open(self.directory / "errors", "ab"))
        self.processes.append(process)
        for _ in range(100):
            if subprocess.run(["pg_isready", "-q", *self.address(port)[:4]]).returncode == 0:
                return process.pid
            time.sleep(0.05)
        raise RuntimeError(f"{command[0]} does not answer:\n" + (self.directory / "errors").read_text())

    def close(self) -> None:
        for process in self.processes:
            process.terminate()
            process.wait()
        if hasattr(self, "proxy"):
            self.proxy.remove()
        self.cluster.remove()
        subprocess.run(["rm", "-rf", str(self.directory)], check=False)

"""One run of pgbench through one endpoint."""

import bisect
import os
import pathlib
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from rounds import Figures
from stage import Endpoint

LOGGED = 0.2  # of the transactions, so that writing the log costs pgbench little
PROTOCOLS = {"simple": "simple", "extended": "extended", "prepared": "prepared", "pipelined": "extended"}


@dataclass(frozen=True)
class Load:
    script: str
    mode: str = "simple"
    clients: int = 1
    scale: int = 1
    tls: bool = False
    reconnect: bool = False  # for every transaction


def quantile(values: Sequence[int], share: float) -> float:
    """Of sorted whole microseconds, each of which stands for the interval around it: finer than the log's own steps."""
    rank = share * len(values)
    value = values[min(int(rank), len(values) - 1)]
    below, up_to = bisect.bisect_left(values, value), bisect.bisect_right(values, value)
    return value - 0.5 + (rank - below) / (up_to - below)


def latencies_us(directory: pathlib.Path) -> list[int]:
    """The third column of pgbench's logs, sorted."""
    return sorted(int(line.split(" ", 3)[2]) for log in directory.glob("log.*") for line in log.read_text().splitlines())


def run_pgbench(endpoint: Endpoint, load: Load, seed: int, *more: str) -> str:
    with tempfile.NamedTemporaryFile("w", prefix="pgsegue-script-") as file:
        file.write(load.script)
        file.flush()
        done = subprocess.run(
            ["pgbench", "-n", "-M", PROTOCOLS[load.mode], "-c", str(load.clients), "-j", str(min(load.clients, 2)),
             "-s", str(load.scale), "-D", f"scale={load.scale}", "--random-seed", str(seed), "-f", file.name,
             *(["-C"] if load.reconnect else []), *more,
             "-h", "127.0.0.1", "-p", str(endpoint.port), "-U", "postgres", endpoint.database],
            capture_output=True, text=True, env={**os.environ, "PGSSLMODE": "require" if load.tls else "disable", "PGGSSENCMODE": "disable"},
        )
    failed = re.search(r"number of failed transactions: (\d+)", done.stdout)
    if done.returncode or failed is None or int(failed[1]):
        raise RuntimeError(f"pgbench through {endpoint.name} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def login_cpu_seconds(endpoint: Endpoint, load: Load, seed: int) -> float:
    """What the proxy's process spends until each client has had its first answer; no part of what a transaction costs."""
    before = endpoint.cpu_seconds()
    if not load.reconnect:
        run_pgbench(endpoint, load, seed, "-t", "1")
    return endpoint.cpu_seconds() - before


def take_turn(endpoint: Endpoint, load: Load, seconds: int, seed: int) -> Figures:
    """Transactions a second, latencies in milliseconds, the proxy's CPU per transaction in microseconds and its memory in KiB."""
    login = login_cpu_seconds(endpoint, load, seed)
    if not load.reconnect:
        endpoint.forget_connections()
    before = endpoint.cpu_seconds()
    with tempfile.TemporaryDirectory() as temporary:
        directory = pathlib.Path(temporary)
        said = run_pgbench(endpoint, load, seed, "-T", str(seconds), "-l", "--log-prefix", str(directory / "log"),
                           "--sampling-rate", str(1 if load.reconnect else LOGGED))
        latencies = latencies_us(directory)
    cpu = endpoint.cpu_seconds() - before - login
    if not load.reconnect:
        endpoint.forget_connections()
    if not latencies:  # pgbench's time runs while it connects: on a busy machine all of it is gone then
        return take_turn(endpoint, load, 2 * seconds, seed)
    return {
        "tps": float(re.search(r"tps = ([\d.]+)", said)[1]),
        **{f"p{percent}_ms": quantile(latencies, percent / 100) / 1000 for percent in (50, 95, 99)},
        "cpu_us": cpu * 1e6 / int(re.search(r"actually processed: (\d+)", said)[1]),
        "resident_kib": endpoint.resident_kib(),
    }

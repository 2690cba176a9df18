"""One run of pgbench through one endpoint."""

import bisect
import os
import pathlib
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from cpu_window import CpuWatch, cpu_per_transaction
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


def read_logs(directory: pathlib.Path) -> tuple[list[int], list[float]]:
    """Of the transactions in pgbench's logs: how long they took in microseconds, and when they ended; each sorted."""
    lines = [line.split() for log in directory.glob("log.*") for line in log.read_text().splitlines()]
    return sorted(int(line[2]) for line in lines), sorted(int(line[4]) + int(line[5]) / 1e6 for line in lines)


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


def take_turn(endpoint: Endpoint, load: Load, seconds: int, seed: int) -> Figures:
    """Transactions a second, latencies in milliseconds, the proxy's CPU per transaction in microseconds and its memory in KiB."""
    if not load.reconnect:
        endpoint.forget_connections()
    with tempfile.TemporaryDirectory() as temporary:
        directory = pathlib.Path(temporary)
        with CpuWatch(endpoint.cpu_seconds) as watch:
            said = run_pgbench(endpoint, load, seed, "-T", str(seconds), "-l", "--log-prefix", str(directory / "log"),
                               "--sampling-rate", str(1 if load.reconnect else LOGGED))
        latencies, ends = read_logs(directory)
    processed = int(re.search(r"actually processed: (\d+)", said)[1])
    cpu = cpu_per_transaction(watch.samples, ends, processed) if ends else None
    if cpu is None:  # pgbench's time runs while it connects: on a busy machine all of it is gone then
        return take_turn(endpoint, load, 2 * seconds, seed)
    return {
        "tps": float(re.search(r"tps = ([\d.]+)", said)[1]),
        **{f"p{percent}_ms": quantile(latencies, percent / 100) / 1000 for percent in (50, 95, 99)},
        "cpu_us": cpu * 1e6,
        "resident_kib": endpoint.resident_kib(),
    }

#!/usr/bin/python3
"""Interleaves direct, HAProxy (TCP mode), PgBouncer (session mode) and pgsegue over `pgbench -S`.

Machines are noisy: every figure is a ratio of medians over rounds in which each endpoint had its turn.
"""

import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

from endpoints import Endpoint, Stage

MODES = ("simple", "extended", "prepared")


@dataclass
class Turn:
    tps: float
    latency_ms: float
    cpu_us: float  # of the proxy's process, per transaction


def take_turn(endpoint: Endpoint, mode: str, clients: int, seconds: int, seed: int) -> Turn:
    before = endpoint.cpu_seconds()
    done = subprocess.run(
        ["pgbench", "-S", "-n", "-M", mode, "-c", str(clients), "-j", str(min(clients, 2)), "-T", str(seconds),
         "--random-seed", str(seed), *Stage.address(endpoint.port), endpoint.database],
        capture_output=True, text=True,
    )
    if done.returncode:
        raise RuntimeError(f"pgbench through {endpoint.name} failed:\n{done.stderr}")
    transactions = int(re.search(r"actually processed: (\d+)", done.stdout).group(1))
    if failed := int(re.search(r"number of failed transactions: (\d+)", done.stdout).group(1)):
        raise RuntimeError(f"{failed} failed transactions through {endpoint.name}")
    return Turn(
        tps=float(re.search(r"tps = ([\d.]+)", done.stdout).group(1)),
        latency_ms=float(re.search(r"latency average = ([\d.]+)", done.stdout).group(1)),
        cpu_us=(endpoint.cpu_seconds() - before) * 1e6 / max(transactions, 1),
    )


def measure(endpoints: list[Endpoint], mode: str, clients: int, rounds: int, seconds: int) -> dict[str, dict]:
    turns: dict[str, list[Turn]] = {endpoint.name: [] for endpoint in endpoints}
    for number in range(rounds):
        start = number % len(endpoints)  # nobody is always first
        for endpoint in endpoints[start:] + endpoints[:start]:
            turns[endpoint.name].append(take_turn(endpoint, mode, clients, seconds, 7919 + number))
    return {name: {key: statistics.median(asdict(turn)[key] for turn in taken) for key in asdict(taken[0])}
            for name, taken in turns.items()}


def print_row(mode: str, clients: int, row: dict[str, dict]) -> None:
    bouncer, direct = row["pgbouncer"]["tps"], row["direct"]["tps"]
    for name, figures in row.items():
        print(f"{mode:9} {clients:3}  {name:12} {figures['tps']:9.0f} tps  {figures['latency_ms']:7.3f} ms  "
              f"{figures['cpu_us']:6.1f} us cpu/tx  {figures['tps'] / direct:5.2f} of direct  {figures['tps'] / bouncer:5.2f} of pgbouncer",
              flush=True)


def bars(mode: str, clients: int, row: dict[str, dict], slack: float) -> list[tuple[str, float, float]]:
    result = [(f"throughput_{mode}_{clients}_vs_pgbouncer", row["pgsegue"]["tps"] / row["pgbouncer"]["tps"], 0.9 * slack)]
    if clients == 16:
        result.append((f"throughput_{mode}_{clients}_vs_direct", row["pgsegue"]["tps"] / row["direct"]["tps"], 0.5 * slack))
    return result


def all_met(verdicts: list[tuple[str, float, float]]) -> bool:
    return all(value >= target for _, value, target in verdicts)


def machine() -> dict:
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return {"cpu": model.group(1) if model else "unknown", "command": " ".join(sys.argv), "time": time.strftime("%Y-%m-%d")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--modes", nargs="+", default=MODES, choices=MODES)
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="pgsegue's worker threads (0: one per core)")
    parser.add_argument("--quick", action="store_true",
                        help="3 rounds of 1 second; a bar counts as missed if it is more than a quarter short twice in a row")
    parser.add_argument("--json", type=pathlib.Path, help="write all figures there")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.seconds = 3, 1

    stage, rows, verdicts = Stage(options.scale), {}, []
    try:
        endpoints = [stage.direct(), stage.haproxy(), stage.pgbouncer(), *stage.pgsegue(options.threads)]
        for mode in options.modes:
            for clients in options.clients:
                for _ in range(2 if options.quick else 1):
                    row = measure(endpoints, mode, clients, options.rounds, options.seconds)
                    print_row(mode, clients, row)
                    verdict = bars(mode, clients, row, 0.75 if options.quick else 1)
                    if all_met(verdict):
                        break
                rows[f"{mode}/{clients}"] = row
                verdicts += verdict
        print("resident KiB: " + ", ".join(f"{e.name} {e.resident_kib()}" for e in endpoints if e.pid))
    finally:
        stage.close()
    for name, value, target in verdicts:
        print(f"{name} {value:.2f} {target:.3g} {'pass' if value >= target else 'fail'}")
    if options.json:
        options.json.write_text(json.dumps({"machine": machine(), "rows": rows}, indent=1) + "\n")
    return 0 if all_met(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())

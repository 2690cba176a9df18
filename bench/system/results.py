"""The figures as JSON: each part with the machine, the versions and the command that made it."""

import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import time
from dataclasses import asdict

from part import Result
from support.proxy import PROGRAM, ROOT

VERSIONS = {
    "pgsegue": [str(PROGRAM), "--version"],
    "PostgreSQL": ["pgbench", "--version"],
    "PgBouncer": ["/usr/sbin/pgbouncer", "--version"],
    "HAProxy": ["/usr/sbin/haproxy", "-v"],
}


def output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def version(command: list[str]) -> str:
    found = re.search(r"\d+(\.\d+)+\S*", output(command))
    return found[0] if found else "unknown"


def machine() -> dict:
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1])
    return {"cpu": model[1] if model else platform.machine(), "cores": os.cpu_count(), "memory_gib": round(memory / 2**20),
            "kernel": platform.release()}


def command() -> str:
    """As it was called, but for where a file of figures went."""
    return re.sub(r" --json[ =]\S+", "", " ".join(["./dev bench", *sys.argv[1:]]))


def report(done: dict[str, Result]) -> dict:
    made = {
        "command": command(),
        "date": time.strftime("%Y-%m-%d"),
        "commit": output(["git", "rev-parse", "--short", "HEAD"]),
        "machine": machine(),
        "versions": {name: version(command) for name, command in VERSIONS.items()},
    }
    return {name: {"made": made, "bars": [asdict(bar) for bar in result.bars], "rows": result.rows}
            for name, result in done.items()}


def write(file: pathlib.Path, parts: dict) -> None:
    file.write_text(json.dumps(parts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

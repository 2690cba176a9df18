"""The micro benchmarks: the programs of bench/micro that print bars."""

import pathlib
import re
import subprocess
import sys

from bars import Bar
from part import Context, Result
from table import Table

MICRO = pathlib.Path(__file__).resolve().parents[1] / "micro"
PROGRAMS = {"bars.py": ["--quick"], "instructions.py": []}  # and what a short run tells them
LINE = re.compile(r"(\S+) (\S+) (\S+) (pass|fail)\n")


def tables(_: list[dict]) -> list[Table]:
    """There are bars only; the programs print their own."""
    return []


def run(context: Context) -> Result:
    """What they print is shown as it comes, but for the lines of the bars."""
    found = Result()
    for program, when_quick in PROGRAMS.items():
        command = [sys.executable, str(MICRO / program), *(when_quick if context.quick else [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout:
                if bar := LINE.fullmatch(line):
                    found.bars.append(Bar(bar[1], float(bar[2]), float(bar[3]), bar[4] == "pass"))
                else:
                    print(line, end="", flush=True)
        if running.returncode and all(bar.met for bar in found.bars):
            raise RuntimeError(f"{program} failed")
    return found

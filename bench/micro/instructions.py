"""Counts instructions and allocations of the data path's operations (bench/micro/cases.cpp) under callgrind.

Prints `name value target pass|fail` for each: instructions may be 5 % above those stored in instructions.txt, and nothing on
the path of a forwarded or cached statement may allocate. --update stores the counts instead. Takes seconds, and a busy
machine does not matter. Counts of another compiler or C library are printed, but not compared.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parents[1] / "build/release/bench/pgsegue_micro_bench"
STORED = HERE / "instructions.txt"
MAY_RISE = 1.05
MAY_GROW = 1.05  # with the number of rules or tables
ALLOCATES = re.compile("miss_")

HEADING = """\
# Instructions of one operation of bench/micro/cases.cpp, counted by callgrind and compared by ./dev bench.
# Written by ./dev bench instructions --update.
"""


class Counts:
    def __init__(self, toolchain: str, instructions: dict[str, float], allocations: dict[str, float]):
        self.toolchain, self.instructions, self.allocations = toolchain, instructions, allocations


def dumps(folder: pathlib.Path) -> dict[str, int]:
    """What callgrind has counted, by the name of the dump."""
    counted = {}
    for file in folder.glob("counts.*"):
        text = file.read_text()
        name = re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.M)
        total = re.search(r"^(?:totals|summary): (\d+)$", text, re.M)
        if name and total:
            counted[name[1]] = int(total[1])
    return counted


def count(program: pathlib.Path) -> Counts:
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "-q", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={folder}/counts", program, "--count"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        counted = dumps(pathlib.Path(folder))
    said = [line.split(" ", 1) for line in done.stdout.splitlines()]
    times = dict(rest.split() for what, rest in said if what == "times")
    return Counts(
        next(rest for what, rest in said if what == "toolchain"),
        {name: counted[name] / int(number) for name, number in times.items()},
        {name: float(number) for name, number in (rest.split() for what, rest in said if what == "allocations")},
    )


def read_stored() -> tuple[str, dict[str, int]]:
    lines = [line.split(" ", 1) for line in STORED.read_text().splitlines() if not line.startswith("#")]
    values = {name: rest for name, rest in lines}
    return values.pop("toolchain"), {name: int(rest) for name, rest in values.items()}


def store(counts: Counts) -> None:
    lines = [f"{name} {round(number)}\n" for name, number in counts.instructions.items()]
    STORED.write_text(HEADING + f"toolchain {counts.toolchain}\n" + "".join(lines))


def instruction_bars(counts: Counts) -> list[tuple[str, float, float]]:
    toolchain, stored = read_stored()
    if toolchain != counts.toolchain:
        print(f"The stored instruction counts are those of {toolchain}.\nThis is {counts.toolchain}: they are not compared.")
        for name, number in counts.instructions.items():
            print(f"{name:32} {number:12.0f} instructions, stored {stored.get(name, 'nothing')}")
        return []
    # An operation that is not stored, or one that is gone, is a change that --update has to be told of.
    bars = [(f"instructions_{name}", round(number), int(stored.get(name, 0) * MAY_RISE)) for name, number in counts.instructions.items()]
    bars += [(f"instructions_{name}", float("inf"), number) for name, number in stored.items() if name not in counts.instructions]
    return bars


def bars(counts: Counts) -> list[tuple[str, float, float]]:
    def grows(large: str) -> float:
        return round(counts.instructions[large] / counts.instructions["hit_60_bytes"], 3)

    return [
        *instruction_bars(counts),
        ("instructions_hit_10000_rules_vs_1", grows("hit_10000_rules"), MAY_GROW),
        ("instructions_hit_10000_tables_vs_10", grows("hit_10000_tables"), MAY_GROW),
        *((f"allocations_{name}", number, 0) for name, number in counts.allocations.items() if not ALLOCATES.match(name)),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="store the counts as they are now")
    parser.add_argument("--program", type=pathlib.Path, default=PROGRAM)
    chosen = parser.parse_args()
    counts = count(chosen.program)
    if chosen.update:
        store(counts)
        return 0
    found = bars(counts)
    for name, value, most in found:
        print(f"{name} {value:g} {most:g} {'pass' if value <= most else 'fail'}")
    if any(most and name.startswith("instructions_") and value < most / MAY_RISE**2 for name, value, most in found):
        print("Some counts have fallen: keep them so with ./dev bench instructions --update", file=sys.stderr)
    if any(value > most and name.startswith("instructions_") for name, value, most in found):
        print("If the rise is meant: ./dev bench instructions --update", file=sys.stderr)
    return 0 if all(value <= most for _, value, most in found) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Runs the micro benchmarks that have bars and prints `name value target pass|fail` for each; --quick takes a few seconds."""

import json
import pathlib
import subprocess
import sys

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "build/release/bench/pgsegue_micro_bench"
MEASURED = "^(miss/of_200_bytes|hit/point_select|miss_in_world/.*|in_list_(miss|hit)/[1248]000000)$"
NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6}


def measure(seconds: float) -> dict[str, float]:
    """Nanoseconds of CPU by benchmark: the best of five, which a busy machine disturbs least."""
    done = subprocess.run([PROGRAM, f"--benchmark_filter={MEASURED}", "--benchmark_repetitions=5", f"--benchmark_min_time={seconds}",
                           "--benchmark_format=json"], check=True, capture_output=True, text=True)
    best: dict[str, float] = {}
    for run in json.loads(done.stdout)["benchmarks"]:
        if run["run_type"] == "iteration":
            if run.get("error_occurred"):
                raise RuntimeError(f"{run['name']}: {run['error_message']}")
            taken = run["cpu_time"] * NANOSECONDS[run["time_unit"]]
            best[run["run_name"]] = min(taken, best.get(run["run_name"], taken))
    return best


def bars(ns: dict[str, float], slack: float) -> list[tuple[str, float, float]]:
    """Name, value, and what it may be at most. `slack` is for times: another machine, or a busy one, is no defect."""
    def in_world(rules: int, tables: int) -> float:
        return ns[f"miss_in_world/rules:{rules}/tables:{tables}"]

    def growth(kind: str) -> float:
        """Of the time per byte, from 1 MB to 8 MB."""
        return ns[f"in_list_{kind}/8000000"] / ns[f"in_list_{kind}/1000000"] / 8

    return [
        ("miss_200_bytes_us", ns["miss/of_200_bytes"] / 1e3, 60 * slack),
        ("miss_10000_rules_vs_1", in_world(10_000, 10_000) / in_world(1, 10_000), 1.3),
        ("miss_10000_tables_vs_10", in_world(1, 10_000) / in_world(1, 10), 1.3),
        ("in_list_miss_8mb_vs_1mb_per_byte", growth("miss"), 1.5),
        ("in_list_hit_8mb_vs_1mb_per_byte", growth("hit"), 1.5),
    ]


def main() -> int:
    quick = "--quick" in sys.argv
    slack = 1.25 if quick else 1
    found: dict[str, float] = {}
    for _ in range(3):  # a disturbance is not a miss: the best of what was measured counts
        for name, taken in measure(0.05 if quick else 0.5).items():
            found[name] = min(taken, found.get(name, taken))
        if all(value <= most for _, value, most in bars(found, slack)):
            break
    for name, taken in found.items():
        print(f"{name:44} {taken / 1e3:12.2f} us cpu")
    verdicts = bars(found, slack)
    for name, value, most in verdicts:
        print(f"{name} {value:.2f} {most:g} {'pass' if value <= most else 'fail'}")
    return 0 if all(value <= most for _, value, most in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())

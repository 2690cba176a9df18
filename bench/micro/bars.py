"""Runs the micro benchmarks that have bars and prints `name value target pass|fail` for each; --quick takes a few seconds."""

import json
import pathlib
import subprocess
import sys

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "build/release/bench/pgsegue_micro_bench"
MEASURED = "^((hit|miss)/of_(60|200)_bytes|(hit|miss)_in_world/.*|in_list_(miss|hit)/[18]000000|shapes(_without_cache)?/100000)$"
NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6}


def measure(seconds: float) -> dict[str, float]:
    """Nanoseconds of CPU by benchmark: the best of three, which a busy machine disturbs least. Also bytes, where they count."""
    done = subprocess.run([PROGRAM, f"--benchmark_filter={MEASURED}", "--benchmark_repetitions=3", f"--benchmark_min_time={seconds}",
                           "--benchmark_format=json"], check=True, capture_output=True, text=True)
    best: dict[str, float] = {}
    for run in json.loads(done.stdout)["benchmarks"]:
        if run["run_type"] == "iteration":
            if run.get("error_occurred"):
                raise RuntimeError(f"{run['name']}: {run['error_message']}")
            taken = run["cpu_time"] * NANOSECONDS[run["time_unit"]]
            best[run["run_name"]] = min(taken, best.get(run["run_name"], taken))
            if "cached_bytes" in run:
                best[run["run_name"] + "/cached_bytes"] = run["cached_bytes"]
    return best


def bars(ns: dict[str, float], slack: float) -> list[tuple[str, float, float]]:
    """Name, value, and what it may be at most. `slack` is for times: another machine, or a busy one, is no defect."""
    def in_world(kind: str, rules: int, tables: int) -> float:
        return ns[f"{kind}_in_world/rules:{rules}/tables:{tables}"]

    def of_rules(kind: str) -> float:
        return in_world(kind, 10_000, 10_000) / in_world(kind, 1, 10_000)

    def of_tables(kind: str) -> float:
        return in_world(kind, 1, 10_000) / in_world(kind, 1, 10)

    def growth(kind: str) -> float:
        """Of the time per byte, from 1 MB to 8 MB."""
        return ns[f"in_list_{kind}/8000000"] / ns[f"in_list_{kind}/1000000"] / 8

    return [
        ("hit_60_bytes_ns", ns["hit/of_60_bytes"], 250 * slack),
        ("hit_200_bytes_ns", ns["hit/of_200_bytes"], 600 * slack),
        ("hit_10000_rules_vs_1", of_rules("hit"), 1.05 * slack),
        ("hit_10000_tables_vs_10", of_tables("hit"), 1.05 * slack),
        ("miss_200_bytes_us", ns["miss/of_200_bytes"] / 1e3, 60 * slack),
        ("miss_10000_rules_vs_1", of_rules("miss"), 1.3),
        ("miss_10000_tables_vs_10", of_tables("miss"), 1.3),
        ("thrash_100000_shapes_vs_miss", ns["shapes/100000"] / ns["shapes_without_cache/100000"], 1.5),
        ("thrash_100000_shapes_mib", ns["shapes/100000/cached_bytes"] / 2**20, 32),
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
        if not name.endswith("_bytes") or "/of_" in name:
            print(f"{name:44} {taken / 1e3:12.2f} us cpu")
    verdicts = bars(found, slack)
    for name, value, most in verdicts:
        print(f"{name} {value:.2f} {most:g} {'pass' if value <= most else 'fail'}")
    return 0 if all(value <= most for _, value, most in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())

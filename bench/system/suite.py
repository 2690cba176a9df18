#!/usr/bin/python3
"""Measures pgsegue beside a direct connection, HAProxy (TCP mode) and PgBouncer (session mode).

Machines are noisy: the contestants take turns round by round, and what is judged are medians of the rounds' ratios.
A line `name value target pass|fail` per bar; the exit status is 1 if one is missed.
"""

import argparse
import pathlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import stage  # noqa: F401  (finds the helpers of the integration tests)
import beside_idle
import bulk
import document
import idle_memory
import matrix
import micro
import results
import scaling
import slow_reader
import terminal
import wide_table
from part import Context, Result
from table import Table



@dataclass(frozen=True)
class Part:
    run: Callable[[Context], Result]
    tables: Callable[[list[dict]], list[Table]]
    description: str
    has_bars: bool


PARTS = {
    "matrix": Part(matrix.run, matrix.tables, "pgbench: workloads, modes, numbers of clients, TLS", True),
    "bulk": Part(bulk.run, bulk.tables, "a large result, COPY out and in", True),
    "slow": Part(slow_reader.run, slow_reader.tables, "one client reads a large result slowly", True),
    "idle": Part(idle_memory.run, idle_memory.tables, "memory of idle sessions", True),
    "micro": Part(micro.run, micro.tables, "the steps of a statement, without a server", True),
    "scaling": Part(scaling.run, scaling.tables, "length of statements, distinct statements, threads", False),
    "beside": Part(beside_idle.run, beside_idle.tables, "active clients beside thousands of idle ones", False),
    "wide": Part(wide_table.run, wide_table.tables, "techniques of serving an old version, on the server alone", False),
}


def parse(arguments: list[str]) -> argparse.Namespace:
    parts = "".join(f"  {name:8} {part.description}\n" for name, part in PARTS.items())
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__, epilog=f"parts:\n{parts}",
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="part", help="what to run; all if none is named, with --quick those with bars")
    parser.add_argument("--quick", action="store_true",
                        help="a few minutes: only what has bars, in few rounds; a bar counts as missed if it is more than a quarter short twice")
    parser.add_argument("--rounds", type=int, help="default 7, quick 3; at most 5 for what is large, 3 where there are no bars")
    parser.add_argument("--seconds", type=int, default=1, help="of a turn of pgbench; default 1")
    parser.add_argument("--size-mb", type=int, help="of results and COPY; default 1024, quick 128")
    parser.add_argument("--sessions", type=int, help="idle ones; default 5000, quick 1000")
    parser.add_argument("--threads", type=int, default=1, help="of pgsegue; default 1, as many as PgBouncer and HAProxy have (0: one per core)")
    parser.add_argument("--scale", type=int, help="of pgbench's tables; default 10, quick 1")
    parser.add_argument("--json", type=pathlib.Path, help="write all figures there")
    parser.add_argument("--publish", action="store_true", help="write figures, charts and tables of the parts run to docs/benchmarks")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    options.parts = options.parts or [name for name, part in PARTS.items() if part.has_bars or not options.quick]
    defaults = {"rounds": (7, 3), "size_mb": (1024, 128), "sessions": (5000, 1000), "scale": (10, 1)}
    for name, (full, quick) in defaults.items():
        if getattr(options, name) is None:
            setattr(options, name, quick if options.quick else full)
    return options


def run_parts(options: argparse.Namespace, done: dict[str, Result]) -> None:
    """`done` has what is finished, also where a part fails."""
    context = Context(options.quick, options.rounds, options.seconds, options.size_mb, options.sessions, options.threads, options.scale)
    try:
        for name in options.parts:
            terminal.heading(name)
            begin = time.monotonic()
            done[name] = PARTS[name].run(context)
            terminal.heading(f"{name}: {time.monotonic() - begin:.0f} s")
            for bar in done[name].bars:
                terminal.print_verdict(bar.line())
    finally:
        context.close()


def write(options: argparse.Namespace, done: dict[str, Result]) -> None:
    report = results.report(done)
    if options.json:
        results.write(options.json, report)
    if options.publish:
        document.publish(results.ROOT / "docs" / "benchmarks", report, {name: part.tables for name, part in PARTS.items()})


def main() -> int:
    options = parse(sys.argv[1:])
    done: dict[str, Result] = {}
    try:
        run_parts(options, done)
    finally:
        write(options, done)
    return 0 if all(bar.met for result in done.values() for bar in result.bars) else 1


if __name__ == "__main__":
    sys.exit(main())

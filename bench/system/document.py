"""docs/benchmarks: the figures of every part that has been run with --publish, its charts, and a page of both."""

import json
import pathlib
from collections.abc import Callable

import results
from bars import Bar
from plots import PLOTS
from table import Table

Tables = Callable[[list[dict]], list[Table]]

INTRODUCTION = """# Benchmarks

Written by `./dev bench --publish`; do not edit. The figures are also in [results.json](results.json).

pgsegue beside a direct connection, HAProxy 2 in TCP mode and PgBouncer in session mode, all on one machine and over loopback.
`pgsegue raw` relays without rules; `pgsegue` has rules by which every statement that names a table is rewritten. Each proxy has one
thread unless it says otherwise.

How it is measured:

* The contestants take turns, round by round, there and back. A figure is the median of the rounds, a ratio the median of the rounds'
  ratios. A bar that is missed is measured once more before it counts.
* Latencies are from pgbench's log of every fifth transaction.
* With one client only one process runs at a time, and the kernel puts them on one core or on two by chance, which more than doubles
  what a transaction takes. There the server, the proxies and pgbench are kept on one core.
* The proxy's CPU is that of its process while transactions run: connecting and the first fifth of a turn are left out. All server
  processes are new in each turn: PgBouncer's server connections are closed before it, except where clients connect for every transaction.
* With TLS, PgBouncer and pgsegue speak it with the client and plain text with the server. HAProxy cannot: it passes TLS on, and the
  server deals with it.
* A pipeline is ten statements; a transaction of it is all ten.
* Large results are read by a client that only counts bytes. What the server sends is computed from a small table, and what COPY brings
  in goes to an unlogged table, so that the disk has no part in it.
"""
NOTES = {
    "matrix": "What a transaction costs, in every mode. Only point reads without TLS have bars; the rest is for comparison. In `connect`, a "
              "client connects for every transaction: there PgBouncer has server connections ready, and the others wait for a new server process.",
    "bulk": "A gigabyte in one go.",
    "slow": "Memory: what pgsegue holds for each of 32 clients that ask for a gigabyte and read nothing. Latency: that of eight clients on the same "
            "thread as one that takes 6 MB a second.",
    "idle": "Growth of pgsegue's memory per idle session: in the clear, with TLS to the client, and on both sides.",
    "micro": "The steps of a statement, without server and sockets.",
    "scaling": "One client, simple mode; and one thread beside two. The distinct statements are chosen at random, so that with 100,000 of them few "
               "are met a second time. Cost by rules and tables is in `micro`.",
    "beside": "50 clients at work beside more and more sessions that do nothing.",
    "wide": "The server alone, 33 columns: what the ways of serving an old version cost it. pgsegue rewrites in place where it can.",
}


def made_by(made: dict) -> str:
    machine, versions = made["machine"], made["versions"]
    return (f"`{made['command']}`, {made['date']}, commit {made['commit']}; {machine['cpu']}, {machine['cores']} cores, {machine['memory_gib']} GiB, "
            f"Linux {machine['kernel']}; {', '.join(f'{name} {version}' for name, version in versions.items())}.")


def bars_table(bars: list[dict]) -> Table:
    return Table(("bar", "value", "target", ""), [Bar(**bar).line().split(" ") for bar in bars])


def section(name: str, part: dict, charts: list[str], tables: Tables) -> str:
    shown = [*([bars_table(part["bars"])] if part["bars"] else []), *tables(part["rows"])]
    blocks = [f"## {name}", NOTES[name], made_by(part["made"]), *(f"![{name}]({chart})" for chart in charts), *(table.markdown() for table in shown)]
    return "\n\n".join(blocks) + "\n"


def publish(directory: pathlib.Path, parts: dict, tables: dict[str, Tables]) -> None:
    """Parts that were not run now stay as they are."""
    directory.mkdir(parents=True, exist_ok=True)
    stored = directory / "results.json"
    known = json.loads(stored.read_text(encoding="utf-8")) if stored.exists() else {}
    parts = {name: part for name in tables if (part := parts.get(name) or known.get(name))}
    results.write(stored, parts)
    sections = []
    for name, part in parts.items():
        charts = PLOTS[name](part["rows"]) if name in PLOTS else {}
        for file, svg in charts.items():
            (directory / file).write_text(svg, encoding="utf-8")
        sections.append(section(name, part, list(charts), tables[name]))
    (directory / "README.md").write_text("\n".join([INTRODUCTION, *sections]), encoding="utf-8")

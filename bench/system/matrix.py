"""pgbench through every endpoint: workloads, modes, numbers of clients, TLS."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass

import terminal
from bars import Bar, Judge, measured
from databases import check_that_it_needs_rewriting
from part import Context, Result
from pgbench_turn import PROTOCOLS, Load, take_turn
from rounds import Series, Turn, play
from stage import NAMES, PGBOUNCER, RAW, REWRITING
from table import Table, grouped
from workloads import WORKLOADS

CLIENTS = (1, 16, 64)


@dataclass(frozen=True)
class Case:
    """`judged`: it has bars, which are all about point reads without TLS."""

    workload: str
    mode: str
    clients: int
    tls: bool = False

    @property
    def judged(self) -> bool:
        return self.workload == "point read" and not self.tls

    def __str__(self) -> str:
        return f"{self.workload}, {self.mode}, {self.clients} client{'s' * (self.clients > 1)}{', TLS' * self.tls}"


BARS = [Case("point read", mode, clients) for mode in PROTOCOLS for clients in CLIENTS]
BESIDE = [
    Case("point read", "simple", 1, tls=True),
    Case("point read", "prepared", 16, tls=True),
    Case("100 rows", "simple", 16),
    Case("100 rows", "prepared", 16),
    Case("100 rows", "prepared", 16, tls=True),
    Case("tpc-b", "simple", 16),
    Case("tpc-b", "prepared", 16),
    Case("connect", "simple", 16),
    Case("connect", "simple", 16, tls=True),
]


def with_bars(case: Case) -> tuple[str, ...]:
    """The endpoints whose figures decide."""
    return (PGBOUNCER, RAW, REWRITING) if case.mode == "simple" else (PGBOUNCER, REWRITING)


def measure(case: Case, context: Context, longer: int = 1) -> Series:
    """A short run leaves out what decides nothing. `longer`: by so many times the rounds."""
    workload, stage = WORKLOADS[case.workload], context.stage
    load = Load(workload.script(case.mode), case.mode, case.clients, stage.scale, case.tls, workload.reconnect)

    def turn(name: str) -> Turn:
        return lambda seed: take_turn(stage.endpoints[name], load, context.seconds, seed)

    rounds = longer * (context.rounds if case.judged else context.few_rounds)
    with stage.on_one_core() if case.clients == 1 else nullcontext():
        return play({name: turn(name) for name in (with_bars(case) if context.quick else NAMES)}, rounds)


def bars(case: Case, series: Series, judge: Judge) -> Iterator[Bar]:
    if not case.judged:
        return
    of = f"{case.mode}_{case.clients}"
    yield judge.at_least(f"throughput_{of}_vs_pgbouncer", series.ratio(REWRITING, PGBOUNCER, "tps"), 1.0)
    yield judge.at_most(f"cpu_{of}_vs_pgbouncer", series.ratio(REWRITING, PGBOUNCER, "cpu_us"), 1.0)
    if case.clients == 1:
        yield judge.at_most(f"latency_{of}_vs_pgbouncer", series.ratio(REWRITING, PGBOUNCER, "p50_ms"), 1.0)
    if case.mode == "simple":
        yield judge.at_least(f"throughput_{of}_vs_raw", series.ratio(REWRITING, RAW, "tps"), 0.97)


def rows(case: Case, series: Series) -> list[dict]:
    return [{"case": str(case), **asdict(case), "endpoint": name, **figures, "vs_pgbouncer": series.ratio(name, PGBOUNCER, "tps")}
            for name, figures in series.medians().items()]


def cells(row: dict) -> list[str]:
    of_proxy = [f"{row['cpu_us']:.1f}", f"{row['resident_kib'] / 1024:.1f}"] if row["resident_kib"] else ["", ""]
    return [row["endpoint"], f"{row['tps']:.0f}", *(f"{row[f'p{p}_ms']:.3f}" for p in (50, 95, 99)), *of_proxy, f"{row['vs_pgbouncer']:.2f}"]


def tables(measured_rows: list[dict]) -> list[Table]:
    header = ("tps", "p50 ms", "p95 ms", "p99 ms", "cpu µs/tx", "RSS MiB", "tps/pgbouncer")
    return [Table((case, *header), [cells(row) for row in of_case]) for case, of_case in grouped(measured_rows, "case")]


def run(context: Context) -> Result:
    for workload in WORKLOADS.values():
        for statement in workload.samples():
            check_that_it_needs_rewriting(context.stage.cluster, statement)
    found, cases = Result(), BARS if context.quick else BARS + BESIDE
    for number, case in enumerate(cases, 1):
        terminal.progress(f"{number}/{len(cases)}: {case}")
        # A few rounds may deceive, so those that accuse are asked again with as many more.
        series, verdicts = measured(lambda: measure(case, context), lambda series: list(bars(case, series, context.judge)),
                                    lambda: measure(case, context, 2 if context.quick else 1))
        found.add(rows(case, series), verdicts, tables)
    return found

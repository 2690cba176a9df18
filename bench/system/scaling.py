"""How cost grows: with the length of a statement, with the number of distinct statements, with threads.

Length and shapes are about one client, in simple mode, beside the same through PgBouncer and through pgsegue without rules.
"""

from collections.abc import Iterator

import terminal
from part import Context, Result
from pgbench_turn import Load, take_turn
from rounds import Series, Turn, play
from stage import PGBOUNCER, RAW, REWRITING, Endpoint
from table import Table, grouped
from workloads import ACCOUNT, WORKLOADS

LENGTHS = (50, 500, 5_000, 50_000, 1_000_000)  # bytes
SHAPES = (1, 10, 100, 1_000, 10_000, 100_000)
THREADS = (1, 2)
CLIENTS = (16, 64)


def statement_of(length: int) -> str:
    """A point read that is longer by a list of constants, which the server is quickly done with."""
    statement, end = "SELECT abalance FROM pgbench_accounts WHERE aid=7", " AND 1 IN (1"
    if length < len(statement) + len(end) + 1:
        return statement
    return statement + end + ",1234" * ((length - len(statement) - len(end) - 1) // 5) + ")"


def of_shapes(count: int) -> str:
    """A script of `count` distinct statements, chosen at random: each calls its column otherwise."""
    return f"{ACCOUNT}\\set shape random(1, {count})\nSELECT abalance AS a:shape FROM pgbench_accounts WHERE aid = :aid;\n"


def by_endpoint(context: Context, load: Load) -> Series:
    def turn(name: str) -> Turn:
        return lambda seed: take_turn(context.stage.endpoints[name], load, 1, seed)

    with context.stage.on_one_core():
        return play({name: turn(name) for name in (PGBOUNCER, RAW, REWRITING)}, context.few_rounds)


def compared(scaled: str, size: int, series: Series) -> Iterator[dict]:
    for name, figures in series.medians().items():
        yield {"scaled": scaled, "size": size, "endpoint": name, **figures, "vs_pgbouncer": series.ratio(name, PGBOUNCER, "tps")}


def with_threads(context: Context, clients: int) -> Iterator[dict]:
    load = Load(WORKLOADS["point read"].script("simple"), clients=clients, scale=context.scale)

    def turn(endpoint: Endpoint) -> Turn:
        return lambda seed: take_turn(endpoint, load, 1, seed)

    series = play({str(threads): turn(Endpoint(f"{threads} threads", *context.stage.pgsegue(threads))) for threads in THREADS},
                  context.few_rounds)
    for name, figures in series.medians().items():
        yield {"scaled": "threads", "size": int(name), "clients": clients, "endpoint": REWRITING, **figures,
               "vs_one": series.ratio(name, "1", "tps")}


def compared_table(what: str, rows: list[dict]) -> Table:
    names = (PGBOUNCER, RAW, REWRITING)
    by_size = [(size, {row["endpoint"]: row for row in of_size}) for size, of_size in grouped(rows, "size")]
    return Table(
        (what, *(f"{name}, p50 ms" for name in names), "cpu µs/tx", "tps/pgbouncer", "RSS MiB"),
        [[str(size), *(f"{of[name]['p50_ms']:.3f}" for name in names), f"{of[REWRITING]['cpu_us']:.1f}", f"{of[REWRITING]['vs_pgbouncer']:.2f}",
          f"{of[REWRITING]['resident_kib'] / 1024:.1f}"] for size, of in by_size],
    )


def threads_table(rows: list[dict]) -> Table:
    return Table(("threads, clients", "tps", "p50 ms", "p99 ms", "cpu µs/tx", "tps/1 thread"),
                 [[f"{row['size']}, {row['clients']}", f"{row['tps']:.0f}", f"{row['p50_ms']:.3f}", f"{row['p99_ms']:.3f}",
                   f"{row['cpu_us']:.1f}", f"{row['vs_one']:.2f}"] for row in rows])


def tables(rows: list[dict]) -> list[Table]:
    titles = {"length": "bytes of a statement", "shapes": "distinct statements"}
    return [threads_table(of_kind) if kind == "threads" else compared_table(titles[kind], of_kind) for kind, of_kind in grouped(rows, "scaled")]


def lengths(context: Context) -> Iterator[dict]:
    for statement in map(statement_of, LENGTHS):
        terminal.progress(f"statements of {len(statement)} bytes")
        yield from compared("length", len(statement), by_endpoint(context, Load(statement + ";\n")))


def shapes(context: Context) -> Iterator[dict]:
    for count in SHAPES:
        terminal.progress(f"{count} distinct statements")
        yield from compared("shapes", count, by_endpoint(context, Load(of_shapes(count), scale=context.scale)))


def threads(context: Context) -> Iterator[dict]:
    for clients in CLIENTS:
        terminal.progress(f"threads, {clients} clients")
        yield from with_threads(context, clients)


def run(context: Context) -> Result:
    found = Result()
    for kind in (lengths, shapes, threads):
        found.add(list(kind(context)), [], tables)
    return found

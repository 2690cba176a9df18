"""A large result, COPY out and COPY in, through every endpoint."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import terminal
from bars import Bar, Judge, measured
from databases import PLAIN, RENAMED
from part import Context, Result
from rounds import Figures, Series, Turn, play
from stage import DIRECT, HAPROXY, PGBOUNCER, REWRITING, Endpoint
from table import Table, grouped
from wire_client import READY_IDLE, log_in, message, read_until, send_query

# A megabyte for each step of the series: no gigabyte has to be stored.
ROWS = "SELECT b.id, b.payload FROM {table} AS b CROSS JOIN generate_series(1, {megabytes}) AS n"
COPY_IN_BEGINS = b"G\0\0\0\x0b\0\0\x02\0\0\0\0"
LINE = b"1\t" + b"x" * 1000 + b"\n"
LINES = 1000  # in a megabyte
COPY_MESSAGE = 8  # lines in a CopyData message: 8 KiB, as psql sends


def receive(connection: socket.socket, statement: str) -> int:
    """Reads all that comes; how many bytes that is."""
    send_query(connection, statement)
    return read_until(connection, READY_IDLE)[0]


def result(connection: socket.socket, megabytes: int) -> int:
    return receive(connection, ROWS.format(table="bulk", megabytes=megabytes))


def wide_result(connection: socket.socket, megabytes: int) -> int:
    return receive(connection, ROWS.format(table="bulk_wide", megabytes=megabytes))


def copy_out(connection: socket.socket, megabytes: int) -> int:
    return receive(connection, f"COPY ({ROWS.format(table='bulk', megabytes=megabytes)}) TO STDOUT")


def copy_in(connection: socket.socket, megabytes: int) -> int:
    data = message(b"d", LINE * COPY_MESSAGE) * (LINES // COPY_MESSAGE)
    send_query(connection, "COPY bulk_in (id, payload) FROM STDIN")
    read_until(connection, COPY_IN_BEGINS)
    for _ in range(megabytes):
        connection.sendall(data)
    connection.sendall(message(b"c"))
    _, end = read_until(connection, READY_IDLE)
    if f"COPY {megabytes * LINES}\0".encode() not in end:
        raise RuntimeError(f"not everything has arrived: {end!r}")
    return megabytes * len(data)


@dataclass(frozen=True)
class Transfer:
    """Runs on a connection, for a number of megabytes; returns the bytes transferred."""

    run: Callable[[socket.socket, int], int]
    description: str
    judged: bool = True


TRANSFERS = {
    "result": Transfer(result, "result, rows of 100 bytes"),
    "copy_out": Transfer(copy_out, "COPY out, rows of 100 bytes"),
    "copy_in": Transfer(copy_in, "COPY in, rows of 1000 bytes"),
    "wide_result": Transfer(wide_result, "result, rows of 1000 bytes", judged=False),
}


def take_turn(endpoint: Endpoint, transfer: Transfer, megabytes: int) -> Figures:
    """Megabytes a second, the proxy's CPU seconds per gigabyte, and its memory."""
    with log_in(endpoint.port, endpoint.database) as connection:
        transfer.run(connection, 1)
        before, begin = endpoint.cpu_seconds(), time.monotonic()
        count = transfer.run(connection, megabytes)
        taken = time.monotonic() - begin
    if count < megabytes * 900_000:
        raise RuntimeError(f"only {count} bytes came")
    return {"mb_per_s": count / 1e6 / taken, "cpu_s_per_gb": (endpoint.cpu_seconds() - before) * 1e9 / count,
            "resident_kib": endpoint.resident_kib()}


def measure(kind: str, context: Context) -> Series:
    def turn(name: str) -> Turn:
        def taken(_: int) -> Figures:
            figures = take_turn(context.stage.endpoints[name], TRANSFERS[kind], context.size_mb)
            for database in (PLAIN, RENAMED):
                context.stage.cluster.psql("TRUNCATE bulk_in", database)
            return figures

        return taken

    names = (DIRECT, PGBOUNCER, REWRITING) if context.quick else (DIRECT, HAPROXY, PGBOUNCER, REWRITING)
    return play({name: turn(name) for name in names}, context.bulk_rounds if TRANSFERS[kind].judged else context.few_rounds)


def bars(kind: str, series: Series, judge: Judge) -> Iterator[Bar]:
    if not TRANSFERS[kind].judged:
        return
    yield judge.at_least(f"bulk_{kind}_vs_direct", series.ratio(REWRITING, DIRECT, "mb_per_s"), 0.85)
    yield judge.at_least(f"bulk_{kind}_vs_pgbouncer", series.ratio(REWRITING, PGBOUNCER, "mb_per_s"), 1.0)


def rows(kind: str, series: Series) -> list[dict]:
    return [{"transfer": kind, "endpoint": name, **figures, "vs_direct": series.ratio(name, DIRECT, "mb_per_s"),
             "vs_pgbouncer": series.ratio(name, PGBOUNCER, "mb_per_s")} for name, figures in series.medians().items()]


def cells(row: dict) -> list[str]:
    of_proxy = [f"{row['cpu_s_per_gb']:.2f}", f"{row['resident_kib'] / 1024:.1f}"] if row["resident_kib"] else ["", ""]
    return [row["endpoint"], f"{row['mb_per_s']:.0f}", *of_proxy, f"{row['vs_direct']:.2f}", f"{row['vs_pgbouncer']:.2f}"]


def tables(measured_rows: list[dict]) -> list[Table]:
    header = ("MB/s", "CPU s/GB", "RSS MiB", "/direct", "/pgbouncer")
    return [Table((TRANSFERS[kind].description, *header), [cells(row) for row in of_kind]) for kind, of_kind in grouped(measured_rows, "transfer")]


def run(context: Context) -> Result:
    found = Result()
    for kind, transfer in TRANSFERS.items():
        if context.quick and not transfer.judged:
            continue
        terminal.progress(f"{transfer.description}, {context.size_mb} MB")
        series, verdicts = measured(lambda: measure(kind, context), lambda series: list(bars(kind, series, context.judge)))
        found.add(rows(kind, series), verdicts, tables)
    return found

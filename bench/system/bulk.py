"""A large result, COPY out and COPY in, through every endpoint."""

import socket
import time
from collections.abc import Callable, Iterator

import terminal
from bars import Bar, Judge, measured
from databases import BULK_ROWS, PLAIN, RENAMED
from part import Context, Result
from rounds import Figures, Series, Turn, play
from stage import DIRECT, HAPROXY, PGBOUNCER, REWRITING, Endpoint
from wire_client import READY_IDLE, log_in, message, read_until, send_query

# About a megabyte for each step of the series: no gigabyte has to be stored.
ROWS = "SELECT b.id, b.payload FROM bulk AS b CROSS JOIN generate_series(1, {megabytes}) AS n"
COPY_IN_BEGINS = b"G\0\0\0\x0b\0\0\x02\0\0\0\0"
COPY_MESSAGE = 8  # rows in a CopyData message: 8 KiB, as psql sends


def receive(connection: socket.socket, statement: str, megabytes: int) -> None:
    send_query(connection, statement.format(megabytes=megabytes))
    total, _ = read_until(connection, READY_IDLE)
    if total < megabytes * 1_000_000:
        raise RuntimeError(f"only {total} bytes came")


def result(connection: socket.socket, megabytes: int) -> None:
    receive(connection, ROWS, megabytes)


def copy_out(connection: socket.socket, megabytes: int) -> None:
    receive(connection, f"COPY ({ROWS}) TO STDOUT", megabytes)


def copy_in(connection: socket.socket, megabytes: int) -> None:
    data = message(b"d", (b"1\t" + b"x" * 1000 + b"\n") * COPY_MESSAGE) * (BULK_ROWS // COPY_MESSAGE)
    send_query(connection, "COPY bulk_in (id, payload) FROM STDIN")
    read_until(connection, COPY_IN_BEGINS)
    for _ in range(megabytes):
        connection.sendall(data)
    connection.sendall(message(b"c"))
    _, end = read_until(connection, READY_IDLE)
    if f"COPY {megabytes * BULK_ROWS}\0".encode() not in end:
        raise RuntimeError(f"not everything has arrived: {end!r}")


TRANSFERS: dict[str, Callable[[socket.socket, int], None]] = {"result": result, "copy_out": copy_out, "copy_in": copy_in}


def take_turn(endpoint: Endpoint, transfer: Callable[[socket.socket, int], None], megabytes: int) -> Figures:
    """Megabytes a second, the proxy's CPU seconds per gigabyte, and its memory."""
    with log_in(endpoint.port, endpoint.database) as connection:
        transfer(connection, 1)
        before, begin = endpoint.cpu_seconds(), time.monotonic()
        transfer(connection, megabytes)
        taken = time.monotonic() - begin
    return {"mb_per_s": megabytes / taken, "cpu_s_per_gb": (endpoint.cpu_seconds() - before) * 1024 / megabytes,
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
    return play({name: turn(name) for name in names}, context.rounds)


def bars(kind: str, series: Series, judge: Judge) -> Iterator[Bar]:
    yield judge.at_least(f"bulk_{kind}_vs_direct", series.ratio(REWRITING, DIRECT, "mb_per_s"), 0.85)
    yield judge.at_least(f"bulk_{kind}_vs_pgbouncer", series.ratio(REWRITING, PGBOUNCER, "mb_per_s"), 1.0)


HEADER = ("MB/s", "CPU s/GB", "RSS MiB", "/direct", "/pgbouncer")


def rows(kind: str, megabytes: int, series: Series) -> list[dict]:
    return [{"transfer": kind, "megabytes": megabytes, "endpoint": name, **figures, "vs_direct": series.ratio(name, DIRECT, "mb_per_s"),
             "vs_pgbouncer": series.ratio(name, PGBOUNCER, "mb_per_s")} for name, figures in series.medians().items()]


def cells(row: dict) -> list[str]:
    of_proxy = [f"{row['cpu_s_per_gb']:.2f}", f"{row['resident_kib'] / 1024:.1f}"] if row["resident_kib"] else ["", ""]
    return [row["endpoint"], f"{row['mb_per_s']:.0f}", *of_proxy, f"{row['vs_direct']:.2f}", f"{row['vs_pgbouncer']:.2f}"]


def run(context: Context) -> Result:
    found = Result()
    for kind in TRANSFERS:
        terminal.progress(f"{kind}, {context.size_mb} MB")
        series, verdicts = measured(lambda: measure(kind, context), lambda series: list(bars(kind, series, context.judge)))
        taken = rows(kind, context.size_mb, series)
        terminal.print_table((f"{kind}, {context.size_mb} MB", *HEADER), [cells(row) for row in taken])
        found.rows += taken
        found.bars += verdicts
    return found

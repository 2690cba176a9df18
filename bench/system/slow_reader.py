"""One client reads a large result slowly: what pgsegue holds for it, and what it does to the others' latency.

pgsegue has one thread here, so that the others share it with the slow reader.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import process
import terminal
from bars import Bar, measured
from bulk import ROWS
from part import Context, Result
from pgbench_turn import Load, take_turn
from rounds import Series, play
from stage import Endpoint
from table import Table
from wire_client import READY_IDLE, log_in, read_until, send_query
from workloads import WORKLOADS

MEGABYTES = 1024
RECEIVE_BUFFER = 64 << 10  # of the reader's socket
SIP, PAUSE = 64 << 10, 0.01  # at most 6 MB/s
STALLED = 32  # clients that do not read at all
STALL = 3  # seconds
OTHERS = 8  # clients beside the reader


def start_reading(endpoint: Endpoint) -> socket.socket:
    """A session that has asked for the result, after a small one that is answered in full."""
    connection = log_in(endpoint.port, endpoint.database, receive_buffer=RECEIVE_BUFFER)
    send_query(connection, "SELECT b.id FROM bulk AS b WHERE b.payload IS NULL")
    read_until(connection, READY_IDLE)
    return connection


def held_kib(context: Context) -> float:
    """By how much a fresh process grows for each of several clients that ask for everything and read nothing (the kernel's
    buffers are not in it). Several, because the first ones may find room in what the process has already."""
    endpoint = Endpoint("pgsegue", *context.stage.pgsegue(1))
    with contextlib.ExitStack() as stack:
        readers = [stack.enter_context(start_reading(endpoint)) for _ in range(STALLED)]
        before = process.resident_kib(endpoint.pid)
        for reader in readers:
            send_query(reader, ROWS.format(table="bulk", megabytes=MEGABYTES))
        return (most_resident_kib(endpoint.pid, STALL) - before) / STALLED


def most_resident_kib(pid: int, seconds: float) -> int:
    until, most = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        time.sleep(0.02)
        most = max(most, process.resident_kib(pid))
    return most


@contextlib.contextmanager
def slow_reader(endpoint: Endpoint) -> Iterator[None]:
    connection, stop = start_reading(endpoint), threading.Event()
    send_query(connection, ROWS.format(table="bulk", megabytes=MEGABYTES))

    def sip() -> None:
        while not stop.wait(PAUSE):
            connection.recv(SIP)

    reader = threading.Thread(target=sip)
    reader.start()
    try:
        yield
    finally:
        stop.set()
        reader.join()
        connection.close()


def latencies(context: Context) -> Series:
    endpoint = Endpoint("pgsegue", *context.stage.pgsegue(1))
    load = Load(WORKLOADS["point read"].script("simple"), clients=OTHERS, scale=context.scale)

    def without(seed: int) -> dict[str, float]:
        return take_turn(endpoint, load, context.seconds, seed)

    def beside(seed: int) -> dict[str, float]:
        with slow_reader(endpoint):
            return take_turn(endpoint, load, context.seconds, seed)

    return play({"without": without, "beside": beside}, context.rounds)


def tables(rows: list[dict]) -> list[Table]:
    return [Table((f"{OTHERS} others", "tps", "p50 ms", "p95 ms", "p99 ms", "held KiB"),
                  [[f"{row['case']} slow reader", f"{row['tps']:.0f}", *(f"{row[f'p{p}_ms']:.3f}" for p in (50, 95, 99)), f"{row['held_kib']:.0f}"]
                   for row in rows])]


def run(context: Context) -> Result:
    def memory_bars(held: float) -> list[Bar]:
        return [context.judge.at_most("slow_reader_held_kib", held, 256)]

    def latency_bars(series: Series) -> list[Bar]:
        return [context.judge.at_most("slow_reader_others_p99_ratio", series.ratio("beside", "without", "p99_ms"), 2.0)]

    terminal.progress("memory")
    held, verdicts = measured(lambda: held_kib(context), memory_bars)
    terminal.progress("latency of the others")
    series, more_verdicts = measured(lambda: latencies(context), latency_bars)
    found = Result()
    found.add([{"case": name, "held_kib": held if name == "beside" else 0, **figures} for name, figures in series.medians().items()],
              verdicts + more_verdicts, tables)
    return found

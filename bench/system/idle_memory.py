"""What an idle session costs: growth of pgsegue's resident memory per session, in the clear, with TLS to the client, and on both sides.

The first sessions are not counted: they pay for the heap and the pools that all share.
"""

import contextlib
import pathlib
import ssl
import tempfile
import time

import process
import terminal
from bars import Bar, measured
from idle_sessions import IdleSessions, database, possible_sessions, scripted_backend
from part import Context, Result
from support.certificates import Authority
from support.proxy import Proxy
from table import Table

WARM_UP = 50
LIMIT_KIB = {"plain": 8, "tls": 40, "tls_both": 40}


def server_tls(certificate: pathlib.Path, key: pathlib.Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def kib_per_session(kind: str, sessions: int, directory: pathlib.Path) -> float:
    certificate, key = Authority(directory).issue("server")
    with contextlib.ExitStack() as stack:
        backend = stack.enter_context(scripted_backend(server_tls(certificate, key) if kind == "tls_both" else None))
        proxy = Proxy(None, {
            "databases": [database(backend)],
            "limits": {"max_connections": sessions + 200},
            "logging": {"level": "warning"},
            "threads": 2,
            "client_tls": {"mode": "allow", "certificate": str(certificate), "key": str(key)},
            "server_tls": {"mode": "require" if kind == "tls_both" else "disable"},
        }).start()
        stack.callback(proxy.remove)
        idle = IdleSessions(proxy.port, tls=kind != "plain")
        stack.callback(idle.close)
        idle.add(WARM_UP)
        time.sleep(0.5)
        before = process.resident_kib(proxy.process.pid)
        idle.add(sessions)
        time.sleep(0.5)
        return (process.resident_kib(proxy.process.pid) - before) / sessions


def tables(rows: list[dict]) -> list[Table]:
    return [Table(("idle session", "KiB each", "of"), [[row["kind"], f"{row['kib']:.1f}", str(row["sessions"])] for row in rows])]


def run(context: Context) -> Result:
    rows: list[dict] = []
    bars: list[Bar] = []
    sessions = possible_sessions(context.sessions)

    def measure(kind: str) -> float:
        with tempfile.TemporaryDirectory() as directory:
            return kib_per_session(kind, sessions, pathlib.Path(directory))

    def bars_of(kind: str, kib: float) -> list[Bar]:
        return [context.judge.at_most(f"idle_session_{kind}_kib", kib, LIMIT_KIB[kind])]

    for kind in LIMIT_KIB:
        terminal.progress(f"{sessions} sessions, {kind}")
        kib, verdicts = measured(lambda: measure(kind), lambda kib: bars_of(kind, kib))
        rows.append({"kind": kind, "sessions": sessions, "kib": kib})
        bars += verdicts
    found = Result()
    found.add(rows, bars, tables)
    return found

"""Sessions that have ended leave nothing behind, however they ended."""

import pathlib
import re

import pytest

from support.proxy import Proxy
from support.wire import Connection

pytestmark = pytest.mark.alone

WARM_UP, SESSIONS = 100, 300
PER_SESSION = 1024  # bytes; one that is not freed takes five times as much


@pytest.fixture
def proxy(cluster):
    running = Proxy(cluster, {"databases": [{"name": "*"}], "threads": 1, "server_tls": {"mode": "disable"}}).start()
    yield running
    running.remove()


def resident_bytes(proxy) -> int:
    status = pathlib.Path(f"/proc/{proxy.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s*(\d+) kB", status)[1]) * 1024


def says_goodbye(connection):
    connection.simple("SELECT 1")
    connection.close()


def goes_without_a_word(connection):
    connection.simple("SELECT 1")
    connection.socket.close()


def is_ended_by_the_server(connection):
    connection.simple("SELECT pg_terminate_backend(pg_backend_pid())")
    connection.socket.close()


@pytest.mark.parametrize("ends", [says_goodbye, goes_without_a_word, is_ended_by_the_server])
def test_ended_sessions_take_no_memory(cluster, proxy, ends):
    def sessions(count):
        for _ in range(count):
            try:
                ends(Connection(proxy.port, "postgres"))
            except ConnectionResetError:
                assert ends is is_ended_by_the_server

    sessions(WARM_UP)
    before = resident_bytes(proxy)
    sessions(SESSIONS)
    assert (resident_bytes(proxy) - before) / SESSIONS < PER_SESSION

"""What a transaction costs in system calls: those of a plain relay, three in each direction; less where the messages of several
sessions go out together."""

import os
import pathlib
import re
import ssl
import subprocess
import time

import pytest

from support.certificates import Authority
from support.proxy import Proxy
from support.wire import Connection

pytestmark = pytest.mark.alone

RULES = """
database: counted
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
"""

TRANSACTIONS = 1000
# epoll_wait, recv and send, each way.
RELAY = 6


@pytest.fixture
def proxy(cluster, tmp_path):
    certificate, key = Authority(tmp_path).issue("server")
    cluster.create_database("counted", "CREATE TABLE person (id int PRIMARY KEY, surname text)")
    config = {
        "databases": [{"name": "counted", "rules": "counted.yaml"}],
        "client_tls": {"mode": "allow", "certificate": str(certificate), "key": str(key)},
    }
    running = Proxy(cluster, config, {"counted.yaml": RULES}).start()
    yield running
    running.remove()
    cluster.psql("DROP DATABASE counted WITH (FORCE)")


def count_calls(proxy, path, transactions) -> dict[str, int]:
    """The system calls of the proxy while `transactions` runs, by name."""
    tracer = subprocess.Popen(["strace", "-f", "-c", "-p", str(proxy.process.pid), "-o", str(path)], stderr=subprocess.PIPE, text=True)
    said = tracer.stderr.readline()
    if "attached" not in said:
        tracer.wait()
        pytest.skip(f"no process may be traced here: {said}")
    time.sleep(0.2)
    transactions()
    tracer.terminate()
    tracer.wait()
    lines = re.finditer(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+)(?: +\d+)? +(?!total)(\w+)$", path.read_text(), re.MULTILINE)
    return {line[2]: int(line[1]) for line in lines}


@pytest.mark.parametrize("protocol", ["simple", "prepared", "tls"])
def test_a_transaction_costs_what_a_relay_needs(proxy, bars, tmp_path, protocol):
    connection = Connection(proxy.port, "counted@v1", tls=unchecked_tls() if protocol == "tls" else None)

    def transactions():
        for number in range(TRANSACTIONS):
            if protocol != "prepared":
                outcome = connection.simple(f"SELECT last_name FROM person WHERE id = {number}")
            else:
                outcome = connection.execute("named")
            assert not outcome.errors(), outcome.errors()

    assert not connection.extended("SELECT last_name FROM person WHERE id = 1", name="named").errors()
    calls = sum(count_calls(proxy, tmp_path / "calls", transactions).values()) / TRANSACTIONS
    assert bars.at_most(f"system_calls_{protocol}", round(calls, 2), RELAY + 0.2)


def test_sessions_share_system_calls(proxy, bars, tmp_path):
    connections = [Connection(proxy.port, "counted@v1") for _ in range(16)]
    rounds = 50

    def transactions():
        for number in range(rounds):
            for connection in connections:
                connection.send("Q", f"SELECT last_name FROM person WHERE id = {number}\0".encode())
            for connection in connections:
                assert not connection.outcome().errors()

    transactions()
    calls = count_calls(proxy, tmp_path / "calls", transactions)
    assert bars.at_most("system_calls_of_16_sessions", round(sum(calls.values()) / rounds / len(connections), 2), RELAY)
    if has_io_uring(proxy):
        assert calls.get("io_uring_enter")


def unchecked_tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def has_io_uring(proxy) -> bool:
    descriptors = pathlib.Path(f"/proc/{proxy.process.pid}/fd").iterdir()
    return any("io_uring" in os.readlink(descriptor) for descriptor in descriptors)

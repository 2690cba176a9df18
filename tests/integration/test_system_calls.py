"""What a transaction costs in system calls: those of a plain relay, three in each direction."""

import re
import subprocess
import time

import pytest

from support.proxy import Proxy
from support.wire import Connection

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
def proxy(cluster):
    cluster.create_database("counted", "CREATE TABLE person (id int PRIMARY KEY, surname text)")
    running = Proxy(cluster, {"databases": [{"name": "counted", "rules": "counted.yaml"}]}, {"counted.yaml": RULES}).start()
    yield running
    running.remove()
    cluster.psql("DROP DATABASE counted WITH (FORCE)")


def count_calls(proxy, path, transactions) -> int:
    """The system calls of the proxy while `transactions` runs."""
    tracer = subprocess.Popen(["strace", "-f", "-c", "-p", str(proxy.process.pid), "-o", str(path)], stderr=subprocess.PIPE, text=True)
    said = tracer.stderr.readline()
    if "attached" not in said:
        tracer.wait()
        pytest.skip(f"no process may be traced here: {said}")
    time.sleep(0.2)
    transactions()
    tracer.terminate()
    tracer.wait()
    return sum(int(m[1]) for m in re.finditer(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+) (?! *total)", path.read_text(), re.MULTILINE))


@pytest.mark.parametrize("protocol", ["simple", "prepared"])
def test_a_transaction_costs_what_a_relay_needs(proxy, bars, tmp_path, protocol):
    connection = Connection(proxy.port, "counted@v1")

    def transactions():
        for number in range(TRANSACTIONS):
            if protocol == "simple":
                outcome = connection.simple(f"SELECT last_name FROM person WHERE id = {number}")
            else:
                outcome = connection.execute("named")
            assert not outcome.errors(), outcome.errors()

    assert not connection.extended("SELECT last_name FROM person WHERE id = 1", name="named").errors()
    calls = count_calls(proxy, tmp_path / "calls", transactions) / TRANSACTIONS
    assert bars.at_most(f"system_calls_{protocol}", round(calls, 2), RELAY + 0.2)

"""Dead peers, hostile peers, slow peers: a clear error, nothing lost, nothing left behind."""

import os
import pathlib
import random
import resource
import signal
import socket
import struct
import threading
import time

import psycopg2
import pytest

from support.cluster import Cluster
from support.peers import descriptors, eventually, everything, fatal, message, raw, resident_kib, startup_packet
from support.proxy import Proxy
from support.wire import Connection, cstring, error_fields

pytestmark = pytest.mark.alone

SSL_REQUEST = struct.pack("!ii", 8, 80877103)
GSS_REQUEST = struct.pack("!ii", 8, 80877104)


@pytest.fixture(scope="module")
def own_cluster():
    """Its own cluster: these tests kill it."""
    made = Cluster().start()
    made.create_database("shop", "CREATE TABLE person (id serial PRIMARY KEY, surname text); INSERT INTO person (surname) VALUES ('Lovelace');")
    yield made
    made.remove()


RULES = """
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
"""


@pytest.fixture
def proxy(own_cluster):
    config = {
        "databases": [{"name": "shop", "rules": "shop.yaml"}, {"name": "postgres"}],
        "limits": {"login_timeout": "2s", "connect_timeout": "2s", "max_connections": 60, "max_statement_bytes": "1MiB"},
    }
    running = Proxy(own_cluster, config, {"shop.yaml": RULES}).start()
    yield running
    assert running.process.poll() is None, "pgsegue died:\n" + running.log()
    running.remove()


def backends(cluster, where="true") -> int:
    return int(cluster.psql(f"SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = 'shop' "
                            f"AND application_name = 'under test' AND {where}"))


def connect(proxy, version="v1"):
    return Connection(proxy.port, f"shop@{version}", application_name="under test")


def test_client_gone_in_mid_query_cancels_it(own_cluster, proxy):
    connection = connect(proxy)
    connection.send("Q", cstring("SELECT pg_sleep(60)"))
    assert eventually(lambda: backends(own_cluster, "query LIKE '%pg_sleep%'") == 1)
    connection.socket.close()
    assert eventually(lambda: backends(own_cluster) == 0)


def test_client_gone_while_its_next_statement_waits(own_cluster, proxy):
    """The second statement needs the search path, which can be asked for only when the first one is over."""
    connection = connect(proxy)
    connection.socket.sendall(message(b"Q", cstring("SELECT pg_sleep(60)")) + message(b"Q", cstring("SELECT last_name FROM person")))
    assert eventually(lambda: backends(own_cluster, "query LIKE '%pg_sleep%'") == 1)
    connection.socket.close()
    assert eventually(lambda: backends(own_cluster) == 0)


def test_half_close_while_a_statement_waits(proxy):
    connection = connect(proxy)
    connection.socket.sendall(message(b"Q", cstring("SELECT pg_sleep(0.3)")) + message(b"Q", cstring("SELECT last_name FROM person")))
    time.sleep(0.1)
    connection.socket.shutdown(socket.SHUT_WR)
    replies = everything(connection.socket)
    assert b"Lovelace" in replies and replies.count(b"SELECT 1\0") == 2


def test_client_gone_while_idle(own_cluster, proxy):
    connection = connect(proxy)
    assert backends(own_cluster) == 1
    connection.socket.close()
    assert eventually(lambda: backends(own_cluster) == 0)


def test_half_close_gets_every_reply(own_cluster, proxy):
    connection = connect(proxy)
    connection.send("Q", cstring("SELECT pg_sleep(0.3); SELECT last_name FROM person"))
    connection.socket.shutdown(socket.SHUT_WR)
    replies = everything(connection.socket)
    assert b"Lovelace" in replies and replies.count(b"SELECT 1\0") == 2
    assert eventually(lambda: backends(own_cluster) == 0)


def test_terminated_backend_says_why(own_cluster, proxy):
    connection = connect(proxy)
    own_cluster.psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'under test'")
    error = fatal(everything(connection.socket))
    assert (error["S"], error["C"]) == ("FATAL", "57P01")


@pytest.mark.parametrize("setting, sqlstate", [("idle_session_timeout", "57P05"), ("idle_in_transaction_session_timeout", "25P03")])
def test_time_outs_of_the_server(proxy, setting, sqlstate):
    connection = connect(proxy)
    connection.simple(f"SET {setting} = 200")
    if "transaction" in setting:
        connection.simple("BEGIN")
    assert fatal(everything(connection.socket))["C"] == sqlstate


@pytest.mark.parametrize("mode", ["disable", "prefer", "require"])
def test_server_behind_a_unix_socket(own_cluster, mode):
    """As in libpq, TLS is asked for over TCP only."""
    servers = [{"host": str(own_cluster.directory), "port": own_cluster.port}]
    config = {"servers": servers, "server_tls": {"mode": mode}, "databases": [{"name": "shop", "rules": "shop.yaml"}]}
    proxy = Proxy(own_cluster, config, {"shop.yaml": RULES}).start()
    try:
        assert can_query(proxy)
    finally:
        proxy.remove()


def test_server_killed_in_mid_query(proxy, own_cluster):
    connection = connect(proxy)
    connection.send("Q", cstring("SELECT pg_sleep(60)"))
    assert eventually(lambda: backends(own_cluster, "query LIKE '%pg_sleep%'") == 1)
    try:
        own_cluster.stop("immediate")
        received = everything(connection.socket)
        codes = [error_fields(m)["C"] for m in messages_of_kind(received, "E")]
        assert codes and codes[-1] in ("57P02", "08006"), received
        refused = fatal(everything_after_startup(proxy, user="postgres", database="shop@v1"))
        assert refused["C"].startswith("08"), refused
    finally:
        own_cluster.start()
    assert eventually(lambda: can_query(proxy), 15)


def can_query(proxy) -> bool:
    try:
        return connect(proxy).simple("SELECT last_name FROM person").errors() == []
    except OSError:
        return False


def messages_of_kind(received: bytes, kind: str) -> list[bytes]:
    found, at = [], 0
    while at + 5 <= len(received):
        (length,) = struct.unpack_from("!i", received, at + 1)
        if received[at:at + 1] == kind.encode():
            found.append(received[at + 5:at + 1 + length])
        at += 1 + length
    return found


def everything_after_startup(proxy, **pairs) -> bytes:
    with raw(proxy.port) as connection:
        connection.sendall(startup_packet(**pairs))
        return everything(connection)


def test_login_deadline(proxy):
    with raw(proxy.port) as connection:
        begun = time.monotonic()
        connection.sendall(b"\0\0")
        everything(connection)
        assert 1.5 < time.monotonic() - begun < 6


def test_start_up_byte_by_byte(proxy):
    with raw(proxy.port) as connection:
        for byte in startup_packet(user="postgres", database="shop@v1"):
            connection.sendall(bytes([byte]))
        connection.settimeout(2)
        assert connection.recv(1) == b"R"


@pytest.mark.parametrize("packet", [
    struct.pack("!i", 10001) + b"x" * 100,
    struct.pack("!i", 3),
    struct.pack("!i", -1),
    struct.pack("!i", 2**31 - 1),
    struct.pack("!ii", 8, 131072),
    struct.pack("!ii", 8, 4 << 16),
    struct.pack("!ii", 9, 196608) + b"\0",
    struct.pack("!ii", 14, 196608) + b"user\0\0",
    struct.pack("!ii", 13, 196608) + b"user\0",
    struct.pack("!ii", 12, 196608) + b"user",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
], ids=range(11))
def test_malformed_start_up(proxy, packet):
    with raw(proxy.port) as connection:
        connection.sendall(packet)
        connection.shutdown(socket.SHUT_WR)
        received = everything(connection)
    assert not received or received[:1] == b"E"
    assert can_query(proxy)


def test_no_database_means_the_user(proxy):
    error = fatal(everything_after_startup(proxy, user="postgres2"))
    assert error["S"] == "FATAL" and "postgres2" in error["M"]


def test_negotiation_then_start_up(proxy):
    with raw(proxy.port) as connection:
        for request in (GSS_REQUEST, SSL_REQUEST):
            connection.sendall(request)
            assert connection.recv(1) == b"N"
        connection.sendall(SSL_REQUEST)
        assert everything(connection)[:1] in (b"E", b"")


def test_bytes_behind_the_tls_request(proxy):
    with raw(proxy.port) as connection:
        connection.sendall(SSL_REQUEST + startup_packet(user="postgres", database="postgres"))
        assert fatal(everything(connection).lstrip(b"SN"))["C"] == "08P01"


def test_undeclared_names_are_listed(proxy):
    error = fatal(everything_after_startup(proxy, user="postgres", database="nowhere"))
    assert error["S"] == "FATAL" and "nowhere" in error["M"] and "shop" in " ".join(error.values())
    error = fatal(everything_after_startup(proxy, user="postgres", database="shop@v9"))
    assert "v9" in error["M"] and "v1" in " ".join(error.values()) and "v2" in " ".join(error.values())


def test_version_is_answered(proxy):
    for parameters, version in [({}, "v1"), ({"options": "-c pgsegue.version=v2"}, "v2"), ({"options": "--pgsegue.version=raw"}, "raw"),
                                ({"options": "-c application_name=x\\"}, "v1")]:
        connection = Connection(proxy.port, "shop@v1", **parameters)
        assert connection.simple("SHOW pgsegue.version").replies[1] == ("row", (version.encode(),))
        connection.close()


def test_greased_protocol_version(proxy):
    body = struct.pack("!i", 3 << 16 | 9999) + b"user\0postgres\0database\0postgres\0_pq_.test\0x\0\0"
    with raw(proxy.port) as connection:
        connection.sendall(struct.pack("!i", len(body) + 4) + body)
        connection.settimeout(1)
        received = everything(connection)
    assert len(messages_of_kind(received, "v")) == 1 and received[:1] in (b"v", b"R")
    assert messages_of_kind(received, "Z")


def test_connection_limit(own_cluster, proxy):
    held = [connect(proxy) for _ in range(60)]
    error = fatal(everything_after_startup(proxy, user="postgres", database="shop@v1"))
    assert error["C"] == "53300"
    for connection in held:
        connection.close()
    assert eventually(lambda: can_query(proxy))


def test_logins_of_one_address(own_cluster):
    """It cannot keep others out with connections that do not log in; those that have do not count."""
    limits = {"max_connections": 20, "max_logins_per_address": 3}
    proxy = Proxy(own_cluster, {"databases": [{"name": "shop"}], "limits": limits}).start()
    try:
        logged_in = [Connection(proxy.port, "shop") for _ in range(5)]
        waiting = [raw(proxy.port) for _ in range(3)]
        time.sleep(0.2)
        error = fatal(everything_after_startup(proxy, user="postgres", database="shop"))
        assert error["C"] == "53300" and "max_logins_per_address" in error["D"]
        cancel(proxy, *logged_in[0].key)
        elsewhere = socket.create_connection(("127.0.0.1", proxy.port), 10, source_address=("127.0.0.3", 0))
        elsewhere.sendall(startup_packet(user="postgres", database="shop"))
        assert elsewhere.recv(1) == b"R"
        flood = [raw(proxy.port) for _ in range(6)]
        assert eventually(lambda: sum(is_closed(connection) for connection in flood) >= 3)
        for connection in waiting + flood:
            connection.close()
        assert eventually(lambda: may_log_in(proxy))
    finally:
        proxy.remove()


def may_log_in(proxy) -> bool:
    try:
        return Connection(proxy.port, "shop").simple("SELECT 1").errors() == []
    except ConnectionRefusedError:
        return False


def is_closed(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_a_flood_beyond_the_limit_is_closed_unread(proxy):
    before = descriptors(proxy)
    flood = [raw(proxy.port) for _ in range(300)]
    assert eventually(lambda: descriptors(proxy) - before <= 120, 1.5), descriptors(proxy) - before
    for connection in flood:
        connection.close()
    assert eventually(lambda: can_query(proxy))


def test_out_of_descriptors(own_cluster):
    """Those that cannot be accepted wait in the kernel's queue; waiting costs nothing; then it goes on."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    proxy = Proxy(own_cluster, {"databases": [{"name": "shop"}]})
    try:
        proxy.start()
        resource.prlimit(proxy.process.pid, resource.RLIMIT_NOFILE, (descriptors(proxy) + 30, before[1]))
        waiting = [raw(proxy.port) for _ in range(60)]
        assert eventually(lambda: "Too many open files" in proxy.log())
        used = cpu_seconds(proxy)
        time.sleep(1)
        assert cpu_seconds(proxy) - used < 0.3
        for connection in waiting:
            connection.close()
        assert Connection(proxy.port, "shop").simple("SELECT 1").errors() == []
    finally:
        proxy.remove()


def cpu_seconds(proxy) -> float:
    fields = pathlib.Path(f"/proc/{proxy.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_statement_over_the_limit(proxy):
    connection = connect(proxy)
    outcome = connection.simple("SELECT last_name FROM person WHERE last_name = '" + "x" * 2_000_000 + "'")
    assert [e["C"] for e in outcome.errors()] == ["54000"]
    assert connection.simple("SELECT last_name FROM person").replies[1] == ("row", (b"Lovelace",))


@pytest.mark.parametrize("sql", [
    "SELECT last_name FROM person WHERE " + "(" * 20000 + "true" + ")" * 20000,
    "SELECT last_name || " + "+".join(["'a'"] * 100000) + " FROM person",
    "SELECT last_name FROM person" + " UNION SELECT 'x'" * 30000,
    "SELECT " + "NOT " * 100000 + " (last_name = 'x') FROM person",
], ids=["parentheses", "operators", "unions", "nots"])
def test_deep_statement(proxy, sql):
    connection = connect(proxy)
    outcome = connection.simple(sql)
    assert [e["C"] for e in outcome.errors()] in (["54001"], ["54000"], ["53200"], ["42601"]), outcome.errors()
    assert connection.simple("SELECT last_name FROM person").errors() == []


def test_long_in_list(proxy):
    connection = connect(proxy)
    begun = time.monotonic()
    outcome = connection.simple("SELECT last_name FROM person WHERE id IN (" + ",".join(map(str, range(100000))) + ")")
    assert outcome.errors() == [] and ("row", (b"Lovelace",)) in outcome.replies
    assert time.monotonic() - begun < 5


def test_cancel_reaches_the_right_backend(own_cluster, proxy):
    first, second = connect(proxy), connect(proxy)
    for connection in (first, second):
        connection.send("Q", cstring("SELECT pg_sleep(2)"))
    time.sleep(0.3)
    cancel(proxy, *first.key)
    assert [e["C"] for e in first.outcome().errors()] == ["57014"]
    assert second.outcome().errors() == []


def cancel(proxy, process_id, secret):
    with raw(proxy.port) as connection:
        connection.sendall(struct.pack("!iiII", 16, 80877102, process_id, secret))
        assert everything(connection) == b""


def test_late_and_wrong_cancels_hit_nobody(proxy):
    connection = connect(proxy)
    cancel(proxy, *connection.key)
    process_id, secret = connection.key
    cancel(proxy, process_id, secret ^ 1)
    outcome = connection.simple("SELECT pg_sleep(0.3)")
    assert outcome.errors() == []


def test_cancel_storm(proxy):
    connection = connect(proxy)
    threads = [threading.Thread(target=cancel, args=(proxy, random.Random(n).getrandbits(31), n)) for n in range(40)]
    for thread in threads:
        thread.start()
    assert connection.simple("SELECT last_name FROM person").errors() == []
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("version", ["raw", "v1"])
def test_slow_readers_do_not_fill_memory(proxy, version):
    """Who does not read a large result costs no more than one read, and nobody else waits for it."""
    connections = [connect(proxy, version) for _ in range(20)]
    other = connect(proxy, version)
    before = resident_kib(proxy)
    for connection in connections:
        connection.send("Q", cstring("SELECT repeat('x', 1000000) FROM generate_series(1, 100)"))
    time.sleep(1.5)
    assert (resident_kib(proxy) - before) / len(connections) <= 128
    assert slowest_of(200, other) < 1
    received = 0
    while received < 100_000_000:
        received += len(connections[0].socket.recv(1 << 20))


def slowest_of(count: int, connection) -> float:
    slowest = 0.0
    for _ in range(count):
        begin = time.monotonic()
        assert not connection.simple("SELECT 1").errors()
        slowest = max(slowest, time.monotonic() - begin)
    return slowest


def test_large_results_leave_room_for_small_ones(own_cluster):
    """On one thread, with clients that take large results as fast as they come."""
    proxy = Proxy(own_cluster, {"databases": [{"name": "shop"}], "threads": 1}).start()
    try:
        bulk = [Connection(proxy.port, "shop") for _ in range(3)]
        small = Connection(proxy.port, "shop")
        for connection in bulk:
            connection.send("Q", cstring("SELECT repeat('x', 1000000) FROM generate_series(1, 20000)"))
        ended = threading.Event()
        received = [0] * len(bulk)

        def take(number):
            while not ended.is_set():
                received[number] += len(bulk[number].socket.recv(1 << 20))

        threads = [threading.Thread(target=take, args=(number,)) for number in range(len(bulk))]
        for thread in threads:
            thread.start()
        slowest = slowest_of(100, small)
        ended.set()
        for thread in threads:
            thread.join(10)
        assert slowest < 1
        assert min(received) > 1 << 20
    finally:
        proxy.remove()


def test_large_values_both_ways(proxy):
    connection = psycopg2.connect(proxy.dsn("shop@v1"))
    cursor = connection.cursor()
    before = resident_kib(proxy)
    cursor.execute("SELECT length(%s)", ("x" * 900_000,))
    assert cursor.fetchone() == (900_000,)
    cursor.execute("SELECT repeat('y', 200000000)")
    assert len(cursor.fetchone()[0]) == 200_000_000
    assert resident_kib(proxy) - before < 16384


def test_both_directions_full(proxy):
    """The client sends without reading; neither direction may block the other for ever."""
    connection = connect(proxy)
    body = cstring("") + cstring("SELECT repeat('z', 100000), last_name FROM person") + struct.pack("!H", 0)
    batch = b"".join(
        kind + struct.pack("!i", len(b) + 4) + b
        for kind, b in [(b"P", body), (b"B", b"\0\0" + struct.pack("!HHH", 0, 0, 0)), (b"E", b"\0" + struct.pack("!i", 0)), (b"S", b"")]
    )
    writer = threading.Thread(target=lambda: connection.socket.sendall(batch * 400))
    writer.start()
    time.sleep(0.5)
    for _ in range(400):
        assert connection.outcome().errors() == []
    writer.join(10)


def random_bytes(generator: random.Random) -> bytes:
    kinds = b"QPBDECSHXFdcfp?\0Z\xff"
    packet = bytearray()
    for _ in range(generator.randrange(1, 4)):
        body = generator.randbytes(generator.choice([0, 1, 4, 5, 30]))
        length = generator.choice([len(body) + 4, len(body) + 5, 0, 3, 4, -1, 2**31 - 1, 10**6])
        packet += bytes([generator.choice(kinds)]) + struct.pack("!i", length) + body
    return bytes(packet)


@pytest.mark.parametrize("phase", ["start", "after login"])
def test_malformed_packets_from_the_client(proxy, phase):
    generator = random.Random(20261121)
    for _ in range(300):
        try:
            if phase == "start":
                connection = raw(proxy.port)
            else:
                connection = Connection(proxy.port, "shop@v1").socket
            connection.settimeout(5)
            connection.sendall(random_bytes(generator))
            connection.shutdown(socket.SHUT_WR)
            everything(connection)
            connection.close()
        except OSError:
            pass  # it may end the connection at any point
    assert can_query(proxy)
    assert resident_kib(proxy) < 200_000


def test_nothing_is_left_open(own_cluster, proxy):
    can_query(proxy)
    assert eventually(lambda: backends(own_cluster) == 0)
    before = descriptors(proxy)
    for _ in range(50):
        can_query(proxy)
        everything_after_startup(proxy, user="postgres", database="nowhere")
    assert eventually(lambda: descriptors(proxy) <= before + 1), (before, descriptors(proxy))


def test_kill_minus_nine_leaves_no_backend(own_cluster):
    proxy = Proxy(own_cluster, {"databases": [{"name": "shop", "rules": "shop.yaml"}]}, {"shop.yaml": RULES}).start()
    held = [connect(proxy) for _ in range(3)]
    assert backends(own_cluster) == 3
    proxy.signal(signal.SIGKILL)
    assert eventually(lambda: backends(own_cluster) == 0)
    for connection in held:
        connection.socket.close()
    proxy.remove()

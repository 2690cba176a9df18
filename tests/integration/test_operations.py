"""Reload, drain, signals, readiness, logs: what an operator relies on."""

import os
import re
import signal
import socket
import ssl
import struct
import subprocess
import threading
import time

import pytest

from support.certificates import Authority
from support.proxy import PROGRAM, Proxy
from support.wire import Connection, cstring

pytestmark = pytest.mark.alone

SCHEMA = "CREATE TABLE person (id serial PRIMARY KEY, last_name text); INSERT INTO person (last_name) VALUES ('Lovelace');"
RULES = """
database: shop_ops
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
"""


@pytest.fixture(scope="module", autouse=True)
def database(cluster):
    return cluster.create_database("shop_ops", SCHEMA)


@pytest.fixture
def proxy(cluster):
    config = {"databases": [{"name": "shop_ops", "rules": "shop.yaml"}], "limits": {"drain_timeout": "3s"}}
    running = Proxy(cluster, config, {"shop.yaml": RULES}).start()
    yield running
    running.remove()


def names(proxy, version: str, column: str):
    connection = Connection(proxy.port, f"shop_ops@{version}")
    outcome = connection.simple(f"SELECT {column} FROM person")
    connection.close()
    return outcome


def test_sigterm_drains(proxy):
    idle, busy = Connection(proxy.port, "shop_ops@v1"), Connection(proxy.port, "shop_ops@v1")
    busy.simple("BEGIN")
    proxy.signal(signal.SIGTERM)
    assert idle.receive().kind == "E"
    with pytest.raises(OSError):
        Connection(proxy.port, "shop_ops@v1")
    assert busy.simple("SELECT last_name FROM person").errors() == []
    assert busy.simple("COMMIT").replies[-1] == ("complete", "COMMIT")
    assert proxy.process.wait(5) == 0


def test_drain_has_a_deadline(proxy):
    busy = Connection(proxy.port, "shop_ops@v1")
    busy.simple("BEGIN")
    begun = time.monotonic()
    proxy.signal(signal.SIGTERM)
    assert proxy.process.wait(10) == 0
    assert 2 < time.monotonic() - begun < 8
    assert busy.receive().kind == "E"


def test_second_sigterm_ends_at_once(proxy):
    busy = Connection(proxy.port, "shop_ops@v1")
    busy.simple("BEGIN")
    proxy.signal(signal.SIGTERM)
    time.sleep(0.3)
    begun = time.monotonic()
    proxy.signal(signal.SIGTERM)
    proxy.process.wait(5)
    assert time.monotonic() - begun < 1.5


def test_second_sigterm_while_the_catalog_is_awaited(cluster, proxy):
    """The answer that the session waits for never comes; nothing may be left that it could still arrive at."""
    control = int(cluster.psql("SELECT pid FROM pg_stat_activity WHERE application_name = 'pgsegue' AND datname = 'shop_ops'"))
    waiting = Connection(proxy.port, "shop_ops@v1")
    os.kill(control, signal.SIGSTOP)
    try:
        waiting.send("Q", cstring("CREATE TABLE awaited ()"))
        time.sleep(0.3)
        proxy.signal(signal.SIGTERM)
        time.sleep(0.1)
        proxy.signal(signal.SIGTERM)
        assert proxy.process.wait(5) == 0
    finally:
        os.kill(control, signal.SIGCONT)
        cluster.psql("DROP TABLE awaited", "shop_ops")


@pytest.fixture
def silent_server():
    """Accepts connections, if only in the kernel, and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield {"host": "127.0.0.1", "port": listener.getsockname()[1]}


def test_sigterm_does_not_wait_for_a_reload(proxy, silent_server):
    held = Connection(proxy.port, "shop_ops@v1")
    proxy.config["databases"].append({"name": "silent", "rules": "shop.yaml", "servers": [silent_server]})
    (proxy.directory / "silent.yaml").write_text(RULES.replace("shop_ops", "silent"))
    proxy.config["databases"][-1]["rules"] = "silent.yaml"
    proxy.write_config()
    proxy.signal(signal.SIGHUP)
    time.sleep(0.5)
    assert held.simple("SELECT last_name FROM person").errors() == []
    begun = time.monotonic()
    proxy.signal(signal.SIGTERM)
    assert held.receive().kind == "E"
    assert proxy.process.wait(5) == 0 and time.monotonic() - begun < 1.5


def test_sigterm_does_not_wait_for_the_start(silent_server):
    proxy = Proxy(None, {"databases": [{"name": "shop_ops", "rules": "shop.yaml", "servers": [silent_server]}]}, {"shop.yaml": RULES})
    try:
        running = subprocess.Popen([PROGRAM, "serve", "-c", proxy.file], stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        begun = time.monotonic()
        running.terminate()
        assert running.wait(5) == 0 and time.monotonic() - begun < 1.5
    finally:
        running.kill()
        proxy.remove()


def test_a_second_reload_during_the_first_is_not_lost(proxy, silent_server):
    proxy.config["limits"]["connect_timeout"] = "1s"
    proxy.config["databases"].append({"name": "silent", "rules": "silent.yaml", "servers": [silent_server]})
    (proxy.directory / "silent.yaml").write_text(RULES.replace("shop_ops", "silent"))
    proxy.write_config()
    proxy.signal(signal.SIGHUP)
    time.sleep(0.3)
    proxy.config["databases"][-1] = {"name": "second"}
    proxy.write_config()
    proxy.signal(signal.SIGHUP)
    for _ in range(2):
        proxy.wait_for("READY=1")
    assert "refused" in proxy.log() and "is in force" in proxy.log()


@pytest.mark.parametrize("direction", ["in", "out"])
def test_sigterm_lets_a_copy_finish(proxy, direction):
    connection = Connection(proxy.port, "shop_ops@v1")
    if direction == "in":
        connection.send("Q", cstring("COPY person (last_name) FROM STDIN"))
        assert connection.receive().kind == "G"
    else:
        connection.send("Q", cstring("COPY (SELECT repeat('x', 1000) FROM generate_series(1, 20000)) TO STDOUT"))
    time.sleep(0.1)
    proxy.signal(signal.SIGTERM)
    time.sleep(0.3)
    if direction == "in":
        connection.send("d", b"last\n")
        connection.send("f", cstring("enough"))
        assert [e["C"] for e in connection.outcome().errors()] == ["57014"]
    else:
        assert connection.outcome().replies[-1] == ("complete", "COPY 20000")
    assert connection.receive().kind == "E"
    assert proxy.process.wait(5) == 0


def test_a_closed_standard_error_is_no_connection(cluster, tmp_path):
    """Else its number would be a socket's, and the log would go to a client."""
    proxy = Proxy(cluster, {"databases": [{"name": "shop_ops"}]})
    running = subprocess.Popen(["sh", "-c", f"exec '{PROGRAM}' serve -c '{proxy.file}' 2>&-"])
    try:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                assert Connection(proxy.port, "shop_ops").simple("SELECT 1").errors() == []
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        assert os.readlink(f"/proc/{running.pid}/fd/2") == "/dev/null"
    finally:
        running.terminate()
        assert running.wait(10) == 0
        proxy.remove()


def test_new_certificates_for_new_connections(cluster, tmp_path):
    authority = Authority(tmp_path)
    certificate, key = authority.issue("first")
    tls = {"mode": "allow", "certificate": str(certificate), "key": str(key)}
    proxy = Proxy(cluster, {"databases": [{"name": "shop_ops"}], "client_tls": tls}).start()
    try:
        held, first = tls_connection(proxy, authority)
        second_certificate, second_key = authority.issue("second")
        key.write_bytes(second_key.read_bytes())
        proxy.reload()
        assert "does not belong to the certificate" in proxy.log()
        assert tls_connection(proxy, authority)[1] == first, "a bad pair leaves the old one in force"
        certificate.write_bytes(second_certificate.read_bytes())
        proxy.reload()
        assert tls_connection(proxy, authority)[1] != first
        body = cstring("SELECT 1")
        held.sendall(b"Q" + struct.pack("!i", len(body) + 4) + body)
        assert held.recv(1) == b"T"
    finally:
        proxy.remove()


def tls_connection(proxy, authority):
    """A logged-in socket, and the certificate it was shown."""
    plain = socket.create_connection(("127.0.0.1", proxy.port), 10)
    plain.sendall(struct.pack("!ii", 8, 80877103))
    assert plain.recv(1) == b"S"
    context = ssl.create_default_context(cafile=str(authority.file))
    secure = context.wrap_socket(plain, server_hostname="127.0.0.1")
    body = struct.pack("!i", 196608) + b"user\0postgres\0database\0shop_ops\0\0"
    secure.sendall(struct.pack("!i", len(body) + 4) + body)
    received = b""
    while not received.endswith(b"Z\0\0\0\5I"):
        received += secure.recv(65536)
    return secure, secure.getpeercert(binary_form=True)


def test_reload_takes_new_rules_and_keeps_sessions(proxy):
    held = Connection(proxy.port, "shop_ops@v1")
    (proxy.directory / "shop.yaml").write_text(RULES + "  - name: v3\n    changes:\n      - rename_column: { table: person, from: surname, to: family_name }\n")
    proxy.reload()
    assert names(proxy, "v3", "family_name").errors() == []
    assert held.simple("SELECT last_name FROM person").errors() == []


@pytest.mark.parametrize("broken", ["rules", "config"])
def test_a_bad_file_leaves_the_old_in_force(proxy, broken):
    if broken == "rules":
        (proxy.directory / "shop.yaml").write_text(RULES.replace("rename_column", "rename_colum"))
    else:
        proxy.file.write_text("listeners: [{port: no}]\n")
    proxy.reload()
    assert names(proxy, "v2", "surname").errors() == []
    log = proxy.log()
    assert re.search(r"\.yaml:\d+:\d+", log), log


def test_a_warning_at_reload_is_logged_as_one(proxy):
    proxy.config["verifiers"] = {"file": "verifiers.txt"}
    (proxy.directory / "verifiers.txt").write_text("")
    proxy.write_config()
    proxy.reload()
    (line,) = [line for line in proxy.log().splitlines() if '"verifiers" is not used' in line]
    assert re.match(r"\S+ \S+ \S+ warning ", line), line
    assert names(proxy, "v2", "surname").errors() == []


def test_a_refused_reload_leaves_no_socket(cluster, proxy, tmp_path):
    proxy.config["listeners"] += [{"address": str(tmp_path), "port": 6543}]
    proxy.config["databases"].append({"name": "nowhere", "rules": "nowhere.yaml"})
    (proxy.directory / "nowhere.yaml").write_text(RULES.replace("shop_ops", "nowhere"))
    proxy.write_config()
    proxy.reload()
    assert "is refused" in proxy.log() and list(tmp_path.iterdir()) == []
    proxy.config["databases"].pop()
    proxy.write_config()
    proxy.reload()
    assert [file.name for file in tmp_path.iterdir()] == [".s.PGSQL.6543"]
    proxy.stop()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("change", ["database", "rules", "server", "version"])
def test_sessions_that_a_reload_takes_the_ground_from(cluster, proxy, change):
    """Idle ones end at once, others behind their transaction; without rules, nothing is taken."""
    idle, busy, raw = (Connection(proxy.port, f"shop_ops@{version}") for version in ("v1", "v1", "raw"))
    assert busy.simple("BEGIN").errors() == []
    if change == "database":
        proxy.config["databases"] = [{"name": "other"}]
    if change == "rules":
        proxy.config["databases"] = [{"name": "shop_ops"}]
    if change == "server":
        proxy.config["databases"][0]["servers"] = [{"host": str(cluster.directory), "port": cluster.port}]
    if change == "version":
        (proxy.directory / "shop.yaml").write_text(RULES.replace("name: v1", "name: v0"))
    proxy.write_config()
    proxy.reload()
    end = idle.receive()
    assert end.kind == "E" and b"C57P01" in end.body, end
    assert busy.simple("SELECT last_name FROM person").errors() == []
    assert busy.simple("COMMIT").replies[-1] == ("complete", "COMMIT")
    assert b"C57P01" in busy.receive().body
    assert raw.simple("SELECT last_name FROM person").errors() == []


def test_many_reloads(proxy):
    for _ in range(14):
        proxy.reload()
        assert names(proxy, "v2", "surname").errors() == []


def test_one_line_per_start_and_end_and_no_statement(proxy):
    connection = Connection(proxy.port, "shop_ops@v2", application_name="shop-2.0.0")
    connection.simple("SELECT 'secret-statement' FROM person")
    assert connection.simple("ALTER TABLE person DROP COLUMN surname, ADD secret_name text").errors()[0]["C"] == "0A000"
    connection.close()
    deadline = time.monotonic() + 3
    while "bytes" not in proxy.log() and time.monotonic() < deadline:
        time.sleep(0.05)
    log = proxy.log()
    assert "secret" not in log
    assert len([line for line in log.splitlines() if "shop_ops" in line and "v2" in line and "postgres" in line]) == 2, log
    assert "0A000" in log or "refuse" in log, log


def statistics(proxy, times: int) -> dict[str, int]:
    """The figures of the last of that many lines, once they are there."""
    deadline = time.monotonic() + 5
    while (lines := re.findall(r"statements of versions: (.*)", proxy.log())) == [] or len(lines) < times:
        assert time.monotonic() < deadline, proxy.log()
        time.sleep(0.02)
    return {name: int(figure) for name, figure in re.findall(r"(\w+)=(\d+)", lines[-1])}


def test_statistics_on_a_signal_and_at_the_end(proxy):
    connection = Connection(proxy.port, "shop_ops@v2")
    for i in range(20):
        connection.simple(f"SELECT surname FROM person WHERE id = {i}")
    connection.simple("SELECT 1")
    proxy.signal(signal.SIGUSR1)
    found = statistics(proxy, 1)
    assert (found["hits"], found["misses"], found["refused"]) == (19, 1, 0), proxy.log()
    assert found["shapes"] == 2 and 0 < found["bytes"] < 10_000
    proxy.signal(signal.SIGUSR1)
    assert statistics(proxy, 2) == found
    connection.close()
    proxy.signal(signal.SIGTERM)
    assert proxy.process.wait(5) == 0
    assert statistics(proxy, 3) == found


def test_refused_statements_are_logged_when_asked_for(cluster):
    config = {"databases": [{"name": "shop_ops", "rules": "shop.yaml"}], "logging": {"statements": True}}
    proxy = Proxy(cluster, config, {"shop.yaml": RULES}).start()
    try:
        connection = Connection(proxy.port, "shop_ops@v2")
        assert connection.simple("ALTER TABLE person DROP COLUMN surname, ADD told_name text").errors()[0]["C"] == "0A000"
        assert connection.simple("SELECT 'untold' FROM person").errors() == []
        connection.close()
        assert "refused" in proxy.log() and "ADD told_name text" in proxy.log() and "untold" not in proxy.log()
    finally:
        proxy.remove()


def test_physical_rename_while_clients_work(cluster, proxy):
    """Autocommit clients of both versions see no error across the rename, in simple, extended and prepared statements."""
    old, new = Connection(proxy.port, "shop_ops@v1"), Connection(proxy.port, "shop_ops@v2")
    for connection, column in ((old, "last_name"), (new, "surname")):
        assert connection.extended(f"SELECT {column} FROM person WHERE id = $1", (b"1",), name="find").errors() == []
    try:
        cluster.psql("ALTER TABLE person RENAME last_name TO surname", "shop_ops")
        for connection, column in ((old, "last_name"), (new, "surname")):
            outcome = connection.simple(f"SELECT {column} FROM person")
            assert outcome.replies[0][1][0][0] == column and outcome.replies[1] == ("row", (b"Lovelace",))
            assert connection.extended(f"SELECT {column} FROM person").errors() == []
            connection.send("B", cstring("") + cstring("find") + b"\0\0\0\1\0\0\0\1" + b"1" + b"\0\0")
            connection.send("E", cstring("") + b"\0\0\0\0")
            connection.send("S")
            assert connection.outcome().replies == [("2", b""), ("row", (b"Lovelace",)), ("complete", "SELECT 1")]
    finally:
        cluster.psql("ALTER TABLE person RENAME surname TO last_name", "shop_ops")
    time.sleep(0.1)
    for connection, column in ((old, "last_name"), (new, "surname")):
        assert connection.simple(f"SELECT {column} FROM person").errors() == []


@pytest.mark.parametrize("way", ["simple", "extended", "prepared"])
def test_physical_rename_in_a_transaction(cluster, proxy, way):
    """A transaction that began before it cannot go on in silence, and its error is one that applications retry."""
    old = Connection(proxy.port, "shop_ops@v1")
    select = "SELECT last_name FROM person"
    run = old.simple if way == "simple" else lambda sql: old.extended(sql) if way == "extended" else execute_prepared(old, "find")
    if way == "prepared":
        assert old.extended(select, name="find").errors() == []
    assert old.simple("BEGIN; SELECT 1").errors() == []
    try:
        cluster.psql("ALTER TABLE person RENAME last_name TO surname", "shop_ops")
        outcome = run(select)
        assert [e["C"] for e in outcome.errors()] == ["40001"] and outcome.status == "E"
        assert old.simple("ROLLBACK").status == "I"
        assert old.simple("BEGIN").errors() == []
        assert ("row", (b"Lovelace",)) in run(select).replies
        assert old.simple("COMMIT").errors() == []
    finally:
        cluster.psql("ALTER TABLE person RENAME surname TO last_name", "shop_ops")


def execute_prepared(connection: Connection, name: str):
    connection.send("B", cstring("") + cstring(name) + b"\0\0\0\0\0\0")
    connection.send("E", cstring("") + b"\0\0\0\0")
    connection.send("S")
    return connection.outcome()


def test_renames_under_load(cluster, proxy):
    """Transactions of both versions while the column is renamed to and fro: right rows, or 40001."""
    over, outcomes = threading.Event(), []

    def work(version: str, column: str):
        connection = Connection(proxy.port, f"shop_ops@{version}")
        counts = {"done": 0}
        while not over.is_set():
            failed = None
            for sql in ("BEGIN", "SELECT pg_sleep(0.003)", f"SELECT {column} FROM person", f"UPDATE person SET {column} = {column} RETURNING {column}",
                        "COMMIT"):
                outcome = connection.simple(sql)
                errors = outcome.errors()
                if errors:
                    failed = errors[0]["C"]
                    connection.simple("ROLLBACK")
                    break
                if column in sql:
                    assert [reply for reply in outcome.replies if reply[0] == "row"] == [("row", (b"Lovelace",))], outcome
                    assert outcome.replies[0][1][0][0] == column
            counts[failed or "done"] = counts.get(failed or "done", 0) + 1
        outcomes.append(counts)

    threads = [threading.Thread(target=work, args=pair) for pair in (("v1", "last_name"), ("v2", "surname")) * 3]
    for thread in threads:
        thread.start()
    try:
        for before, after in (("last_name", "surname"), ("surname", "last_name")) * 5:
            seen = proxy.log().count("is in force")
            cluster.psql(f"ALTER TABLE person RENAME {before} TO {after}", "shop_ops")
            while proxy.log().count("is in force") == seen:
                time.sleep(0.01)
            time.sleep(0.05)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert len(outcomes) == len(threads), "a client has failed"
    assert all(set(counts) <= {"done", "40001"} and counts["done"] > 0 for counts in outcomes), outcomes
    assert any("40001" in counts for counts in outcomes), outcomes


def test_rename_through_pgsegue_itself(cluster, proxy):
    old, dba = Connection(proxy.port, "shop_ops@v1"), Connection(proxy.port, "shop_ops@raw")
    try:
        assert dba.simple("ALTER TABLE person RENAME last_name TO surname").errors() == []
        assert old.simple("SELECT last_name FROM person").replies[1] == ("row", (b"Lovelace",))
    finally:
        assert dba.simple("ALTER TABLE person RENAME surname TO last_name").errors() == []
    assert old.simple("SELECT last_name FROM person").replies[1] == ("row", (b"Lovelace",))


def test_a_slow_look_at_the_catalog_does_not_hold_up_the_next(cluster, proxy):
    """DDL is answered when the catalog has been looked at, which here waits for a lock once."""
    dba = Connection(proxy.port, "shop_ops@v1")
    locker = Connection(cluster.port, "shop_ops")
    locker.simple("BEGIN; LOCK TABLE pg_catalog.pg_inherits IN ACCESS EXCLUSIVE MODE")
    dba.send("Q", cstring("CREATE TABLE looked_at ()"))
    time.sleep(2)
    locker.simple("COMMIT")
    assert dba.outcome().errors() == []
    begun = time.monotonic()
    assert dba.simple("DROP TABLE looked_at").errors() == []
    assert time.monotonic() - begun < 4


def test_start_fails_with_a_reason(cluster, tmp_path):
    (tmp_path / "shop.yaml").write_text(RULES.replace("table: person", "table: persom"))
    (tmp_path / "pgsegue.yaml").write_text(
        f"listeners: [{{address: 127.0.0.1, port: {Proxy(None, {}).port}}}]\nservers: [{{host: 127.0.0.1, port: {cluster.port}}}]\n"
        "control_user: postgres\ndatabases: [{name: shop_ops, rules: shop.yaml}]\n"
    )
    done = subprocess.run([PROGRAM, "serve", "-c", tmp_path / "pgsegue.yaml"], capture_output=True, text=True, timeout=20)
    assert done.returncode != 0
    assert re.search(r"shop\.yaml:\d+:\d+", done.stderr) and "persom" in done.stderr and "person" in done.stderr


def test_port_in_use_is_said(cluster, proxy, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        (tmp_path / "pgsegue.yaml").write_text(
            f"listeners: [{{address: 127.0.0.1, port: {taken.getsockname()[1]}}}]\nservers: [{{host: 127.0.0.1, port: {cluster.port}}}]\ndatabases: [{{name: shop_ops}}]\n"
        )
        done = subprocess.run([PROGRAM, "serve", "-c", tmp_path / "pgsegue.yaml"], capture_output=True, text=True, timeout=20)
    assert done.returncode != 0 and str(taken) and "in use" in done.stderr


def test_unix_socket(cluster, tmp_path):
    proxy = Proxy(cluster, {"listeners": [{"address": str(tmp_path), "port": 6543}], "databases": [{"name": "shop_ops", "rules": "shop.yaml"}]}, {"shop.yaml": RULES}).start()
    try:
        done = subprocess.run(["psql", "-X", "-A", "-t", "-h", str(tmp_path), "-p", "6543", "-U", "postgres", "-d", "shop_ops@v2", "-c", "SELECT surname FROM person"],
                              capture_output=True, text=True, timeout=20)
        assert done.stdout == "Lovelace\n", done.stderr
    finally:
        proxy.remove()


def test_version_by_port(cluster):
    from support.cluster import free_port

    ports = {"v1": free_port(), "v2": free_port()}
    listeners = [{"address": "127.0.0.1", "port": port, "version": version} for version, port in ports.items()]
    proxy = Proxy(cluster, {"listeners": listeners, "databases": [{"name": "shop_ops", "rules": "shop.yaml"}]}, {"shop.yaml": RULES}).start()
    try:
        assert Connection(ports["v1"], "shop_ops").simple("SELECT last_name FROM person").errors() == []
        assert Connection(ports["v2"], "shop_ops").simple("SELECT surname FROM person").errors() == []
        assert Connection(ports["v2"], "shop_ops").simple("SELECT last_name FROM person").errors()[0]["C"] == "42703"
    finally:
        proxy.remove()

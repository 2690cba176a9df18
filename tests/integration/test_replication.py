"""Replication connections pass through: base backup, WAL and logical decoding with PostgreSQL's own programs."""

import signal
import subprocess
import time

import pytest

from support.cluster import BIN, Cluster
from support.proxy import Proxy
from support.wire import Connection, cstring

RULES = """
database: shop_replication
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
"""


@pytest.fixture(scope="module")
def own_cluster():
    made = Cluster().start()
    made.create_database("shop_replication", "CREATE TABLE person (id serial PRIMARY KEY, surname text);")
    yield made
    made.remove()


@pytest.fixture(scope="module")
def proxy(own_cluster):
    databases = [{"name": "shop_replication", "rules": "rules.yaml", "default_version": "v1"}, {"name": "*"}]
    running = Proxy(own_cluster, {"databases": databases}, {"rules.yaml": RULES}).start()
    yield running
    running.remove()


def run(program: str, proxy, *arguments) -> None:
    command = [BIN / program, "-h", "127.0.0.1", "-p", proxy.port, "-U", "postgres", *arguments]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_base_backup_with_its_wal(proxy, tmp_path):
    run("pg_basebackup", proxy, "-D", tmp_path / "copy", "-X", "stream", "-c", "fast", "--no-sync")
    verified = subprocess.run([BIN / "pg_verifybackup", tmp_path / "copy"], capture_output=True, text=True)
    assert verified.returncode == 0, verified.stderr


def test_logical_decoding(own_cluster, proxy, tmp_path):
    run("pg_recvlogical", proxy, "-d", "shop_replication@raw", "--slot", "changes", "--create-slot", "-P", "test_decoding")
    own_cluster.psql("INSERT INTO person (surname) SELECT repeat('x', 10000) FROM generate_series(1, 500)", "shop_replication")
    end = own_cluster.psql("SELECT pg_current_wal_insert_lsn()")
    run("pg_recvlogical", proxy, "-d", "shop_replication@raw", "--slot", "changes", "--start", "-f", tmp_path / "changes", "--endpos", end)
    assert (tmp_path / "changes").read_text().count("table public.person: INSERT") == 500
    run("pg_recvlogical", proxy, "-d", "shop_replication@raw", "--slot", "changes", "--drop-slot")


@pytest.mark.parametrize("database", ["shop_replication", "shop_replication@v2"])
def test_a_version_does_not_see_the_physical_schema(proxy, database):
    with pytest.raises(ConnectionRefusedError, match="0A000.*shop_replication@raw"):
        Connection(proxy.port, database, replication="database")


@pytest.mark.parametrize("begun", [True, False], ids=["streaming", "idle"])
def test_sigterm_ends_replication(own_cluster, begun):
    """A stream has no end that could be waited for; who follows it connects again and goes on."""
    running = Proxy(own_cluster, {"databases": [{"name": "*"}], "limits": {"drain_timeout": "30s"}}).start()
    try:
        follower = Connection(running.port, "postgres", replication="true")
        if begun:
            position = own_cluster.psql("SELECT pg_current_wal_lsn()")
            follower.send("Q", cstring(f"START_REPLICATION {position}"))
            assert follower.receive().kind == "W"
        running.signal(signal.SIGTERM)
        while (last := follower.receive()).kind == "d":
            pass
        assert last.kind == "E" and b"C57P01" in last.body
        assert running.process.wait(3) == 0
    finally:
        running.remove()


def test_sigterm_lets_a_base_backup_finish(own_cluster, tmp_path):
    own_cluster.psql("CREATE TABLE filler AS SELECT repeat(md5(i::text), 60) FROM generate_series(1, 20000) i", "shop_replication")
    running = Proxy(own_cluster, {"databases": [{"name": "*"}], "limits": {"drain_timeout": "60s"}}).start()
    try:
        command = [BIN / "pg_basebackup", "-h", "127.0.0.1", "-p", running.port, "-U", "postgres", "-D", tmp_path / "copy", "-X", "fetch",
                   "-c", "fast", "--no-sync", "-r", "20M"]
        backup = subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True)
        while not (tmp_path / "copy" / "base").exists():
            assert backup.poll() is None, backup.stderr.read()
            time.sleep(0.05)
        running.signal(signal.SIGTERM)
        assert backup.wait(60) == 0, backup.stderr.read()
        assert running.process.wait(3) == 0
    finally:
        running.remove()


@pytest.mark.parametrize("value", ["true", "T", "y", "1"])
def test_every_way_to_say_yes(proxy, value):
    outcome = Connection(proxy.port, "shop_replication@v1", replication=value).simple("IDENTIFY_SYSTEM")
    assert outcome.errors() == [] and outcome.replies[-1] == ("complete", "IDENTIFY_SYSTEM")

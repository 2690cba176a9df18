"""Real client libraries do the same work directly, through pgsegue raw, and as v1 on the renamed schema: equal transcripts."""

import pathlib
import re
import shutil
import subprocess

import pytest

from support.cluster import BIN
from support.proxy import ROOT, Proxy

CLIENTS = pathlib.Path(__file__).parent / "clients"
SCHEMA = "CREATE TABLE person (id serial PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, born date);"
RENAME = "ALTER TABLE person RENAME last_name TO surname;"
RULES = """
database: served_renamed
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
"""


@pytest.fixture(scope="module")
def proxy(cluster):
    cluster.create_database("served_direct", SCHEMA)
    cluster.create_database("served_raw", SCHEMA)
    cluster.create_database("served_renamed", SCHEMA + RENAME)
    config = {"databases": [{"name": "served_raw"}, {"name": "served_renamed", "rules": "rules.yaml"}]}
    running = Proxy(cluster, config, {"rules.yaml": RULES}).start()
    yield running
    running.remove()


def run(*command, **options) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120, **options)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def psycopg2_client(tmp_path):
    return lambda port, database: run("/usr/bin/python3", CLIENTS / "psycopg2_client.py", f"host=127.0.0.1 port={port} user=postgres dbname={database}")


def asyncpg_client(tmp_path):
    return lambda port, database: run("/usr/bin/python3", CLIENTS / "asyncpg_client.py", f"postgresql://postgres@127.0.0.1:{port}/{database}")


def node_client(tmp_path):
    environment = {"PATH": "/usr/bin:/bin", "NODE_PATH": f"{ROOT}/build/node/node_modules:/usr/share/nodejs"}
    return lambda port, database: run("node", CLIENTS / "node_client.js", f"postgres://postgres@127.0.0.1:{port}/{database}", env=environment)


def jdbc_client(tmp_path):
    jar = "/usr/share/java/postgresql.jar"
    run("javac", "-cp", jar, "-d", tmp_path, CLIENTS / "JdbcClient.java")
    return lambda port, database: run("java", "-cp", f"{jar}:{tmp_path}", "JdbcClient", f"jdbc:postgresql://127.0.0.1:{port}/{database}?user=postgres")


def pipeline_client(tmp_path):
    flags = run("pkg-config", "--cflags", "--libs", "libpq").split()
    program = tmp_path / "pipeline_client"
    run("cc", "-O1", "-o", program, CLIENTS / "pipeline_client.c", *flags)
    return lambda port, database: run(program, f"host=127.0.0.1 port={port} user=postgres dbname={database}")


@pytest.mark.parametrize("make_client", [psycopg2_client, asyncpg_client, node_client, jdbc_client, pipeline_client], ids=lambda f: f.__name__)
def test_client_notices_nothing(cluster, proxy, make_client, tmp_path):
    client = make_client(tmp_path)
    direct = client(cluster.port, "served_direct")
    assert len(direct.splitlines()) > 8
    assert client(proxy.port, "served_raw") == direct
    assert client(proxy.port, "served_renamed@v1") == direct


# The TPC-B tables with columns that another release calls otherwise.
PGBENCH_RULES = """
database: bench_renamed
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: pgbench_accounts, from: abalance, to: balance }
      - rename_column: { table: pgbench_tellers, from: tbalance, to: balance }
      - rename_table: { from: pgbench_branches, to: branches }
      - rename_column: { table: pgbench_history, from: delta, to: amount }
"""
PGBENCH_RENAMES = """
ALTER TABLE pgbench_accounts RENAME abalance TO balance;
ALTER TABLE pgbench_tellers RENAME tbalance TO balance;
ALTER TABLE pgbench_branches RENAME TO branches;
ALTER TABLE pgbench_history RENAME delta TO amount;
"""


@pytest.fixture(scope="module")
def bench_proxy(cluster):
    for database in ("bench_raw", "bench_renamed"):
        cluster.create_database(database)
        run("pgbench", "-q", "-i", "-s", "1", "-h", "127.0.0.1", "-p", cluster.port, "-U", "postgres", database)
    cluster.psql(PGBENCH_RENAMES, "bench_renamed")
    config = {"databases": [{"name": "bench_raw"}, {"name": "bench_renamed", "rules": "rules.yaml"}]}
    running = Proxy(cluster, config, {"rules.yaml": PGBENCH_RULES}).start()
    yield running
    running.remove()


@pytest.mark.parametrize("mode", ["simple", "extended", "prepared"])
@pytest.mark.parametrize("script", ["tpcb-like", "select-only"])
@pytest.mark.parametrize("database", ["bench_raw", "bench_renamed@v1"])
def test_pgbench_loses_nothing(cluster, bench_proxy, database, script, mode):
    before = cluster.psql("SELECT count(*) FROM pgbench_history", database.split("@")[0])
    done = run("pgbench", "-n", "-b", script, "-M", mode, "-c", 8, "-j", 2, "-t", 100, "-h", "127.0.0.1",
               "-p", bench_proxy.port, "-U", "postgres", database)
    assert re.search(r"actually processed: 800/800", done), done
    assert "number of failed transactions: 0" in done
    added = int(cluster.psql("SELECT count(*) FROM pgbench_history", database.split("@")[0])) - int(before)
    assert added == (800 if script == "tpcb-like" else 0)


def test_pgbench_in_pipeline_mode(cluster, bench_proxy, tmp_path):
    script = tmp_path / "pipeline.sql"
    script.write_text(
        "\\set aid random(1, 100000)\n\\startpipeline\n"
        + "SELECT abalance FROM pgbench_accounts WHERE aid = :aid;\n" * 20
        + "\\endpipeline\n"
    )
    done = run("pgbench", "-n", "-f", script, "-M", "prepared", "-c", 4, "-t", 100, "-h", "127.0.0.1", "-p", bench_proxy.port,
               "-U", "postgres", "bench_renamed@v1")
    assert "number of failed transactions: 0" in done and "400/400" in done


def test_psql_shows_the_same(cluster, proxy):
    script = (
        "INSERT INTO person (first_name, last_name) VALUES ('Ada', 'Lovelace');\n"
        "SELECT * FROM person WHERE last_name = 'Lovelace' \\gdesc\n"
        "TABLE person;\nSELECT last_name FROM person \\gx\n"
        "\\copy person (first_name, last_name) from stdin\nx\ty\n\\.\n"
        "SELECT count(*) FROM person;\nSELECT lastname FROM person;\n"
        "SELECT 'ä', lastname FROM person;\nDELETE FROM person;\n\\echo :ROW_COUNT\n"
    )

    def psql(port, database):
        done = subprocess.run([BIN / "psql", "-X", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "-d", database],
                              input=script, capture_output=True, text=True, timeout=60)
        return done.stdout + done.stderr

    direct = psql(cluster.port, "served_direct")
    assert "Lovelace" in direct
    cluster.psql("ALTER SEQUENCE person_id_seq RESTART", "served_direct")
    for database in ("served_raw", "served_renamed"):
        cluster.psql("ALTER SEQUENCE person_id_seq RESTART", database)
    direct = psql(cluster.port, "served_direct")
    assert psql(proxy.port, "served_raw") == direct
    assert psql(proxy.port, "served_renamed@v1") == direct


def test_every_client_is_there():
    """A missing client library is a failure of the installation, not a reason to skip."""
    for program in ("node", "javac", "java", "psql", "pgbench", "cc"):
        assert shutil.which(program), f"{program} is not installed"

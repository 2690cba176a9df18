"""pgsegue check --workload: tests/data/workload/*.txt case by case, and what a real server has counted and logged.

A case is options in the first line, the workload up to a line "----", then what is printed and the exit code. With
PGSEGUE_REWRITE_EXPECTED set the last part is written anew, to be reviewed.
"""

import os
import shlex
import shutil
import subprocess

import pytest

from support.cluster import BIN, Cluster
from support.program import ROOT, pgsegue

DATA = ROOT / "tests/data/workload"
CASES = sorted(DATA.glob("*.txt"))
CHECK = ["check", "-c", "pgsegue.yaml"]


@pytest.fixture
def directory(tmp_path):
    for file in DATA.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_workload(file, directory):
    given, expected = file.read_text().split("----\n")
    options, text = given.split("\n", 1)
    (directory / "queries.sql").write_text(text)
    done = pgsegue(*CHECK, "--catalog", "tables.yaml", "--workload", "queries.sql", *shlex.split(options), cwd=directory)
    found = f"{done.out}{done.err}exit code {done.code}\n".replace(f"{directory}/", "")
    if "PGSEGUE_REWRITE_EXPECTED" in os.environ:
        file.write_text(f"{given}----\n{found}")
    assert found == expected


def test_there_are_cases():
    assert len(CASES) >= 10


def test_a_file_that_is_not_there(directory):
    done = pgsegue(*CHECK, "--catalog", "tables.yaml", "--workload", "nothing.sql", cwd=directory)
    assert done.code == 1 and "nothing.sql: No such file or directory" in done.err


def test_a_workload_is_of_one_database(directory):
    (directory / "pgsegue.yaml").write_text(
        "databases: [{ name: shop, rules: shop.yaml }, { name: copy, server_database: shop, rules: shop.yaml }]\n"
    )
    (directory / "queries.sql").write_text("SELECT 1")
    done = pgsegue(*CHECK, "--live", "--workload", "queries.sql", cwd=directory)
    assert done.code == 1 and "--database" in done.err
    (directory / "pgsegue.yaml").write_text("databases: [{ name: shop }]\n")
    done = pgsegue(*CHECK, "--live", "--workload", "queries.sql", cwd=directory)
    assert done.code == 1 and "no database with rules" in done.err


def test_what_the_operator_passes_on_is_not_refused(directory):
    (directory / "queries.sql").write_text("DO $$ BEGIN DELETE FROM person WHERE last_name = ''; END $$; ALTER TABLE person DROP COLUMN last_name")
    arguments = [*CHECK, "--catalog", "tables.yaml", "--workload", "queries.sql", "--workload-version", "v1"]
    done = pgsegue(*arguments, cwd=directory)
    assert done.code == 1 and row_of(done, "v1") == [0, 0, 2, 0], done
    (directory / "pgsegue.yaml").write_text("databases:\n  - { name: shop, rules: shop.yaml, on_ddl: raw, on_code: forward }\n")
    done = pgsegue(*arguments, cwd=directory)
    assert done.code == 0 and row_of(done, "v1") == [2, 0, 0, 0], done


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that counts and logs statements, its shop database still in the shape of v1."""
    made = Cluster({"shared_preload_libraries": "pg_stat_statements", "log_statement": "all", "log_line_prefix": "'%m [%p] %u@%d '"})
    made.start()
    made.create_database("shop", "CREATE EXTENSION pg_stat_statements; CREATE TABLE person (id int PRIMARY KEY, first_name text, last_name text, born date)")
    yield made
    made.remove()


@pytest.fixture
def counted(server, directory):
    """Its configuration, after three statements of v2 and one that both versions share."""
    (directory / "pgsegue.yaml").write_text(
        f"servers: [{{ host: 127.0.0.1, port: {server.port} }}]\ncontrol_user: postgres\ndatabases: [{{ name: shop, rules: shop.yaml }}]\n"
    )
    server.psql("SELECT pg_stat_statements_reset()", "shop")
    queries = directory / "queries.sql"
    queries.write_text(
        "SELECT last_name\nFROM person\nWHERE id = 1; SELECT last_name FROM person WHERE id = 2;"
        "SELECT count(*) FROM person WHERE born > now() - interval '1 day' AND last_name LIKE 'a%';"
        "SELECT first_name FROM person p WHERE p IS NOT NULL;\n"
    )
    subprocess.run([BIN / "psql", "-X", "-q", "-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres", "-f", queries, "shop"], check=True, capture_output=True)
    return directory


def row_of(done, version):
    """forwarded, rewritten, refused, failing"""
    line = next(line for line in done.out.splitlines() if line.startswith(f"  {version} ") and "%" in line)
    return [int(word) for word in line.replace("%", "").split()[1::2]]


@pytest.mark.parametrize("source", ["--live", "--dsn"])
def test_pg_stat_statements(server, counted, source):
    where = [source] if source == "--live" else [source, server.dsn("shop")]
    done = pgsegue(*CHECK, *where, "--workload", "pg_stat_statements", cwd=counted)
    assert done.code == 0 and done.err == "", done
    forwarded, rewritten, refused, failing = row_of(done, "v1")
    # pgsegue's own questions are counted, too; this server has the names of v1.
    assert forwarded > 4 and (rewritten, refused, failing) == (0, 0, 0)
    # Of v2: two calls of one statement, and one in which an interval's constant has become a parameter.
    assert row_of(done, "v2")[1:] == [0, 0, 3]
    assert '  3  42703: column "last_name" does not exist' in done.out


def test_pg_stat_statements_is_not_for_everyone(server, counted):
    server.psql("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN")
    done = pgsegue(*CHECK, "--dsn", server.dsn("shop", user="guest"), "--workload", "pg_stat_statements", cwd=counted)
    assert done.code == 1 and "GRANT pg_read_all_stats" in done.err


def test_pg_stat_statements_is_an_extension(server, counted):
    server.psql("DROP DATABASE IF EXISTS plain")
    server.create_database("plain", "CREATE TABLE person (id int, first_name text, last_name text)")
    done = pgsegue(*CHECK, "--dsn", server.dsn("plain"), "--workload", "pg_stat_statements", cwd=counted)
    assert done.code == 1 and "CREATE EXTENSION" in done.err


def test_the_servers_log(server, counted):
    lines = (server.directory / "log").read_text().splitlines(keepends=True)
    first = max(number for number, line in enumerate(lines) if "LOG:  statement: SELECT last_name" in line and "id = 2" not in line)
    (counted / "server.log").write_text("".join(lines[first:]))
    done = pgsegue(*CHECK, "--live", "--workload", "server.log", "--workload-version", "v1", cwd=counted)
    assert done.code == 0 and "workload server.log: 4 statements" in done.out, done
    assert row_of(done, "v1") == [4, 0, 0, 0]

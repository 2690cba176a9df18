"""pgsegue check and explain against the catalog of a real server."""

import pytest

from support.program import pgsegue

RULES = """database: {database}
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: {{ table: person, from: last_name, to: surname }}
  - name: v3
    changes:
      - rename_table: {{ from: person, to: people }}
"""
RENAMES = ["ALTER TABLE person RENAME last_name TO surname", "ALTER TABLE person RENAME TO people"]


@pytest.fixture(scope="module", params=range(3), ids=["pending", "half done", "done"])
def shop(request, cluster, tmp_path_factory):
    """The directory of a configuration, and how many of the two renames its database has seen."""
    database = cluster.create_database(
        f"checked_{request.param}",
        "CREATE TABLE person (id int PRIMARY KEY, last_name text); CREATE TABLE account (id int, last_name text);"
        + ";".join(RENAMES[: request.param]),
    )
    directory = tmp_path_factory.mktemp("shop")
    (directory / "shop.yaml").write_text(RULES.format(database=database))
    (directory / "pgsegue.yaml").write_text(
        f"servers: [{{ host: 127.0.0.1, port: {cluster.port} }}]\ncontrol_user: postgres\ndatabases: [{{ name: {database}, rules: shop.yaml }}]\n"
    )
    return directory, request.param, f"host=127.0.0.1 port={cluster.port} user=postgres dbname={database}"


@pytest.mark.parametrize("source", ["--live", "--dsn"])
def test_check_shows_the_physical_state(shop, source):
    directory, renames, dsn = shop
    done = pgsegue("check", "-c", "pgsegue.yaml", *([source] if source == "--live" else [source, dsn]), cwd=directory)
    assert (done.code, done.err) == (0, "")
    states = {line.split()[0]: line.split()[-1] for line in done.out.splitlines() if line.startswith("  v")}
    assert states == {"v2": "done" if renames > 0 else "pending", "v3": "done" if renames > 1 else "pending"}


def test_check_points_at_what_the_catalog_contradicts(shop):
    directory, _, dsn = shop
    rules = (directory / "shop.yaml").read_text().replace("from: last_name", "from: lastname").replace("to: surname", "to: family_name")
    (directory / "wrong.yaml").write_text(rules)
    config = (directory / "pgsegue.yaml").read_text().replace("shop.yaml", "wrong.yaml")
    (directory / "wrong_config.yaml").write_text(config)
    done = pgsegue("check", "-c", "wrong_config.yaml", "--dsn", dsn, cwd=directory)
    assert done.code == 1
    assert "wrong.yaml:6:" in done.err and "lastname" in done.err and "^" in done.err


def explain(shop, version, statement):
    directory, _, dsn = shop
    return pgsegue("explain", "--rules", "shop.yaml", "--version", version, "--dsn", dsn, statement, cwd=directory)


@pytest.mark.parametrize(("version", "statement"), [("v1", "SELECT last_name FROM person"), ("v3", "SELECT surname FROM people")])
def test_explain_rewrites_for_the_server_as_it_is(shop, version, statement):
    _, renames, _ = shop
    done = explain(shop, version, statement)
    assert (done.code, done.err) == (0, "")
    table, column = "people" if renames > 1 else "person", "surname" if renames > 0 else "last_name"
    own = statement.split()[1]
    if statement == f"SELECT {column} FROM {table}":
        assert "unchanged" in done.out
    else:
        selected = own if own == column else f"{column} AS {own}"
        assert f"rewritten  SELECT {selected} FROM {table}" in done.out
        assert f"public.{table}" in done.out and "renames it (shop.yaml:" in done.out


def test_explain_gives_the_error_of_a_real_database(shop):
    done = explain(shop, "v1", "SELECT surname FROM person")
    assert done.code == 1
    assert 'ERROR:  42703: column "surname" does not exist' in done.out


def test_explain_says_which_versions_there_are(shop):
    done = explain(shop, "v9", "SELECT 1")
    assert done.code == 1 and 'version "v9" is not declared' in done.err and "v1, v2, v3" in done.err


def test_explain_passes_on_why_the_server_cannot_be_reached(shop):
    directory, _, _ = shop
    done = pgsegue("explain", "--rules", "shop.yaml", "--version", "v1", "--dsn", "host=127.0.0.1 port=1 user=x dbname=y", "SELECT 1", cwd=directory)
    assert done.code == 1 and "127.0.0.1" in done.err and "refused" in done.err

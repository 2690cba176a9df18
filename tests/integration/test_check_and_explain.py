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


CODE = """
CREATE TABLE person (id int PRIMARY KEY, last_name text DEFAULT 'none', note text DEFAULT lower('last_name'));
CREATE FUNCTION by_text() RETURNS text LANGUAGE plpgsql AS $$BEGIN RETURN (SELECT Last_Name FROM person LIMIT 1); END$$;
CREATE FUNCTION by_id() RETURNS text RETURN (SELECT last_name FROM person LIMIT 1);
CREATE FUNCTION unrelated() RETURNS text LANGUAGE sql AS 'SELECT ''last_names''';
CREATE VIEW names AS SELECT last_name AS n FROM person;
CREATE VIEW other AS SELECT 1 AS one;
CREATE POLICY own ON person USING (last_name = CURRENT_USER);
CREATE TRIGGER t BEFORE UPDATE OF last_name ON person FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER with_argument BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('last_name');
CREATE RULE r AS ON DELETE TO names DO INSTEAD UPDATE person SET last_name = NULL WHERE last_name = OLD.n;
"""
MENTIONS = """\
  code in the database that names what differs:
    default public.person.note: last_name; follows a rename
    function public.by_id(): person, last_name; follows a rename
    function public.by_text(): last_name, person in text, which no rename changes
    policy own on public.person: last_name; follows a rename
    rule r on public.names: person, last_name; follows a rename
    trigger t on public.person: last_name, person; follows a rename
    trigger with_argument on public.person: person, last_name in text, which no rename changes
    view public.names: person, last_name; follows a rename
"""


def check_live(cluster, directory, database: str, rules: str):
    """`pgsegue check` of these rules against the database: no finding."""
    (directory / "shop.yaml").write_text(rules.format(database=database))
    (directory / "pgsegue.yaml").write_text(f"databases: [{{ name: {database}, rules: shop.yaml }}]\n")
    dsn = f"host=127.0.0.1 port={cluster.port} user=postgres dbname={database}"
    done = pgsegue("check", "--strict", "-c", "pgsegue.yaml", "--dsn", dsn, cwd=directory)
    assert (done.code, done.err) == (0, "")
    return done


def states_of_v2(out: str) -> list[tuple[str, str]]:
    """What each change of v2 is about, and how far it is."""
    states = [line.split()[1:] for line in out.splitlines() if line.startswith("  v2")]
    return [(state[1], state[-1]) for state in states]


def test_check_lists_code_that_names_what_differs(cluster, tmp_path):
    database = cluster.create_database("checked_code", CODE)
    done = check_live(cluster, tmp_path, database, RULES)
    assert done.out.endswith(MENTIONS), done.out


CONSTRAINTS = """database: {database}
versions:
  - name: v1
  - name: v2
    changes:
      - rename_constraint: {{ table: person, from: person_pkey, to: people_pkey }}
      - rename_constraint: {{ table: person, from: person_name_check, to: people_name_check }}
      - rename_type: {{ from: mood, to: feeling }}
"""


def test_check_knows_constraints_and_types(cluster, tmp_path):
    database = cluster.create_database("checked_constraints", """
        CREATE TYPE feeling AS ENUM ('good');
        CREATE TABLE person (id int PRIMARY KEY, last_name text CONSTRAINT people_name_check CHECK (last_name <> ''));
        CREATE FUNCTION add() RETURNS void LANGUAGE plpgsql
          AS $$BEGIN INSERT INTO person VALUES (1) ON CONFLICT ON CONSTRAINT person_pkey DO NOTHING; END$$;""")
    done = check_live(cluster, tmp_path, database, CONSTRAINTS)
    assert states_of_v2(done.out) == [("person.person_pkey", "pending"), ("person.person_name_check", "done"), ("mood", "done")], done.out
    assert done.out.endswith("    function public.add(): person_pkey in text, which no rename changes\n")


COLUMNS = """database: {database}
versions:
  - name: v1
  - name: v2
    changes:
      - add_column: {{ table: person, column: email }}
      - add_column: {{ table: person, column: phone }}
      - drop_column: {{ table: person, column: note }}
      - drop_column: {{ table: person, column: fax }}
"""


def test_check_knows_columns_that_come_and_go(cluster, tmp_path):
    database = cluster.create_database("checked_columns", "CREATE TABLE person (id int, note text, email text)")
    done = check_live(cluster, tmp_path, database, COLUMNS)
    assert states_of_v2(done.out) == [("person.email", "done"), ("person.phone", "pending"),
                                                           ("person.note", "pending"), ("person.fax", "done")], done.out


MIRRORED = """database: {database}
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: {{ table: person, from: last_name, to: surname, expanded: true }}
      - add_column: {{ table: person, column: born, supply: "{supply}" }}
"""


@pytest.fixture(scope="module")
def mirrored(cluster, tmp_path_factory):
    database = cluster.create_database(
        "checked_mirrored", "CREATE TABLE person (id int PRIMARY KEY, last_name text, surname text, born date NOT NULL, dead date NOT NULL)"
    )
    directory = tmp_path_factory.mktemp("mirrored")
    (directory / "pgsegue.yaml").write_text(
        f"servers: [{{ host: 127.0.0.1, port: {cluster.port} }}]\ncontrol_user: postgres\ndatabases: [{{ name: {database}, rules: shop.yaml }}]\n"
    )

    def check(supply, more=""):
        (directory / "shop.yaml").write_text(MIRRORED.format(database=database, supply=supply) + more)
        return pgsegue("check", "-c", "pgsegue.yaml", "--live", cwd=directory)

    return check


def test_check_tells_what_is_read_and_what_is_supplied(mirrored):
    done = mirrored("current_date - 1")
    assert (done.code, done.err) == (0, "")
    assert "rename_column person.last_name to surname  expanded: both are written, last_name is read" in done.out
    assert "inserts of versions without it give it current_date - 1" in done.out


@pytest.mark.parametrize("supply, message", [
    ("1", 'column "born" is of type date but expression is of type integer'),
    ("'yesterday it was'", "invalid input syntax for type date"),
    ("no_such_function()", "function no_such_function() does not exist"),
    ("max(current_date)", "aggregate functions are not allowed in VALUES"),
    ("'2020-01-01'::date, 1", "this is not one SQL expression"),
])
def test_check_asks_the_server_about_what_is_supplied(mirrored, supply, message):
    done = mirrored(supply)
    assert done.code == 1
    assert message in done.err and "shop.yaml:7:" in done.err


def test_check_warns_of_versions_that_cannot_insert(mirrored):
    done = mirrored("current_date", "      - drop_column: { table: person, column: dead }\n")
    assert done.code == 0
    assert "warning: column dead of table person is NOT NULL and has no default, so that v2 cannot insert" in done.err


def test_explain_shows_what_is_written_along(mirrored, cluster, tmp_path):
    mirrored("current_date")
    rules = tmp_path / "shop.yaml"
    rules.write_text(MIRRORED.format(database="checked_mirrored", supply="current_date"))
    dsn = f"host=127.0.0.1 port={cluster.port} user=postgres dbname=checked_mirrored"
    done = pgsegue("explain", "--rules", rules, "--version", "v1", "--dsn", dsn, "UPDATE person SET last_name = 'x' WHERE last_name = 'y'")
    assert (done.code, done.err) == (0, "")
    assert "rewritten  UPDATE person SET last_name = 'x' , surname = 'x' WHERE last_name = 'y'" in done.out
    assert done.out.count("public.person.last_name and surname") == 1

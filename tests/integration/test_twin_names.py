"""The promise for renamed schemas and what is in them: tests/data/sql/names on a real-v database and through pgsegue as v."""

import time

import pytest

from support.as_parameters import as_parameters
from support.names import NAMES, NameTwins, start_names
from support.wire import Connection


@pytest.fixture(scope="module")
def names_proxy(cluster):
    proxy = start_names(cluster)
    yield proxy
    proxy.remove()


@pytest.mark.parametrize("on_path", [False, True], ids=["qualified", "on_path"])
@pytest.mark.parametrize("physical", NAMES.versions)
@pytest.mark.parametrize("version", NAMES.versions)
def test_twins_agree(cluster, names_proxy, version, physical, on_path):
    twins = NameTwins(cluster, names_proxy, version, physical, on_path)
    refused, problems = twins.compare_all()
    print(f"client {version} on physical {physical}: {len(refused)} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)


# An error may call a function by the server's name of a type that the client took for one.
OTHER_ERRORS = 2


@pytest.mark.parametrize("physical", NAMES.versions)
@pytest.mark.parametrize("version", NAMES.versions)
def test_twins_agree_on_constants_in_parameters(cluster, names_proxy, version, physical):
    twins = NameTwins(cluster, names_proxy, version, physical, True)
    verdicts = [twins.compare(case, "extended") for case in map(as_parameters, NAMES.cases) if case]
    wrong = [each for each in verdicts if not each.startswith(("equal", "refused", "other error"))]
    assert not wrong, "\n".join(wrong)
    assert verdicts.count("equal") > 80
    assert len([each for each in verdicts if each.startswith("other error")]) <= OTHER_ERRORS


def first_row(connection, sql):
    outcome = connection.simple(sql)
    assert not outcome.errors(), outcome.errors()
    return next(reply[1] for reply in outcome.replies if reply[0] == "row")


@pytest.mark.parametrize("options", [{"search_path": "store, public"}, {"options": "-c search_path=store,public"},
                                     {"options": "-c search_path=nowhere --search-path=other,store"}])
def test_search_path_of_the_start_packet_leads_to_the_schema(names_proxy, options):
    for physical in NAMES.versions:
        connection = Connection(names_proxy.port, f"names_{physical}@v1", **options)
        assert first_row(connection, "SELECT total FROM orders WHERE id = 1") == (b"10",)


def test_search_path_outlives_a_rename_of_the_schema(cluster, names_proxy):
    """v1's path still leads to the schema, and never to the table of the same name behind it."""
    raw = Connection(cluster.port, "names_v1")
    try:
        raw.simple("CREATE TABLE public.orders (id int, total text); INSERT INTO public.orders VALUES (1, 'wrong')")
        connection = Connection(names_proxy.port, "names_v1@v1")
        assert not connection.simple("SET search_path = store, public").errors()
        assert first_row(connection, "SELECT total FROM orders WHERE id = 1") == (b"10",)
        assert not raw.simple("ALTER SCHEMA store RENAME TO shop").errors()
        for _ in range(30):
            assert first_row(connection, "SELECT total FROM orders WHERE id = 1") == (b"10",)
            assert first_row(connection, "SELECT count(*) FROM orders") == (b"3",)
            time.sleep(0.1)
        assert first_row(connection, "SELECT total FROM store.orders WHERE id = 2") == (b"20.5",)
    finally:
        raw.simple("ALTER SCHEMA shop RENAME TO store; DROP TABLE public.orders")

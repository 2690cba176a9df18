"""SQL that others have made, on a database in its own words and through pgsegue on one with other names: equal replies."""

import pytest

from support.renamed import Outside
from support.wire import Connection

CORPORA = {name: Outside(name) for name in ("tpch", "pgbench", "clients")}


@pytest.fixture(scope="module", params=CORPORA)
def outside(request, cluster):
    corpus = CORPORA[request.param]
    proxy = corpus.set_up(cluster)
    yield corpus, proxy
    proxy.remove()


def protocols_of(case):
    if not case.values:
        yield "simple"
    if not case.simple_only and case.copy_data is None:
        yield "extended"


@pytest.mark.parametrize("age", ["older", "newer"])
@pytest.mark.parametrize("extent", ["some", "all"])
def test_other_names_change_nothing(cluster, outside, extent, age):
    corpus, proxy = outside
    direct = Connection(cluster.port, f"{corpus.name}_direct")
    proxied = Connection(proxy.port, f"{corpus.name}_{extent}_{age}@own")
    compared, differences = 0, []
    for case in corpus.cases:
        for protocol in protocols_of(case):
            expected, found = (corpus.run(connection, case, protocol) for connection in (direct, proxied))
            compared += 1
            assert len(expected) == len(found), case.where
            if expected != found:
                left, right = next((a, b) for a, b in zip(expected, found) if a != b)
                differences.append(f"{case.where} ({protocol}): {case.sql}\n  direct:  {left.replies}\n  pgsegue: {right.replies}")
    print(f"{corpus.name}, {extent} names, own version {age}: {compared} compared, {len(differences)} differences")
    assert not differences, f"{len(differences)} of {compared} differ\n" + "\n".join(differences)


def test_the_queries_find_something(cluster, outside):
    """Two empty results would be equal, too."""
    corpus, _ = outside
    direct = Connection(cluster.port, f"{corpus.name}_direct")
    queries = [case for case in corpus.cases if case.sql.startswith(("SELECT", "WITH")) and not case.values and not case.simple_only]
    empty = [case.where for case in queries if not any(reply[0] in ("row", "error") for reply in corpus.run(direct, case, "simple")[0].replies)]
    assert len(empty) <= (1 if corpus.name == "pgbench" else 0), empty

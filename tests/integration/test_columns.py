"""Columns that only some versions have: each version sees its own, and no statement gets a table that lacks one of them."""

import pytest

from support.columns import COLUMNS, columns_twins, start_columns


@pytest.fixture(scope="module")
def columns_proxy(cluster):
    proxy = start_columns(cluster)
    yield proxy
    proxy.remove()


@pytest.mark.parametrize("version", COLUMNS.versions)
@pytest.mark.parametrize("state", ["own", "expanded"])
def test_twins_agree(cluster, columns_proxy, version, state):
    twins = columns_twins(cluster, columns_proxy, version, version if state == "own" else state)
    refused, problems = twins.compare_all()
    print(f"client {version}: {len(refused)} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)


@pytest.mark.parametrize("version, physical", [("v1", "v2"), ("v2", "v1")])
def test_a_table_that_lacks_a_column_is_refused(cluster, columns_proxy, version, physical):
    """Whatever the statement: equal is only what does not reach the table, or fails in the version itself."""
    twins = columns_twins(cluster, columns_proxy, version, physical)
    wrong = []
    for case in COLUMNS.cases:
        for protocol in case.protocols():
            verdict = twins.compare(case, protocol, ordered="ORDER BY" in case.sql)
            if verdict not in ("equal", "refused") and not verdict.startswith("other error"):
                wrong.append(verdict)
    assert not wrong, "\n".join(wrong)
    outcome = twins.proxied.simple("SELECT id FROM person")
    assert [error["C"] for error in outcome.errors()] == ["0A000"]
    assert "does not have" in outcome.errors()[0]["M"]

"""The promise for renamed schemas and what is in them: tests/data/sql/names on a real-v database and through pgsegue as v."""

import pytest

from support.names import NAMES, NameTwins, start_names


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
    counts, problems = {"equal": 0, "refused": 0}, []
    for case in NAMES.cases:
        for protocol in ("simple", "extended"):
            if (protocol == "simple" and case.values) or (protocol == "extended" and (case.simple_only or case.copy_data)):
                continue
            verdict = twins.compare(case, protocol, ordered="ORDER BY" in case.sql)
            if verdict in counts:
                counts[verdict] += 1
            if verdict not in counts or (verdict == "refused" and not case.refused):
                problems.append(verdict if verdict != "refused" else f"{case.where} ({protocol}) refused: {NAMES.text(case.sql, version)}")
    print(f"client {version} on physical {physical}: {counts['equal']} equal, {counts['refused']} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)

"""The promise, measured: every statement of tests/data/sql on a real-v database and through pgsegue as v."""

import pytest

from support.shop import PHYSICAL, SHOP, shop_twins

@pytest.mark.parametrize("physical", PHYSICAL)
@pytest.mark.parametrize("version", SHOP.versions)
def test_twins_agree(cluster, shop_proxy, version, physical):
    twins = shop_twins(cluster, shop_proxy, version, physical)
    counts, problems = {"equal": 0, "refused": 0}, []
    for case in SHOP.cases:
        for protocol in case.protocols():
            verdict = twins.compare(case, protocol, ordered="ORDER BY" in case.sql)
            if verdict in counts:
                counts[verdict] += 1
            if verdict not in counts or (verdict == "refused" and not case.refused):
                problems.append(verdict if verdict != "refused" else f"{case.where} ({protocol}) refused: {SHOP.text(case.sql, version)}")
    print(f"client {version} on physical {physical}: {counts['equal']} equal, {counts['refused']} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)

"""The promise, measured: every statement of tests/data/sql on a real-v database and through pgsegue as v."""

import pytest

from support.shop import PHYSICAL, SHOP, shop_twins

@pytest.mark.parametrize("physical", PHYSICAL)
@pytest.mark.parametrize("version", SHOP.versions)
def test_twins_agree(cluster, shop_proxy, version, physical):
    twins = shop_twins(cluster, shop_proxy, version, physical)
    refused, problems = twins.compare_all()
    print(f"client {version} on physical {physical}: {len(refused)} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)

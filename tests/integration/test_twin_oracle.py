"""The promise, measured: every statement of tests/data/sql on a real-v database and through pgsegue as v."""

import pytest

from support.proxy import Proxy
from support.twins import CORPORA, Corpus, twins_of

SHOP = Corpus(CORPORA / "shop")
TABLES = ["{person}", "account", "orders", "address", "plain", "archive.person"]
SEQUENCES = ["person_id_seq", "account_id_seq", "orders_id_seq", "address_id_seq"]
# Between two versions: some renames of v2 and v3 are done, others pending.
BETWEEN = "ALTER TABLE person RENAME last_name TO surname; ALTER TABLE address RENAME street TO line1"
PHYSICAL = {**{version: SHOP.script(version) for version in SHOP.versions}, "between": SHOP.script("v1") + BETWEEN}


@pytest.fixture(scope="module")
def proxy(cluster):
    for version in SHOP.versions:
        cluster.create_database(f"twin_{version}", SHOP.script(version))
    rules, databases = {}, []
    for name, script in PHYSICAL.items():
        database = cluster.create_database(f"physical_{name}", script)
        rules[f"{name}.yaml"] = SHOP.rules.replace("database: shop", f"database: {database}")
        databases.append({"name": database, "rules": f"{name}.yaml"})
    running = Proxy(cluster, {"databases": databases}, rules).start()
    yield running
    running.remove()


@pytest.mark.parametrize("physical", PHYSICAL)
@pytest.mark.parametrize("version", SHOP.versions)
def test_twins_agree(cluster, proxy, version, physical, record_property):
    twins = twins_of(cluster, proxy, SHOP, version, physical, TABLES, SEQUENCES)
    counts, problems = {"equal": 0, "refused": 0}, []
    for case in SHOP.cases:
        for protocol in ("simple", "extended"):
            if (protocol == "simple" and case.values) or (protocol == "extended" and (case.simple_only or case.copy_data)):
                continue
            verdict = twins.compare(case, protocol)
            if verdict in counts:
                counts[verdict] += 1
            if verdict not in counts or (verdict == "refused" and not case.refused):
                problems.append(verdict if verdict != "refused" else f"{case.where} ({protocol}) refused: {SHOP.text(case.sql, version)}")
    print(f"client {version} on physical {physical}: {counts['equal']} equal, {counts['refused']} refused, {len(problems)} problems")
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)

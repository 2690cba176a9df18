"""The corpus tests/data/sql/shop: its databases, one per version and per physical state, and a pgsegue in front of them."""

from .cluster import Cluster
from .proxy import Proxy
from .twins import CORPORA, Corpus, Twins, start_states, twins_of

SHOP = Corpus(CORPORA / "shop")
TABLES = ["{person}", "account", "orders", "address", "plain", "visit", "archive.person"]
SEQUENCES = ["person_id_seq", "account_id_seq", "orders_id_seq", "address_id_seq"]
# Between two versions: some renames of v2 and v3 are done, others pending.
BETWEEN = "ALTER TABLE person RENAME last_name TO surname; ALTER TABLE address RENAME street TO line1"
PHYSICAL = {**{version: SHOP.script(version) for version in SHOP.versions}, "between": SHOP.script("v1") + BETWEEN}


def start_shop(cluster: Cluster) -> Proxy:
    return start_states(cluster, SHOP, "twin_", "physical_", PHYSICAL)


def shop_twins(cluster: Cluster, proxy: Proxy, version: str, physical: str) -> Twins:
    return twins_of(cluster, proxy, SHOP, f"twin_{version}", f"physical_{physical}@{version}", version, TABLES, SEQUENCES)

"""The corpus tests/data/sql/company: 30 relations of all kinds. v2 renames some columns, v3 all columns and all tables."""

import re

from .cluster import Cluster
from .proxy import Proxy
from .renamed_corpus import RenamedCorpus
from .twins import CORPORA, Twins, twins_of

COMPANY = RenamedCorpus(CORPORA / "company")
# (client's version, what the server has): old client on new schema and the other way round.
PAIRS = [("v1", "v2"), ("v2", "v1"), ("v1", "v3"), ("v3", "v1")]
TABLES = [
    "employee", "department", "project", "customer", "assignment", "asset", "vehicle", "computer", "sale", "ticket", '"Order"', "straße",
    "ledger", "tree", "archive.«archive.employee»", "log.trail",
]
SEQUENCES = ["department_dept_id_seq", "employee_emp_id_seq", "customer_cust_id_seq", "log.trail_trail_id_seq"]


def start_company(cluster: Cluster) -> Proxy:
    rules, databases = {}, []
    for version in COMPANY.versions:
        cluster.create_database(f"company_twin_{version}", COMPANY.script(version))
        database = cluster.create_database(f"company_{version}", COMPANY.script(version))
        # Two columns are swapped: names alone do not tell which version this is.
        rules[f"company_{version}.yaml"] = re.sub(r"(?m)^database: .*$", f"database: {database}\nphysical: {version}", COMPANY.rules)
        databases.append({"name": database, "rules": f"company_{version}.yaml"})
    return Proxy(cluster, {"databases": databases}, rules).start()


def company_twins(cluster: Cluster, proxy: Proxy, version: str, physical: str, user: str = "postgres") -> Twins:
    twin, database = f"company_twin_{version}", f"company_{physical}@{version}"
    return twins_of(cluster, proxy, COMPANY, twin, database, version, TABLES, SEQUENCES, user)

"""The promise on the large corpus: every statement of tests/data/sql/company is answered alike, or refused as it is marked."""

from support.company import COMPANY, PAIRS, company_twins

STATEMENTS = 1500
# Statements that are refused for some pair of versions, beside those of limits.sql, which are there to show what is. Lower it when a
# construct is no longer refused.
REFUSED = 42
LIMITS = "limits.sql"


def test_company(cluster, company_proxy, bars):
    problems, refused = [], set()
    for version, physical in PAIRS:
        twins = company_twins(cluster, company_proxy, version, physical)
        cases, accounts = twins.compare_all()
        refused |= {(case.where, case.sql) for case in cases if not case.where.startswith(LIMITS)}
        problems += [f"client {version} on physical {physical}: {account}" for account in accounts]
    results = [
        bars.at_least("company_statements", len(COMPANY.cases), STATEMENTS),
        bars.at_most("company_differences", len(problems), 0),
        bars.at_most("company_refused", len(refused), REFUSED),
    ]
    assert all(results), f"{len(refused)} refused, {len(problems)} problems\n" + "\n".join(problems)

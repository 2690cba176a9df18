"""The promise on the large corpus: every statement of tests/data/sql/company is answered alike, or refused as it is marked."""

from support.company import COMPANY, PAIRS, company_twins

STATEMENTS = 1500
# Statements that are refused for some pair of versions. Lower it when a construct is no longer refused.
REFUSED = 72


def test_company(cluster, company_proxy, bars):
    problems, refused = [], set()
    for version, physical in PAIRS:
        twins = company_twins(cluster, company_proxy, version, physical)
        for case in COMPANY.cases:
            for protocol in case.protocols():
                verdict = twins.compare(case, protocol, ordered="ORDER BY" in case.sql)
                if verdict == "refused":
                    refused.add((case.where, case.sql))
                if verdict == "refused" and not case.refused:
                    verdict = f"{case.where} ({protocol}) refused: {COMPANY.text(case.sql, version)}"
                if verdict not in ("equal", "refused"):
                    problems.append(f"client {version} on physical {physical}: {verdict}")
    results = [
        bars.at_least("company_statements", len(COMPANY.cases), STATEMENTS),
        bars.at_most("company_differences", len(problems), 0),
        bars.at_most("company_refused", len(refused), REFUSED),
    ]
    assert all(results), f"{len(refused)} refused, {len(problems)} problems\n" + "\n".join(problems)

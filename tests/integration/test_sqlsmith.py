"""Statements of sqlsmith through the twin oracle: where the answer is certain, it is the same."""

import pytest

from support.company import COMPANY, TABLES, SEQUENCES, company_twins
from support.sqlsmith import ROLE, make_role, statements
from support.twins import Case, Twins
from support.wire import Connection

PAIRS = [("v1", "v2"), ("v1", "v3"), ("v2", "v1")]
STATEMENTS = 150
SEED = 20261121
# Per cent: what may be refused, and what may fail on both sides in other words (which of several mistakes is found first
# is the plan's choice).
REFUSED, OTHER_ERRORS = 5, 3


@pytest.fixture(scope="module")
def databases(cluster, company_proxy):
    make_role(cluster, [f"company_{kind}{version}" for version in COMPANY.versions for kind in ("twin_", "")])


def test_sqlsmith(cluster, company_proxy, databases, bars):
    wrong, counts = [], {"equal": 0, "refused": 0, "other error": 0, "uncertain": 0}
    for version, physical in PAIRS:
        judged = company_twins(cluster, company_proxy, version, physical, user=ROLE)
        # The same version twice: what differs even there has no one answer.
        alike = Twins(judged.direct, Connection(cluster.port, f"company_{version}", user=ROLE), COMPANY, version, TABLES, SEQUENCES)
        for number, sql in enumerate(statements(cluster, f"company_twin_{version}", STATEMENTS, SEED)):
            case, protocol = Case(f"sqlsmith {number}", sql), "simple" if number % 2 else "extended"
            verdict = judged.compare(case, protocol, ordered=False)
            if verdict not in ("equal", "refused") and alike.compare(case, protocol, ordered=False) != "equal":
                verdict = "uncertain"
            kind = next((kind for kind in counts if verdict.startswith(kind)), None)
            if kind is None:
                wrong.append(f"client {version} on physical {physical}: {verdict}")
            else:
                counts[kind] += 1
    judged_share = sum(counts.values()) / 100
    print(counts)
    results = [
        bars.at_most("sqlsmith_wrong", len(wrong), 0),
        bars.at_most("sqlsmith_refused_percent", round(counts["refused"] / judged_share, 1), REFUSED),
        bars.at_most("sqlsmith_other_errors_percent", round(counts["other error"] / judged_share, 1), OTHER_ERRORS),
    ]
    assert all(results), f"{counts}\n" + "\n".join(wrong[:10])

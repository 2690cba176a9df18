"""Seeded random statements through the twin oracle: no difference, and refusals stay rare."""

import pytest

from support.random_sql import Generator
from support.twins import Case

from test_twin_oracle import SEQUENCES, SHOP, TABLES, proxy, twins_of  # noqa: F401

STATEMENTS = 1500


@pytest.mark.parametrize("version, physical", [("v1", "v2"), ("v1", "v3"), ("v2", "v1"), ("v3", "v1"), ("v2", "between"), ("v3", "v2")])
def test_random_statements(cluster, proxy, version, physical):  # noqa: F811
    twins = twins_of(cluster, proxy, SHOP, version, physical, TABLES, SEQUENCES)
    generator = Generator(seed=20261121)
    counts, problems = {"equal": 0, "refused": 0}, []
    for number in range(STATEMENTS):
        case = Case(f"random {number}", generator.statement())
        verdict = twins.compare(case, "simple" if number % 2 else "extended")
        if verdict in counts:
            counts[verdict] += 1
        else:
            problems.append(verdict)
    print(f"client {version} on physical {physical}: {counts}, {len(problems)} differ")
    assert not problems, f"{len(problems)} differ\n" + "\n".join(problems[:20])
    assert counts["refused"] < STATEMENTS * 0.02

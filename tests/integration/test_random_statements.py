"""Seeded random statements through the twin oracle: no wrong result, and refusals and other errors stay rare."""

import pytest

from support.random_shapes import ShapesGenerator
from support.shop import shop_twins
from support.twins import Case

STATEMENTS = 400
# Of all statements, how many per cent may be refused, and how many may fail on both sides with another text. What is left:
# errors of a statement with several mistakes, and names in texts that do not tell whose they are.
REFUSED, OTHER_ERRORS = 1, 0.75


@pytest.mark.parametrize("version, physical", [("v1", "v2"), ("v1", "v3"), ("v2", "v1"), ("v3", "v1"), ("v2", "between"), ("v3", "v2")])
def test_random_statements(cluster, shop_proxy, bars, version, physical):
    twins = shop_twins(cluster, shop_proxy, version, physical)
    generator = ShapesGenerator(seed=20261121)
    equal, refused, other_errors, problems = 0, 0, [], []
    for number in range(STATEMENTS):
        case = Case(f"random {number}", generator.statement())
        verdict = twins.compare(case, "simple" if number % 2 else "extended", ordered=False)
        equal += verdict == "equal"
        refused += verdict == "refused"
        if verdict.startswith("other error"):
            other_errors.append(verdict)
        elif verdict not in ("equal", "refused"):
            problems.append(verdict)
    print(f"client {version} on physical {physical}: {equal} equal, {refused} refused, {len(problems)} wrong, "
          + "\n".join([f"{len(other_errors)} other errors", *other_errors]))
    name = f"random_{version}_on_{physical}"
    results = [
        bars.at_most(f"{name}_wrong", len(problems), 0),
        bars.at_most(f"{name}_refused_percent", 100 * refused / STATEMENTS, REFUSED),
        bars.at_most(f"{name}_other_errors_percent", 100 * len(other_errors) / STATEMENTS, OTHER_ERRORS),
    ]
    assert all(results), f"{len(problems)} wrong\n" + "\n".join(problems[:20] + other_errors)

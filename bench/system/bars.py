"""What is to be reached, and whether it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Measured = TypeVar("Measured")

QUICK_SLACK = 0.25  # of a short run: how far short of a bar is no verdict yet


@dataclass(frozen=True)
class Bar:
    name: str
    value: float
    target: float
    met: bool

    def line(self) -> str:
        return f"{self.name} {round(self.value, 3):g} {round(self.target, 3):g} {'pass' if self.met else 'fail'}"


class Judge:
    """Makes bars; those of a short run with slack."""

    def __init__(self, slack: float):
        self.slack = slack

    def at_least(self, name: str, value: float, target: float) -> Bar:
        target *= 1 - self.slack
        return Bar(name, value, target, value >= target)

    def at_most(self, name: str, value: float, target: float) -> Bar:
        target *= 1 + self.slack
        return Bar(name, value, target, value <= target)


def measured(
    measure: Callable[[], Measured], bars_of: Callable[[Measured], list[Bar]], longer: Callable[[], Measured] | None = None
) -> tuple[Measured, list[Bar]]:
    """A bar missed is measured once more before it counts, by `longer` where that is given; then that is the one reported."""
    first = measure()
    bars = bars_of(first)
    if all(bar.met for bar in bars):
        return first, bars
    second = (longer or measure)()
    return second, [bar if bar.met else again for bar, again in zip(bars, bars_of(second), strict=True)]

"""Machines are noisy: contestants take turns round by round, and only ratios within a round are trusted."""

import statistics
from collections.abc import Callable, Sequence
from typing import TypeAlias

Figures: TypeAlias = dict[str, float]
Turn: TypeAlias = Callable[[int], Figures]  # what a contestant does with the round's random seed

FIRST_SEED = 7919


class Series:
    """The figures of every contestant in every round."""

    def __init__(self, rounds: Sequence[dict[str, Figures]]):
        self.rounds = rounds

    def median(self, name: str, figure: str) -> float:
        return statistics.median(figures[name][figure] for figures in self.rounds)

    def ratio(self, one: str, other: str, figure: str) -> float:
        """The median of the rounds' ratios: what slows down a whole round does not count."""
        return statistics.median(figures[one][figure] / figures[other][figure] for figures in self.rounds)

    def medians(self) -> dict[str, Figures]:
        first = self.rounds[0]
        return {name: {figure: self.median(name, figure) for figure in figures} for name, figures in first.items()}


def play(contestants: dict[str, Turn], rounds: int) -> Series:
    """There and back: neighbours stay neighbours, and nobody is always first."""
    taken: list[dict[str, Figures]] = []
    for number in range(rounds):
        names = list(contestants) if number % 2 == 0 else list(reversed(contestants))
        figures = {name: contestants[name](FIRST_SEED + number) for name in names}
        taken.append({name: figures[name] for name in contestants})
    return Series(taken)

"""What all parts of the suite have in common: what they are given, and what they give back."""

from collections.abc import Callable
from dataclasses import dataclass, field

import terminal
from bars import QUICK_SLACK, Bar, Judge
from stage import Stage
from table import Table

BULK_ROUNDS, FEW_ROUNDS = 5, 3


@dataclass
class Context:
    """Options of the run, and the stage, which is set up when the first part asks for it."""

    quick: bool
    rounds: int
    seconds: int
    size_mb: int
    sessions: int
    threads: int
    scale: int
    _stage: Stage | None = None

    @property
    def judge(self) -> Judge:
        return Judge(QUICK_SLACK if self.quick else 0)

    @property
    def bulk_rounds(self) -> int:
        """For what takes seconds a turn."""
        return min(BULK_ROUNDS, self.rounds)

    @property
    def few_rounds(self) -> int:
        """For what has no bars."""
        return min(FEW_ROUNDS, self.rounds)

    @property
    def stage(self) -> Stage:
        if self._stage is None:
            self._stage = Stage(self.scale, self.threads)
        return self._stage

    def close(self) -> None:
        if self._stage is not None:
            self._stage.close()


@dataclass
class Result:
    """`rows` are flat: what was measured, and its figures. The tables, the JSON and the plots are made of them."""

    rows: list[dict] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)

    def add(self, rows: list[dict], bars: list[Bar], tables: Callable[[list[dict]], list[Table]]) -> None:
        """Shows the rows as well."""
        for table in tables(rows):
            terminal.print_table(table)
        self.rows += rows
        self.bars += bars

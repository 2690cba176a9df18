"""A table of figures, for the terminal and for a page."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Cells are ready to be shown; the first column is text, the others are figures."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def text(self) -> str:
        widths = [max(map(len, column)) for column in zip(self.header, *self.rows, strict=True)]
        return "\n".join("  ".join(cell.rjust(width) if number else cell.ljust(width)
                                   for number, (cell, width) in enumerate(zip(row, widths, strict=True)))
                         for row in [self.header, *self.rows])

    def markdown(self) -> str:
        lines = [self.header, ["---"] + ["---:"] * (len(self.header) - 1), *self.rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def grouped(rows: list[dict], *keys: str) -> Iterator[tuple]:
    """Neighbours with the same values under `keys`: that value, or the tuple of them, and the rows."""
    for value, members in itertools.groupby(rows, lambda row: row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys)):
        yield value, list(members)

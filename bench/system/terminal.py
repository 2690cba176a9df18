"""What people see: progress where a terminal shows it, colour likewise, and tables of plain text."""

import os
import sys
from collections.abc import Sequence

COLOURED = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
COLOURS = {"pass": "32", "fail": "31"}


def heading(text: str) -> None:
    clear_progress()
    print(f"\n\033[1m{text}\033[0m" if COLOURED else f"\n{text}", flush=True)


def progress(text: str) -> None:
    """One line on the terminal, replaced by the next; nothing elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text} …", end="", file=sys.stderr, flush=True)


def clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def table_lines(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The first column to the left, figures to the right."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    return ["  ".join(cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths)))
            for row in [header, *rows]]


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    clear_progress()
    print("\n".join(table_lines(header, rows)), flush=True)


def print_verdict(line: str) -> None:
    colour = COLOURS[line.rsplit(" ", 1)[1]]
    print(f"\033[{colour}m{line}\033[0m" if COLOURED else line, flush=True)

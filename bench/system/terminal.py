"""What people see: progress where a terminal shows it, colour likewise, and tables."""

import os
import sys

from table import Table

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


def print_table(table: Table) -> None:
    clear_progress()
    print(table.text(), flush=True)


def print_verdict(line: str) -> None:
    colour = COLOURS[line.rsplit(" ", 1)[1]]
    print(f"\033[{colour}m{line}\033[0m" if COLOURED else line, flush=True)

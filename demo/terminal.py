"""What the demo prints. Colour and a moving line only on a terminal and unless NO_COLOR is set."""

import os
import shutil
import sys
import textwrap
import time

LIVELY = sys.stdout.isatty()
COLOUR = LIVELY and not os.environ.get("NO_COLOR")
WIDTH = min(shutil.get_terminal_size((100, 24)).columns, 110)


def paint(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if COLOUR else text


def bold(text: str) -> str:
    return paint("1", text)


def dim(text: str) -> str:
    return paint("2", text)


def red(text: str) -> str:
    return paint("31", text)


def green(text: str) -> str:
    return paint("32", text)


def title(text: str) -> None:
    print(f"\n{bold(text)}\n{dim('─' * min(len(text), WIDTH))}", flush=True)


def paragraph(text: str) -> None:
    print(textwrap.fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="  "), flush=True)


def quote(speaker: str, text: str) -> None:
    """What some program said, word for word."""
    for number, line in enumerate(text.splitlines()):
        print(f"    {dim(f'{speaker:>11}') if number == 0 else ' ' * 11} {dim('│')} {line}", flush=True)


def passing(text: str) -> None:
    """A line that the next one replaces: progress while something is waited for."""
    if LIVELY:
        print(f"\r\x1b[K  {dim(text)}", end="", flush=True)


def passed() -> None:
    if LIVELY:
        print("\r\x1b[K", end="", flush=True)


def wait(seconds: float, status) -> None:
    """Sleeps, showing what `status()` returns ten times a second."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        passing(status())
        time.sleep(min(0.1, max(0.0, end - time.monotonic())))
    passed()


class Claims:
    """What the demo says is so. The exit status is whether all of it was."""

    def __init__(self):
        self.failed = 0
        self.noted = True  # whether all that was noted since the last line held

    def check(self, holds: bool, text: str) -> None:
        self.failed += not holds
        print(f"  {green('✓') if holds else red('✗')} {text}", flush=True)

    def note(self, holds: bool) -> None:
        """A part of the claim that `settle` prints."""
        self.noted = self.noted and holds

    def settle(self, text: str) -> None:
        self.check(self.noted, text)
        self.noted = True

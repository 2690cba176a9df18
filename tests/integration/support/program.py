"""One run of the program's command line."""

import dataclasses
import os
import subprocess

from .proxy import PROGRAM, ROOT

__all__ = ["PROGRAM", "ROOT", "Done", "pgsegue"]


@dataclasses.dataclass
class Done:
    code: int
    out: str
    err: str


def pgsegue(*arguments, stdin: str = "", cwd=None) -> Done:
    """Without the PG* variables of the caller, which name a server, and without NO_COLOR."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "NO_COLOR"))}
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60)
    return Done(done.returncode, done.stdout, done.stderr)

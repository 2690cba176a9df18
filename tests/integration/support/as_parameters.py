"""A case with its constants in parameters: names must mean the same there."""

import re
from dataclasses import replace

from .twins import NEXT_STEP, Case

PLAIN = re.compile(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE|VALUES|TABLE)\b", re.IGNORECASE)
# Constants in another spelling, comments, and what could be mistaken for either.
OTHER = re.compile(r"""\$|--|/\*|"[^"]*'|\b([ebxn]|u&)'|'\s*\n\s*'""", re.IGNORECASE)
# Behind these words the grammar wants a constant: a type's name in front of its value, or one of its own.
BEFORE_CONSTANT = re.compile(
    r"\b(date|time|timestamp|timestamptz|interval|regclass|jsonb?|xml|bool|boolean|uuid|inet|zone|as|uescape|escape|passing|name|"
    r"[a-z_]*(range|interval|precision|varying|\]))\s*$", re.IGNORECASE)
CONSTANT = re.compile(r"'((?:[^']|'')*)'")


def as_parameters(case: Case) -> Case | None:
    """None: it has no constants that could be parameters."""
    if not PLAIN.match(case.sql) or OTHER.search(case.sql) or NEXT_STEP in case.sql or case.values or case.simple_only or ";" in case.sql:
        return None
    values: list[bytes] = []

    def take(found: re.Match) -> str:
        if BEFORE_CONSTANT.search(case.sql[:found.start()]):
            return found[0]
        values.append(found[1].replace("''", "'").encode())
        return f"${len(values)}"

    sql = CONSTANT.sub(take, case.sql)
    return replace(case, sql=sql, values=tuple(values), extended_only=True) if values else None

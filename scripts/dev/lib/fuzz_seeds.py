#!/usr/bin/env python3
"""Makes the inputs that fuzzing starts from out of the data tests: fuzz_seeds.py FOLDER writes FOLDER/<target>/<hash>."""

import hashlib
import pathlib
import re
import struct
import sys

import yaml

DATA = pathlib.Path(__file__).resolve().parents[3] / "tests/data"


def corpus_statements():
    """The paragraphs of tests/data/sql, in the words of the first version."""
    for folder in sorted({path.parent for path in (DATA / "sql").glob("*/*.sql")}):
        file = folder / "names.yaml"
        names = next(iter(yaml.safe_load(file.read_text()).values())) if file.exists() else {}
        for file in sorted(folder.glob("*.sql")):
            text = re.sub("[«»]", "", file.read_text())
            for placeholder, name in names.items():
                text = text.replace("{" + placeholder + "}", str(name))
            for paragraph in re.split(r"\n\s*\n", text):
                yield re.sub(r"(?m)^--.*\n?", "", paragraph).strip()


def case_statements():
    """The input lines of tests/data/{rewrite,plan,resolve}: between a command and `----`."""
    for folder in ("rewrite", "plan", "resolve"):
        for file in sorted((DATA / folder).glob("*.test")):
            for block in re.split(r"\n\s*\n", file.read_text()):
                lines = [line for line in block.splitlines() if not line.startswith("#")]
                if "----" in lines:
                    yield "\n".join(lines[1 : lines.index("----")])


def message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack(">I", len(body) + 4) + body


def parse(name: str, sql: str) -> bytes:
    return message(b"P", name.encode() + b"\0" + sql.encode() + b"\0\0\0")


def bind_execute_sync(name: str) -> bytes:
    bound = b"\0" + name.encode() + b"\0" + b"\0\0" * 3
    return message(b"B", bound) + message(b"E", b"\0\0\0\0\0") + message(b"S", b"")


def error(code: str, text: str) -> bytes:
    return message(b"E", f"SERROR\0VERROR\0C{code}\0M{text}\0P8\0\0".encode())


def ready(status: bytes = b"I") -> bytes:
    return message(b"Z", status)


def complete(tag: str) -> bytes:
    return message(b"C", tag.encode() + b"\0")


PROBE_ANSWER = (
    message(b"T", b"\0\2" + (b"c\0" + b"\0" * 6 + struct.pack(">IhiH", 25, -1, -1, 0)) * 2)
    + message(b"D", b"\0\2" + struct.pack(">I", 19) + b"{pg_catalog,public}" + struct.pack(">I", 2) + b"{}")
)


def conversations():
    """Pieces by side, after a login to shop@v1: 0 is the client."""
    select = "SELECT last_name FROM person"
    yield [(0, message(b"Q", select.encode() + b"\0")), (1, PROBE_ANSWER + complete("SELECT 1") + ready())]
    yield [(0, parse("s", select) + bind_execute_sync("s")), (1, message(b"1", b"") + message(b"2", b"") + complete("SELECT 0") + ready())]
    yield [(0, message(b"Q", b"SELECT surname FROM person\0")), (1, error("42703", 'column "surname" does not exist') + ready())]
    yield [(0, message(b"Q", b"COPY orders FROM STDIN\0")), (1, message(b"G", b"\0\0\0")), (0, message(b"d", b"1\t2\n") + message(b"c", b"")), (1, complete("COPY 1") + ready())]
    yield [(0, message(b"Q", b"BEGIN\0")), (1, complete("BEGIN") + ready(b"T")), (0, message(b"Q", b"SELECT p FROM person p\0")), (1, error("0A000", "x") + ready(b"E"))]
    yield [(0, parse("", "SELEC") + message(b"H", b"")), (1, error("42601", "syntax error")), (0, message(b"S", b"")), (1, ready())]
    yield [(0, message(b"X", b""))]


def pieces(conversation) -> bytes:
    out = b"\6"
    for side, sent in conversation:
        for start in range(0, len(sent), 127):
            part = sent[start : start + 127]
            out += bytes([len(part) << 1 | side]) + part
    return out


def seeds() -> dict[str, list[bytes]]:
    statements = [statement.encode() for statement in [*corpus_statements(), *case_statements()] if statement]
    scanned = [line.encode() for line in (DATA / "scan/corpus.sql").read_text().splitlines() if line]
    talks = list(conversations())
    return {
        "scan": statements + scanned,
        "bind": statements,
        "rewrite": statements,
        "cache": statements,
        "rule_file": [file.read_bytes() for file in sorted((DATA / "rules").glob("*.yaml"))],
        "frames": [b"".join(sent for side, sent in talk if side == wanted) for talk in talks for wanted in (0, 1)],
        "conversation": [pieces(talk) for talk in talks],
    }


def main(folder: pathlib.Path) -> None:
    for target, inputs in seeds().items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for data in inputs:
            (folder / target / hashlib.sha1(data).hexdigest()).write_bytes(data)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))

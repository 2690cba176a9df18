"""pgsegue check on good and bad files, without a server."""

import json
import os
import pty
import re
import subprocess

import jsonschema
import pytest
import yaml

from support.program import PROGRAM, ROOT, pgsegue

CONF = ROOT / "conf"
RULES = "database: shop\nversions:\n  - name: v1\n  - name: v2\n    changes:\n      - rename_column: { table: person, from: last_name, to: surname }\n"


@pytest.fixture
def directory(tmp_path):
    (tmp_path / "pgsegue.yaml").write_text("databases:\n  - { name: shop, rules: shop.yaml }\n")
    (tmp_path / "shop.yaml").write_text(RULES)
    return tmp_path


def test_files_in_order(directory):
    done = pgsegue("check", "-c", "pgsegue.yaml", cwd=directory)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"pgsegue.yaml: no findings\nshop: versions v1, v2 ({directory}/shop.yaml)\n"


def test_the_example_is_in_order():
    done = pgsegue("check", "--strict", "-c", CONF / "pgsegue.yaml")
    assert done.code == 0 and "no findings" in done.out, done.err


def test_a_finding_has_place_caret_and_hint(directory):
    (directory / "shop.yaml").write_text(RULES.replace("from:", "form:"))
    done = pgsegue("check", "-c", "pgsegue.yaml", cwd=directory)
    assert done.code == 1 and done.out == "pgsegue.yaml: 2 errors\n"
    lines = done.err.splitlines()
    at = next(i for i, line in enumerate(lines) if "form" in line and "error" in line)
    line, column = map(int, re.match(r".*/shop\.yaml:(\d+):(\d+): error: ", lines[at]).groups())
    assert (line, column) == (6, RULES.splitlines()[5].index("from") + 1)
    excerpt, caret = lines[at + 1], lines[at + 2]
    assert excerpt[caret.index("^"):].startswith("form")
    assert lines[at + 3] == '  hint: did you mean "from"?'


def test_all_findings_of_both_files_at_once(directory):
    (directory / "pgsegue.yaml").write_text("threads: many\ndatabases:\n  - { name: shop, rules: shop.yaml, auht: relay }\n")
    (directory / "shop.yaml").write_text(RULES.replace("from:", "form:"))
    done = pgsegue("check", "-c", "pgsegue.yaml", cwd=directory)
    assert done.code == 1 and "pgsegue.yaml: 4 errors" in done.out
    assert '"threads" must be a whole number' in done.err and '"auht"' in done.err and '"form"' in done.err


def test_warnings_count_only_with_strict(directory):
    (directory / "pgsegue.yaml").write_text("databases: [{ name: shop }]\nverifiers: { file: verifiers }\n")
    (directory / "verifiers").write_text("")
    (directory / "verifiers").chmod(0o600)
    assert pgsegue("check", "-c", "pgsegue.yaml", cwd=directory).code == 0
    done = pgsegue("check", "--strict", "-c", "pgsegue.yaml", cwd=directory)
    assert done.code == 1 and "1 warning" in done.out and "warning: " in done.err


def test_a_certificate_that_is_none(directory):
    for name in ("server.crt", "server.key"):
        (directory / name).write_text("not a certificate")
        (directory / name).chmod(0o600)
    (directory / "pgsegue.yaml").write_text(
        "client_tls: { mode: require, certificate: server.crt, key: server.key }\nserver_tls: { mode: disable }\ndatabases: [{ name: shop }]\n"
    )
    done = pgsegue("check", "-c", "pgsegue.yaml", cwd=directory)
    assert done.code == 1 and "server.crt" in done.err


def test_a_server_that_is_away(directory):
    (directory / "pgsegue.yaml").write_text(
        f"servers: [{{ host: {directory}, port: 1 }}]\ndatabases:\n  - {{ name: shop, rules: shop.yaml }}\n"
    )
    done = pgsegue("check", "--live", "-c", "pgsegue.yaml", cwd=directory)
    assert done.code == 1 and "1 error" in done.out and ".s.PGSQL.1" in done.err
    assert pgsegue("check", "-c", "pgsegue.yaml", cwd=directory).code == 0


def test_the_database_to_check_must_be_known(directory):
    (directory / "pgsegue.yaml").write_text("databases: [{ name: shop, rules: shop.yaml }, { name: copy, server_database: shop, rules: shop.yaml }]\n")
    done = pgsegue("check", "-c", "pgsegue.yaml", "--database", "shpo", cwd=directory)
    assert done.code == 1 and 'did you mean "shop"?' in done.err
    done = pgsegue("check", "-c", "pgsegue.yaml", "--dsn", "dbname=x", cwd=directory)
    assert done.code == 1 and "--database" in done.err


@pytest.mark.parametrize("dsn", ["nonsense", "host=", "port=none", "sslmode=perhaps", "service=x"])
def test_a_dsn_that_is_none(directory, dsn):
    done = pgsegue("check", "-c", "pgsegue.yaml", "--dsn", dsn, cwd=directory)
    assert done.code == 1, done


def test_colour_only_on_a_terminal_without_no_color(directory):
    (directory / "pgsegue.yaml").write_text("threads: many\n")

    def on_terminal(**environment):
        ours, theirs = pty.openpty()
        subprocess.run([PROGRAM, "check", "-c", "pgsegue.yaml"], cwd=directory, stdout=subprocess.DEVNULL, stderr=theirs,
                       env={**os.environ, "NO_COLOR": "", **environment}, timeout=60)
        os.close(theirs)
        text = b""
        try:
            while chunk := os.read(ours, 4096):
                text += chunk
        except OSError:
            pass
        os.close(ours)
        return text

    assert b"\x1b[" in on_terminal()
    assert b"\x1b[" not in on_terminal(NO_COLOR="1")
    piped = subprocess.run([PROGRAM, "check", "-c", "pgsegue.yaml"], cwd=directory, capture_output=True, timeout=60)
    assert b"error: " in piped.stderr and b"\x1b[" not in piped.stderr


def full_example() -> str:
    """The example with its commented defaults in force; of keys that exclude each other, one."""
    text = re.sub(r"(?m)^( *)#(?=\S|  )", r"\1", (CONF / "pgsegue.yaml").read_text())
    return "\n".join(line for line in text.splitlines() if not re.match(r"\s*(file|control_password):", line))


@pytest.mark.parametrize("text", [(CONF / "pgsegue.yaml").read_text(), full_example()], ids=["as it is", "in full"])
def test_the_example_fits_the_schema(text):
    schema = json.loads((CONF / "pgsegue.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))


def case_files():
    """The configurations the loader takes."""
    files = sorted((ROOT / "tests/data/config").glob("*.yaml"))
    return [file for file in files if ": error: " not in file.read_text()]


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_what_the_loader_takes_fits_the_schema(file):
    schema = json.loads((CONF / "pgsegue.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(file.read_text()))

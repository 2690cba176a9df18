"""pgsegue explain, case by case: tests/data/explain/*.txt.

A case is the command's options in the first line, the statement up to a line "----", then what is printed and the exit code.
With PGSEGUE_REWRITE_EXPECTED set the second half is written anew, to be reviewed.
"""

import os
import shlex

import pytest

from support.program import ROOT, pgsegue

DATA = ROOT / "tests/data/explain"
CASES = sorted(DATA.glob("*.txt"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_explain(file):
    given, expected = file.read_text().split("----\n")
    options, statement = given.split("\n", 1)
    done = pgsegue("explain", *shlex.split(options), "-", stdin=statement, cwd=DATA)
    found = f"{done.out}{done.err}exit code {done.code}\n"
    if "PGSEGUE_REWRITE_EXPECTED" in os.environ:
        file.write_text(f"{given}----\n{found}")
    assert found == expected


def test_there_are_cases():
    assert len(CASES) >= 20


def test_the_statement_may_be_an_argument():
    options = ["--rules", "shop.yaml", "--version", "v1", "--catalog", "tables_v1.yaml"]
    as_argument = pgsegue("explain", *options, "SELECT last_name FROM person", cwd=DATA)
    from_input = pgsegue("explain", *options, "-", stdin="SELECT last_name FROM person\n", cwd=DATA)
    assert as_argument.code == 0 and as_argument == from_input


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tables: person\n", '"tables" must be a list'),
        ("tables: [{ name: person }]\n", '"columns" is missing'),
        ("tables: [{ name: person, columns: [a, a] }]\n", "the column a is given twice"),
        ("tables: [{ name: person, columns: [a] }, { name: public.person, columns: [a] }]\n", "the table person is given twice"),
        ("tabels: []\n", 'did you mean "tables"?'),
    ],
)
def test_a_wrong_description_of_tables(tmp_path, text, said):
    (tmp_path / "tables.yaml").write_text(text)
    done = pgsegue("explain", "--rules", DATA / "shop.yaml", "--version", "v1", "--catalog", tmp_path / "tables.yaml", "SELECT 1")
    assert done.code == 1 and done.out == "" and said in done.err

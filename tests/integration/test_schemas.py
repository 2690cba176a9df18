"""The JSON schemas in conf/ accept what pgsegue accepts, and find errors of form where editors are to show them."""
import json
import pathlib
import re

import jsonschema
import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULE_FILES = sorted((ROOT / "tests/data/rules").glob("*.yaml"))
# Beginnings of the findings that are about names or about what several entries say together: beyond a schema.
BEYOND_A_SCHEMA = ("no finding", "v1", "the key ", "a second YAML", "version ", "column ", "table ", "constraint ", "type ", "two ", "there is no ",
                   "these quotes", "a and b ", "an SQL name", "unexpected ", "of the ", "both ", "the names ", "in v", "schema ",
                   "the system's", "moving a ", "the database has", "person", "ctid is", '"from" is not an SQL name')


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "conf" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def errors(name: str, path: pathlib.Path) -> list[str]:
    return [error.message for error in validator(name).iter_errors(yaml.safe_load(path.read_text()))]


@pytest.mark.parametrize("schema, example", [("pgsegue.schema.json", "pgsegue.yaml"),
                                             ("pgsegue-rules.schema.json", "rules/shop.yaml")])
def test_examples_fit_their_schema(schema: str, example: str) -> None:
    assert errors(schema, ROOT / "conf" / example) == []


def first_finding(path: pathlib.Path) -> str:
    line = path.with_suffix(".expected").read_text().splitlines()[0]
    return re.split(": (?:error|warning): ", line, maxsplit=1)[-1]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_rule_files(path: pathlib.Path) -> None:
    finding = first_finding(path)
    if path.stem in ("file_syntax",):
        with pytest.raises(yaml.YAMLError):
            yaml.safe_load(path.read_text())
    elif finding.startswith(BEYOND_A_SCHEMA):
        assert errors("pgsegue-rules.schema.json", path) == []
    else:
        assert errors("pgsegue-rules.schema.json", path) != [], finding

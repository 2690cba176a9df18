"""A corpus written in the words of its first version: rules.yaml says how the schema and the statements read in the others.

In a statement every word that some rename starts from is replaced, wherever it stands. Words in «guillemets» are not: «family»
is family in every version, «department.surname» is what the version calls that column of that table.
"""

import re

import yaml

from .twins import Corpus, read_cases

WORD = re.compile(r'«([^»]*)»|"(?:[^"]|"")*"|[^\W\d]\w*')


class RenamedCorpus(Corpus):
    def __post_init__(self):
        self.rules = (self.folder / "rules.yaml").read_text(encoding="utf-8")
        declared = yaml.safe_load(self.rules)["versions"]
        self.versions = [version["name"] for version in declared]
        self.changes = {version["name"]: version.get("changes", []) for version in declared}
        self.words = words_per_version(self.versions, self.changes)
        files = sorted(f for f in self.folder.glob("*.sql") if f.name != "schema.sql")
        self.cases = [case for file in files for case in read_cases(file)]

    def script(self, version: str) -> str:
        parts = [(self.folder / "schema.sql").read_text(encoding="utf-8")]
        for step in self.versions[1:self.versions.index(version) + 1]:
            parts += rename_statements(self.changes[step])
        return "\n".join(parts)

    def text(self, sql: str, version: str) -> str:
        words = self.words[version]
        return WORD.sub(lambda found: translate(found, words), sql)


def translate(found: re.Match, words: dict[str, str]) -> str:
    if (kept := found[1]) is not None:
        return words.get(kept, kept.rsplit(".", 1)[-1]) if "." in kept else kept
    word = found[0]
    quoted = word.startswith('"')
    new = words.get(word) or words.get(word[1:-1] if quoted else word.lower())
    if new is None:
        return word
    if new.startswith('"'):
        return new
    return f'"{new}"' if quoted else new.upper() if word.isupper() else new


def rename_statements(changes: list[dict]) -> list[str]:
    """Columns first and by way of names nobody has: all changes speak of the version before, and two may swap."""
    columns = [change["rename_column"] for change in changes if "rename_column" in change]
    tables = [change["rename_table"] for change in changes if "rename_table" in change]
    away = [f'ALTER TABLE {c["table"]} RENAME {c["from"]} TO between_{n};' for n, c in enumerate(columns)]
    home = [f'ALTER TABLE {c["table"]} RENAME between_{n} TO {c["to"]};' for n, c in enumerate(columns)]
    return away + home + [f'ALTER TABLE {t["from"]} RENAME TO {t["to"]};' for t in tables]


def words_per_version(versions: list[str], changes: dict[str, list[dict]]) -> dict[str, dict[str, str]]:
    """For each version what the words of the first one have become. A word that the first version has in several tables follows
    the table declared first; `table.column` is there for each."""
    columns: dict[tuple[str, str], str] = {}  # (table, column) of the first version -> column now
    tables: dict[str, str] = {}
    result = {versions[0]: {}}
    for version in versions[1:]:
        columns_before, tables_before = dict(columns), dict(tables)
        for change in changes[version]:
            if "rename_table" in change:
                rename = change["rename_table"]
                tables[first_name(tables_before, rename["from"])] = rename["to"]
            else:
                rename = change["rename_column"]
                table = first_name(tables_before, rename["table"])
                of_table = {column: now for (t, column), now in columns_before.items() if t == table}
                columns[(table, first_name(of_table, rename["from"]))] = rename["to"]
        result[version] = words_of(tables, columns)
    return result


def first_name(now: dict[str, str], name: str) -> str:
    return next((first for first, present in now.items() if present == name), name)


def words_of(tables: dict[str, str], columns: dict[tuple[str, str], str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for table, now in tables.items():
        words[table] = now
        words.setdefault(table.split(".")[-1], now)
    for (table, column), now in columns.items():
        words[f"{table}.{column}"] = now
        words.setdefault(column, now)
    return words

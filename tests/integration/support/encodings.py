"""The corpus tests/data/sql/encodings: the same statements in every encoding that PostgreSQL knows, on databases of several."""

import re
from dataclasses import dataclass

import yaml

from .cluster import Cluster
from .proxy import Proxy
from .twins import CORPORA, NEXT_STEP, Case, is_refusal, read_cases
from .wire import Connection, Outcome

FOLDER = CORPORA / "encodings"
SCRIPTS = yaml.safe_load((FOLDER / "words.yaml").read_text(encoding="utf-8"))
NAMES = yaml.safe_load((FOLDER / "names.yaml").read_text(encoding="utf-8"))
CASES = read_cases(FOLDER / "statements.sql")
DATABASES = ["UTF8", "LATIN1", "LATIN9", "WIN1251", "EUC_JP", "EUC_JIS_2004", "EUC_KR", "SQL_ASCII"]
# Converts nothing to UTF-8: see test_mule_internal.
APART = {"MULE_INTERNAL"}
# Letters that are not where the C library has them, and syllables that the server sends but does not take.
REFUSED = {("BIG5", "cyrillic"), ("JOHAB", "korean")}
BAD_TAILS = [b"\x83'", b"\x95\x5c", b"\x81\x27", b"\x8d\x20", b"\xff\"", b"\x80|", b"\x81\x30'", b"\x8f\xa1'", b"\x8e\xa1\xa1", b"\xf0\x9f",
             # A backslash and a tilde, but only from SHIFT_JIS_2004 in a UTF-8 database.
             b"\x81\x5f", b"\x81\xb0"]
BAD_STATEMENTS = ["SELECT '\1', {column} FROM {table}", "SELECT {column} FROM {table} -- \1", "SELECT \"\1\" FROM {table}",
                  "SELECT E'\1'', {column} FROM {table} --'", "SELECT {column} \1 '' FROM {table}"]


@dataclass(frozen=True)
class Coder:
    """Bytes of characters in one encoding, as the server converts them."""

    encoding: str
    codes: dict[str, bytes]

    def can(self, text: str) -> bool:
        return all(c in self.codes for c in text if ord(c) > 127)

    def encode(self, text: str) -> bytes:
        return b"".join(c.encode() if ord(c) < 128 else self.codes[c] for c in text)


def all_encodings(cluster: Cluster) -> list[str]:
    """Every name that client_encoding takes."""
    return cluster.psql("SELECT pg_encoding_to_char(i) FROM generate_series(0, 100) i WHERE pg_encoding_to_char(i) <> ''").split()


def make_coders(cluster: Cluster, encodings: list[str]) -> dict[str, Coder]:
    cluster.psql("""CREATE OR REPLACE FUNCTION code(c text, e name) RETURNS text LANGUAGE plpgsql AS $$
        BEGIN RETURN encode(convert_to(c, e), 'hex'); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$""")
    letters = "".join(sorted({c for words in SCRIPTS.values() for word in words for c in word if ord(c) > 127}))
    coders = {}
    for encoding in encodings:
        rows = cluster.psql(f"SELECT c || ' ' || code(c, '{encoding}') FROM regexp_split_to_table('{letters}', '') c "
                            f"WHERE code(c, '{encoding}') IS NOT NULL").splitlines()
        coders[encoding] = Coder(encoding, {row[0]: bytes.fromhex(row[2:]) for row in rows})
    # Nothing is converted: what the bytes are is the application's business.
    coders["SQL_ASCII"] = Coder("SQL_ASCII", {c: c.encode() for c in letters})
    return coders


def tricky_characters(cluster: Cluster, encoding: str) -> list[bytes]:
    """One character each whose last byte is a backslash, a bar, a letter, a bracket, …; any if there is none."""
    cluster.psql("""CREATE OR REPLACE FUNCTION is_code(b bytea, e name) RETURNS bool LANGUAGE plpgsql AS $$
        BEGIN RETURN length(convert_from(b, e)) = 1; EXCEPTION WHEN OTHERS THEN RETURN false; END $$""")
    found = cluster.psql(f"""SELECT min(encode(b, 'hex')) FROM (SELECT set_byte(set_byte('\\x0000', 0, i), 1, j) b, j
        FROM generate_series(129, 240) i, unnest('{{92,124,65,91,96,123,125,94}}'::int[]) j) s WHERE is_code(b, '{encoding}') GROUP BY j""").split()
    return [bytes.fromhex(code) for code in found]


def scripts_in(*coders: Coder) -> list[str]:
    return [script for script, words in SCRIPTS.items() if all(coder.can("".join(words)) for coder in coders)]


def text_of(template: str, script: str, version: str, tricky: str = "") -> str:
    words = SCRIPTS[script]
    values = {name: words[place - 1] if isinstance(place, int) else f"{place}_{script}" for name, place in NAMES[version].items()}
    values |= {f"w{i}": word for i, word in enumerate(words, 1)} | {"script": script, "tricky": tricky}
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), template)


def schema(coder: Coder, version: str) -> str:
    template = (FOLDER / "schema.sql").read_text(encoding="utf-8")
    return "SET client_encoding = 'UTF8';\n" + "\n".join(text_of(template, script, version) for script in scripts_in(coder))


def rules(coder: Coder, database: str) -> str:
    changes = []
    for script in scripts_in(coder):
        old, new = ({name: text_of("{" + name + "}", script, version) for name in NAMES[version]} for version in ("v1", "v2"))
        for table in ("table", "child"):
            changes.append({"rename_table": {"from": f'"{old[table]}"', "to": f'"{new[table]}"'}})
        for table, columns in (("table", ("column", "plain")), ("child", ("column",))):
            for column in columns:
                changes.append({"rename_column": {"table": f'"{old[table]}"', "from": f'"{old[column]}"', "to": f'"{new[column]}"'}})
    versions = [{"name": "v1"}, {"name": "v2", "changes": changes}]
    return yaml.safe_dump({"database": database, "versions": versions}, allow_unicode=True)


class Encodings:
    """All databases, and a pgsegue in front of them."""

    def __init__(self, cluster: Cluster):
        self.cluster = cluster
        self.clients = [name for name in all_encodings(cluster) if name not in APART]
        self.coders = make_coders(cluster, self.clients)
        self.tricky = {name: tricky_characters(cluster, name) for name in self.clients if name != "SQL_ASCII"}
        files, databases = {}, []
        for encoding in DATABASES:
            for version in ("v1", "v2"):
                name = f"{encoding.lower()}_{version}"
                coder = self.coders[encoding]
                cluster.create_database(f"twin_{name}", schema(coder, version), encoding)
                cluster.create_database(name, schema(coder, version), encoding)
                files[f"{name}.yaml"] = rules(coder, name)
                databases.append({"name": name, "rules": f"{name}.yaml"})
        self.proxy = Proxy(cluster, {"databases": databases}, files).start()

    def remove(self) -> None:
        self.proxy.remove()


@dataclass
class Report:
    equal: int = 0
    refused: list[str] = None
    problems: list[str] = None

    def __post_init__(self):
        self.refused, self.problems = [], []


class EncodingTwins:
    """One client of one version and encoding, on one database whose schema is the other version's."""

    def __init__(self, made: Encodings, database: str, client: str, version: str, in_packet: bool):
        self.made, self.database, self.client, self.version = made, database, client, version
        physical = {"v1": "v2", "v2": "v1"}[version]
        name = database.lower()
        parameters = {"client_encoding": client} if in_packet else {}
        self.direct = Connection(made.cluster.port, f"twin_{name}_{version}", **parameters)
        self.proxied = Connection(made.proxy.port, f"{name}_{physical}@{version}", **parameters)
        self.report = Report()
        if not in_packet:
            self.both(f"SET client_encoding = '{client}'".encode())

    def close(self) -> None:
        self.direct.close()
        self.proxied.close()

    def both(self, sql: bytes, protocol: str = "simple", copy_data: bytes | None = None) -> list[Outcome]:
        run = Connection.simple if protocol == "simple" else Connection.extended
        return [run(connection, sql, copy_data=copy_data) for connection in (self.direct, self.proxied)]

    def can_hold_names(self) -> bool:
        """A database without an encoding has the names in UTF-8, which is text in encodings of single bytes, too."""
        return self.database != "SQL_ASCII" or not self.client.startswith("EUC_")

    def coder(self) -> Coder:
        """With SQL_ASCII on either side nothing is converted."""
        name = self.client
        if "SQL_ASCII" in (self.client, self.database):
            name = self.database
        return self.made.coders[name]

    def run_script(self, script: str) -> None:
        coder = self.coder()
        tricky = self.made.tricky.get(self.client, []) if self.database == "UTF8" else []
        spare = coder.encode(SCRIPTS[script][5])
        for i, case in enumerate(CASES):
            for protocol in case.protocols():
                self.run_case(case, script, protocol, tricky[i % len(tricky)] if tricky else spare)

    def encode(self, template: str, script: str, tricky: bytes) -> bytes:
        return self.coder().encode(text_of(template, script, self.version, "\1")).replace(b"\1", tricky)

    def run_case(self, case: Case, script: str, protocol: str, tricky: bytes) -> None:
        copy_data = case.copy_data and self.encode(case.copy_data.decode(), script, tricky)
        self.both(b"BEGIN")
        steps = [self.encode(step, script, tricky) for step in case.sql.split(NEXT_STEP)]
        outcomes = [self.both(step, protocol, copy_data) for step in steps]
        self.judge(case, f"{script} {protocol}", steps, outcomes)
        self.both(b"ROLLBACK")

    def judge(self, case: Case, what: str, steps: list[bytes], outcomes: list[list[Outcome]]) -> None:
        direct, proxied = zip(*outcomes)
        where = f"{self.client} on {self.database}, {self.version}, {what}, {case.where}: {steps}"
        if direct == proxied:
            self.report.equal += 1
        elif is_refusal(proxied) and not is_refusal(direct):
            error = next(outcome.errors()[0] for outcome in proxied if outcome.errors())
            if (self.client, what.split()[0]) not in REFUSED:
                self.report.refused.append(f"{where}\n    refused: {error['M']}")
        else:
            left, right = next(pair for pair in zip(direct, proxied) if pair[0] != pair[1])
            self.report.problems.append(f"{where}\n    direct:  {left}\n    pgsegue: {right}")

    def run_bad_bytes(self, script: str) -> None:
        """What is no text in this encoding fails as it does on the server, whatever a quote in it may look like. Of codes that
        stand for no character it is not always certain: with those as a name, a statement may be refused."""
        # Behind the beginning of a character, characters are not counted as bytes are.
        tails = [tail for tail in BAD_TAILS if self.database != "SQL_ASCII" or tail != b"\xf0\x9f"]
        for tail in tails:
            for template in BAD_STATEMENTS:
                sql = self.encode(template, script, tail)
                self.both(b"BEGIN")
                direct, proxied = self.both(sql)
                if not (direct.errors() and is_refusal([proxied])):
                    self.judge(Case("bad bytes", ""), script, [sql], [[direct, proxied]])
                self.both(b"ROLLBACK")

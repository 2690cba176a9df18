"""The twin oracle: one statement on a database that really has version v, and through pgsegue on a physical one."""

import pathlib
import re
from dataclasses import dataclass, field, replace

import yaml

from .cluster import Cluster
from .proxy import Proxy
from .wire import Connection, Outcome

NEXT_STEP = "\n-- then\n"
# Statements without any of these words leave tables and sequences alone.
WRITES = re.compile(r"\b(insert|update|delete|merge|truncate|copy|nextval|setval|execute|call|do|create)\b", re.IGNORECASE)
CORPORA = pathlib.Path(__file__).resolve().parents[2] / "data" / "sql"


@dataclass
class Case:
    where: str
    sql: str
    refused: bool = False
    simple_only: bool = False
    extended_only: bool = False
    values: tuple | None = None
    formats: tuple[int, ...] = ()
    types: tuple[int, ...] = ()
    copy_data: bytes | None = None

    def protocols(self) -> list[str]:
        simple = not (self.values or self.extended_only)
        extended = not self.simple_only
        return ["simple"] * simple + ["extended"] * extended


def read_cases(file: pathlib.Path) -> list[Case]:
    """Paragraphs of a statement file; see tests/data/sql/README.md."""
    cases, line = [], 1
    for paragraph in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
        lines = paragraph.splitlines()
        case = Case(f"{file.name}:{line}", "")
        line += len(lines) + 1
        each: list[str] = []
        while lines and (directive := re.match(r"-- (refused|simple|extended|values|formats|types|copy|each)(?:: ?(.*))?$", lines[0])):
            if directive[1] == "each":
                each += directive[2].split(" | ")
            else:
                apply_directive(case, *directive.groups())
            lines.pop(0)
        case.sql = "\n".join(lines).strip("\n")
        if case.sql:
            cases += [replace(case, sql=case.sql.replace("«each»", part)) for part in each] or [case]
    return cases


def apply_directive(case: Case, name: str, argument: str | None) -> None:
    if name == "refused":
        case.refused = True
    elif name == "simple":
        case.simple_only = True
    elif name == "extended":
        case.extended_only = True
    elif name == "values":
        case.values = tuple(None if part.strip() == "NULL" else part.strip().encode() for part in argument.split("|"))
    elif name in ("formats", "types"):
        setattr(case, name, tuple(int(part) for part in argument.split("|")))
    elif name == "copy":
        case.copy_data = argument.encode().decode("unicode_escape").encode()


@dataclass
class Corpus:
    """A folder of tests/data/sql: schema, renames, rules, names and statements."""

    folder: pathlib.Path
    names: dict[str, dict[str, str]] = field(init=False)
    rules: str = field(init=False)
    versions: list[str] = field(init=False)
    cases: list[Case] = field(init=False)

    def __post_init__(self):
        self.names = yaml.safe_load((self.folder / "names.yaml").read_text(encoding="utf-8"))
        self.rules = (self.folder / "rules.yaml").read_text(encoding="utf-8")
        self.versions = list(self.names)
        files = sorted(f for f in self.folder.glob("*.sql") if f.name not in ("schema.sql", "expand.sql") and not f.name.startswith("rename_to_"))
        self.cases = [case for file in files for case in read_cases(file)]

    def script(self, version: str) -> str:
        """Makes a database that has `version`: the first version's schema, then every rename up to it."""
        parts = [(self.folder / "schema.sql").read_text(encoding="utf-8")]
        for step in self.versions[1:self.versions.index(version) + 1]:
            parts.append((self.folder / f"rename_to_{step}.sql").read_text(encoding="utf-8"))
        return "\n".join(parts)

    def text(self, sql: str, version: str) -> str:
        for placeholder, name in self.names[version].items():
            sql = sql.replace("{" + placeholder + "}", name)
        return sql


class Twins:
    """For one client version and one physical schema: both connections, and the comparison."""

    def __init__(self, direct: Connection, proxied: Connection, corpus: Corpus, version: str, tables: list[str], sequences: list[str]):
        self.direct, self.proxied = direct, proxied
        self.corpus, self.version = corpus, version
        self.table_names = [corpus.text(table, version) for table in tables]
        self.sequences = sequences

    def compare(self, case: Case, protocol: str, ordered: bool = True) -> str:
        """'equal', 'refused', or a readable account of the difference; that of two errors begins with 'other error'."""
        sql = self.corpus.text(case.sql, self.version)
        copy_data = case.copy_data and self.corpus.text(case.copy_data.decode(), self.version).encode()
        outcomes = [self._run(connection, sql, case, copy_data, protocol) for connection in (self.direct, self.proxied)]
        if not ordered:
            outcomes = [[with_rows_sorted(outcome) for outcome in side] for side in outcomes]
        if is_refusal(outcomes[1]) and not is_refusal(outcomes[0]):
            return "refused"
        if outcomes[0] == outcomes[1]:
            return "equal"
        if all(side[0].errors() for side in outcomes):
            return "other error: " + describe(case, protocol, sql, *outcomes)
        return describe(case, protocol, sql, *outcomes)

    def compare_all(self) -> tuple[list[Case], list[str]]:
        """The whole corpus: the cases that are refused, and an account of each that is neither equal nor refused as it is marked."""
        refused, problems = [], []
        for case in self.corpus.cases:
            for protocol in case.protocols():
                verdict = self.compare(case, protocol, ordered="ORDER BY" in case.sql)
                if verdict == "refused":
                    refused.append(case)
                if verdict == "refused" and not case.refused:
                    verdict = f"{case.where} ({protocol}) refused: {self.corpus.text(case.sql, self.version)}"
                if verdict not in ("equal", "refused"):
                    problems.append(verdict)
        return refused, problems

    def _run(self, connection: Connection, sql: str, case: Case, copy_data: bytes | None, protocol: str) -> list[Outcome]:
        writes = WRITES.search(sql) is not None
        reset = "; ".join(["BEGIN", *(f"SELECT setval('{name}', 100)" for name in self.sequences if writes)])
        expect_success(connection.simple(reset))
        values = tuple(value and self.corpus.text(value.decode(), self.version).encode() for value in case.values or ())
        results = []
        try:
            for step in sql.split(NEXT_STEP):
                if protocol == "simple":
                    results.append(connection.simple(step, copy_data))
                else:
                    results.append(connection.extended(step, values, copy_data=copy_data, formats=case.formats, types=case.types))
            if writes and results[-1].status == "T":
                connection.simple("RESET ROLE")
                results.append(connection.simple("; ".join(f"SELECT * FROM {table} ORDER BY 1" for table in self.table_names)))
        finally:
            connection.simple("ROLLBACK; RESET ALL; DEALLOCATE ALL")
        return results


def expect_success(outcome: Outcome) -> None:
    if outcome.errors():
        raise AssertionError(f"setting up a case failed: {outcome.errors()}")


def with_rows_sorted(outcome: Outcome) -> Outcome:
    """For statements whose order is not total: the same rows in any order."""
    rows = sorted((reply for reply in outcome.replies if reply[0] == "row"), key=repr)
    return Outcome([rows.pop(0) if reply[0] == "row" else reply for reply in outcome.replies], outcome.status)


def is_refusal(outcomes: list[Outcome]) -> bool:
    """One of the steps was refused, and everything before it went well: what follows cannot be compared."""
    errors = next((outcome.errors() for outcome in outcomes if outcome.errors()), [])
    return bool(errors) and errors[0]["C"] == "0A000" and "pgsegue" in errors[0]["M"] + errors[0].get("H", "")


def describe(case: Case, protocol: str, sql: str, direct: list[Outcome], proxied: list[Outcome]) -> str:
    lines = [f"{case.where} ({protocol}): {sql}"]
    for one, two in zip(direct, proxied):
        for left, right in zip(one.replies + [("end", one.status)], two.replies + [("end", two.status)]):
            if left != right:
                lines += [f"    direct:  {left}", f"    pgsegue: {right}"]
                return "\n".join(lines)
    lines.append(f"    direct:  {len(direct)} results, pgsegue: {len(proxied)} results")
    return "\n".join(lines)


def start_states(cluster: Cluster, corpus: Corpus, twin: str, state: str, physical: dict[str, str]) -> Proxy:
    """Databases `{twin}{version}` that really have each version, `{state}{name}` of every script in `physical`, and a pgsegue in front of these."""
    for version in corpus.versions:
        cluster.create_database(twin + version, corpus.script(version))
    rules, databases = {}, []
    for name, script in physical.items():
        database = cluster.create_database(state + name, script)
        rules[f"{name}.yaml"] = re.sub(r"(?m)^database: .*$", f"database: {database}", corpus.rules)
        databases.append({"name": database, "rules": f"{name}.yaml"})
    return Proxy(cluster, {"databases": databases}, rules).start()


def twins_of(cluster: Cluster, proxy: Proxy, corpus: Corpus, twin: str, physical: str, version: str, tables: list[str], sequences: list[str],
             user: str = "postgres") -> Twins:
    """`twin` is a database that really has `version`; `physical` is what a client of pgsegue connects to."""
    return Twins(Connection(cluster.port, twin, user), Connection(proxy.port, physical, user), corpus, version, tables, sequences)

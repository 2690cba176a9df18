"""Two versions that write in turn: tables whose renamed columns exist under both names, and a column that only v2 has.

Statements are templates: `{last}` and the like are the version's names. `{more}` and `{value}` are a column that only v2 has and
what an insert gives it: a v2 client names it, for a v1 client pgsegue is to supply it.
"""

import random
from dataclasses import dataclass

from .cluster import Cluster
from .proxy import Proxy

SUPPLIED = "'none'"
NAMES = {
    "v1": {"last": "last_name", "amount": "amount", "label": "label", "body": "body"},
    "v2": {"last": "surname", "amount": "total", "label": "title", "body": "content"},
}
TABLES = {
    "person": ["id", "first_name", "{last}"],
    "account": ["id", "{amount}", "{label}", "{email}"],
    "note": ["n", "{body}"],
}
PAIRS = {"person": [("last_name", "surname")], "account": [("amount", "total"), ("label", "title")], "note": [("body", "content")]}
VOLATILE = ["random()::text", "nextval('counter')::text", "clock_timestamp()::text", "gen_random_uuid()::text", "noisy()",
            "(SELECT random()::text)", "coalesce(NULL, md5(random()::text))", "CASE WHEN random() < 2 THEN noisy() END",
            "(SELECT noisy() FROM generate_series(1, 1))"]


@dataclass
class Setting:
    """One state of the physical schema."""

    complete: str
    not_null: bool
    default: bool

    def __str__(self):
        return f"{self.complete}{'_not_null' * self.not_null}{'_default' * self.default}"

    def _column(self, name: str, kind: str, default: str, twin: bool = False) -> str:
        # With `complete: old` only one of the two need have a default: the one that every version reads.
        given = self.default and not (twin and self.complete == "old")
        return f"{name} {kind}{' NOT NULL' * self.not_null}{f' DEFAULT {default}' * given}"

    def own(self, version: str) -> str:
        """A database that really has the version."""
        names = NAMES[version]
        email = ", email text NOT NULL" if version == "v2" else ""
        return f"""
            CREATE SEQUENCE counter;
            CREATE FUNCTION noisy() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT random()::text';
            CREATE TABLE person (id int PRIMARY KEY, first_name text, {self._column(names["last"], "text", "'nobody'")});
            CREATE TABLE account (id int PRIMARY KEY, {self._column(names["amount"], "numeric(9,2)", "7")},
                                  {self._column(names["label"], "varchar(20)", "lower('PLAIN')")}{email});
            CREATE TABLE note (n int DEFAULT 1, {self._column(names["body"], "text", "'empty'")})"""

    def expanded(self) -> str:
        """A database that has both versions' columns."""
        return self.own("v1") + f""";
            ALTER TABLE person ADD {self._column("surname", "text", "'nobody'", True)};
            ALTER TABLE account ADD {self._column("total", "numeric(9,2)", "7", True)},
                                ADD {self._column("title", "varchar(20)", "lower('PLAIN')", True)}, ADD email text NOT NULL;
            ALTER TABLE note ADD {self._column("content", "text", "'empty'", True)}"""

    def rules(self, database: str) -> str:
        renames = [("person", "last_name", "surname"), ("account", "amount", "total"), ("account", "label", "title"), ("note", "body", "content")]
        changes = [f"rename_column: {{ table: {table}, from: {old}, to: {new}, expanded: true, complete: {self.complete} }}"
                   for table, old, new in renames]
        changes.append(f"""add_column: {{ table: account, column: email, supply: "{SUPPLIED}" }}""")
        lines = "\n".join(f"      - {change}" for change in changes)
        return f"database: {database}\nversions:\n  - name: v1\n  - name: v2\n    changes:\n{lines}\n"


SETTINGS = [Setting(complete, not_null, default) for complete in ("old", "both") for not_null in (False, True) for default in (False, True)]


def start_mirrored(cluster: Cluster) -> Proxy:
    databases, rules = [], {}
    for setting in SETTINGS:
        for version in NAMES:
            cluster.create_database(f"mirrored_{setting}_{version}", setting.own(version))
        name = cluster.create_database(f"mirrored_{setting}", setting.expanded())
        rules[f"{name}.yaml"] = setting.rules(name)
        databases.append({"name": name, "rules": f"{name}.yaml"})
    return Proxy(cluster, {"databases": databases}, rules).start()


@dataclass
class Write:
    template: str
    values: tuple | None = None
    is_volatile: bool = False
    table: str = "person"

    def text(self, version: str, client: str, email: str) -> str:
        """For a database of `version`, of what a client of version `client` wrote."""
        fields = dict(NAMES[version], more="", value="", email="NULL")
        if version == "v2":
            fields.update(more=", email", value=f", {email if client == 'v2' else SUPPLIED}", email="email")
        return self.template.format(**fields)


class Schedule:
    """Seeded writes of all forms over few rows, so that they meet."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def next(self) -> Write:
        form = self.random.choice(self.FORMS)
        self.values: list[bytes | None] = []
        self.is_volatile = False
        self.takes_values = self.random.random() < 0.3
        template = form(self)
        table = next(table for table in TABLES if table in template)
        return Write(template, tuple(self.values) if self.values else None, self.is_volatile, table)

    def email(self) -> str:
        return self.random.choice(["'a@b'", "'it''s'", "lower('C@D')"])

    # Pieces

    def id(self) -> str:
        return str(self.random.randint(1, 12))

    def word(self) -> str:
        return self.random.choice(["Ada", "Bo", "it's", "", "Ω", "Zo\\e", "x y"])

    def quoted(self) -> str:
        return "'" + self.word().replace("'", "''") + "'"

    def parameter(self, value: str, cast: str = "") -> str:
        self.values.append(value.encode())
        return f"${len(self.values)}{cast}"

    def text(self, *others: str) -> str:
        """A value for a column of type text; `others` are what the place allows beside."""
        if self.takes_values and self.random.random() < 0.7:
            return self.parameter(self.word(), self.random.choice(["", "", "::text"]))
        if self.random.random() < 0.12:
            self.is_volatile = True
            return self.random.choice(VOLATILE)
        return self.random.choice([
            self.quoted(), self.quoted(), self.quoted(), f"upper({self.quoted()})", f"{self.quoted()} || 'x'", "12::text", "$$dollar$$",
            "(SELECT max({last}) FROM person)", "(SELECT 'x' || count(*) FROM note)", "NULL", f"CAST({self.quoted()} AS varchar(2))",
            f"CASE WHEN 1 = 1 THEN {self.quoted()} ELSE NULL END", "E'a\\tb'", *others,
        ])

    def number(self, *others: str) -> str:
        if self.takes_values and self.random.random() < 0.7:
            return self.parameter(str(self.random.randint(0, 99)))
        return self.random.choice(["1", "2.345", "-3", "1e3", "10 / 4", "'12.5'", "NULL", "(SELECT count(*) FROM note)", *others])

    def label(self, *others: str) -> str:
        if self.takes_values and self.random.random() < 0.7:
            return self.parameter(self.word())
        if self.random.random() < 0.1:
            self.is_volatile = True
            return self.random.choice(["left(random()::text, 12)", "left(noisy(), 12)", "left(gen_random_uuid()::text, 20)"])
        return self.random.choice([self.quoted(), self.quoted(), "'a label that is too long'", "upper('x')", "NULL", *others])

    def returning(self, table: str) -> str:
        if table == "person":
            return self.random.choice(["", "", " RETURNING *", " RETURNING {last}", " RETURNING upper({last}) AS u, id", " RETURNING person.{last}",
                                       " RETURNING person.*, 1"])
        if table == "account":
            return self.random.choice(["", " RETURNING id, {amount}, {label}", " RETURNING {amount} + 1 AS next"])
        return self.random.choice(["", " RETURNING *", " RETURNING {body}, n"])

    # Inserts

    def row(self, default: str = "DEFAULT") -> str:
        return f"({self.id()}, {self.quoted()}, {self.text(default)})"

    def insert_rows(self) -> str:
        rows = ", ".join(self.row() for _ in range(self.random.choice([1, 1, 2, 3])))
        columns = self.random.choice(["", " (id, first_name, {last})"])
        return f"INSERT INTO person{columns} VALUES {rows} ON CONFLICT DO NOTHING{self.returning('person')}"

    def insert_plainly(self) -> str:
        return f"INSERT INTO person VALUES {self.row()}{self.returning('person')}"

    def insert_reordered(self) -> str:
        return f"INSERT INTO person AS p ({{last}}, id) VALUES ({self.text('DEFAULT')}, {self.id()}) ON CONFLICT (id) DO NOTHING RETURNING p.{{last}}"

    def insert_part(self) -> str:
        return f"INSERT INTO person (id, first_name) VALUES ({self.id()}, {self.quoted()}) ON CONFLICT (id) DO NOTHING{self.returning('person')}"

    def insert_few_values(self) -> str:
        return f"INSERT INTO person VALUES ({self.id()}, {self.quoted()}) ON CONFLICT DO NOTHING"

    def insert_query(self) -> str:
        source = self.random.choice([
            f"SELECT id + 6, {{last}}, first_name FROM person WHERE id < {self.id()} ORDER BY id LIMIT 2",
            f"SELECT id + 6, first_name, {{last}} || 'y' FROM person WHERE {{last}} > {self.quoted()}",
            f"SELECT {self.id()}, 'q', {self.text()}",
            f"SELECT g, 'g', {self.text()} FROM generate_series(10, 12) AS g",
            f"VALUES (11, 'v', {self.quoted()}), (12, 'v', {self.text()})",
            f"SELECT 9, 'u', 'a' UNION ALL SELECT 10, 'u', {self.text()}",
            f"(SELECT 8, 'b', {self.quoted()})",
            f"WITH w AS (SELECT {{last}} FROM person) SELECT 7, 'w', max({{last}}) FROM w",
            "SELECT id, {label}, {label} FROM account",
            "SELECT * FROM person WHERE id < 0",
            "TABLE person",
        ])
        columns = self.random.choice(["", " (id, first_name, {last})"])
        return f"INSERT INTO person{columns} {source} ON CONFLICT (id) DO NOTHING{self.returning('person')}"

    def upsert(self) -> str:
        action = self.random.choice([
            "{last} = excluded.{last}", "{last} = person.{last} || excluded.first_name", f"{{last}} = {self.text('DEFAULT')}",
            "({last}, first_name) = (excluded.first_name, person.{last})", "first_name = excluded.{last}",
            "({last}, first_name) = (SELECT person.first_name, excluded.{last})", "first_name = person.{last}, {last} = person.first_name",
        ])
        where = self.random.choice(["", f" WHERE person.{{last}} <> {self.quoted()}", " WHERE excluded.{last} IS NOT NULL"])
        return (f"INSERT INTO person (id, first_name, {{last}}) VALUES {self.row('DEFAULT')} "
                f"ON CONFLICT (id) DO UPDATE SET {action}{where}{self.returning('person')}")

    # Updates

    def assignment(self) -> str:
        return self.random.choice([
            f"{{last}} = {self.text('DEFAULT')}", f"{{last}} = {self.text('DEFAULT')}", "{last} = {last} || 'z'", "{last} = first_name, first_name = {last}",
            f"first_name = {self.quoted()}", f"(first_name, {{last}}) = ({{last}}, {self.text('DEFAULT')})", f"({{last}}) = ROW({self.text()})",
            "(first_name, {last}) = (SELECT p.{last}, p.first_name FROM person p WHERE p.id = person.id)",
            f"{{last}} = (SELECT max(p.{{last}}) FROM person p WHERE p.id <> person.id), first_name = {self.quoted()}",
            f"({{last}}, first_name) = (SELECT {self.text()}, 'f')",
        ])

    def update(self) -> str:
        where = self.random.choice([f"id = {self.id()}", f"{{last}} = {self.quoted()}", f"id < {self.id()}", "{last} IS NULL", f"person.{{last}} LIKE 'A%'"])
        return f"UPDATE person SET {self.assignment()} WHERE {where}{self.returning('person')}"

    def update_from(self) -> str:
        return self.random.choice([
            f"UPDATE person SET {{last}} = a.{{label}} FROM account a WHERE a.id = person.id AND a.{{label}} IS NOT NULL",
            f"UPDATE person AS p SET {{last}} = coalesce(q.{{last}}, 'none') || p.{{last}} FROM person q WHERE q.id = p.id + 1 RETURNING p.*, q.{{last}}",
            f"UPDATE ONLY person SET {{last}} = v.x FROM (VALUES (1, 'one'), (2, 'two')) AS v (n, x) WHERE v.n = id",
            f"UPDATE account SET {{amount}} = length(p.{{last}}), {{label}} = left(p.{{last}}, 3) FROM person p WHERE p.id = account.id AND p.{{last}} IS NOT NULL",
        ])

    def update_account(self) -> str:
        return self.random.choice([
            f"UPDATE account SET {{amount}} = {self.number('DEFAULT', '{amount} * 2')}, {{label}} = {self.label('DEFAULT')} WHERE id = {self.id()}",
            f"UPDATE account SET ({{amount}}, {{label}}) = ({self.number('{amount} + 1')}, {self.label()}) WHERE id < {self.id()}{self.returning('account')}",
            "UPDATE account SET ({label}, {amount}) = (SELECT a.{label}, a.{amount} + 1 FROM account a WHERE a.id = account.id)",
            f"UPDATE account SET {{label}} = DEFAULT, {{amount}} = DEFAULT WHERE id = {self.id()}",
        ])

    def insert_account(self) -> str:
        return self.random.choice([
            f"INSERT INTO account (id, {{amount}}, {{label}}{{more}}) VALUES ({self.id()}, {self.number('DEFAULT')}, {self.label('DEFAULT')}{{value}}) "
            f"ON CONFLICT (id) DO UPDATE SET {{amount}} = excluded.{{amount}} + 1, {{label}} = excluded.{{label}}{self.returning('account')}",
            f"INSERT INTO account VALUES ({self.id()}, {self.number('DEFAULT')}, {self.label('DEFAULT')}{{value}}), "
            f"(99, 1, 'x'{{value}}) ON CONFLICT DO NOTHING{self.returning('account')}",
            f"INSERT INTO account (id{{more}}) VALUES ({self.id()}{{value}}) ON CONFLICT DO NOTHING{self.returning('account')}",
            f"INSERT INTO account (id, {{label}}{{more}}) SELECT id, left({{last}}, 9){{value}} FROM person ON CONFLICT (id) DO UPDATE SET {{label}} = 'again'",
            f"INSERT INTO account SELECT id + 20, {{amount}}, {{label}}{{value}} FROM account WHERE id < 12 ON CONFLICT DO NOTHING",
        ])

    # The rest

    def delete(self) -> str:
        return self.random.choice([
            f"DELETE FROM person WHERE id = {self.id()}{self.returning('person')}", f"DELETE FROM person WHERE {{last}} = {self.quoted()} RETURNING *",
            "DELETE FROM person p USING account a WHERE a.id = p.id AND a.{label} = p.{last}", f"DELETE FROM account WHERE id > {self.id()}",
            "DELETE FROM note WHERE {body} IS NULL", "DELETE FROM note WHERE n > 2 RETURNING {body}", "TRUNCATE note",
        ])

    def insert_note(self) -> str:
        return self.random.choice([
            "INSERT INTO note DEFAULT VALUES", "INSERT INTO note DEFAULT VALUES RETURNING *", f"INSERT INTO note (n) VALUES ({self.id()})",
            f"INSERT INTO note ({{body}}) VALUES ({self.text('DEFAULT')}), ({self.text('DEFAULT')}){self.returning('note')}",
            f"INSERT INTO note (n, {{body}}) SELECT id, {{last}} FROM person WHERE id < {self.id()}",
            f"UPDATE note SET {{body}} = {self.text('DEFAULT')}, n = n + 1{self.returning('note')}",
        ])

    def with_query(self) -> str:
        return self.random.choice([
            f"WITH i AS (INSERT INTO person (id, {{last}}) VALUES ({self.id()}, {self.text()}) ON CONFLICT DO NOTHING RETURNING *) SELECT count({{last}}) FROM i",
            f"WITH u AS (UPDATE person SET {{last}} = {self.text('DEFAULT')} WHERE id = {self.id()} RETURNING id, {{last}}) SELECT * FROM u ORDER BY 1",
            f"WITH d AS (DELETE FROM person WHERE id = {self.id()} RETURNING *) INSERT INTO note (n, {{body}}) SELECT id, {{last}} FROM d",
            f"WITH n AS (INSERT INTO note ({{body}}) VALUES ({self.quoted()}) RETURNING {{body}}) UPDATE person SET {{last}} = n.{{body}} FROM n WHERE id = {self.id()}",
            f"WITH w (x) AS (SELECT {self.text()}) INSERT INTO person (id, {{last}}) SELECT {self.id()}, x FROM w ON CONFLICT (id) DO UPDATE SET {{last}} = excluded.{{last}}",
            f"WITH w AS (SELECT 1 AS one) INSERT INTO note (n, {{body}}) VALUES ((SELECT one FROM w), {self.text('DEFAULT')})",
        ])

    def merge(self) -> str:
        source = self.random.choice(["account a", "(SELECT id, {label} FROM account) AS a", "(SELECT g AS id, 'g' || g AS {label} FROM generate_series(3, 6) AS g) AS a"])
        matched = self.random.choice([f"UPDATE SET {self.assignment_of_merge()}", f"UPDATE SET {self.assignment_of_merge()}", "DELETE", "DO NOTHING"])
        inserted = self.random.choice(["INSERT (id, {last}) VALUES (a.id, a.{label})", "INSERT VALUES (a.id, 'm', 'merged')", "INSERT (id) VALUES (a.id)",
                                       "INSERT (id, {last}) VALUES (a.id, DEFAULT)", "DO NOTHING"])
        condition = self.random.choice(["", " AND p.{last} <> 'x'"])
        return f"MERGE INTO person p USING {source} ON a.id = p.id WHEN MATCHED{condition} THEN {matched} WHEN NOT MATCHED THEN {inserted}"

    def assignment_of_merge(self) -> str:
        return self.random.choice(["{last} = a.{label}", "{last} = first_name, first_name = {last}", "{last} = DEFAULT", "{last} = p.{last} || 'm'",
                                   "(first_name, {last}) = (p.{last}, 'r')", "first_name = a.{label}", f"{{last}} = {self.quoted()}"])

    FORMS = [insert_rows, insert_rows, insert_plainly, insert_reordered, insert_part, insert_few_values, insert_query, insert_query, upsert, upsert,
             update, update, update, update_from, update_account, insert_account, insert_account, delete, insert_note, insert_note, with_query,
             with_query, merge, merge]

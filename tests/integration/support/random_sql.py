"""Seeded statements that aim at scopes: shadowing aliases, captures, ambiguous and hidden names, stars, correlation.

Names that differ between versions are written as placeholders of tests/data/sql/shop. A statement may well be wrong:
then both sides must say the same.
"""

import random

TABLES = {
    "{person}": ["id", "{first}", "{last}", "born"],
    "account": ["id", "person_id", "last_name", "surname", "balance"],
    "orders": ["id", "person_id", "{status}", "total", "placed"],
    "address": ["id", "person_id", "{street}", "city"],
    "plain": ["id", "name", "last_name", "surname"],
    "archive.person": ["id", "last_name", "surname"],
}
TEXTS = {"{first}", "{last}", "last_name", "surname", "{status}", "{street}", "city", "name"}
ALIASES = ["p", "q", "r", "{person}", "surname", "last_name", "account", "state", "{last}", "plain", "x"]
OUTPUTS = ["a", "b", "{last}", "surname", "last_name", "{status}", "name", "id", "{first}"]
STRAY = ["{other_last}", "{other_status}", "nope", "p.nope", "zz.{last}"]


class Source:
    def __init__(self, alias: str, columns: list[str]):
        self.alias, self.columns = alias, columns


class Generator:
    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def statement(self) -> str:
        kind = self.random.choices(
            ["select", "grouped", "with", "update", "delete", "insert", "merge", "union"], [47, 8, 10, 12, 7, 8, 4, 4])[0]
        return getattr(self, "make_" + kind)()

    def make_select(self) -> str:
        return self.select([], depth=2, top=True)

    def make_grouped(self) -> str:
        """Names of the result that coincide with columns: GROUP BY prefers these, ORDER BY those."""
        sources, text = self.from_list([], 1)
        column, name = self.column(sources, text_only=True), self.random.choice(OUTPUTS)
        key = self.random.choice([column, name, "1", f"left({column}, 2)"])
        value = f"left({column}, 2)" if key.startswith("left") else column
        having = f" HAVING max({self.column(sources, text_only=True)}) > 'A'" if self.chance(30) else ""
        order = self.random.choice([name, column, "1", "2"])
        return f"SELECT {value} AS {name}, count(*) AS {self.random.choice(OUTPUTS)} FROM {text} GROUP BY {key}{having} ORDER BY {order}"

    def make_merge(self) -> str:
        table = self.random.choice(["{person}", "account", "plain", "orders", "address"])
        texts = [c for c in TABLES[table] if c in TEXTS]
        target, (source, text) = Source(self.random.choice(ALIASES), TABLES[table]), self.from_item(1)
        both = [target, source]
        condition = f" AND {self.condition(both, 0)}" if self.chance(40) else ""
        action = self.random.choice(["DELETE", "DO NOTHING", *[
            f"UPDATE SET {self.random.choice(texts)} = {self.text_expression(both, 1)}" for _ in range(3)]])
        insert = f"INSERT (id, {', '.join(texts)}) VALUES ({source.alias}.id + 300, {', '.join(self.text_expression([source], 0) for _ in texts)})"
        unmatched = f" WHEN NOT MATCHED THEN {insert}" if self.chance(40) else ""
        return f"MERGE INTO {table} {target.alias} USING {text} ON {source.alias}.id = {target.alias}.id WHEN MATCHED{condition} THEN {action}{unmatched}"

    def make_union(self) -> str:
        arms = []
        for _ in range(2):
            sources, text = self.from_list([], 1)
            arms.append(f"SELECT {self.text_expression(sources, 1)} FROM {text}")
        operator = self.random.choice(["UNION", "UNION ALL", "INTERSECT", "EXCEPT"])
        return f"{arms[0]} {operator} {arms[1]} ORDER BY 1"

    def make_with(self) -> str:
        name = self.random.choice(["c", "{person}", "plain", "surname"])
        inner = self.select([], depth=1, top=False)
        table = self.random.choice(list(TABLES))
        return f"WITH {name} AS ({inner}) SELECT * FROM {name} UNION ALL SELECT * FROM {name} ORDER BY 1" if self.chance(30) else \
            f"WITH {name} AS ({inner}) SELECT * FROM {name}, {table} AS t ORDER BY t.id, 1"

    def make_update(self) -> str:
        table = self.random.choice([t for t in TABLES if t != "archive.person"])
        target = Source(table, TABLES[table])
        alias = ""
        if self.chance(40):
            target.alias = self.random.choice(ALIASES)
            alias = self.random.choice([" ", " AS "]) + target.alias
        column = self.random.choice([c for c in TABLES[table] if c in TEXTS])
        sources, extra = [target], ""
        if self.chance(35):
            more, text = self.from_list([], 1, limit=1)
            sources, extra = sources + more, f" FROM {text}"
        value = self.text_expression(sources if self.chance(70) else [target], 1)
        where = f" WHERE {self.condition(sources, 1)}" if self.chance(80) else ""
        return f"UPDATE {table}{alias} SET {column} = {value}{extra}{where}{self.returning(sources)}"

    def make_delete(self) -> str:
        table = self.random.choice(list(TABLES))
        target = Source(table.split(".")[-1], TABLES[table])
        where = f" WHERE {self.condition([target], 1)}"
        return f"DELETE FROM {table}{where}{self.returning([target])}"

    def make_insert(self) -> str:
        table = self.random.choice(["{person}", "account", "plain", "orders", "address"])
        texts = [c for c in TABLES[table] if c in TEXTS]
        self.random.shuffle(texts)
        columns = ["id", *texts] + (["person_id"] if table in ("orders", "address") else [])
        number = self.random.randrange(200, 300)
        if self.chance(50):
            values = ", ".join([str(number)] + [f"'v{self.random.randrange(5)}'" for _ in texts] + (["1"] if len(columns) > len(texts) + 1 else []))
            source = f"VALUES ({values})"
        else:
            sources, text = self.from_list([], 1, limit=1)
            outputs = [f"{number} + row_number() OVER ()"] + [self.text_expression(sources, 0) for _ in texts]
            outputs += ["1"] if len(columns) > len(texts) + 1 else []
            source = f"SELECT {', '.join(outputs)} FROM {text}"
        target = Source(table, TABLES[table])
        return f"INSERT INTO {table} ({', '.join(columns)}) {source}{self.returning([target])}"

    def returning(self, sources: list[Source]) -> str:
        if self.chance(40):
            return ""
        return " RETURNING " + ", ".join(self.target(sources, 1) for _ in range(self.random.randrange(1, 3)))

    def select(self, outer: list[Source], depth: int, top: bool) -> str:
        sources, text = self.from_list(outer, depth)
        visible = sources + (outer if self.chance(40) else [])
        targets = [self.target(sources, depth) for _ in range(self.random.randrange(1, 4))]
        distinct = "DISTINCT " if self.chance(8) else ""
        where = f" WHERE {self.condition(visible, depth)}" if self.chance(70) else ""
        order = f" ORDER BY {self.order(sources, targets)}" if top or self.chance(20) else ""
        return f"SELECT {distinct}{', '.join(targets)} FROM {text}{where}{order}"

    def from_list(self, outer: list[Source], depth: int, limit: int = 3) -> tuple[list[Source], str]:
        sources, parts = [], []
        for _ in range(self.random.randrange(1, limit + 1)):
            source, text = self.lateral_item(sources) if sources and depth > 0 and self.chance(12) else self.from_item(depth)
            if source.alias in [each.alias for each in sources] and self.chance(90):
                continue
            if parts and self.chance(4):
                parts[-1] += f" NATURAL JOIN {text}"
            elif parts and self.chance(60):
                kind = self.random.choice(["JOIN", "LEFT JOIN", "CROSS JOIN", "JOIN"])
                on = "" if kind == "CROSS JOIN" else f" USING ({self.random.choice(['id', 'id', '{last}', 'last_name'])})" if self.chance(15) else \
                    f" ON {self.condition([source, *sources], 0)}"
                parts[-1] += f" {kind} {text}{on}"
            else:
                parts.append(text)
            sources.append(source)
        return sources, ", ".join(parts)

    def from_item(self, depth: int) -> tuple[Source, str]:
        if depth > 0 and self.chance(25):
            alias = self.random.choice(ALIASES)
            names = self.random.sample(OUTPUTS, 2)
            inner, text = self.from_list([], depth - 1, limit=1)
            targets = f"{self.column(inner, text_only=True)} AS {names[0]}, {self.column(inner)} AS {names[1]}"
            if self.chance(40):
                return Source(alias, [c for s in inner for c in s.columns]), f"(SELECT * FROM {text}) {alias}"
            return Source(alias, names), f"(SELECT {targets} FROM {text}) AS {alias}"
        table = self.random.choices(list(TABLES), [40, 15, 15, 10, 15, 5])[0]
        if self.chance(8):
            alias, names = self.random.choice(ALIASES), self.random.sample([*OUTPUTS, "p"], 2)
            return Source(alias, [*names, *TABLES[table][2:]]), f"{table} AS {alias} ({', '.join(names)})"
        if self.chance(60):
            alias = self.random.choice(ALIASES)
            return Source(alias, TABLES[table]), f"{table}{self.random.choice([' ', ' AS '])}{alias}"
        return Source(table.split(".")[-1], TABLES[table]), table

    def lateral_item(self, sources: list[Source]) -> tuple[Source, str]:
        alias, name = self.random.choice(ALIASES), self.random.choice(OUTPUTS)
        if self.chance(50):
            return Source(alias, [name]), f"LATERAL (SELECT {self.column(sources, text_only=True)} AS {name}) {alias}"
        inner, text = self.from_item(0)
        return Source(alias, inner.columns), f"LATERAL (SELECT * FROM {text} WHERE {self.condition([inner, *sources], 0)}) {alias}"

    def column(self, sources: list[Source], text_only: bool = False) -> str:
        if self.chance(2):
            return self.random.choice(STRAY)
        source = self.random.choice(sources)
        columns = [c for c in source.columns if c in TEXTS] if text_only else source.columns
        column = self.random.choice(columns or source.columns)
        is_ambiguous = sum(column in each.columns for each in sources) > 1
        return f"{source.alias}.{column}" if self.chance(92 if is_ambiguous else 50) else column

    def target(self, sources: list[Source], depth: int) -> str:
        choice = self.random.randrange(100)
        if choice < 12:
            return "*"
        if choice < 22:
            return f"{self.random.choice(sources).alias}.*"
        if choice < 55:
            return self.column(sources)
        name = self.random.choice([" AS ", " "]) + self.random.choice(OUTPUTS) if self.chance(60) else ""
        return self.text_expression(sources, depth) + name

    def text_expression(self, sources: list[Source], depth: int) -> str:
        column = self.column(sources, text_only=True)
        choices = [column, f"upper({column})", f"{column} || '-' || {self.column(sources, text_only=True)}", f"coalesce({column}, 'none')",
                   f"CASE WHEN {column} > 'M' THEN {column} ELSE 'small' END", f"{column}::varchar(4)"]
        if depth > 0:
            inner, text = self.from_list([], 0, limit=1)
            choices.append(f"(SELECT max({self.column(inner + sources, text_only=True)}) FROM {text} WHERE {self.condition(inner + sources, 0)})")
        return self.random.choice(choices)

    def condition(self, sources: list[Source], depth: int) -> str:
        column = self.column(sources, text_only=True)
        choices = [f"{column} LIKE '%o%'", f"{column} = 'Turing'", f"{column} IS NOT NULL", f"{column} <> {self.column(sources, text_only=True)}",
                   f"{column} IN ('Hopper', 'open')"]
        if depth > 0:
            inner, text = self.from_list([], depth - 1, limit=1)
            choices.append(f"EXISTS (SELECT 1 FROM {text} WHERE {self.condition(inner + sources, 0)})")
            choices.append(f"{column} IN (SELECT {self.column(inner, text_only=True)} FROM {text})")
        first = self.random.choice(choices)
        return f"{first} {self.random.choice(['AND', 'OR'])} {self.random.choice(choices)}" if self.chance(30) else first

    def order(self, sources: list[Source], targets: list[str]) -> str:
        keys = [str(n + 1) for n in range(len(targets))]
        if self.chance(50):
            keys.insert(0, self.random.choice([self.random.choice(OUTPUTS), self.column(sources)]))
        return ", ".join(keys)

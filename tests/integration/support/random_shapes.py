"""More kinds of random statements: windows, DISTINCT ON, grouping sets, recursion, upserts, writes in WITH, cursors, prepared
statements, strings of several statements, rows as values, and FROM items of every kind.

Answers are compared as sets of rows: nothing here may depend on an order that the statement does not give.
"""

from .random_sql import ALIASES, OUTPUTS, TABLES, TEXTS, Generator, Source
from .twins import NEXT_STEP

KEYED = ["{person}", "account", "plain", "orders", "address"]


class ShapesGenerator(Generator):
    def statement(self) -> str:
        if self.chance(55):
            return super().statement()
        kind = self.random.choice([
            "window", "distinct_on", "grouping_sets", "recursive", "upsert", "modifying", "cursor", "prepared", "several", "row",
            "locked", "set_query", "row_update", "copy_query", "nested_with", "counted"])
        return getattr(self, "make_" + kind)()

    # What is selected.

    def make_window(self) -> str:
        sources, text = self.from_list([], 1)
        key, value = self.column(sources, text_only=True), self.column(sources, text_only=True)
        name = self.random.choice([*ALIASES, *OUTPUTS])
        window = f"PARTITION BY {key}" if self.chance(40) else f"ORDER BY {key}" if self.chance(60) else f"PARTITION BY {key} ORDER BY {value}"
        call = self.random.choice([f"max({value})", "count(*)", "rank()", f"min({value}) FILTER (WHERE {self.condition(sources, 0)})"])
        if self.chance(50):
            return f"SELECT {value} AS {name}, {call} OVER {name} FROM {text} WINDOW {name} AS ({window}) ORDER BY {self.random.choice([name, '1', '2'])}"
        return f"SELECT {value}, {call} OVER ({window}) AS {name} FROM {text} ORDER BY {self.random.choice([name, value, '2'])}"

    def make_distinct_on(self) -> str:
        sources, text = self.from_list([], 1)
        key, value = self.column(sources, text_only=True), self.column(sources, text_only=True)
        name, other = self.random.sample(OUTPUTS, 2)
        on = self.random.choice([key, name, "1"])
        return f"SELECT DISTINCT ON ({on}) {key} AS {name}, {value} AS {other} FROM {text} ORDER BY {self.random.choice([key, name, '1'])}, {self.random.choice([value, other, '2'])}"

    def make_grouping_sets(self) -> str:
        sources, text = self.from_list([], 1)
        one, two = self.column(sources, text_only=True), self.column(sources, text_only=True)
        name = self.random.choice(OUTPUTS)
        sets = self.random.choice([f"ROLLUP ({one}, {two})", f"CUBE ({one}, {two})", f"GROUPING SETS (({one}), ({two}), ())", f"{one}, ROLLUP ({two})", f"ROLLUP ({name}, {two})"])
        return f"SELECT {one} AS {name}, {two}, grouping({one}), count(*) FROM {text} GROUP BY {sets} ORDER BY 4, {self.random.choice([name, one, '1'])}"

    def make_counted(self) -> str:
        sources, text = self.from_list([], 1)
        source = self.random.choice(sources).alias
        what = self.random.choice([source, f"{source}.*", f"DISTINCT {source}", f"DISTINCT {self.column(sources, text_only=True)}"])
        return f"SELECT count({what}), max({self.column(sources, text_only=True)}) AS {self.random.choice(OUTPUTS)} FROM {text} WHERE {self.condition(sources, 1)}"

    def make_row(self) -> str:
        sources, text = self.from_list([], 1)
        one, two = self.random.choice(sources), self.random.choice(sources)
        column = self.random.choice(one.columns)
        what = self.random.choice([
            one.alias, f"({one.alias}).{column}", f"({one.alias}).*", f"ROW({one.alias}.*)", f"row_to_json({one.alias})", f"{one.alias} IS NULL",
            f"{one.alias}.* IS NOT NULL", f"{one.alias} = {two.alias}", f"ROW({one.alias}.*) = ROW({two.alias}.*)", f"{column}({one.alias})",
            f"{one.alias}::text", f"to_jsonb({one.alias}) ->> '{self.random.choice(['id', 'surname', 'last_name'])}'", f"(SELECT {one.alias}.{column})"])
        return f"SELECT {what} FROM {text} WHERE {self.condition(sources, 0)}"

    def make_locked(self) -> str:
        sources, text = self.from_list([], 0, limit=2)
        lock = self.random.choice(["UPDATE", "SHARE", "NO KEY UPDATE", "KEY SHARE"])
        return f"SELECT {self.column(sources)} FROM {text} WHERE {self.condition(sources, 0)} FOR {lock} OF {self.random.choice(sources).alias}"

    def make_set_query(self) -> str:
        arms = []
        for _ in range(3):
            sources, text = self.from_list([], 0, limit=2)
            arms.append(f"SELECT {self.text_expression(sources, 0)} AS {self.random.choice(OUTPUTS)}, {self.column(sources, text_only=True)} FROM {text}")
        first, second = self.random.choice(["UNION", "UNION ALL", "EXCEPT", "INTERSECT"]), self.random.choice(["UNION", "UNION ALL", "EXCEPT"])
        alias, names = self.random.choice(ALIASES), self.random.sample(OUTPUTS, 2)
        return f"SELECT {alias}.{names[1]}, {names[0]} FROM ({arms[0]} {first} ({arms[1]} {second} {arms[2]})) {alias} ({', '.join(names)}) ORDER BY {names[0]}, 1"

    def make_copy_query(self) -> str:
        return f"COPY (SELECT count(*) AS {self.random.choice(OUTPUTS)} FROM ({self.select([], depth=1, top=False)}) {self.random.choice(ALIASES)}) TO STDOUT"

    # WITH.

    def make_recursive(self) -> str:
        name, columns = self.random.choice(["c", "{person}", "plain", "surname"]), self.random.sample(OUTPUTS, 2)
        table = self.random.choice(["account", "plain", "orders", "address"])
        text = self.random.choice([c for c in TABLES[table] if c in TEXTS])
        search = self.random.choice(["", "", f" SEARCH DEPTH FIRST BY {columns[0]} SET found", f" CYCLE {columns[0]} SET is_cycle USING way"])
        return f"WITH RECURSIVE {name} ({', '.join(columns)}) AS (SELECT t.id, {text} FROM {table} t WHERE t.id < 3 UNION ALL " \
            f"SELECT {name}.{columns[0]} + 10, {name}.{columns[1]} FROM {name} WHERE {name}.{columns[0]} < 30){search} " \
            f"SELECT {columns[1]}, {name}.{columns[0]} FROM {name} ORDER BY 1, 2"

    def make_nested_with(self) -> str:
        outer, inner = self.random.choice(["c", "{person}", "plain"]), self.random.choice(["d", "{person}", "account"])
        sources, text = self.from_list([], 0, limit=1)
        name = self.random.choice(OUTPUTS)
        return f"WITH {outer} AS (WITH {inner} AS (SELECT {self.column(sources, text_only=True)} AS {name} FROM {text}) SELECT {inner}.{name} FROM {inner}) " \
            f"SELECT {outer}.{name}, (SELECT count(*) FROM {self.random.choice(list(TABLES))} {outer}) FROM {outer} ORDER BY {name}"

    def make_modifying(self) -> str:
        table, name = self.random.choice(KEYED), self.random.choice(["c", "{person}", "moved", "surname"])
        target = Source(table, TABLES[table])
        text = self.random.choice([c for c in TABLES[table] if c in TEXTS])
        change = self.random.choice([
            f"UPDATE {table} SET {text} = {self.text_expression([target], 1)} WHERE {self.condition([target], 0)}",
            f"DELETE FROM {table} WHERE {self.condition([target], 0)}"])
        output = self.random.choice(OUTPUTS)
        return f"WITH {name} AS ({change} RETURNING id, {self.column([target], text_only=True)} AS {output}) SELECT {output}, {name}.id FROM {name} ORDER BY 2"

    # Writes.

    def make_upsert(self) -> str:
        table = self.random.choice(KEYED)
        texts = [c for c in TABLES[table] if c in TEXTS]
        alias = self.random.choice(["", f" AS {self.random.choice([*ALIASES, 'excluded'])}"])
        target = Source(alias[4:] or table, TABLES[table])
        both = [target, Source("excluded", TABLES[table])]
        columns = ["id", *texts] + (["person_id"] if table in ("orders", "address") else [])
        values = [str(self.random.randrange(1, 8)), *(f"'v{self.random.randrange(5)}'" for _ in texts)] + ["1"] * (len(columns) - len(texts) - 1)
        some = self.random.sample(texts, self.random.randrange(1, len(texts) + 1))
        change = ", ".join(f"{c} = {self.text_expression(both, 0)}" for c in some)
        if len(some) > 1 and self.chance(40):
            change = f"({', '.join(some)}) = ROW({', '.join(self.text_expression(both, 0) for _ in some)})"
        where = f" WHERE {self.condition(both, 0)}" if self.chance(40) else ""
        action = "NOTHING" if self.chance(10) else f"UPDATE SET {change}{where}"
        return f"INSERT INTO {table}{alias} ({', '.join(columns)}) VALUES ({', '.join(values)}) ON CONFLICT (id) DO {action}{self.returning([target])}"

    def make_row_update(self) -> str:
        table = self.random.choice(["{person}", "account", "plain"])
        target = Source(table, TABLES[table])
        texts = [c for c in TABLES[table] if c in TEXTS]
        one, two = self.random.sample(texts, 2)
        inner, text = self.from_list([], 0, limit=1)
        value = self.random.choice([
            f"({self.text_expression([target], 0)}, {self.text_expression([target], 0)})",
            f"(SELECT max({self.column([*inner, target], text_only=True)}), min({self.column(inner, text_only=True)}) FROM {text})"])
        return f"UPDATE {table} SET ({one}, {two}) = {value} WHERE {self.condition([target], 0)}{self.returning([target])}"

    # What a session sends around a query.

    def make_cursor(self) -> str:
        table, name = self.random.choice(KEYED), self.random.choice(["c", "surname", "{person}"])
        texts = [c for c in TABLES[table] if c in TEXTS]
        target = Source(table, TABLES[table])
        change = self.random.choice([f"UPDATE {table} SET {self.random.choice(texts)} = {self.text_expression([target], 0)} WHERE CURRENT OF {name}{self.returning([target])}",
                                     f"FETCH ALL FROM {name}"])
        return NEXT_STEP.join([f"DECLARE {name} CURSOR FOR SELECT * FROM {table} WHERE id = 2 FOR UPDATE", f"FETCH 1 FROM {name}", change])

    def make_prepared(self) -> str:
        sources, text = self.from_list([], 1)
        column, name = self.column(sources, text_only=True), self.random.choice(["q", "surname", "{person}"])
        query = f"SELECT {self.column(sources)}, $1 AS {self.random.choice(OUTPUTS)} FROM {text} WHERE {column} = $1 OR {column} > 'M'"
        return NEXT_STEP.join([f"PREPARE {name} (text) AS {query}", f"EXECUTE {name}('Turing')", f"EXECUTE {name}('open')"])

    def make_several(self) -> str:
        """In one string; the extended protocol refuses it on both sides."""
        return "; ".join(self.random.choice([self.make_update, self.make_delete, self.make_select, self.make_insert])() for _ in range(2))

    # FROM.

    def from_item(self, depth: int) -> tuple[Source, str]:
        if not self.chance(12):
            return super().from_item(depth)
        alias, names = self.random.choice(ALIASES), self.random.sample(OUTPUTS, 2)
        kind = self.random.randrange(4)
        if kind == 0:
            return Source(alias, names), f"(VALUES ('Turing', 'open'), ('Hopper', NULL)) AS {alias} ({', '.join(names)})"
        if kind == 1:
            return Source(alias, names), f"unnest(ARRAY['Turing', 'x'], ARRAY['Alan', 'y']) {alias} ({', '.join(names)})"
        (one, first), (two, second) = super().from_item(0), super().from_item(0)
        join = f"{first} JOIN {second} ON {self.condition([one, two], 0)}" if kind == 2 else f"{first} JOIN {second} USING (id) AS {alias}"
        if kind == 2:
            return Source(alias, [*names, *one.columns[2:], *two.columns]), f"({join}) AS {alias} ({', '.join(names)})"
        return Source(self.random.choice([alias, one.alias]), ["id"] if self.chance(30) else one.columns), join

"""What each technique of serving an old version costs the server, on a table of 33 columns: no proxy takes part.

pgsegue rewrites names in place; where it cannot, it may give the table a column alias list or take a derived table. Its peers
give each version a view, and keep two columns alike by a BEFORE trigger. Columns are `new_1` … on the server, and the client of
the old version says `old_1` ….
"""

from dataclasses import replace

import terminal
from part import Context, Result
from pgbench_turn import Load, take_turn
from rounds import Turn, play
from stage import DIRECT
from table import Table, grouped

COLUMNS = 32  # and the key
ROWS = 10_000
BATCH = 1_000  # rows of a bulk write
NUMBERS = range(1, COLUMNS + 1)
OLD = ", ".join(f"old_{n}" for n in NUMBERS)
NEW = ", ".join(f"new_{n}" for n in NUMBERS)
RENAMED = ", ".join(f"new_{n} AS old_{n}" for n in NUMBERS)
VALUES = ", ".join(f"'value {n}'" for n in NUMBERS)

# In the tables for dual writes, the first column is there under both names.
SETUP = f"""
CREATE TABLE wide (id int PRIMARY KEY, {", ".join(f"new_{n} text" for n in NUMBERS)});
INSERT INTO wide SELECT i, {VALUES} FROM generate_series(1, {ROWS}) AS i;
CREATE SCHEMA v1;
CREATE VIEW v1.wide AS SELECT id, {RENAMED} FROM public.wide;
CREATE TABLE dual (LIKE wide INCLUDING ALL, old_1 text);
INSERT INTO dual SELECT *, new_1 FROM wide;
CREATE TABLE dual_by_trigger (LIKE dual INCLUDING ALL);
INSERT INTO dual_by_trigger SELECT * FROM dual;
CREATE FUNCTION keep_alike() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.new_1 := NEW.old_1; RETURN NEW; END $$;
CREATE TRIGGER keep_alike BEFORE INSERT OR UPDATE ON dual_by_trigger FOR EACH ROW EXECUTE FUNCTION keep_alike();
CREATE TABLE single (LIKE wide INCLUDING ALL);
INSERT INTO single SELECT * FROM wide;
VACUUM ANALYZE wide, dual, dual_by_trigger, single;
"""
ONE = f"\\set id random(1, {ROWS})\n"
MANY = f"\\set id random(1, {ROWS - BATCH})\n"
RANGE = f"id BETWEEN :id AND :id + {BATCH - 1}"

# What the server gets, by operation and technique.
STATEMENTS = {
    "point read": {
        "in place": ONE + f"SELECT id, {RENAMED} FROM wide WHERE id = :id;\n",
        "alias list": ONE + f"SELECT id, {OLD} FROM wide AS wide (id, {OLD}) WHERE id = :id;\n",
        "derived table": ONE + f"SELECT id, {OLD} FROM (SELECT id, {RENAMED} FROM wide) AS wide WHERE id = :id;\n",
        "version view": ONE + f"SELECT id, {OLD} FROM v1.wide WHERE id = :id;\n",
    },
    "update of a row": {
        "in place": ONE + "UPDATE single SET new_1 = 'changed' WHERE id = :id;\n",
        "version view": ONE + "UPDATE v1.wide SET old_1 = 'changed' WHERE id = :id;\n",
        "both columns, in place": ONE + "UPDATE dual SET old_1 = 'changed', new_1 = 'changed' WHERE id = :id;\n",
        "both columns, trigger": ONE + "UPDATE dual_by_trigger SET old_1 = 'changed' WHERE id = :id;\n",
    },
    f"update of {BATCH} rows": {
        "in place": MANY + f"BEGIN;\nUPDATE single SET new_1 = 'changed' WHERE {RANGE};\nROLLBACK;\n",
        "version view": MANY + f"BEGIN;\nUPDATE v1.wide SET old_1 = 'changed' WHERE {RANGE};\nROLLBACK;\n",
        "both columns, in place": MANY + f"BEGIN;\nUPDATE dual SET old_1 = 'changed', new_1 = 'changed' WHERE {RANGE};\nROLLBACK;\n",
        "both columns, trigger": MANY + f"BEGIN;\nUPDATE dual_by_trigger SET old_1 = 'changed' WHERE {RANGE};\nROLLBACK;\n",
    },
}


def tables(rows: list[dict]) -> list[Table]:
    return [Table((operation, "tps", "p50 ms", "p99 ms", "tps/in place"),
                  [[row["technique"], f"{row['tps']:.0f}", f"{row['p50_ms']:.3f}", f"{row['p99_ms']:.3f}", f"{row['vs_in_place']:.2f}"]
                   for row in of_operation]) for operation, of_operation in grouped(rows, "operation")]


def run(context: Context) -> Result:
    database = context.stage.cluster.create_database("wide", SETUP)
    server = replace(context.stage.endpoints[DIRECT], database=database)

    def turn(script: str) -> Turn:
        return lambda seed: take_turn(server, Load(script), 1, seed)

    found = Result()
    for operation, scripts in STATEMENTS.items():
        terminal.progress(operation)
        series = play({technique: turn(script) for technique, script in scripts.items()}, context.few_rounds)
        found.add([{"operation": operation, "technique": technique, **figures, "vs_in_place": series.ratio(technique, "in place", "tps")}
                   for technique, figures in series.medians().items()], [], tables)
    context.stage.cluster.psql(f"DROP DATABASE {database} WITH (FORCE)")
    return found

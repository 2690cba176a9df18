"""The demo's three acts. Each prints what it does and checks what it claims."""

from dataclasses import dataclass

import psycopg2

from application import Application
from stage import RENAME, Stage
from terminal import Claims, dim, paragraph, quote, title, wait

REFUSED = "DO $$ BEGIN UPDATE person SET last_name = 'Smith'; END $$"


def naive_rename(stage: Stage, claims: Claims) -> None:
    title("1. Without pgsegue: rename the column, and start release 2.0.0")
    paragraph("Release 1.0.0 says person.last_name, release 2.0.0 says person.surname. 1.0.0 is running when the column is renamed.")
    old = stage.launch("1.0.0", stage.direct("naive"))
    claims.check(old.wait_for_writes(50, seconds=20), f"1.0.0 works: {len(old.written)} people registered")
    stage.rename("naive")
    quote("DBA", RENAME + ";")
    broken = old.wait_for_failure(seconds=20)
    quote("1.0.0", old.error[1] if old.error else "(no error)")
    claims.check(broken and old.error is not None and old.error[0] == "42703", "1.0.0 fails at once, on every instance still running")
    new = stage.launch("2.0.0", stage.direct("naive"))
    claims.check(new.wait_for_writes(20, seconds=20), "2.0.0 works, and there is no way back")
    new.stop_writing()
    new.list_everybody_and_end()


@dataclass
class Pair:
    """Both releases at work through pgsegue."""

    old: Application
    new: Application

    def counts(self) -> tuple[int, int]:
        return len(self.old.written), len(self.new.written)

    def status(self) -> str:
        return f"1.0.0: {len(self.old.written)} written, {len(self.old.read)} read   2.0.0: {len(self.new.written)} written, {len(self.new.read)} read"

    def finish(self) -> None:
        """Nobody writes any more before both list everybody."""
        for application in (self.old, self.new):
            application.stop_writing()
        for application in (self.old, self.new):
            application.is_quiet.wait(20)
        for application in (self.old, self.new):
            application.list_everybody_and_end()


def launch_pair(stage: Stage) -> Pair:
    pair = Pair(stage.launch("1.0.0", stage.through_pgsegue("v1")), stage.launch("2.0.0", stage.through_pgsegue("v2")))
    for application in (pair.old, pair.new):
        application.wait_for_writes(1, seconds=20)
    return pair


def side_by_side(stage: Stage, claims: Claims) -> None:
    title("2. With pgsegue: both releases at the same time on one database")
    paragraph("Both connect to pgsegue instead of the server: 1.0.0 to the database shop@v1, 2.0.0 to shop@v2. The rule file says that v2 "
              "calls the column surname. Neither program has a line of compatibility code. The column is still called last_name.")
    first = launch_pair(stage)
    wait(2, first.status)
    first.finish()
    report(claims, first, {"last_name": (0, 0)})
    show_rewriting(stage, "v2", "SELECT surname FROM person WHERE id = 1")

    paragraph("Now the column is renamed while both run, past pgsegue.")
    second = launch_pair(stage)
    wait(1.5, second.status)
    stage.rename("shop")
    renamed = second.counts()
    quote("DBA", RENAME + ";")
    wait(2, second.status)
    second.finish()
    report(claims, second, {"last_name": (0, 0), "surname": renamed})
    show_rewriting(stage, "v1", "SELECT last_name FROM person WHERE id = 1")
    report_sum(stage, claims, [first, second])


def report(claims: Claims, pair: Pair, states: dict[str, tuple[int, int]]) -> None:
    """`states`: what the column was called, and how many rows each had written when that began."""
    print(dim(f"    {'column':12}{'written by':12}{'rows':>7}{'read by the other':>20}"))
    ends = [*list(states.values())[1:], pair.counts()]
    for (state, begin), end in zip(states.items(), ends):
        for writer, reader, first, last in zip((pair.old, pair.new), (pair.new, pair.old), begin, end):
            rows = list(writer.written.items())[first:last]
            arrived = sum(reader.read.get(person) == name for person, name in rows)
            print(f"    {state:12}{writer.release:12}{len(rows):7}{arrived:20}")
            claims.note(arrived == len(rows) > 0)
    claims.settle("every row written by one was read by the other, with the right name")
    for application in (pair.old, pair.new):
        if application.error:
            quote(application.release, f"{application.error[0]}: {application.error[1]}")
        for row in application.mixed_up[:3]:
            quote(application.release, row)
        claims.note(not application.has_failed and not application.mixed_up)
    longest = 1000 * max(pair.old.longest_wait, pair.new.longest_wait)
    claims.settle(f"no errors; the longest a client took for a round of work: {longest:.0f} ms")


def show_rewriting(stage: Stage, version: str, sql: str) -> None:
    """What the server says it was asked: its own view of the connection."""
    connection = psycopg2.connect(stage.through_pgsegue(version))
    try:
        connection.autocommit = True
        connection.cursor().execute(sql)
        server_saw = stage.cluster.psql(f"SELECT query FROM pg_stat_activity WHERE pid = {connection.info.backend_pid}")
    finally:
        connection.close()
    quote(f"{version} says", sql)
    quote("server runs", server_saw)


def report_sum(stage: Stage, claims: Claims, pairs: list[Pair]) -> None:
    written = sum(sum(pair.counts()) for pair in pairs)
    stored = int(stage.cluster.psql("SELECT count(*) FROM person JOIN account ON person_id = person.id", "shop"))
    claims.check(stored == written, f"{stored} people and their accounts stored, {written} reported written: none lost")


def refusal(stage: Stage, claims: Claims) -> None:
    title("3. What cannot be rewritten with certainty is refused")
    paragraph("The body of a DO block is text that only the server's procedural language reads. To forward it would be a guess.")
    connection = psycopg2.connect(stage.through_pgsegue("v1"))
    connection.autocommit = True
    quote("1.0.0", REFUSED)
    try:
        connection.cursor().execute(REFUSED)
        claims.check(False, "refused")
    except psycopg2.Error as error:
        quote("pgsegue", f"{error.pgcode}: {str(error).strip()}")
        claims.check(error.pgcode == "0A000", "refused with 0A000, saying what and why")
    finally:
        connection.close()
    smiths = int(stage.cluster.psql("SELECT count(*) FROM person WHERE surname = 'Smith'", "shop"))
    claims.check(smiths == 0, "no row was touched")

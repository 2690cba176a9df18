"""The demo's three acts. Each prints what it does and checks what it claims."""

from dataclasses import dataclass

import psycopg2

from application import Application
from stage import RENAME, Stage
from terminal import Claims, bold, dim, paragraph, quote, title, wait

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
              "calls the column surname. Neither program has a line of compatibility code; first the column is still last_name.")
    first = launch_pair(stage)
    wait(2, first.status)
    first.finish()
    report(claims, "physical column last_name", first)
    show_rewriting(stage, "v2", "SELECT surname FROM person WHERE id = 1")

    paragraph("Now the column is renamed while both run, past pgsegue.")
    second = launch_pair(stage)
    wait(1.5, second.status)
    before = second.counts()
    stage.rename("shop")
    quote("DBA", RENAME + ";")
    wait(2, second.status)
    after = second.counts()
    second.finish()
    claims.check(all(b < a for b, a in zip(before, after)), f"both went on after it; longest wait of a client: {longest_wait(second):.0f} ms")
    report(claims, "renamed live to surname", second)
    show_rewriting(stage, "v1", "SELECT last_name FROM person WHERE id = 1")
    report_sum(stage, claims, [first, second])


def longest_wait(pair: Pair) -> float:
    return 1000 * max(pair.old.longest_wait, pair.new.longest_wait)


def report(claims: Claims, state: str, pair: Pair) -> None:
    print(f"    {bold(state):32} {dim('written'):>9} {dim('read by the other'):>19} {dim('errors'):>8}")
    for writer, reader in ((pair.old, pair.new), (pair.new, pair.old)):
        arrived = sum(reader.read.get(person) == name for person, name in writer.written.items())
        errors = int(writer.has_failed)
        print(f"    {writer.release:>20} {len(writer.written):9} {arrived:19} {errors:8}")
        if writer.error:
            quote(writer.release, f"{writer.error[0]}: {writer.error[1]}")
        claims.check(not errors and arrived == len(writer.written) > 0 and not reader.mixed_up,
                     f"every row of {writer.release} was read by {reader.release}, with the right name")


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

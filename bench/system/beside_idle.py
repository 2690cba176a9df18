"""50 active clients beside more and more idle sessions: the throughput must not fall.

Each number of idle sessions has a pgsegue of its own, so that all can take turns.
"""

import contextlib

import terminal
from idle_sessions import IdleSessions, database, possible_sessions, scripted_backend
from part import Context, Result
from pgbench_turn import Load, take_turn
from rounds import Turn, play
from stage import Endpoint
from table import Table
from workloads import WORKLOADS

ACTIVE = 50
FEWEST = 10
STEPS = (FEWEST, 100, 1000, 5000)


def tables(rows: list[dict]) -> list[Table]:
    return [Table(("idle sessions", "tps", "p50 ms", "p99 ms", f"tps/{FEWEST} idle"),
                  [[str(row["idle"]), f"{row['tps']:.0f}", f"{row['p50_ms']:.3f}", f"{row['p99_ms']:.3f}", f"{row['vs_fewest']:.2f}"]
                   for row in rows])]


def run(context: Context) -> Result:
    steps = sorted({min(step, context.sessions) for step in STEPS})
    while sum(steps) > possible_sessions(sum(steps)):
        steps.pop()
    load = Load(WORKLOADS["point read"].script("simple"), clients=ACTIVE, scale=context.scale)
    with contextlib.ExitStack() as stack:
        backend = stack.enter_context(scripted_backend())
        turns: dict[str, Turn] = {}
        for step in steps:
            terminal.progress(f"{step} idle sessions log in")
            endpoint = Endpoint(str(step), *context.stage.pgsegue(context.threads, limits={"max_connections": step + 200},
                                                                  databases=[database(backend)]))
            idle = IdleSessions(endpoint.port)
            stack.callback(idle.close)
            idle.add(step)
            turns[str(step)] = lambda seed, endpoint=endpoint: take_turn(endpoint, load, 1, seed)
        terminal.progress("active clients beside them")
        series = play(turns, context.few_rounds)
    found = Result()
    found.add([{"idle": int(name), **figures, "vs_fewest": series.ratio(name, str(steps[0]), "tps")} for name, figures in series.medians().items()],
              [], tables)
    return found

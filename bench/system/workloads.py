"""What pgbench runs: scripts, whose constants change with every transaction."""

import re
from dataclasses import dataclass

PIPELINE = 10  # statements in one pipeline

ACCOUNT = "\\set aid random(1, 100000 * :scale)\n"
TPCB_VARIABLES = ACCOUNT + "\\set bid random(1, 1 * :scale)\n\\set tid random(1, 10 * :scale)\n\\set delta random(-5000, 5000)\n"


@dataclass(frozen=True)
class Workload:
    name: str
    variables: str
    statements: tuple[str, ...]
    reconnect: bool = False  # for every transaction

    def script(self, mode: str) -> str:
        body = self.variables + "".join(f"{statement};\n" for statement in self.statements)
        return f"\\startpipeline\n{body * PIPELINE}\\endpipeline\n" if mode == "pipelined" else body

    def samples(self) -> list[str]:
        """The statements that name tables, with constants: to check that they are rewritten."""
        return [re.sub(r":\w+", "1", statement) for statement in self.statements if statement not in ("BEGIN", "END")]


POINT_READ = "SELECT abalance FROM pgbench_accounts WHERE aid = :aid"
WORKLOADS = {
    workload.name: workload
    for workload in [
        Workload("point read", ACCOUNT, (POINT_READ,)),
        Workload("100 rows", ACCOUNT, ("SELECT aid, abalance FROM pgbench_accounts WHERE aid BETWEEN :aid AND :aid + 99",)),
        Workload("connect", ACCOUNT, (POINT_READ,), reconnect=True),
        Workload("tpc-b", TPCB_VARIABLES, (
            "BEGIN",
            "UPDATE pgbench_accounts SET abalance = abalance + :delta WHERE aid = :aid",
            POINT_READ,
            "UPDATE pgbench_tellers SET tbalance = tbalance + :delta WHERE tid = :tid",
            "UPDATE pgbench_branches SET bbalance = bbalance + :delta WHERE bid = :bid",
            "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (:tid, :bid, :aid, :delta, CURRENT_TIMESTAMP)",
            "END",
        )),
    ]
}

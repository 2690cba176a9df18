"""What a process has used and holds, read from /proc, and where it may run."""

import os
import pathlib
from collections.abc import Set


def cpu_seconds(pid: int) -> float:
    """User and system time of all threads, in nanosecond steps (`stat` counts in hundredths of a second)."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in pathlib.Path(f"/proc/{pid}/task").iterdir()) / 1e9


def resident_kib(pid: int) -> int:
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError(f"process {pid} has no VmRSS")


def keep_on(cores: Set[int], pid: int) -> None:
    """All threads of it, and what it starts from now on."""
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(task.name), cores)

"""The CPU that a proxy takes while transactions run: connecting and the first answers of new processes are left out."""

import bisect
import threading
import time
from collections.abc import Callable, Sequence
from typing import TypeAlias

INTERVAL = 0.02  # seconds between two looks, which cost 50 µs each
SETTLING = 0.2  # of the time from the first transaction to the last: new processes fill their caches

Sample: TypeAlias = tuple[float, float]  # when, in seconds since the epoch; CPU seconds so far


class CpuWatch:
    """Looks at a process again and again, from `with` to its end."""

    def __init__(self, cpu_seconds: Callable[[], float]):
        self.samples: list[Sample] = []
        self._cpu_seconds = cpu_seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def _watch(self) -> None:
        while not self._done.wait(INTERVAL):
            self.samples.append((time.time(), self._cpu_seconds()))

    def __enter__(self) -> "CpuWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def cpu_per_transaction(samples: Sequence[Sample], ends: Sequence[float], processed: int) -> float | None:
    """In seconds. `ends`: sorted times at which some of all `processed` transactions ended. None: the run was too short to say."""
    begin = ends[0] + SETTLING * (ends[-1] - ends[0])
    within = [sample for sample in samples if begin <= sample[0] <= ends[-1]]
    if len(within) < 2:
        return None
    (start, before), (end, after) = within[0], within[-1]
    count = bisect.bisect_right(ends, end) - bisect.bisect_right(ends, start)
    return (after - before) / (count / len(ends) * processed) if count else None

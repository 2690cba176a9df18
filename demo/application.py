"""A running release of the application, and what it says it wrote and read."""

import pathlib
import subprocess
import sys
import threading
import time

APPS = pathlib.Path(__file__).resolve().parent / "apps"


class Application:
    """Starts on construction. Its output is read by a thread; everything here may be looked at while it runs."""

    def __init__(self, release: str, dsn: str):
        self.release = release
        self.written: dict[int, str] = {}  # person -> name
        self.read: dict[int, str] = {}
        self.mixed_up: list[str] = []  # rows whose name is not that of their account
        self.error: tuple[str, str] | None = None  # SQLSTATE, message
        self.longest_wait = 0.0  # seconds between two writes
        self.is_quiet = threading.Event()
        self.process = subprocess.Popen(
            [sys.executable, APPS / f"people-{release}.py", dsn], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.reader = threading.Thread(target=self._follow, daemon=True)
        self.reader.start()

    def _follow(self) -> None:
        last = None
        for line in self.process.stdout:
            word, *rest = line.rstrip("\n").split("\t")
            if word == "wrote":
                now = time.monotonic()
                self.longest_wait = max(self.longest_wait, now - (last or now))
                last = now
            getattr(self, f"_on_{word}")(*rest)

    def _on_wrote(self, person: str, name: str) -> None:
        self.written[int(person)] = name

    def _on_read(self, person: str, name: str, holder: str) -> None:
        self.read[int(person)] = name
        if name != holder:
            self.mixed_up.append(f"person {person}: {name}, account of {holder}")

    def _on_quiet(self) -> None:
        self.is_quiet.set()

    def _on_failed(self, sqlstate: str, message: str) -> None:
        self.error = (sqlstate, message.replace("\\n", "\n"))

    def wait_for_failure(self, seconds: float) -> bool:
        """Whether it ended by itself within that time."""
        self.reader.join(seconds)
        return not self.reader.is_alive() and self.process.wait() != 0

    def wait_for_writes(self, count: int, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while len(self.written) < count and self.reader.is_alive() and time.monotonic() < end:
            time.sleep(0.01)
        return len(self.written) >= count

    def _say(self, line: str) -> None:
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # it has failed, and has said so

    def stop_writing(self) -> None:
        self._say("quiet")

    def list_everybody_and_end(self) -> None:
        self._say("list")
        self.reader.join(20)
        self.end()

    def end(self) -> None:
        if self.process.poll() is None:
            try:
                self.process.wait(2)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.reader.join(5)

    @property
    def has_failed(self) -> bool:
        return self.error is not None or self.process.poll() not in (None, 0)

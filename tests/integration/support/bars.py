"""Measured bars: a line `name value target pass|fail` each, printed at the end of the run."""


class Bars:
    def __init__(self):
        self.lines: list[str] = []

    def at_most(self, name: str, value: float, target: float) -> bool:
        return self._add(name, value, target, value <= target)

    def at_least(self, name: str, value: float, target: float) -> bool:
        return self._add(name, value, target, value >= target)

    def _add(self, name: str, value: float, target: float, passed: bool) -> bool:
        self.lines.append(f"{name} {value:g} {target:g} {'pass' if passed else 'fail'}")
        return passed

"""Counts JUnit reports: one line per file, what failed, and the sum. Exit status 1 if anything failed or nothing ran."""

import pathlib
import sys
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field


@dataclass
class Count:
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def was_skipped(case: xml.Element) -> bool:
    """CTest calls a test whose program is missing skipped as well; that is a failure."""
    mark = case.find("skipped")
    return mark is not None and (case.get("status") != "notrun" or mark.get("message", "").startswith("SKIP_"))


def count(report: pathlib.Path) -> Count:
    if not report.exists():
        return Count(failed=["no report was written"])
    result = Count()
    for case in xml.parse(report).iter("testcase"):
        name = case.get("name", "?")
        if was_skipped(case):
            result.skipped.append(name)
        elif any(case.find(mark) is not None for mark in ("failure", "error", "skipped")):
            result.failed.append(name)
        else:
            result.passed += 1
    return result


def main(reports: list[str]) -> int:
    total_passed = total_failed = 0
    for report in map(pathlib.Path, reports):
        counted = count(report)
        total_passed += counted.passed
        total_failed += len(counted.failed)
        print(f"{report.stem}: {counted.passed} passed, {len(counted.failed)} failed, {len(counted.skipped)} skipped")
        for label, names in (("failed", counted.failed), ("skipped", counted.skipped)):
            for name in names:
                print(f"  {label}: {name}")
    print(f"{total_passed} passed, {total_failed} failed")
    return 1 if total_failed or not total_passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

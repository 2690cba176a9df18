"""clang-tidy over every file of a compilation database, one process per core. Files that are compiled alike are read
together, so that what they include is read once; where such a batch has a finding, each of its files is read on its own, and
that is what counts. A file whose text, headers and checks are those of its last clean run is not looked at again: the
stamps are in <build directory>/tidy."""

import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[3]
BATCH = 16
FILTER = r"/(parser|rules|proxy|tests|bench)/.*\.[ch]pp$"  # as in .clang-tidy, and what a batch includes


@dataclass(frozen=True)
class Source:
    path: pathlib.Path
    arguments: tuple[str, ...]  # of the compiler, without the file and what becomes of it
    stamp: pathlib.Path


def shared_digest() -> bytes:
    """All that a file's findings depend on beside its own text: the checks and every header of the project."""
    digest = hashlib.sha256()
    listed = subprocess.run(["git", "ls-files", "-z", ".clang-tidy", "*.hpp"], cwd=ROOT, check=True, capture_output=True)
    for name in sorted(filter(None, listed.stdout.decode().split("\0"))):
        digest.update((ROOT / name).read_bytes())
    return digest.digest()


def arguments_of(command: str) -> tuple[str, ...]:
    words = shlex.split(command)
    return tuple(words[next(i for i, word in enumerate(words) if word.startswith("-")) : words.index("-o")])


def read_sources(build: pathlib.Path) -> list[Source]:
    """Each file once, under the first command that compiles it."""
    shared, sources = shared_digest(), {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        key = hashlib.sha256(shared + str(path).encode() + path.read_bytes()).hexdigest()
        sources.setdefault(path, Source(path, arguments_of(entry["command"]), build / "tidy" / key))
    return list(sources.values())


def batches_of(sources: list[Source]) -> list[list[Source]]:
    alike = collections.defaultdict(list)
    for source in sources:
        alike[source.arguments].append(source)
    return [group[i : i + BATCH] for group in alike.values() for i in range(0, len(group), BATCH)]


def findings(file: pathlib.Path, arguments: tuple[str, ...], *options: str) -> str:
    """What clang-tidy has to say; an empty text if that is nothing."""
    command = ["clang-tidy-14", "--quiet", *options, str(file), "--", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return "" if done.returncode == 0 else done.stdout or done.stderr or f"clang-tidy-14: exit status {done.returncode}"


def is_clean(batch: list[Source], folder: pathlib.Path) -> bool:
    name = hashlib.sha256(str([source.path for source in batch]).encode()).hexdigest()
    together = folder / f"{name}.cpp"
    together.write_text("".join(f'#include "{source.path}"\n' for source in batch), encoding="utf-8")
    try:
        return not findings(together, batch[0].arguments, f"--header-filter={FILTER}")
    finally:
        together.unlink()


def check(batch: list[Source], folder: pathlib.Path) -> list[str]:
    """The findings in each of the files that has any."""
    found = {}
    if len(batch) == 1 or not is_clean(batch, folder):
        found = {source: findings(source.path, source.arguments) for source in batch}
    for source in batch:
        if not found.get(source):
            source.stamp.touch()
    return [text for text in found.values() if text]


def main(directory: str) -> int:
    build = pathlib.Path(directory).resolve()
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    sources = read_sources(build)
    batches = batches_of([source for source in sources if not source.stamp.exists()])
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for texts in pool.map(lambda batch: check(batch, folder), batches):
            bad += len(texts)
            for text in texts:
                print(text, file=sys.stderr)
    print(f"clang-tidy: {len(sources)} files, {bad} with findings", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

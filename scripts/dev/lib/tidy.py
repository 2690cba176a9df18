"""clang-tidy over every file of a compilation database, one process per core. A file whose text, headers and checks are
those of its last clean run is not looked at again: the stamps are in <build directory>/tidy."""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]


def shared_digest() -> bytes:
    """All that a file's findings depend on beside its own text: the checks and every header of the project."""
    digest = hashlib.sha256()
    listed = subprocess.run(["git", "ls-files", "-z", ".clang-tidy", "*.hpp"], cwd=ROOT, check=True, capture_output=True)
    for name in sorted(filter(None, listed.stdout.decode().split("\0"))):
        digest.update((ROOT / name).read_bytes())
    return digest.digest()


def check(source: pathlib.Path, build: pathlib.Path, shared: bytes) -> tuple[pathlib.Path, str]:
    """The findings in one file; an empty text if there are none."""
    key = hashlib.sha256(shared + str(source).encode() + source.read_bytes()).hexdigest()
    stamp = build / "tidy" / key
    if stamp.exists():
        return source, ""
    done = subprocess.run(["clang-tidy-14", "--quiet", "-p", str(build), str(source)], capture_output=True, text=True)
    if done.returncode == 0:
        stamp.touch()
        return source, ""
    return source, done.stdout or done.stderr


def main(directory: str) -> int:
    build = pathlib.Path(directory).resolve()
    (build / "tidy").mkdir(exist_ok=True)
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    sources = sorted({pathlib.Path(entry["file"]) for entry in entries})
    shared, bad = shared_digest(), 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, findings in pool.map(lambda s: check(s, build, shared), sources):
            if findings:
                bad += 1
                print(findings, file=sys.stderr)
    print(f"clang-tidy: {len(sources)} files, {bad} with findings", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

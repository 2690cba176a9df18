#!/usr/bin/python3
"""Two releases of an application, each written for its own version of the schema, at work on one database."""

import argparse
import pathlib
import signal
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "integration"))

import psycopg2  # noqa: E402

import acts  # noqa: E402
import terminal  # noqa: E402
from stage import Stage  # noqa: E402


def by_hand(stage: Stage, stays: bool) -> None:
    terminal.title("By hand")
    if not stays:
        terminal.paragraph("./dev demo --keep stays up, so that you can connect as either release:")
    for version in ("v1", "v2"):
        print(f'    psql "{stage.through_pgsegue(version)}"')
    print(f'    psql "{stage.direct("shop")}"' + terminal.dim("   # past pgsegue"))
    if stays:
        terminal.paragraph(f"Rules: {stage.proxy.directory}/rules.yaml. Log: {stage.proxy.directory}/log. Ctrl-C ends it all.")
        signal.pause()


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev demo", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="stay up until Ctrl-C, to connect by hand")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    claims, stage = terminal.Claims(), Stage()
    try:
        stage.start_postgres()
        acts.naive_rename(stage, claims)
        stage.start_pgsegue()
        acts.side_by_side(stage, claims)
        acts.refusal(stage, claims)
        by_hand(stage, options.keep)
    except KeyboardInterrupt:
        print()
    except (RuntimeError, psycopg2.Error) as error:
        claims.check(False, f"the demo could not go on: {error}")
    finally:
        stage.clear()
    if claims.failed:
        print(terminal.red(f"\n{claims.failed} of the demo's claims did not hold."))
    return 1 if claims.failed else 0


if __name__ == "__main__":
    sys.exit(main())

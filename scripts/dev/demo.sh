#!/usr/bin/env bash
# ./dev demo [--keep]          shows two releases of an application on one database; --keep stays up
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

need_packages build demo
step "Build pgsegue" build release pgsegue
exec /usr/bin/python3 demo/demo.py "$@"

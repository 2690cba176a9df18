#!/usr/bin/env bash
# ./dev bench [option…]        measures pgsegue beside a direct connection, PgBouncer and HAProxy, and the steps of a statement
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

need_packages build bench
step "Build release" build release
status=0
/usr/bin/python3 bench/system/compare.py "$@" || status=1
quick=()
[[ " $* " != *" --quick "* ]] || quick=(--quick)
/usr/bin/python3 bench/micro/bars.py "${quick[@]}" || status=1
/usr/bin/python3 bench/system/idle_memory.py || status=1
exit $status

#!/usr/bin/env bash
# ./dev bench [option…]        measures pgsegue beside a direct connection, PgBouncer and HAProxy, and the steps of a statement
# ./dev bench instructions [--update]   compares, or stores, the instruction counts of the data path only
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

need_packages build bench
if [[ ${1:-} == instructions ]]; then
  step "Build release" build release pgsegue_micro_bench
  exec /usr/bin/python3 bench/micro/instructions.py "${@:2}"
fi
step "Build release" build release
status=0
/usr/bin/python3 bench/system/compare.py "$@" || status=1
quick=()
[[ " $* " != *" --quick "* ]] || quick=(--quick)
/usr/bin/python3 bench/micro/bars.py "${quick[@]}" || status=1
/usr/bin/python3 bench/micro/instructions.py || status=1
/usr/bin/python3 bench/system/idle_memory.py || status=1
exit $status

#!/usr/bin/env bash
# ./dev bench [part…] [option…]   measures pgsegue beside a direct connection, PgBouncer and HAProxy; --help lists parts and options
#       --quick                a few minutes: only what has bars
#       --publish              writes figures, charts and tables to docs/benchmarks
# ./dev bench instructions [--update]   compares, or stores, the instruction counts of the data path only
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

if [[ " $* " == *" --help "* || " $* " == *" -h "* ]]; then
  exec /usr/bin/python3 bench/system/suite.py --help
fi
need_packages build bench
if [[ ${1:-} == instructions ]]; then
  step "Build release" build release pgsegue_micro_bench
  exec /usr/bin/python3 bench/micro/instructions.py "${@:2}"
fi
step "Build release" build release
exec /usr/bin/python3 bench/system/suite.py "$@"

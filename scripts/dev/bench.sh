#!/usr/bin/env bash
# ./dev bench [option…]        measures pgsegue beside a direct connection, PgBouncer and HAProxy
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

need_packages build bench
step "Build release" build release
exec /usr/bin/python3 bench/system/compare.py "$@"

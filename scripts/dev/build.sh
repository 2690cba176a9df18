#!/usr/bin/env bash
# ./dev build [preset]         builds; presets: release (the default), debug, asan, tsan
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

need_packages build
step "Build ${1:-release}" build "${1:-release}"

#!/usr/bin/env bash
# ./dev format                 formats all C++ files in place
set -euo pipefail
source scripts/dev/lib/packages.sh

need_packages lint
git ls-files -z --cached --others --exclude-standard '*.cpp' '*.hpp' | xargs -0 -r clang-format-14 -i

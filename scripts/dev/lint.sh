#!/usr/bin/env bash
# ./dev lint [--format|--tidy|--scripts]   checks formatting, then clang-tidy and shellcheck; every finding is fatal
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

check_format() { git ls-files -z --cached --others --exclude-standard '*.cpp' '*.hpp' | xargs -0 -r clang-format-14 --dry-run -Werror; }

# SC2317 takes a function that is called by its name in a variable for unreachable.
check_scripts() { git ls-files -z dev .ci/run '*.sh' '*.bash' | xargs -0 shellcheck --shell=bash --external-sources --exclude=SC2317; }

check_tidy() {
  configure release
  /usr/bin/python3 scripts/dev/lib/tidy.py build/release
}

need_packages build lint
status=0
checks=(format scripts tidy)
(($# == 0)) || checks=("${@#--}")
for check in "${checks[@]}"; do
  step "Check $check" "check_$check" || status=1
done
exit $status

#!/usr/bin/env bash
# ./dev test [option…]         builds and runs the tests: unit tests, then integration tests
#       --unit                 unit tests only
#       --asan, --tsan         unit tests only, with AddressSanitizer and UBSan, or ThreadSanitizer
#       -k EXPRESSION          only the tests of that name (a regular expression for unit tests, pytest's -k for the others)
set -euo pipefail
source scripts/dev/lib/drivers.sh
source scripts/dev/lib/build.sh
source scripts/dev/lib/sanitizers.sh

preset=release targets=() folders='' integration=yes expression=''
while (($# > 0)); do
  case $1 in
    --unit) integration=no ;;
    --asan) preset=asan targets=(unit_tests) integration=no ;;
    # The other folders have one thread, and nothing to race with.
    --tsan) preset=tsan targets=(threaded_unit_tests) folders='^(session|control|net)\.' integration=no ;;
    -k) shift; expression=${1:?-k needs an expression} ;;
    *) fail "unknown option $1; ./dev help lists them" ;;
  esac
  shift
done
reports=$PWD/build/reports
mkdir -p "$reports"

unit_tests() {
  local report=$reports/unit-$preset.xml select=(-L unit) name=${expression:-$folders}
  rm -f "$report"
  [[ -z $name ]] || select+=(-R "$name")
  [[ ! -t 2 ]] || select+=(--progress)
  sanitizer_options
  ctest --test-dir "build/$preset" "${select[@]}" -j "$(nproc)" --timeout 300 --output-on-failure --output-junit "$report" >&2
}

# pytest_run <report> <option…>
pytest_run() {
  local report=$reports/$1.xml select=() status=0
  shift
  rm -f "$report"
  [[ -z $expression ]] || select=(-k "$expression")
  /usr/bin/python3 -m pytest tests/integration "${select[@]}" "$@" --junitxml "$report" >&2 || status=$?
  # 5: no test of that name, which is no failure where the name was asked for; the summary counts all kinds.
  [[ $status == 5 && -n $expression ]] || return "$status"
}

# File by file side by side, each process with a server of its own; then, alone, what measures time, memory or system calls.
integration_tests() {
  local status=0
  pytest_run integration -m "not alone" --numprocesses "$(nproc)" --maxprocesses 4 --dist loadfile || status=1
  pytest_run alone -m alone || status=1
  return "$status"
}

if [[ $integration == yes ]]; then
  need_packages build test
  need_node_postgres
  need_jdk
else
  need_packages build
fi
status=0
step "Build $preset" build "$preset" "${targets[@]}"
step "Unit tests ($preset)" unit_tests || status=1
[[ $integration == no ]] || step "Integration tests" integration_tests || status=1

summarised=("$reports/unit-$preset.xml")
[[ $integration == no ]] || summarised+=("$reports/integration.xml" "$reports/alone.xml")
/usr/bin/python3 scripts/dev/lib/tally.py "${summarised[@]}" || status=1
exit $status

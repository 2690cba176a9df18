#!/usr/bin/env bash
# ./dev fuzz [target] [--seconds N]   fuzzes the targets of tests/fuzz, or one of them, for N seconds each (10)
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh
source scripts/dev/lib/sanitizers.sh

all=(scan bind rewrite cache rule_file frames conversation)
targets=() seconds=10
while (($# > 0)); do
  case $1 in
    --seconds) shift; seconds=${1:?--seconds needs a number} ;;
    -*) fail "unknown option $1; ./dev help lists them" ;;
    *) [[ " ${all[*]} " == *" $1 "* ]] || fail "there is no target $1; targets: ${all[*]}"; targets+=("$1") ;;
  esac
  shift
done
((${#targets[@]} > 0)) || targets=("${all[@]}")

# One target: from the stored inputs, those made of the data tests, and what earlier runs left in build/.
fuzz() { # target
  local target=$1 corpus=$PWD/build/fuzz/corpus/$1 found=$PWD/build/fuzz/found/$1 options=()
  mkdir -p "$corpus" "$found"
  case $target in
    scan | bind | rewrite | cache) options=(-dict=tests/fuzz/sql.dict) ;;
    rule_file) options=(-dict=tests/fuzz/rule_file.dict) ;;
  esac
  "build/fuzz/bin/fuzz_$target" "${options[@]}" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1 -verbosity=1 -artifact_prefix="$found/" "$corpus" "tests/data/fuzz/$target" "build/fuzz/seeds/$target" \
    >"build/fuzz/$target.log" 2>&1 || {
    tail -n 60 "build/fuzz/$target.log" >&2
    echo "The input is in $found. Once it is understood, keep it in tests/data/fuzz/$target." >&2
    return 1
  }
  grep -E '^stat::number_of_executed_units' "build/fuzz/$target.log" >&2
}

need_packages build fuzz
step "Build fuzz" build fuzz fuzzers
python3 scripts/dev/lib/fuzz_seeds.py build/fuzz/seeds
preset=asan sanitizer_options
passed=0 failed=0
for target in "${targets[@]}"; do
  if step "Fuzz $target for $seconds s" fuzz "$target"; then ((++passed)); else ((++failed)); fi
done
echo "$passed passed, $failed failed"
((failed == 0))

# Builds with the presets of CMakePresets.json.
source scripts/dev/lib/terminal.sh

configure() { # preset [cmake option…]
  local preset=$1 launcher=()
  if command -v ccache >/dev/null; then
    launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  mkdir -p "build/$preset"
  if ! cmake --preset "$preset" "${launcher[@]}" "${@:2}" >"build/$preset/configure.log" 2>&1; then
    cat "build/$preset/configure.log" >&2
    fail "cmake --preset $preset failed"
  fi
}

# build <preset> [target…]
build() {
  local preset=$1 targets=()
  shift
  (($# == 0)) || targets=(--target "$@")
  configure "$preset"
  cmake --build --preset "$preset" "${targets[@]}" >&2 && return
  grep -q '^CMAKE_UNITY_BUILD:.*=ON$' "build/$preset/CMakeCache.txt" || return 1
  # Two files may have local names that collide: no fault of theirs, but it takes longer.
  say "Files of a folder do not compile together: compiling each on its own"
  configure "$preset" -DCMAKE_UNITY_BUILD=OFF
  cmake --build --preset "$preset" "${targets[@]}" >&2
}

# Options of the sanitizers' run time.

# LeakSanitizer needs ptrace, which some sandboxes forbid: ask with a program that leaks nothing.
leaks_can_be_found() {
  local probe=build/leak_probe
  echo 'int main() { return 0; }' | g++ -x c++ -fsanitize=address - -o "$probe" && ASAN_OPTIONS=detect_leaks=1 "$probe" 2>/dev/null
}

sanitizer_options() {
  local leaks=0
  [[ ${preset:-} != asan ]] || ! leaks_can_be_found || leaks=1
  export ASAN_OPTIONS=detect_leaks=$leaks:strict_string_checks=1:detect_stack_use_after_return=1
  export UBSAN_OPTIONS=print_stacktrace=1
  export TSAN_OPTIONS=halt_on_error=1
}

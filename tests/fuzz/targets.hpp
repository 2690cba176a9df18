#pragma once

#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace pgsegue::fuzz {

// Each takes any bytes and ends the process if a property of what it tests does not hold. They recurse as
// deep as the statements do: call them on a large stack.

/// Our scanner beside libpg_query's; shapes that survive another layout.
void scan(std::string_view input);
/// The binder and the planner where no name differs: whatever is planned changes nothing.
void bind(std::string_view input);
/// The rewriter with rules: what it sends can be parsed, and the cache changes no answer.
void rewrite(std::string_view input);
/// One rewriter for texts of one shape in several contexts, with a cache that forgets: no answer changes.
void cache(std::string_view input);
/// Rule files, against a catalog.
void rule_file(std::string_view input);
/// Messages cut out of a byte stream, whole and in pieces.
void frames(std::string_view input);
/// A conversation, fed as a whole and byte by byte.
void conversation(std::string_view input);

struct Target {
  std::string_view name;
  void (*run)(std::string_view input);
};
/// All of them, by the names of their folders in tests/data/fuzz.
std::span<const Target> targets();

/// Ends the process, so that libFuzzer keeps the input.
inline void require(bool holds, const char* what, std::string_view about = "") {
  if (holds) return;
  std::fprintf(stderr, "%s: ", what);
  std::fwrite(about.data(), 1, about.size(), stderr);
  std::abort();
}

}  // namespace pgsegue::fuzz

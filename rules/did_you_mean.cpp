#include "rules/did_you_mean.hpp"

#include <algorithm>
#include <vector>

namespace pgsegue::rules {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Words longer than this are no slips of a known word, and the distance is quadratic in the length.
constexpr std::size_t longest_word = 64;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(current);
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
  }
  return current[b.size()];
}

std::string did_you_mean(std::string_view given, std::span<const std::string_view> candidates) {
  if (given.size() > longest_word) return {};
  std::string_view nearest;
  // Of words as short as "v1" every one is near every other.
  std::size_t least = given.size() < 3 ? 1 : std::max<std::size_t>(1, given.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > longest_word) continue;
    const std::size_t distance = edit_distance(given, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  if (nearest.empty()) return {};
  return "did you mean \"" + std::string(nearest) + "\"?";
}

std::string hint_for_unknown(std::string_view given, std::span<const std::string_view> candidates,
                             std::string_view what_they_are) {
  std::string hint = did_you_mean(given, candidates);
  if (!hint.empty() || candidates.empty()) return hint;
  hint = std::string(what_they_are) + ": ";
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i != 0) hint += ", ";
    hint += candidates[i];
  }
  return hint;
}

}  // namespace pgsegue::rules

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// Number of single-byte insertions, deletions, replacements and swaps of neighbours that make one word the
/// other; letter case does not count. (Optimal string alignment distance.)
std::size_t edit_distance(std::string_view a, std::string_view b);

/// `did you mean "x"?` for the candidate nearest to `given`, if one is near enough to be a slip of the pen;
/// else empty.
std::string did_you_mean(std::string_view given, std::span<const std::string_view> candidates);

/// The hint for a word that is not one of a known set: the near one, or else `known: a, b, c`.
std::string hint_for_unknown(std::string_view given, std::span<const std::string_view> candidates,
                             std::string_view what_they_are);

}  // namespace pgsegue::rules

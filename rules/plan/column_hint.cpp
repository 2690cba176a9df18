#include "rules/plan/column_hint.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace pgsegue::rules::plan {

namespace {

constexpr std::size_t farthest = 3;

/// Insertions, deletions and replacements of bytes that make one word the other.
std::size_t levenshtein(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j + 1] + 1, row[j] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string column_hint(const parser::RangeItem& item, std::string_view missing) {
  std::vector<std::string> nearest;
  std::size_t least = std::min(farthest, missing.size() / 2);
  for (const parser::ItemColumn& column : item.columns) {
    const std::size_t distance = levenshtein(column.name.str(), missing);
    if (distance > least) continue;
    if (distance < least) nearest.clear();
    least = distance;
    nearest.push_back("the column \"" + item.name.str() + "." + column.name.str() + "\"");
  }
  if (nearest.empty() || nearest.size() > 2) return {};
  return "Perhaps you meant to reference " + nearest[0] + (nearest.size() == 2 ? " or " + nearest[1] : "") +
         ".";
}

}  // namespace pgsegue::rules::plan

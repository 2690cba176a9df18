#include "parser/bind/column_hint.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace pgsegue::parser::bind {

namespace {

// The rules of searchRangeTableForCol and updateFuzzyAttrMatchState, parse_relation.c.
constexpr std::size_t max_fuzzy_distance = 3;

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t i = 0, next = 0; i < text.size(); i = next) {
    next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80)
      ++next;
    characters.push_back(text.substr(i, next - i));
  }
  return characters;
}

/// How many characters to insert, delete or replace to get from one to the other.
std::size_t distance_between(std::string_view a, std::string_view b) {
  const auto from = characters_of(a), to = characters_of(b);
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[to.size()];
}

std::string quoted_column(const Identifier& table, const Identifier& column) {
  return "the column \"" + table.str() + '.' + column.str() + '"';
}

/// The best matches so far.
struct Candidates {
  std::vector<std::string> best;
  std::size_t distance = max_fuzzy_distance + 1;

  void add(std::string candidate, std::size_t its_distance) {
    if (its_distance < distance) {
      distance = its_distance;
      best = {std::move(candidate)};
    } else if (its_distance == distance) {
      if (best.size() == 2) {
        best.clear();
        --distance;
      } else if (!best.empty() || distance <= max_fuzzy_distance) {
        best.push_back(std::move(candidate));
      }
    }
  }
};

void weigh(Candidates& candidates, const RangeItem& item, const Identifier& column, std::size_t penalty) {
  for (const ItemColumn& candidate : item.columns) {
    if (candidate.name == column || penalty > candidates.distance) continue;
    const std::size_t distance = distance_between(candidate.name.str(), column.str());
    if (distance <= column.str().size() / 2)
      candidates.add(quoted_column(item.name, candidate.name), distance + penalty);
  }
}

bool offers_column(const RangeItem& item, const Identifier& name) {
  return std::any_of(item.columns.begin(), item.columns.end(),
                     [&](const ItemColumn& column) { return column.name == name; });
}

std::string out_of_reach(const RangeItem& item, const Identifier& column) {
  return "There is a column named \"" + column.str() + "\" in table \"" + item.name.str() +
         "\", but it cannot be referenced from this part of the query.";
}

std::string suggestion(const std::vector<std::string>& best) {
  if (best.empty()) return {};
  return "Perhaps you meant to reference " + best.front() + (best.size() == 2 ? " or " + best.back() : "") +
         '.';
}

}  // namespace

std::string column_hint(const Context& context, const Scope& scope, const std::optional<Identifier>& table,
                        const Identifier& column) {
  Candidates candidates;
  std::string hidden;
  for (const Scope* level = &scope; level != nullptr; level = level->parent) {
    for (const ItemIndex index : level->range_table) {
      const RangeItem& item = context.out.item(index);
      if (item.kind == ItemKind::join) continue;
      const std::size_t penalty = table ? distance_between(table->str(), item.name.str()) : 0;
      weigh(candidates, item, column, penalty);
      if (penalty == 0 && offers_column(item, column)) hidden = out_of_reach(item, column);
    }
  }
  return hidden.empty() ? suggestion(candidates.best) : hidden;
}

}  // namespace pgsegue::parser::bind

#include "rules/plan/written_columns.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

/// Without a call the server has nothing to do for it but to read it.
bool is_repeatable(const std::string& expression) {
  return expression.find('(') == std::string::npos;
}

}  // namespace

std::string WrittenColumns::name(parser::AttrNumber column) const {
  const auto found = std::find_if(server_.columns.begin(), server_.columns.end(),
                                  [column](const parser::Column& each) { return each.number == column; });
  return found == server_.columns.end() ? std::string() : found->name.to_sql();
}

std::optional<std::size_t> WrittenColumns::place_of(parser::AttrNumber column) const {
  for (std::size_t i = 0; i < write_.columns.size(); ++i) {
    const auto index = static_cast<std::size_t>(write_.columns[i].reference);
    const auto& base = plan_.bound.references[index].base;
    if (base && base->number == column) return i;
  }
  return std::nullopt;
}

const std::string* WrittenColumns::default_expression(parser::AttrNumber column) const {
  return plan_.input.physical.default_expression(server_.id, column);
}

/// A column that the version does not have has what it supplies, whatever the server's default.
const std::string* WrittenColumns::supplied(parser::AttrNumber column) const {
  const auto found = std::find_if(extra_.supplies.begin(), extra_.supplies.end(),
                                  [column](const Supply& supply) { return supply.column == column; });
  return found == extra_.supplies.end() ? nullptr : &found->expression;
}

bool WrittenColumns::is_mirrored(parser::AttrNumber column) const {
  return std::any_of(extra_.mirrors.begin(), extra_.mirrors.end(),
                     [column](const Mirror& mirror) { return mirror.read == column; });
}

bool WrittenColumns::has_one_default(const Mirror& mirror) const {
  if (supplied(mirror.read) != nullptr) return false;
  const std::string* own = default_expression(mirror.read);
  if (own != nullptr && !is_repeatable(*own)) return false;
  return std::all_of(mirror.also.begin(), mirror.also.end(), [&](parser::AttrNumber column) {
    const std::string* other = default_expression(column);
    return own == nullptr || other == nullptr ? own == other : *own == *other;
  });
}

DefaultValue WrittenColumns::default_of(const Mirror& mirror) const {
  const std::string* given = supplied(mirror.read);
  const std::string* own = given != nullptr ? given : default_expression(mirror.read);
  if (own == nullptr) return {"NULL", true};
  return {'(' + *own + ')', is_repeatable(*own)};
}

}  // namespace pgsegue::rules::plan

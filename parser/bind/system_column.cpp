#include "parser/bind/system_column.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

constexpr std::array<std::pair<std::string_view, std::int32_t>, 6> system_columns = {
    {{"ctid", -1}, {"xmin", -2}, {"cmin", -3}, {"xmax", -4}, {"cmax", -5}, {"tableoid", -6}}};

}  // namespace

std::optional<std::int32_t> system_column(const Identifier& name) {
  for (const auto& [known, number] : system_columns) {
    if (known == name.str()) return number;
  }
  return std::nullopt;
}

bool has_system_columns(const RangeItem& item) {
  return item.kind == ItemKind::relation && item.relation->kind != RelationKind::view &&
         item.relation->kind != RelationKind::composite_type;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/row_field.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

std::optional<Field> field_of_relation(const Relation& relation, const Identifier& name) {
  const Column* column = relation.find_column(name);
  if (column == nullptr) return std::nullopt;
  return Field{{no_item, static_cast<std::int32_t>(column->number)},
               BaseColumn{relation.id, column->number, no_item},
               {column->row, {}}};
}

std::optional<Field> field_of_item(const RangeItem& item, const Identifier& name) {
  std::optional<Field> field;
  for (const ItemColumn& column : item.columns) {
    if (column.name != name) continue;
    if (field) return std::nullopt;
    field = Field{column.origin, column.base, column.row};
  }
  return item.columns_known ? field : std::nullopt;
}

/// Where a value ends that is bound, or a token inside it.
std::size_t end_of_value(const Context& context, const Node* value) {
  if (value->node_case == PG_QUERY__NODE__NODE_A_INDIRECTION) {
    const auto found = context.end_of.find(value->a_indirection);
    if (found != context.end_of.end()) return found->second;
  }
  if (value->node_case == PG_QUERY__NODE__NODE_COLUMN_REF) {
    const auto found = context.reference_of.find(value->column_ref);
    if (found != context.reference_of.end()) {
      const TokenRange& written = context.out.references[static_cast<std::size_t>(found->second)].written;
      if (written.count > 0) return end_of(written);
    }
  }
  const auto location = last_location(value->base);
  const auto token = location ? context.names.at(*location) : std::nullopt;
  return token ? *token + 1 : context.names.size();
}

bool begins_step(const TokenNames& names, std::size_t index) {
  return names.is(index, ".") || names.is(index, "[");
}

}  // namespace

std::optional<Field> find_field(const Context& context, const RowValue& value, const Identifier& name) {
  if (value.record) return field_of_item(context.out.item(*value.record), name);
  if (!value.type || value.type.array_levels > 0) return std::nullopt;
  const Relation* relation = context.input.catalog.find(value.type.relation);
  return relation == nullptr ? std::nullopt : field_of_relation(*relation, name);
}

ReferenceIndex add_field(Context& context, Role role, const Field& field, std::vector<TokenRange> parts) {
  Reference reference;
  reference.kind = ReferenceKind::field;
  reference.role = role;
  reference.target = field.target;
  reference.base = field.base;
  reference.row = field.row;
  reference.parts = std::move(parts);
  return context.add_reference(std::move(reference));
}

std::size_t steps_behind(const Context& context, const Node* value) {
  const TokenNames& names = context.names;
  if (value == nullptr) return names.size();
  std::size_t index = end_of_value(context, value);
  // `$1.field` and `column[1]` need no parentheses.
  const bool is_bare = value->node_case == PG_QUERY__NODE__NODE_PARAM_REF ||
                       value->node_case == PG_QUERY__NODE__NODE_COLUMN_REF;
  if (is_bare && begins_step(names, index)) return index;
  for (; index < names.size(); ++index) {
    if (names.is(index, "(")) index = names.after_parentheses(index) - 1;
    if (names.is(index, ")") && begins_step(names, index + 1)) return index + 1;
  }
  return names.size();
}

std::size_t after_subscript(const TokenNames& names, std::size_t index) {
  std::size_t depth = 0;
  for (; index < names.size(); ++index) {
    if (names.is(index, "[")) ++depth;
    if (names.is(index, "]") && --depth == 0) return index + 1;
  }
  return index;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

StarPart add_part(Context& context, const Place& place, ItemIndex index, std::uint32_t depth,
                  std::vector<OutputColumn>& outputs) {
  StarPart part;
  part.item = index;
  part.known = context.out.item(index).columns_known;
  part.first = static_cast<std::uint32_t>(context.out.references.size());
  if (!context.take_columns(context.out.item(index).columns.size())) {
    part.known = false;
    return part;
  }
  const std::vector<ItemColumn> columns = context.out.item(index).columns;
  for (const ItemColumn& column : columns) {
    ColumnLookup found;
    found.match = ColumnMatch{index, depth, column};
    add_column(context, place, found, {});
    OutputColumn output;
    output.name = column.name;
    output.base = column.base;
    output.column = column.origin;
    output.row = column.row;
    output.from_star = true;
    outputs.push_back(std::move(output));
  }
  part.count = static_cast<std::uint32_t>(context.out.references.size()) - part.first;
  return part;
}

TokenRange star_tokens(const TokenNames& names, std::size_t first, std::size_t qualifiers) {
  if (qualifiers == 0) return {token_index(first), names.is(first, "*") ? 1u : 0u};
  const std::vector<TokenRange> parts = names.dotted(first, qualifiers);
  if (parts.empty()) return {};
  const std::size_t dot = end_of(parts.back());
  if (!names.is(dot, ".") || !names.is(dot + 1, "*")) return {};
  return {token_index(first), static_cast<std::uint32_t>(dot + 2 - first)};
}

/// `TABLE t` has a star without a location; its keyword stands before the table's name, or before ONLY.
TokenRange table_keyword(const Context& context, const Scope& scope) {
  if (scope.names.size() != 1) return {};
  const RangeItem& item = context.out.item(scope.names.front().item);
  if (item.parts.empty()) return {};
  for (std::size_t i = index_of(item.parts.front().first); i > 0; --i) {
    if (context.names.is_keyword(i - 1, "table")) return {token_index(i - 1), 1};
    if (!context.names.is_keyword(i - 1, "only") && !context.names.is(i - 1, "(")) break;
  }
  return {};
}

void expand_all(Context& context, const Place& place, Star& star, std::vector<OutputColumn>& outputs) {
  const Namespace names = place.scope.names;
  for (const NamespaceItem& entry : names) {
    if (entry.cols_visible) star.parts.push_back(add_part(context, place, entry.item, 0, outputs));
  }
}

void expand_one(Context& context, const Place& place, const PgQuery__ColumnRef& ref, Star& star,
                std::vector<OutputColumn>& outputs) {
  const std::size_t qualifiers = ref.n_fields - 1;
  if (qualifiers > 2) return context.add_doubt(DoubtKind::construct, "a column reference of this form");
  const auto location = static_cast<std::uint32_t>(ref.location);
  const Identifier table = identifier_of(ref.fields[qualifiers - 1]);
  std::optional<Identifier> schema;
  if (qualifiers == 2) schema = identifier_of(ref.fields[0]);
  const ItemLookup found = find_item(context, place.scope, schema, table, location);
  if (found.item) {
    star.parts.push_back(add_part(context, place, *found.item, found.depth, outputs));
    return;
  }
  add_problem(
      context, place.role,
      found.problem ? *found.problem : missing_from_entry(context, place.scope, table, schema, location));
}

}  // namespace

std::vector<OutputColumn> bind_star(Context& context, const Place& place, const PgQuery__ColumnRef& ref,
                                    bool names_matter) {
  Star star;
  star.names_matter = names_matter;
  if (const auto token = context.names.at(ref.location))
    star.tokens = star_tokens(context.names, *token, ref.n_fields - 1);
  if (ref.location < 0) {
    star.is_table_command = true;
    star.tokens = table_keyword(context, place.scope);
  }
  std::vector<OutputColumn> outputs;
  if (ref.n_fields == 1) {
    expand_all(context, place, star, outputs);
  } else {
    expand_one(context, place, ref, star, outputs);
  }
  context.out.stars.push_back(std::move(star));
  return outputs;
}

std::vector<OutputColumn> bind_item_star(Context& context, const Place& place, const ItemLookup& found,
                                         TokenRange tokens) {
  Star star;
  star.tokens = tokens;
  std::vector<OutputColumn> outputs;
  star.parts.push_back(add_part(context, place, *found.item, found.depth, outputs));
  context.out.stars.push_back(std::move(star));
  return outputs;
}

}  // namespace pgsegue::parser::bind

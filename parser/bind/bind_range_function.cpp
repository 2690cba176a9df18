#include "parser/bind/function_columns.hpp"
#include "parser/bind/nodes.hpp"
#include "parser/bind/positions.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// One function of the item: `f(…)`, or a part of ROWS FROM, with its column definitions.
struct FunctionPart {
  const Node* expression = nullptr;
  NodeList definitions;
};

std::vector<FunctionPart> parts_of(const PgQuery__RangeFunction& range) {
  std::vector<FunctionPart> parts;
  for (const Node* node : list_of(range.functions, range.n_functions)) {
    if (node->node_case != PG_QUERY__NODE__NODE_LIST || node->list->n_items == 0) continue;
    FunctionPart part{node->list->items[0], {}};
    if (node->list->n_items > 1 && node->list->items[1]->node_case == PG_QUERY__NODE__NODE_LIST) {
      const PgQuery__List& definitions = *node->list->items[1]->list;
      part.definitions = list_of(definitions.items, definitions.n_items);
    }
    parts.push_back(part);
  }
  if (parts.size() == 1 && range.n_coldeflist > 0)
    parts.front().definitions = list_of(range.coldeflist, range.n_coldeflist);
  return parts;
}

void add_definitions(Context& context, NodeList definitions, QueryColumns& columns) {
  for (const Node* node : definitions) {
    if (node->node_case != PG_QUERY__NODE__NODE_COLUMN_DEF) continue;
    columns.names.push_back(identifier_of(node->column_def->colname));
    const RowType row = bind_type_name(context, node->column_def->type_name);
    columns.rows.resize(columns.names.size());
    columns.rows.back() = {row, {}};
    if (!row) continue;
    // JSON has the names of its columns.
    context.add_doubt(DoubtKind::row_in_code, "a function with a column definition list");
    context.out.doubts.back().row = row;
  }
}

/// What a single value is called. Source: chooseScalarFunctionAlias, parse_relation.c.
Identifier value_name(const PgQuery__RangeFunction& range, const Identifier& function, bool is_only) {
  const bool has_alias = range.alias != nullptr && *range.alias->aliasname != '\0';
  return is_only && has_alias ? identifier_of(range.alias->aliasname) : function;
}

/// The relation whose rows this part returns; null: not those of one.
const Relation* row_relation(const Context& context, const FunctionPart& part) {
  const bool is_call = part.expression->node_case == PG_QUERY__NODE__NODE_FUNC_CALL;
  const RowType row = is_call && part.definitions.empty() ? row_of(context, part.expression).type : RowType{};
  return row && row.array_levels == 0 ? context.input.catalog.find(row.relation) : nullptr;
}

/// Of a part that returns no rows, the number of columns, if they are known.
std::size_t width_of(const FunctionPart& part) {
  if (!part.definitions.empty()) return part.definitions.size();
  const bool is_call = part.expression->node_case == PG_QUERY__NODE__NODE_FUNC_CALL;
  const auto builtin = is_call ? builtin_columns(*part.expression->func_call) : std::nullopt;
  return builtin ? builtin->size() : 0;
}

void add_row(const Relation& relation, QueryColumns& columns) {
  for (const Column& column : relation.columns) {
    columns.rows.resize(columns.names.size());
    columns.names.push_back(column.name);
    columns.rows.push_back({column.row, {}});
  }
}

void add_part(Context& context, const PgQuery__RangeFunction& range, const FunctionPart& part, bool is_only,
              QueryColumns& columns) {
  if (const Relation* relation = row_relation(context, part)) return add_row(*relation, columns);
  if (!part.definitions.empty()) return add_definitions(context, part.definitions, columns);
  const bool is_call = part.expression->node_case == PG_QUERY__NODE__NODE_FUNC_CALL;
  const auto builtin = is_call ? builtin_columns(*part.expression->func_call) : std::nullopt;
  const Identifier function = figure_output_name(context, part.expression).name;
  if (!builtin) {
    columns.known = false;
    return;
  }
  for (const std::string_view name : *builtin) {
    columns.names.push_back(name.empty() ? value_name(range, function, is_only)
                                         : Identifier::from_catalog(std::string(name)));
  }
}

QueryColumns function_columns(Context& context, const PgQuery__RangeFunction& range,
                              const std::vector<FunctionPart>& parts) {
  QueryColumns columns;
  for (const FunctionPart& part : parts)
    add_part(context, range, part, parts.size() == 1, columns);
  if (range.ordinality && columns.known) columns.names.push_back(identifier_of("ordinality"));
  return columns;
}

/// The columns of rows are the table's own: their names change with them. `first` is the first of them, all
/// columns of the part begin at the number `base`.
void set_bases(const Relation& relation, ItemIndex index, std::size_t first, std::int32_t base,
               RangeItem& item) {
  for (std::size_t i = 0; i < relation.columns.size() && first + i < item.columns.size(); ++i) {
    const AttrNumber number = relation.columns[i].number;
    item.columns[first + i].base = BaseColumn{relation.id, number, index};
    item.columns[first + i].origin.column = base + static_cast<std::int32_t>(number);
  }
}

/// Where the function's columns are unknown, those that the alias list names are known to be there.
void add_alias_columns(const PgQuery__RangeFunction& range, QueryColumns& columns) {
  if (columns.known || range.alias == nullptr) return;
  columns.names.clear();
  for (const Node* name : list_of(range.alias->colnames, range.alias->n_colnames))
    columns.names.push_back(identifier_of(name));
}

/// ROWS FROM: the columns of one part behind those of the other.
void set_rows_of_parts(Context& context, const std::vector<FunctionPart>& parts, RangeItem& item) {
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  std::size_t first = 0;
  std::int32_t base = 0;
  for (const FunctionPart& part : parts) {
    base += behind_columns;
    const Relation* relation = row_relation(context, part);
    const std::size_t width = relation != nullptr ? relation->columns.size() : width_of(part);
    if (relation != nullptr) set_bases(*relation, index, first, base, item);
    for (std::size_t i = 0; relation == nullptr && i < width && first + i < item.columns.size(); ++i)
      item.columns[first + i].origin.column = base + static_cast<std::int32_t>(i) + 1;
    first += width;
  }
  if (first < item.columns.size()) item.columns.back().origin.column = base + behind_columns;
}

void set_returned_rows(Context& context, const PgQuery__RangeFunction& range,
                       const std::vector<FunctionPart>& parts, RangeItem& item) {
  if (parts.size() > 1 && !item.columns_known)
    return context.add_doubt(DoubtKind::construct, "ROWS FROM with rows and a function of unknown columns");
  if (parts.size() > 1) return set_rows_of_parts(context, parts, item);
  const Relation* relation = row_relation(context, parts.front());
  set_bases(*relation, static_cast<ItemIndex>(context.out.items.size()), 0, 0, item);
  if (!range.ordinality) {
    item.relation = relation;
  } else if (!item.columns.empty()) {
    item.columns.back().origin.column = behind_columns;
  }
}

}  // namespace

ItemIndex bind_range_function(Context& context, Scope& scope, const PgQuery__RangeFunction& range,
                              Namespace& names) {
  const std::vector<FunctionPart> parts = parts_of(range);
  scope.lateral_active = true;
  for (const FunctionPart& part : parts) {
    const std::size_t first = context.out.references.size();
    bind_expression(context, Place{scope, Role::from, RowUse::result}, part.expression);
    settle_results(context, first, context.out.references.size(), row_relation(context, part) != nullptr,
                   RowUse::partial);
  }
  scope.lateral_active = false;
  QueryColumns columns = function_columns(context, range, parts);
  add_alias_columns(range, columns);
  RangeItem item;
  item.kind = ItemKind::function;
  if (!parts.empty()) item.name = figure_output_name(context, parts.front().expression).name;
  set_query_columns(item, static_cast<ItemIndex>(context.out.items.size()), columns);
  const bool returns_rows = std::any_of(parts.begin(), parts.end(), [&](const FunctionPart& part) {
    return row_relation(context, part) != nullptr;
  });
  if (returns_rows) set_returned_rows(context, range, parts, item);
  apply_alias(item, range.alias);
  if (returns_rows) judge_alias(context, item, range.alias);
  const ItemIndex index = context.add_item(std::move(item));
  scope.range_table.push_back(index);
  names.push_back({index, true, true, false, true});
  return index;
}

}  // namespace pgsegue::parser::bind

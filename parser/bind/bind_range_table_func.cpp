#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

void bind_table_column(Context& context, const Place& place, const PgQuery__RangeTableFuncCol& column) {
  bind_type_name(context, column.type_name);
  bind_expression(context, place, column.colexpr);
  bind_expression(context, place, column.coldefexpr);
}

void bind_namespaces(Context& context, const Place& place, NodeList namespaces) {
  for (const Node* node : namespaces) {
    if (node->node_case == PG_QUERY__NODE__NODE_RES_TARGET)
      bind_expression(context, place, node->res_target->val);
  }
}

QueryColumns bind_table_columns(Context& context, const Place& place, NodeList nodes) {
  QueryColumns columns;
  for (const Node* node : nodes) {
    if (node->node_case != PG_QUERY__NODE__NODE_RANGE_TABLE_FUNC_COL) continue;
    columns.names.push_back(identifier_of(node->range_table_func_col->colname));
    bind_table_column(context, place, *node->range_table_func_col);
  }
  return columns;
}

}  // namespace

ItemIndex bind_range_table_func(Context& context, Scope& scope, const PgQuery__RangeTableFunc& range,
                                Namespace& names) {
  const Place place{scope, Role::from};
  scope.lateral_active = true;
  bind_expression(context, place, range.rowexpr);
  bind_expression(context, place, range.docexpr);
  const QueryColumns columns = bind_table_columns(context, place, list_of(range.columns, range.n_columns));
  bind_namespaces(context, place, list_of(range.namespaces, range.n_namespaces));
  scope.lateral_active = false;
  RangeItem item;
  item.kind = ItemKind::function;
  item.name = identifier_of("xmltable");
  set_query_columns(item, static_cast<ItemIndex>(context.out.items.size()), columns);
  apply_alias(item, range.alias);
  const ItemIndex index = context.add_item(std::move(item));
  scope.range_table.push_back(index);
  names.push_back({index, true, true, false, true});
  return index;
}

}  // namespace pgsegue::parser::bind

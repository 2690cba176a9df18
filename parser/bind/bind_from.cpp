#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

ItemIndex bind_table_sample(Context& context, Scope& scope, const PgQuery__RangeTableSample& sample,
                            Namespace& names) {
  const ItemIndex item = bind_from_item(context, scope, *sample.relation, names);
  const Place place{scope, Role::from};
  bind_expressions(context, place, list_of(sample.args, sample.n_args));
  bind_expression(context, place, sample.repeatable);
  return item;
}

ItemIndex add_unsupported(Context& context, Scope& scope, Namespace& names) {
  context.add_doubt(DoubtKind::construct, "a FROM item of this kind");
  RangeItem item;
  item.kind = ItemKind::function;
  item.columns_known = false;
  const ItemIndex index = context.add_item(std::move(item));
  scope.range_table.push_back(index);
  names.push_back({index, false, true, false, true});
  return index;
}

bool is_bare_relation(const RangeItem& item) {
  return (item.kind == ItemKind::relation || item.kind == ItemKind::temporary) && !item.has_alias;
}

bool conflict(const RangeItem& a, const RangeItem& b) {
  if (a.name != b.name || a.kind == ItemKind::missing || b.kind == ItemKind::missing) return false;
  const bool are_two_tables = is_bare_relation(a) && is_bare_relation(b) && a.relation != b.relation;
  return !are_two_tables;
}

}  // namespace

void check_name_conflicts(Context& context, const Namespace& left, const Namespace& right) {
  for (const NamespaceItem& a : left) {
    for (const NamespaceItem& b : right) {
      if (!a.rel_visible || !b.rel_visible) continue;
      if (context.name_pairs_left == 0) return;
      --context.name_pairs_left;
      const RangeItem& item = context.out.item(a.item);
      if (!conflict(item, context.out.item(b.item))) continue;
      add_problem(context, Role::from, repeated_table(item.name));
      return;
    }
  }
}

ItemIndex bind_from_item(Context& context, Scope& scope, const Node& node, Namespace& names) {
  switch (node.node_case) {
    case PG_QUERY__NODE__NODE_RANGE_VAR:
      return bind_range_var(context, scope, *node.range_var, names);
    case PG_QUERY__NODE__NODE_RANGE_SUBSELECT:
      return bind_range_subselect(context, scope, *node.range_subselect, names);
    case PG_QUERY__NODE__NODE_RANGE_FUNCTION:
      return bind_range_function(context, scope, *node.range_function, names);
    case PG_QUERY__NODE__NODE_RANGE_TABLE_FUNC:
      return bind_range_table_func(context, scope, *node.range_table_func, names);
    case PG_QUERY__NODE__NODE_RANGE_TABLE_SAMPLE:
      return bind_table_sample(context, scope, *node.range_table_sample, names);
    case PG_QUERY__NODE__NODE_JOIN_EXPR:
      return bind_join(context, scope, *node.join_expr, names);
    default:
      return add_unsupported(context, scope, names);
  }
}

void bind_from_clause(Context& context, Scope& scope, NodeList items) {
  for (const Node* node : items) {
    Namespace names;
    bind_from_item(context, scope, *node, names);
    check_name_conflicts(context, scope.names, names);
    set_lateral(names, true, true);
    scope.names.insert(scope.names.end(), names.begin(), names.end());
  }
  set_lateral(scope.names, false, true);
}

void set_query_columns(RangeItem& item, ItemIndex index, const QueryColumns& columns) {
  item.columns_known = columns.known;
  std::int32_t position = 0;
  for (const Identifier& name : columns.names) {
    const RowValue row = columns.row(static_cast<std::size_t>(position));
    item.columns.push_back({name, {index, ++position}, std::nullopt, row});
  }
}

void judge_alias(Context& context, const RangeItem& item, const PgQuery__Alias* alias) {
  if (alias == nullptr || !item.columns_known || alias->n_colnames <= item.columns.size()) return;
  add_problem(context, Role::from, too_many_aliases(item.name, item.columns.size(), alias->n_colnames));
}

void apply_alias(RangeItem& item, const PgQuery__Alias* alias) {
  if (alias == nullptr) return;
  item.name = identifier_of(alias->aliasname);
  item.has_alias = true;
  item.has_column_aliases = alias->n_colnames > 0;
  const NodeList names = list_of(alias->colnames, alias->n_colnames);
  for (std::size_t i = 0; i < names.size() && i < item.columns.size(); ++i) {
    item.columns[i].name = identifier_of(names[i]);
    item.columns[i].base.reset();
  }
}

}  // namespace pgsegue::parser::bind

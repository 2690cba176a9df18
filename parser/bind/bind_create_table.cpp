#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The table that is made, as its own definition sees it.
ItemIndex add_new_table(Context& context, const PgQuery__CreateStmt& create) {
  RangeItem item;
  item.kind = ItemKind::query;
  item.alias_use = AliasUse::none;
  item.name = identifier_of(create.relation->relname);
  item.columns_known = create.n_inh_relations == 0 && create.of_typename == nullptr;
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  std::int32_t position = 0;
  for (const Node* node : list_of(create.table_elts, create.n_table_elts)) {
    if (node->node_case == PG_QUERY__NODE__NODE_COLUMN_DEF)
      item.columns.push_back({identifier_of(node->column_def->colname), {index, ++position}, std::nullopt});
    if (node->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) item.columns_known = false;
  }
  return context.add_item(std::move(item));
}

void bind_element(Context& context, const Subject& table, const Node& node) {
  if (node.node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) {
    bind_column_definition(context, table, *node.column_def);
  } else if (node.node_case == PG_QUERY__NODE__NODE_CONSTRAINT) {
    bind_constraint(context, table, *node.constraint, nullptr);
  } else if (node.node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) {
    Scope scope;
    add_doubt_of(context, DoubtKind::taken_columns, "LIKE",
                 bind_defined_relation(context, scope, *node.table_like_clause->relation));
  } else {
    context.add_doubt(DoubtKind::construct, "CREATE TABLE of this form");
  }
}

void bind_partition_key(Context& context, const Subject& table, const PgQuery__PartitionSpec& key) {
  for (const Node* node : list_of(key.part_params, key.n_part_params)) {
    if (node->node_case == PG_QUERY__NODE__NODE_PARTITION_ELEM)
      bind_definition(context, table, node->partition_elem->expr);
  }
}

}  // namespace

void bind_partition_bound(Context& context, const PgQuery__PartitionBoundSpec* bound) {
  if (bound == nullptr) return;
  Scope scope;
  for (const NodeList values :
       {list_of(bound->listdatums, bound->n_listdatums), list_of(bound->lowerdatums, bound->n_lowerdatums),
        list_of(bound->upperdatums, bound->n_upperdatums)}) {
    for (const Node* value : values) {
      // MINVALUE and MAXVALUE look like columns.
      if (value->node_case != PG_QUERY__NODE__NODE_COLUMN_REF)
        bind_expression(context, Place{scope, Role::definition}, value);
    }
  }
}

/// Source: transformCreateStmt, PostgreSQL src/backend/parser/parse_utilcmd.c.
void bind_create_table(Context& context, const PgQuery__CreateStmt& create) {
  add_created_relation(context, create.relation);
  Scope scope;
  for (const Node* node : list_of(create.inh_relations, create.n_inh_relations)) {
    if (node->node_case == PG_QUERY__NODE__NODE_RANGE_VAR)
      add_doubt_of(context, DoubtKind::taken_columns,
                   create.partbound != nullptr ? "PARTITION OF" : "INHERITS",
                   bind_defined_relation(context, scope, *node->range_var));
  }
  const Subject table{scope, add_new_table(context, create)};
  scope.range_table.push_back(table.item);
  scope.names = {{table.item, true, true, false, true}};
  for (const Node* node : list_of(create.table_elts, create.n_table_elts))
    bind_element(context, table, *node);
  for (const Node* node : list_of(create.constraints, create.n_constraints))
    bind_element(context, table, *node);
  if (create.of_typename != nullptr) bind_type_name(context, create.of_typename);
  if (create.partspec != nullptr) bind_partition_key(context, table, *create.partspec);
  bind_partition_bound(context, create.partbound);
}

}  // namespace pgsegue::parser::bind

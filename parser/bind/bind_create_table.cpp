#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"
#include "parser/bind/positions.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// The columns it inherits: they are the parent's own, and are renamed with them.
void add_inherited(Context& context, ItemIndex parent, ItemIndex index, RangeItem& item) {
  for (const ItemColumn& column : context.out.item(parent).columns) {
    item.columns.push_back(column);
    item.columns.back().origin.item = index;
    if (item.columns.back().base) item.columns.back().base->item = index;
  }
  item.columns_known = context.out.item(parent).columns_known;
}

bool inherits_column(const RangeItem& item, const Identifier& name) {
  return std::any_of(item.columns.begin(), item.columns.end(),
                     [&](const ItemColumn& column) { return column.name == name; });
}

/// The table that is made, as its own definition sees it.
ItemIndex add_new_table(Context& context, const PgQuery__CreateStmt& create,
                        std::optional<ItemIndex> parent) {
  RangeItem item;
  item.kind = ItemKind::query;
  item.alias_use = AliasUse::none;
  item.name = identifier_of(create.relation->relname);
  item.columns_known = create.n_inh_relations == 0 && create.of_typename == nullptr;
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  if (parent) add_inherited(context, *parent, index, item);
  std::int32_t position = behind_columns;
  for (const Node* node : list_of(create.table_elts, create.n_table_elts)) {
    if (node->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) item.columns_known = false;
    if (node->node_case != PG_QUERY__NODE__NODE_COLUMN_DEF) continue;
    const Identifier name = identifier_of(node->column_def->colname);
    ++position;
    if (!parent || !inherits_column(item, name))
      item.columns.push_back({name, {index, position}, std::nullopt});
  }
  return context.add_item(std::move(item));
}

/// A column that the parent has too is that one. What else a child has may not be called like one of them in
/// another version.
void bind_inherited_column(Context& context, const Subject& table, const PgQuery__ColumnDef& column) {
  const Identifier name = identifier_of(column.colname);
  const auto& columns = context.out.item(table.item).columns;
  const bool is_inherited = std::any_of(columns.begin(), columns.end(), [&](const ItemColumn& each) {
    return each.name == name && each.base.has_value();
  });
  if (is_inherited) return bind_defined_column(context, table, name, context.names.at(column.location));
  context.add_doubt(DoubtKind::new_column, "a column of a child table,", name);
}

void bind_element(Context& context, const Subject& table, const Node& node) {
  if (node.node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) {
    if (context.out.created.front().parent) bind_inherited_column(context, table, *node.column_def);
    if (const RowType row = bind_column_definition(context, table, *node.column_def))
      context.out.created.front().rows.push_back(row);
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

/// The only parent. Of several, columns of one name become one column.
std::optional<ItemIndex> bind_parents(Context& context, Scope& scope, const PgQuery__CreateStmt& create) {
  std::optional<ItemIndex> parent;
  for (const Node* node : list_of(create.inh_relations, create.n_inh_relations)) {
    if (node->node_case != PG_QUERY__NODE__NODE_RANGE_VAR) continue;
    parent = bind_defined_relation(context, scope, *node->range_var);
    if (create.n_inh_relations > 1)
      add_doubt_of(context, DoubtKind::taken_columns, "INHERITS from several tables,", parent);
  }
  if (create.n_inh_relations != 1) return std::nullopt;
  context.out.created.front().parent = parent;
  return parent;
}

void bind_partition_key(Context& context, const Subject& table, const PgQuery__PartitionSpec& key) {
  for (const Node* node : list_of(key.part_params, key.n_part_params)) {
    if (node->node_case != PG_QUERY__NODE__NODE_PARTITION_ELEM) continue;
    const PgQuery__PartitionElem& element = *node->partition_elem;
    if (*element.name != '\0')
      bind_defined_column(context, table, identifier_of(element.name), context.names.at(element.location));
    bind_definition(context, table, element.expr);
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
  const auto parent = bind_parents(context, scope, create);
  const Subject table{scope, add_new_table(context, create, parent)};
  scope.range_table.push_back(table.item);
  scope.names = {{table.item, true, true, false, true}};
  for (const Node* node : list_of(create.table_elts, create.n_table_elts))
    bind_element(context, table, *node);
  for (const Node* node : list_of(create.constraints, create.n_constraints))
    bind_element(context, table, *node);
  if (const RowType row = bind_type_name(context, create.of_typename))
    context.out.created.front().rows.push_back(row);
  if (create.partspec != nullptr) bind_partition_key(context, table, *create.partspec);
  bind_partition_bound(context, create.partbound);
}

}  // namespace pgsegue::parser::bind

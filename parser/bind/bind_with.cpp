#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

void rename_columns(QueryColumns& columns, NodeList aliases) {
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    const Identifier name = identifier_of(aliases[i]);
    if (i < columns.names.size()) {
      columns.names[i] = name;
    } else if (!columns.known) {
      columns.names.push_back(name);
    }
  }
}

/// Source: analyzeCTE, parse_cte.c: outside the query itself its SEARCH and CYCLE columns are there too.
void add_generated_columns(QueryColumns& columns, const PgQuery__CommonTableExpr& node) {
  if (node.search_clause != nullptr)
    columns.names.push_back(identifier_of(node.search_clause->search_seq_column));
  if (node.cycle_clause != nullptr) {
    columns.names.push_back(identifier_of(node.cycle_clause->cycle_mark_column));
    columns.names.push_back(identifier_of(node.cycle_clause->cycle_path_column));
  }
}

}  // namespace

void bind_common_table(Context& context, CommonTable& table) {
  table.state = CommonTable::State::binding;
  const Node* query = table.node->ctequery;
  const NodeList aliases = list_of(table.node->aliascolnames, table.node->n_aliascolnames);
  const bool is_select = query != nullptr && query->node_case == PG_QUERY__NODE__NODE_SELECT_STMT;
  QueryColumns columns = is_select ? bind_select(context, table.owner, *query->select_stmt, &table)
                                   : bind_query(context, table.owner, query);
  rename_columns(columns, aliases);
  add_generated_columns(columns, *table.node);
  table.columns = std::move(columns);
  table.state = CommonTable::State::bound;
}

void set_self_columns(CommonTable& table, const QueryColumns& first_arm) {
  table.self_columns = first_arm;
  rename_columns(table.self_columns, list_of(table.node->aliascolnames, table.node->n_aliascolnames));
  table.self_known = true;
}

void bind_with(Context& context, Scope& scope, const PgQuery__WithClause* with) {
  if (with == nullptr) return;
  scope.recursive = with->recursive != 0;
  for (const Node* node : list_of(with->ctes, with->n_ctes)) {
    if (node->node_case != PG_QUERY__NODE__NODE_COMMON_TABLE_EXPR) continue;
    CommonTable table;
    table.node = node->common_table_expr;
    table.name = identifier_of(table.node->ctename);
    table.owner = &scope;
    scope.common_tables.push_back(std::move(table));
  }
  for (CommonTable& table : scope.common_tables) {
    if (table.state == CommonTable::State::unbound) bind_common_table(context, table);
  }
}

}  // namespace pgsegue::parser::bind

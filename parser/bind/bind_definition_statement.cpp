#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

#include <array>

namespace pgsegue::parser::bind {

namespace {

using DefinitionHandler = void (*)(Context&, const Node&);
using DefinitionHandlers = std::array<DefinitionHandler, 256>;

void bind_only_relation(Context& context, const PgQuery__RangeVar* range) {
  Scope scope;
  if (range != nullptr) bind_defined_relation(context, scope, *range);
}

/// `CLUSTER table USING index`, or `CLUSTER index ON table`.
void bind_cluster(Context& context, const PgQuery__ClusterStmt& cluster) {
  if (cluster.relation == nullptr) return;
  Scope scope;
  const ItemIndex table = bind_defined_relation(context, scope, *cluster.relation);
  if (*cluster.indexname == '\0') return;
  const TokenNames& names = context.names;
  const std::size_t behind = index_of(context.out.item(table).columns_at);
  // The older form has the index first.
  std::size_t token = behind + 1;
  if (!names.is_keyword(behind, "using")) {
    token = index_of(context.out.tokens.first) + 1;
    if (names.is_keyword(token, "verbose") && !names.is_keyword(token + 1, "on")) ++token;
  }
  use_index(context, table, identifier_of(cluster.indexname), token);
}

constexpr DefinitionHandlers make_definition_handlers() {
  DefinitionHandlers table{};
  table[PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT] = [](Context& c, const Node& n) {
    bind_create_as(c, *n.create_table_as_stmt);
  };
  table[PG_QUERY__NODE__NODE_VIEW_STMT] = [](Context& c, const Node& n) { bind_view(c, *n.view_stmt); };
  table[PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT] = [](Context& c, const Node& n) {
    bind_only_relation(c, n.refresh_mat_view_stmt->relation);
  };
  table[PG_QUERY__NODE__NODE_CLUSTER_STMT] = [](Context& c, const Node& n) {
    bind_cluster(c, *n.cluster_stmt);
  };
  table[PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT] = [](Context& c, const Node& n) {
    bind_set_constraints(c, *n.constraints_set_stmt);
  };
  table[PG_QUERY__NODE__NODE_REINDEX_STMT] = [](Context& c, const Node& n) {
    bind_only_relation(c, n.reindex_stmt->relation);
  };
  table[PG_QUERY__NODE__NODE_INDEX_STMT] = [](Context& c, const Node& n) { bind_index(c, *n.index_stmt); };
  table[PG_QUERY__NODE__NODE_CREATE_STMT] = [](Context& c, const Node& n) {
    bind_create_table(c, *n.create_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_FOREIGN_TABLE_STMT] = [](Context& c, const Node& n) {
    bind_create_table(c, *n.create_foreign_table_stmt->base_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_TABLE_STMT] = [](Context& c, const Node& n) {
    bind_alter_table(c, *n.alter_table_stmt);
  };
  table[PG_QUERY__NODE__NODE_COMMENT_STMT] = [](Context& c, const Node& n) {
    bind_comment(c, *n.comment_stmt);
  };
  table[PG_QUERY__NODE__NODE_SEC_LABEL_STMT] = [](Context& c, const Node& n) {
    bind_security_label(c, *n.sec_label_stmt);
  };
  table[PG_QUERY__NODE__NODE_DROP_STMT] = [](Context& c, const Node& n) { bind_drop(c, *n.drop_stmt); };
  table[PG_QUERY__NODE__NODE_RENAME_STMT] = [](Context& c, const Node& n) { bind_rename(c, *n.rename_stmt); };
  table[PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT] = [](Context& c, const Node& n) {
    bind_set_schema(c, *n.alter_object_schema_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_SEQ_STMT] = [](Context& c, const Node& n) {
    add_created_relation(c, n.create_seq_stmt->sequence);
    bind_sequence(c, list_of(n.create_seq_stmt->options, n.create_seq_stmt->n_options));
  };
  table[PG_QUERY__NODE__NODE_ALTER_SEQ_STMT] = [](Context& c, const Node& n) {
    bind_only_relation(c, n.alter_seq_stmt->sequence);
    bind_sequence(c, list_of(n.alter_seq_stmt->options, n.alter_seq_stmt->n_options));
  };
  table[PG_QUERY__NODE__NODE_GRANT_STMT] = [](Context& c, const Node& n) { bind_grant(c, *n.grant_stmt); };
  table[PG_QUERY__NODE__NODE_CREATE_TRIG_STMT] = [](Context& c, const Node& n) {
    bind_trigger(c, *n.create_trig_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_POLICY_STMT] = [](Context& c, const Node& n) {
    bind_create_policy(c, *n.create_policy_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_POLICY_STMT] = [](Context& c, const Node& n) {
    bind_alter_policy(c, *n.alter_policy_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_STATS_STMT] = [](Context& c, const Node& n) {
    bind_statistics(c, *n.create_stats_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_PUBLICATION_STMT] = [](Context& c, const Node& n) {
    bind_published(c,
                   list_of(n.create_publication_stmt->pubobjects, n.create_publication_stmt->n_pubobjects));
  };
  table[PG_QUERY__NODE__NODE_ALTER_PUBLICATION_STMT] = [](Context& c, const Node& n) {
    bind_published(c, list_of(n.alter_publication_stmt->pubobjects, n.alter_publication_stmt->n_pubobjects));
  };
  table[PG_QUERY__NODE__NODE_RULE_STMT] = [](Context& c, const Node& n) { bind_rule(c, *n.rule_stmt); };
  table[PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT] = [](Context& c, const Node& n) {
    bind_function(c, *n.create_function_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT] = [](Context& c, const Node& n) {
    bind_create_domain(c, *n.create_domain_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_DOMAIN_STMT] = [](Context& c, const Node& n) {
    bind_alter_domain(c, *n.alter_domain_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_ENUM_STMT] = [](Context& c, const Node& n) {
    bind_create_enum(c, *n.create_enum_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_ENUM_STMT] = [](Context& c, const Node& n) {
    bind_alter_enum(c, *n.alter_enum_stmt);
  };
  table[PG_QUERY__NODE__NODE_CREATE_RANGE_STMT] = [](Context& c, const Node& n) {
    bind_create_range(c, *n.create_range_stmt);
  };
  table[PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT] = [](Context& c, const Node& n) {
    bind_create_composite(c, *n.composite_type_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_TYPE_STMT] = [](Context& c, const Node& n) {
    bind_alter_type(c, *n.alter_type_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_OWNER_STMT] = [](Context& c, const Node& n) {
    bind_owner(c, *n.alter_owner_stmt);
  };
  table[PG_QUERY__NODE__NODE_ALTER_FUNCTION_STMT] = [](Context& c, const Node& n) {
    bind_routine(c, *n.alter_function_stmt->func, index_of(c.out.tokens.first) + 2);
  };
  table[PG_QUERY__NODE__NODE_CREATE_CAST_STMT] = [](Context& c, const Node& n) {
    bind_create_cast(c, *n.create_cast_stmt);
  };
  table[PG_QUERY__NODE__NODE_DEFINE_STMT] = [](Context& c, const Node& n) { bind_define(c, *n.define_stmt); };
  return table;
}

constexpr DefinitionHandlers definition_handlers = make_definition_handlers();

}  // namespace

bool bind_definition_statement(Context& context, const Node& node) {
  const auto kind = static_cast<std::size_t>(node.node_case);
  if (kind >= definition_handlers.size() || definition_handlers[kind] == nullptr) return false;
  definition_handlers[kind](context, node);
  return true;
}

}  // namespace pgsegue::parser::bind

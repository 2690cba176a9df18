#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The parentheses of the column lists in `privilege (a, b), privilege (c) ON`, in order.
std::vector<std::size_t> column_lists(const Context& context) {
  const TokenNames& names = context.names;
  std::vector<std::size_t> lists;
  const std::size_t begin = index_of(context.out.tokens.first);
  const std::size_t end = names.find_keyword(begin, "on");
  for (std::size_t i = names.find_opening(begin); i < end; i = names.find_opening(names.after_parentheses(i)))
    lists.push_back(i);
  return lists;
}

void bind_columns(Context& context, const Subject& table, NodeList privileges) {
  const std::vector<std::size_t> lists = column_lists(context);
  std::size_t next = 0;
  for (const Node* node : privileges) {
    if (node->node_case != PG_QUERY__NODE__NODE_ACCESS_PRIV || node->access_priv->n_cols == 0) continue;
    const std::size_t open = next < lists.size() ? lists[next] : context.names.size();
    bind_listed_columns(context, table, list_of(node->access_priv->cols, node->access_priv->n_cols), open);
    ++next;
  }
}

bool is_on_relations(const PgQuery__GrantStmt& grant) {
  return grant.targtype == PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_OBJECT &&
         (grant.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE ||
          grant.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE);
}

/// Types, domains and routines: `ON kind a, b TO`, or `FROM`.
bool bind_granted_types(Context& context, const PgQuery__GrantStmt& grant) {
  if (grant.targtype != PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_OBJECT) return false;
  const TokenNames& names = context.names;
  const std::size_t first = names.find_keyword(index_of(context.out.tokens.first), "on") + 2;
  const std::size_t end = names.find_keyword(first, grant.is_grant ? "to" : "from");
  const auto tokens = names.parts_until(first, end);
  for (std::size_t i = 0; i < grant.n_objects; ++i) {
    const std::size_t token = tokens.size() == grant.n_objects ? tokens[i] : names.size();
    if (!bind_type_object(context, grant.objtype, grant.objects[i], token)) return false;
  }
  return grant.n_objects > 0;
}

}  // namespace

void bind_grant(Context& context, const PgQuery__GrantStmt& grant) {
  if (bind_granted_types(context, grant)) return;
  if (!is_on_relations(grant))
    return context.add_doubt(DoubtKind::construct,
                             grant.is_grant ? "GRANT of this form" : "REVOKE of this form");
  for (const Node* node : list_of(grant.objects, grant.n_objects)) {
    if (node->node_case != PG_QUERY__NODE__NODE_RANGE_VAR) continue;
    Scope scope;
    const Subject table{scope, bind_defined_relation(context, scope, *node->range_var)};
    bind_columns(context, table, list_of(grant.privileges, grant.n_privileges));
  }
}

}  // namespace pgsegue::parser::bind

#include "parser/name_effects.hpp"

#include "parser/bind/tree.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pgsegue::parser {

namespace {

using namespace std::string_view_literals;
using bind::Node;

/// May run functions, and change no name but by those.
constexpr std::array queries = {PG_QUERY__NODE__NODE_SELECT_STMT,
                                PG_QUERY__NODE__NODE_INSERT_STMT,
                                PG_QUERY__NODE__NODE_UPDATE_STMT,
                                PG_QUERY__NODE__NODE_DELETE_STMT,
                                PG_QUERY__NODE__NODE_MERGE_STMT,
                                PG_QUERY__NODE__NODE_EXPLAIN_STMT,
                                PG_QUERY__NODE__NODE_PREPARE_STMT,
                                PG_QUERY__NODE__NODE_EXECUTE_STMT,
                                PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT,
                                PG_QUERY__NODE__NODE_FETCH_STMT,
                                PG_QUERY__NODE__NODE_CLOSE_PORTAL_STMT,
                                PG_QUERY__NODE__NODE_COPY_STMT,
                                PG_QUERY__NODE__NODE_TRUNCATE_STMT,
                                PG_QUERY__NODE__NODE_LOCK_STMT,
                                PG_QUERY__NODE__NODE_VACUUM_STMT,
                                PG_QUERY__NODE__NODE_INDEX_STMT,
                                PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT,
                                PG_QUERY__NODE__NODE_REINDEX_STMT,
                                PG_QUERY__NODE__NODE_CLUSTER_STMT,
                                PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT};

constexpr std::array quiet = {PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT,
                              PG_QUERY__NODE__NODE_LISTEN_STMT,
                              PG_QUERY__NODE__NODE_UNLISTEN_STMT,
                              PG_QUERY__NODE__NODE_NOTIFY_STMT,
                              PG_QUERY__NODE__NODE_CHECK_POINT_STMT,
                              PG_QUERY__NODE__NODE_DEALLOCATE_STMT,
                              PG_QUERY__NODE__NODE_COMMENT_STMT,
                              PG_QUERY__NODE__NODE_CREATE_STATS_STMT,
                              PG_QUERY__NODE__NODE_SEC_LABEL_STMT,
                              PG_QUERY__NODE__NODE_CREATE_TRIG_STMT,
                              PG_QUERY__NODE__NODE_CREATE_POLICY_STMT,
                              PG_QUERY__NODE__NODE_ALTER_POLICY_STMT,
                              PG_QUERY__NODE__NODE_CREATE_PUBLICATION_STMT,
                              PG_QUERY__NODE__NODE_ALTER_PUBLICATION_STMT};

/// Subcommands of ALTER TABLE that change no column, and not what the table inherits.
constexpr std::array quiet_commands = {
    PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint,      PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint,     PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull,        PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics,      PG_QUERY__ALTER_TABLE_TYPE__AT_SetStorage,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions,      PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRowSecurity, PG_QUERY__ALTER_TABLE_TYPE__AT_ForceRowSecurity,
    PG_QUERY__ALTER_TABLE_TYPE__AT_NoForceRowSecurity, PG_QUERY__ALTER_TABLE_TYPE__AT_ReplicaIdentity};

/// May run, or go on with, a statement of an earlier message.
constexpr std::array runners = {PG_QUERY__NODE__NODE_EXECUTE_STMT, PG_QUERY__NODE__NODE_FETCH_STMT,
                                PG_QUERY__NODE__NODE_EXPLAIN_STMT, PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT};

template <typename Kinds>
bool is_among(const Kinds& kinds, const Node& node) {
  return std::find(kinds.begin(), kinds.end(), node.node_case) != kinds.end();
}

NameEffects unknown_effects() {
  NameEffects effects;
  effects.anything = true;
  return effects;
}

NameEffects no_effects() {
  NameEffects effects;
  effects.runs_code = false;
  return effects;
}

/// Nothing if an item is no plain text, or one that the server replaces: "$user" and pg_temp.
std::optional<std::vector<Identifier>> schemas_of(const PgQuery__VariableSetStmt& set) {
  std::vector<Identifier> schemas;
  for (const Node* argument : bind::list_of(set.args, set.n_args)) {
    if (argument->node_case != PG_QUERY__NODE__NODE_A_CONST) return std::nullopt;
    const PgQuery__AConst& constant = *argument->a_const;
    if (constant.val_case != PG_QUERY__A__CONST__VAL_SVAL) return std::nullopt;
    const std::string_view name = constant.sval->sval;
    if (name == "$user"sv || name.starts_with("pg_temp")) return std::nullopt;
    if (!name.empty()) schemas.push_back(Identifier::from_quoted(name));
  }
  return schemas;
}

NameEffects set_effects(const PgQuery__VariableSetStmt& set) {
  NameEffects effects = no_effects();
  const std::string_view name = set.name;
  const bool all = set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL;
  const bool is_path = name == "search_path"sv;
  effects.path = all || is_path || name == "role"sv || name == "session_authorization"sv;
  effects.is_local = set.is_local;
  if (is_path && set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE) effects.schemas = schemas_of(set);
  return effects;
}

NameEffects transaction_effects(const PgQuery__TransactionStmt& transaction) {
  NameEffects effects = no_effects();
  switch (transaction.kind) {
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_SAVEPOINT:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_RELEASE:
      return effects;
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT:
      effects.end = NameEffects::End::commit;
      effects.runs_code = true;  // deferred triggers
      return effects;
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK_TO:
      effects.end = NameEffects::End::rollback;
      return effects;
    default:
      return unknown_effects();
  }
}

NameEffects effects_of_new(const PgQuery__RangeVar* relation) {
  if (relation == nullptr) return unknown_effects();
  NameEffects effects;
  const Identifier name = bind::identifier_of(relation->relname);
  const bool is_temporary = relation->relpersistence == "t"sv || relation->schemaname == "pg_temp"sv;
  if (is_temporary) {
    effects.temporary = name;
  } else {
    effects.objects.push_back(name);
  }
  return effects;
}

NameEffects with_on_commit(NameEffects effects, PgQuery__OnCommitAction action) {
  effects.is_local = action == PG_QUERY__ON_COMMIT_ACTION__ONCOMMIT_DROP;
  return effects;
}

/// What is dropped with CASCADE is not said.
NameEffects drop_effects(const PgQuery__DropStmt& drop) {
  NameEffects effects;
  if (drop.behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE) return unknown_effects();
  switch (drop.remove_type) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
      break;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
    case PG_QUERY__OBJECT_TYPE__OBJECT_POLICY:
      return no_effects();
    default:
      return unknown_effects();
  }
  for (const Node* object : bind::list_of(drop.objects, drop.n_objects)) {
    if (object->node_case != PG_QUERY__NODE__NODE_LIST || object->list->n_items == 0)
      return unknown_effects();
    effects.objects.push_back(bind::identifier_of(object->list->items[object->list->n_items - 1]));
  }
  return effects;
}

/// Checks and defaults may call functions.
NameEffects alter_table_effects(const PgQuery__AlterTableStmt& alter) {
  for (const Node* node : bind::list_of(alter.cmds, alter.n_cmds)) {
    const bool is_command = node->node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_CMD;
    if (!is_command || std::find(quiet_commands.begin(), quiet_commands.end(),
                                 node->alter_table_cmd->subtype) == quiet_commands.end())
      return unknown_effects();
  }
  return {};
}

/// Rights on a schema decide whether it is on the path.
NameEffects grant_effects(const PgQuery__GrantStmt& grant) {
  NameEffects effects = no_effects();
  switch (grant.objtype) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
      break;
    default:
      effects.path = true;
  }
  return effects;
}

/// SELECT INTO makes a table, set_config can set the search path.
void add_side_effects(const ProtobufCMessage& message, NameEffects& effects) {
  if (message.descriptor == &pg_query__into_clause__descriptor) {
    const auto& into = reinterpret_cast<const PgQuery__IntoClause&>(message);
    const NameEffects made = with_on_commit(effects_of_new(into.rel), into.on_commit);
    effects.anything |= made.anything;
    effects.objects.insert(effects.objects.end(), made.objects.begin(), made.objects.end());
    if (made.temporary) effects.temporary = made.temporary;
    effects.is_local |= made.is_local;
  }
  if (message.descriptor == &pg_query__func_call__descriptor) {
    const auto& call = reinterpret_cast<const PgQuery__FuncCall&>(message);
    const bool sets =
        call.n_funcname > 0 && bind::string_of(call.funcname[call.n_funcname - 1]) == "set_config"sv;
    if (sets) effects.path = effects.is_local = true;
  }
  bind::for_each_child(message, [&](const ProtobufCMessage& child) { add_side_effects(child, effects); });
}

NameEffects query_effects(const Node& node) {
  NameEffects effects;
  effects.runs_prepared = is_among(runners, node);
  add_side_effects(node.base, effects);
  return effects;
}

NameEffects with_side_effects(NameEffects effects, const Node& node) {
  add_side_effects(node.base, effects);
  return effects;
}

}  // namespace

NameEffects name_effects(const PgQuery__RawStmt& statement) {
  if (statement.stmt == nullptr) return no_effects();
  const Node& node = *statement.stmt;
  if (is_among(quiet, node)) return no_effects();
  if (is_among(queries, node)) return query_effects(node);
  switch (node.node_case) {
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
      return set_effects(*node.variable_set_stmt);
    case PG_QUERY__NODE__NODE_TRANSACTION_STMT:
      return transaction_effects(*node.transaction_stmt);
    case PG_QUERY__NODE__NODE_CREATE_STMT:
      return with_side_effects(
          with_on_commit(effects_of_new(node.create_stmt->relation), node.create_stmt->oncommit), node);
    case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
      return query_effects(node);
    case PG_QUERY__NODE__NODE_VIEW_STMT:
      return effects_of_new(node.view_stmt->view);
    case PG_QUERY__NODE__NODE_CREATE_SEQ_STMT:
      return effects_of_new(node.create_seq_stmt->sequence);
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return drop_effects(*node.drop_stmt);
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return alter_table_effects(*node.alter_table_stmt);
    case PG_QUERY__NODE__NODE_GRANT_STMT:
      return grant_effects(*node.grant_stmt);
    default:
      return unknown_effects();
  }
}

}  // namespace pgsegue::parser

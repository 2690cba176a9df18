#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"
#include "parser/bind/positions.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

using Command = PgQuery__AlterTableCmd;

/// `ALTER [COLUMN] name …`
constexpr std::array of_column = {
    PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault,  PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull,     PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics,  PG_QUERY__ALTER_TABLE_TYPE__AT_SetOptions,
    PG_QUERY__ALTER_TABLE_TYPE__AT_ResetOptions,   PG_QUERY__ALTER_TABLE_TYPE__AT_SetStorage,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetCompression, PG_QUERY__ALTER_TABLE_TYPE__AT_SetIdentity,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity};

/// Subcommands that name no column, nor anything else that a version may call otherwise.
constexpr std::array of_table = {PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DropCluster,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_SetAccessMethod,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrig,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysTrig,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaTrig,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrig,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrigAll,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigAll,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrigUser,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigUser,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRule,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysRule,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaRule,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRule,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRowSecurity,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_ForceRowSecurity,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_NoForceRowSecurity,
                                 PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartitionFinalize};

template <typename Types>
bool is_among(const Types& types, const Command& command) {
  return std::find(types.begin(), types.end(), command.subtype) != types.end();
}

/// Where the column's name is written.
std::optional<std::size_t> altered_column(const TokenNames& names, std::optional<std::size_t> start) {
  if (!start || !names.is_keyword(*start, "alter")) return std::nullopt;
  return *start + (names.is_keyword(*start + 1, "column") ? 2 : 1);
}

void bind_altered_column(Context& context, const Subject& table, const Command& command,
                         std::optional<std::size_t> start) {
  // SET STATISTICS of an index names the column by its number.
  if (*command.name != '\0')
    bind_defined_column(context, table, identifier_of(command.name), altered_column(context.names, start));
  if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault)
    bind_definition(context, table, command.def);
}

/// INHERIT, NO INHERIT, ATTACH and DETACH: what a child's columns are called follows from its parents.
void bind_family(Context& context, const Subject& table, DoubtKind kind, const char* construct,
                 const Node* other) {
  if (other == nullptr) return;
  Scope scope;
  const bool is_partition = other->node_case == PG_QUERY__NODE__NODE_PARTITION_CMD;
  if (is_partition) bind_partition_bound(context, other->partition_cmd->bound);
  const PgQuery__RangeVar* range = is_partition ? other->partition_cmd->name
                                   : other->node_case == PG_QUERY__NODE__NODE_RANGE_VAR ? other->range_var
                                                                                        : nullptr;
  if (range == nullptr) return;
  const ItemIndex named = bind_defined_relation(context, scope, *range);
  allow_missing(context, named);  // it may have been made just now
  add_doubt_of(context, kind, construct, is_partition ? named : table.item);
  context.out.doubts.back().other = is_partition ? table.item : named;
}

/// A table that is the same in every version gets a column with rows of one that may not be.
void note_rows(Context& context, const Subject& table, const RowType& row) {
  if (!row) return;
  CreatedName created;
  created.name = context.out.item(table.item).name;
  created.is_relation = false;
  created.rows.push_back(row);
  context.out.created.push_back(std::move(created));
}

/// Its own checks see the column.
void bind_added_column(Context& context, const Subject& table, const PgQuery__ColumnDef& column) {
  RangeItem& item = context.out.item(table.item);
  const ColumnId origin{table.item, behind_columns + static_cast<std::int32_t>(item.columns.size())};
  item.columns.push_back({identifier_of(column.colname), origin, std::nullopt});
  note_rows(context, table, bind_column_definition(context, table, column));
}

void bind_altered_type(Context& context, const Subject& table, const Command& command) {
  add_doubt_of(context, DoubtKind::shape, "ALTER TABLE … TYPE", table.item);
  if (command.def == nullptr || command.def->node_case != PG_QUERY__NODE__NODE_COLUMN_DEF) return;
  note_rows(context, table, bind_type_name(context, command.def->column_def->type_name));
  bind_definition(context, table, command.def->column_def->raw_default);
}

void bind_command(Context& context, const Subject& table, const Command& command,
                  std::optional<std::size_t> start) {
  switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
      if (command.def != nullptr && command.def->node_case == PG_QUERY__NODE__NODE_CONSTRAINT)
        bind_constraint(context, table, *command.def->constraint, nullptr);
      return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
      add_doubt_of(context, DoubtKind::shape, "ALTER TABLE … ADD COLUMN", table.item);
      if (command.def != nullptr && command.def->node_case == PG_QUERY__NODE__NODE_COLUMN_DEF)
        bind_added_column(context, table, *command.def->column_def);
      return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn:
      return add_doubt_of(context, DoubtKind::shape, "ALTER TABLE … DROP COLUMN", table.item);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
      return bind_altered_type(context, table, command);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddInherit:
      return bind_family(context, table, DoubtKind::adopted, "INHERIT", command.def);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropInherit:
      return bind_family(context, table, DoubtKind::released, "NO INHERIT", command.def);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition:
      return bind_family(context, table, DoubtKind::adopted, "ATTACH PARTITION", command.def);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition:
      return bind_family(context, table, DoubtKind::released, "DETACH PARTITION", command.def);
    default:
      break;
  }
  if (bind_constraint_command(context, table, command, start)) return;
  if (is_among(of_column, command)) return bind_altered_column(context, table, command, start);
  if (!is_among(of_table, command)) context.add_doubt(DoubtKind::construct, "ALTER TABLE of this form");
}

bool is_table_like(PgQuery__ObjectType type) {
  return type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE || type == PG_QUERY__OBJECT_TYPE__OBJECT_VIEW ||
         type == PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW ||
         type == PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE || type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX ||
         type == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE;
}

}  // namespace

void bind_alter_table(Context& context, const PgQuery__AlterTableStmt& alter) {
  if (!is_table_like(alter.objtype)) return context.add_doubt(DoubtKind::construct, "ALTER of this form");
  Scope scope;
  const Subject table = bind_subject(context, scope, *alter.relation);
  if (alter.missing_ok) allow_missing(context, table.item);
  const std::size_t begin = index_of(context.out.item(table.item).columns_at);
  const auto starts = context.names.parts_until(begin, end_of(context.out.tokens));
  const NodeList commands = list_of(alter.cmds, alter.n_cmds);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (commands[i]->node_case != PG_QUERY__NODE__NODE_ALTER_TABLE_CMD) continue;
    std::optional<std::size_t> start;
    if (starts.size() == commands.size()) start = starts[i];
    bind_command(context, table, *commands[i]->alter_table_cmd, start);
  }
}

}  // namespace pgsegue::parser::bind

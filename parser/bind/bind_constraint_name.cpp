#include "parser/bind/definition.hpp"
#include "parser/bind/problem.hpp"

#include <string>

namespace pgsegue::parser::bind {

namespace {

/// Null: no table of the catalog, or a temporary one, whose constraints have one name.
const Relation* table_of(const Context& context, ItemIndex item) {
  const RangeItem& table = context.out.item(item);
  return table.kind == ItemKind::relation ? table.relation : nullptr;
}

TokenRange token_of(const Context& context, std::optional<std::size_t> token) {
  const auto parts = token ? context.names.dotted(*token, 1) : std::vector<TokenRange>();
  return parts.empty() ? TokenRange{} : parts.front();
}

std::vector<std::uint32_t> oids_of(const std::vector<ConstraintId>& constraints) {
  std::vector<std::uint32_t> oids;
  oids.reserve(constraints.size());
  for (const ConstraintId constraint : constraints)
    oids.push_back(static_cast<std::uint32_t>(constraint));
  return oids;
}

/// The first schema that has one of that name counts.
std::vector<std::uint32_t> find_on_path(Context& context, const Identifier& name) {
  if (context.input.search_path == nullptr) {
    context.needs_path = true;
    return {};
  }
  // Those of temporary tables, which come first, are not in the catalog.
  if (!context.input.temporary_relations.empty())
    context.add_doubt(DoubtKind::construct, "SET CONSTRAINTS in a session with temporary tables");
  for (const Identifier& schema : *context.input.search_path) {
    auto found = context.input.catalog.constraints_named(schema, name);
    if (!found.empty()) return oids_of(found);
  }
  return {};
}

/// Source: AfterTriggerSetState, PostgreSQL src/backend/commands/trigger.c.
void use_constraints(Context& context, const PgQuery__RangeVar& named) {
  NameUse use{NamedKind::constraints, NameForm::dotted_words, {}, {0}, {}};
  const Identifier name = identifier_of(named.relname);
  std::vector<std::uint32_t> found;
  if (*named.schemaname != '\0') {
    use.parts.push_back(identifier_of(named.schemaname));
    use.ids.front() = schema_id(context, use.parts.front());
    found = oids_of(context.input.catalog.constraints_named(use.parts.front(), name));
  } else {
    found = find_on_path(context, name);
  }
  use.parts.push_back(name);
  if (found.empty() && !context.needs_path) use.problem = missing_constraint(name, {});
  use.ids.insert(use.ids.end(), found.begin(), found.end());
  const auto token = context.names.at(named.location);
  const auto parts = token ? context.names.dotted(*token, use.parts.size()) : std::vector<TokenRange>();
  if (!parts.empty())
    use.tokens = {parts.front().first,
                  static_cast<std::uint32_t>(end_of(parts.back()) - index_of(parts.front().first))};
  context.out.name_uses.push_back(std::move(use));
}

/// The token behind that word and IF EXISTS.
std::optional<std::size_t> token_behind(const TokenNames& names, std::optional<std::size_t> start,
                                        std::string_view word) {
  if (!start) return std::nullopt;
  const std::size_t token = names.find_keyword(*start, word) + 1;
  return names.is_keyword(token, "if") && names.is_keyword(token + 1, "exists") ? token + 2 : token;
}

}  // namespace

bool bind_constraint_command(Context& context, const Subject& table, const PgQuery__AlterTableCmd& command,
                             std::optional<std::size_t> start) {
  const char* name = command.name;
  const auto constraint = [&] {
    use_constraint(context, table.item, identifier_of(name), token_behind(context.names, start, "constraint"),
                   " of relation ");
  };
  const auto index = [&](std::string_view word) {
    if (*name != '\0')
      use_index(context, table.item, identifier_of(name), token_behind(context.names, start, word));
  };
  switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
      add_constraint_shape(context, "ALTER TABLE … DROP CONSTRAINT", table.item, identifier_of(name));
      [[fallthrough]];
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint:
      constraint();
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterConstraint:
      if (command.def == nullptr || command.def->node_case != PG_QUERY__NODE__NODE_CONSTRAINT) return false;
      name = command.def->constraint->conname;
      constraint();
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ClusterOn:
      index("on");
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ReplicaIdentity:
      if (command.def == nullptr || command.def->node_case != PG_QUERY__NODE__NODE_REPLICA_IDENTITY_STMT)
        return false;
      name = command.def->replica_identity_stmt->name;
      index("index");
      return true;
    default:
      return false;
  }
}

void use_constraint(Context& context, ItemIndex item, const Identifier& name,
                    std::optional<std::size_t> token, const char* joint) {
  const Relation* table = table_of(context, item);
  if (table == nullptr) return;
  const Constraint* constraint = table->find_constraint(name);
  NameUse use{NamedKind::constraint, NameForm::words, {name}, {}, token_of(context, token)};
  use.ids.push_back(constraint != nullptr ? static_cast<std::uint32_t>(constraint->id) : 0);
  const std::string quoted = '"' + table->name.str() + '"';
  if (constraint == nullptr) use.problem = missing_constraint(name, joint + quoted);
  context.out.name_uses.push_back(std::move(use));
}

void add_constraint_shape(Context& context, const char* construct, ItemIndex table, const Identifier& name) {
  add_doubt_of(context, DoubtKind::constraint_shape, construct, table);
  context.out.doubts.back().name = name;
}

void use_index(Context& context, ItemIndex item, const Identifier& name, std::optional<std::size_t> token) {
  const Relation* table = table_of(context, item);
  if (table == nullptr) return;
  const Relation* index = context.input.catalog.find(table->schema, name);
  NameUse use{NamedKind::index, NameForm::words, {name}, {}, token_of(context, token)};
  use.ids.push_back(index != nullptr ? static_cast<std::uint32_t>(index->id) : 0);
  if (index == nullptr) use.problem = missing_index(name, table->name);
  context.out.name_uses.push_back(std::move(use));
}

void bind_set_constraints(Context& context, const PgQuery__ConstraintsSetStmt& set) {
  for (const Node* node : list_of(set.constraints, set.n_constraints)) {
    if (node->node_case == PG_QUERY__NODE__NODE_RANGE_VAR) use_constraints(context, *node->range_var);
  }
}

}  // namespace pgsegue::parser::bind

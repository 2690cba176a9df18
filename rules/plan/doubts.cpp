#include "rules/plan/doubts.hpp"

#include "rules/affected_gate.hpp"
#include "rules/plan/refusal.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::Doubt;
using parser::DoubtKind;

constexpr const char* changes_shape =
    "It changes what the versions declare: run it as version raw, in the server's names, or set \"on_ddl: "
    "raw\" for this database.";

/// True if a word of the text is a name that differs.
bool mentions(const AffectedNames& affected, std::string_view text) {
  if (AffectedGate(affected, AffectedGate::Use::once).mentions(text)) return true;
  return std::any_of(affected.columns.begin(), affected.columns.end(), [&](const parser::Identifier& column) {
    return text.find(column.str()) != std::string_view::npos;
  });
}

/// A field of that name, or the function called in its notation, may be another on the server.
bool may_differ(const AffectedNames& affected, const parser::Identifier& field) {
  return affected.columns.contains(field) || affected.functions.contains(field);
}

/// True if the statement names a type by this name that differs, or that is none in this version.
bool may_be_renamed(const StatementEdits& plan, const parser::Identifier& name) {
  const auto& uses = plan.bound.name_uses;
  return plan.input.affected.renamed_types.contains(name) &&
         std::any_of(uses.begin(), uses.end(), [&](const parser::NameUse& use) {
           return use.parts.back() == name &&
                  (use.problem || plan.has_other_name(static_cast<parser::TypeId>(use.ids.front())));
         });
}

/// True if the server's path has a schema that some version, or this one, calls otherwise.
bool shows_renamed_schema(const StatementEdits& plan, bool in_this_version) {
  const parser::SearchPath* path = plan.input.search_path;
  return path != nullptr && std::any_of(path->begin(), path->end(), [&](const parser::Identifier& schema) {
           if (!plan.input.affected.schemas.contains(schema)) return false;
           const auto id = plan.names.physical().find_schema(schema);
           const parser::Identifier* name = id ? plan.names.logical().schema_name(*id) : nullptr;
           return !in_this_version || name == nullptr || *name != schema;
         });
}

/// The same for a value that is read as a name, without a look at the statement around it.
std::optional<SqlError> judge_name(const AffectedNames& affected, const Doubt& doubt) {
  const bool relations_differ = !affected.renamed.empty() || !affected.schemas.empty();
  switch (doubt.kind) {
    case DoubtKind::name_built:
      if (!relations_differ) return std::nullopt;
      return refusal(doubt.construct, "Write the whole name as one constant, or pass it as one parameter.");
    case DoubtKind::column_built:
      if (!relations_differ && affected.columns.empty()) return std::nullopt;
      return refusal(doubt.construct, "Write the whole name as one constant, or pass it as one parameter.");
    case DoubtKind::column_string:
      if (!affected.columns.contains(doubt.name)) return std::nullopt;
      return refusal(doubt.construct + " \"" + doubt.name.str() + "\"",
                     "Name the table by a constant or a parameter.");
    case DoubtKind::sequence_shown:
      if (!affected.sequences) return std::nullopt;
      return refusal(doubt.construct + " that may show the server's name of a sequence",
                     "Write it as the argument of nextval(), currval() or setval().");
    default:
      return std::nullopt;
  }
}

/// True if no change of any version names the relation, nor a child of it.
bool is_free_to_go(const StatementEdits& plan, parser::ItemIndex index) {
  if (!plan.is_declared(index)) return true;
  const parser::Relation* relation = plan.bound.item(index).relation;
  return relation != nullptr && !plan.input.affected.kept.contains(relation->id);
}

/// True if the relation's columns would have other names in this version if it had no parents.
bool inherits_names(const StatementEdits& plan, parser::ItemIndex index) {
  const parser::Relation* relation = plan.bound.item(index).relation;
  if (plan.has_changed_checks(index)) return true;
  return relation != nullptr && plan.input.affected.inheriting.contains(relation->id);
}

/// True if columns that have one name in this version have one name on the server, and the other way round:
/// then the one table fits the other on the server if it does so in the version, and keeps its names.
bool are_named_alike(const StatementEdits& plan, parser::ItemIndex child, parser::ItemIndex parent) {
  const parser::Relation* mine = plan.bound.item(child).relation;
  const parser::Relation* theirs = plan.bound.item(parent).relation;
  if (mine == nullptr || theirs == nullptr) return !plan.is_affected(child) && !plan.is_affected(parent);
  if (plan.has_changed_checks(child) || plan.has_changed_checks(parent)) return false;
  if (!plan.names.same_columns(mine->id) || !plan.names.same_columns(theirs->id)) return false;
  const parser::Relation& my_server = *plan.names.physical(mine->id);
  const parser::Relation& their_server = *plan.names.physical(theirs->id);
  for (std::size_t i = 0; i < mine->columns.size(); ++i) {
    for (std::size_t k = 0; k < theirs->columns.size(); ++k) {
      const bool same = mine->columns[i].name == theirs->columns[k].name;
      if (same != (my_server.columns[i].name == their_server.columns[k].name)) return false;
    }
  }
  return true;
}

/// A doubt that no way of rewriting removes; empty if names that differ play no part in it.
std::optional<SqlError> judge(const StatementEdits& plan, const Doubt& doubt) {
  const AffectedNames& affected = plan.input.affected;
  const std::string named = doubt.construct + " \"" + doubt.name.str() + "\"";
  switch (doubt.kind) {
    case DoubtKind::construct:
      return refusal(doubt.construct + " on a table whose names differ",
                     "Connect as version raw and use the names that the server has.");
    case DoubtKind::unknown_field:
      if (!may_differ(affected, doubt.name)) return std::nullopt;
      return refusal(named, "Select the column from its table instead of from a row value.");
    case DoubtKind::unknown_star:
      return refusal(doubt.construct, "Name the fields one by one.");
    case DoubtKind::type_name:
      if (!affected.relations.contains(doubt.name) && !affected.types.contains(doubt.name))
        return std::nullopt;
      return refusal(named, "Use a type that is not a table's row type.");
    case DoubtKind::type_call:
      if (!affected.renamed_types.contains(doubt.name)) return std::nullopt;
      return refusal(named, "Write CAST(value AS type) for a type.");
    case DoubtKind::type_string:
      if (!AffectedGate(affected, AffectedGate::Use::once).mentions_renamed(doubt.name.str()))
        return std::nullopt;
      return refusal(named, "Look the type up by its oid.");
    case DoubtKind::function_on_row:
      if (!may_differ(affected, doubt.name)) return std::nullopt;
      return refusal(named, "Write table.column for a column, and function(table.*) for a function.");
    case DoubtKind::relation_string:
      if (!AffectedGate(affected, AffectedGate::Use::once).mentions_renamed(doubt.name.str()))
        return std::nullopt;
      return refusal(named, "Look the table up by its oid.");
    case DoubtKind::relation_shown:
      if (affected.renamed.empty()) return std::nullopt;
      return refusal(doubt.construct + " that may show the server's name of a table",
                     "Compare it with 'table'::regclass, or cast it to oid.");
    case DoubtKind::row_type_shown: {
      const parser::Relation* relation = plan.names.logical(doubt.row.relation);
      if (relation != nullptr && plan.names.same_name(*relation)) return std::nullopt;
      return refusal(doubt.construct + " that shows the server's name of a table",
                     "Look the type up by its oid.");
    }
    case DoubtKind::sequence_shown:
    case DoubtKind::name_built:
    case DoubtKind::column_built:
    case DoubtKind::column_string:
      return judge_name(affected, doubt);
    case DoubtKind::header:
      if (!doubt.item || !plan.has_changed_columns(*doubt.item)) return std::nullopt;
      return refusal(doubt.construct, "Write HEADER alone: the header line is skipped then.");
    case DoubtKind::shape:
      if (doubt.item && !plan.is_declared(*doubt.item)) return std::nullopt;
      return refusal(doubt.construct + " on a table whose names differ", changes_shape);
    case DoubtKind::constraint_shape:
      if (!plan.is_other_constraint(*doubt.item, doubt.name)) return std::nullopt;
      return refusal(named, changes_shape);
    case DoubtKind::type_shape:
      if (!may_be_renamed(plan, doubt.name)) return std::nullopt;
      return refusal(named, changes_shape);
    case DoubtKind::dropped:
      if (doubt.item && is_free_to_go(plan, *doubt.item)) return std::nullopt;
      return refusal(doubt.construct + " on a table whose names differ", changes_shape);
    case DoubtKind::adopted:
      if (doubt.item && doubt.other && are_named_alike(plan, *doubt.item, *doubt.other)) return std::nullopt;
      return refusal(doubt.construct + " with tables whose columns have other names",
                     "Make the partition with CREATE TABLE … PARTITION OF, or run it as version raw, in the "
                     "server's names.");
    case DoubtKind::released:
      if (doubt.item && !inherits_names(plan, *doubt.item)) return std::nullopt;
      return refusal(
          doubt.construct + " of a table that would keep the server's column names",
          "Run it as version raw, in the server's names. (DROP TABLE of a partition is rewritten.)");
    case DoubtKind::new_column:
      if (!affected.columns.contains(doubt.name)) return std::nullopt;
      return refusal(named + " of a name that the parent's columns have in another version",
                     "Choose another name.");
    case DoubtKind::row_in_code:
      if (plan.names.same_column_names_within(doubt.row)) return std::nullopt;
      return refusal(doubt.construct + " over rows of a table whose columns have other names",
                     "Write it with BEGIN ATOMIC or RETURN, or run it as version raw.");
    case DoubtKind::taken_columns:
      if (doubt.item && !plan.has_changed_columns(*doubt.item) && !plan.has_changed_checks(*doubt.item))
        return std::nullopt;
      if (doubt.item && !plan.has_changed_columns(*doubt.item))
        return refusal(doubt.construct + " of a table whose constraints have other names",
                       "Run it as version raw, in the server's names.");
      return refusal(doubt.construct + " of a table whose columns have other names",
                     "Run it as version raw, in the server's names.");
    case DoubtKind::opaque_text:
      if (!mentions(affected, doubt.name.str())) return std::nullopt;
      return refusal(named, "Connect as version raw and use the names that the server has.");
    case DoubtKind::chosen_name:
      if (doubt.item && !plan.is_affected(*doubt.item)) return std::nullopt;
      return refusal(doubt.construct, "Write the name in the statement.");
    case DoubtKind::path_shown:
    case DoubtKind::path_text_shown:
      if (!shows_renamed_schema(plan, doubt.kind == DoubtKind::path_shown)) return std::nullopt;
      return refusal(doubt.construct + ", which would show the server's name of a schema",
                     "Write the schema's name in front of the names of tables.");
    case DoubtKind::path_set:
      if (affected.schemas.empty()) return std::nullopt;
      return refusal(doubt.construct, "Set search_path to constants.");
    case DoubtKind::natural_join:
      return std::nullopt;
  }
  return std::nullopt;
}

bool has_affected_item(const StatementEdits& plan) {
  for (std::size_t i = 0; i < plan.bound.items.size(); ++i) {
    const auto index = static_cast<parser::ItemIndex>(i);
    if (plan.bound.items[i].kind == parser::ItemKind::relation && plan.has_changed_columns(index) &&
        !plan.is_substituted(index))
      return true;
  }
  return false;
}

}  // namespace

void judge_doubts(StatementEdits& plan) {
  for (const Doubt& doubt : plan.bound.doubts) {
    if (auto error = judge(plan, doubt)) plan.obstruct(std::move(*error));
    if (doubt.kind == DoubtKind::natural_join && has_affected_item(plan))
      plan.obstruct(refusal("NATURAL JOIN with a function whose columns are not known",
                            "Join with ON and name the columns on both sides."));
  }
}

std::optional<SqlError> judge_read_names(const AffectedNames& affected, const parser::BoundStatement& bound) {
  for (const Doubt& doubt : bound.doubts) {
    if (auto error = judge_name(affected, doubt)) return error;
  }
  return std::nullopt;
}

bool depends_on_values(const parser::BoundStatement& bound) {
  if (bound.depends_on_values) return true;
  const auto is_of_value = [](const Doubt& doubt) {
    return doubt.kind == DoubtKind::relation_string || doubt.kind == DoubtKind::type_string ||
           doubt.kind == DoubtKind::column_string;
  };
  // A constant beside the parameter says of which relation it names a column, or that nobody can tell.
  const auto holds_value = [](const parser::ParameterUse& use) {
    using Role = parser::ParameterUse::Role;
    const bool is_column = use.role == Role::name && use.kind == parser::NamedKind::column;
    return use.column.has_value() || use.role == Role::part || (is_column && use.relation_parameter == 0);
  };
  return std::any_of(bound.doubts.begin(), bound.doubts.end(), is_of_value) ||
         std::any_of(bound.parameter_uses.begin(), bound.parameter_uses.end(), holds_value);
}

}  // namespace pgsegue::rules::plan

#include "parser/name_list.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"
#include "rules/server_path.hpp"

namespace pgsegue::rules::plan {

namespace {

using parser::Identifier;
using parser::NamedKind;
using parser::NameForm;
using parser::NameUse;

std::string_view kind_name(NamedKind kind) {
  switch (kind) {
    case NamedKind::schema:
      return "schema";
    case NamedKind::path:
      return "search path";
    case NamedKind::relation:
      return "table";
    case NamedKind::column:
      return "column";
    case NamedKind::constraint:
    case NamedKind::constraints:
      return "constraint";
    case NamedKind::index:
      return "index";
    case NamedKind::type:
      break;
  }
  return "type";
}

const Identifier* server_schema(const StatementEdits& plan, std::uint32_t oid) {
  return plan.names.physical().schema_name(static_cast<parser::SchemaId>(oid));
}

std::vector<Identifier> server_relation(const StatementEdits& plan, const NameUse& use) {
  const parser::Relation* relation = plan.names.physical(static_cast<parser::RelationId>(use.ids.front()));
  if (relation == nullptr) {
    const Identifier* schema = server_schema(plan, use.ids.back());
    return schema != nullptr && use.parts.size() == 2 ? std::vector<Identifier>{*schema, use.parts.back()}
                                                      : use.parts;
  }
  if (use.parts.size() > 1 || !is_found_bare(plan.input, *relation))
    return {relation->schema, relation->name};
  return {relation->name};
}

std::vector<Identifier> server_column(const StatementEdits& plan, const NameUse& use) {
  const parser::BaseColumn column{
      static_cast<parser::RelationId>(use.ids[0]), static_cast<parser::AttrNumber>(use.ids[1]), {}};
  const auto name = plan.names.new_name(column);
  return {name ? *name : use.parts.front()};
}

std::vector<Identifier> server_constraint(const StatementEdits& plan, const NameUse& use) {
  const parser::Constraint* constraint =
      plan.names.physical().find_constraint(static_cast<parser::ConstraintId>(use.ids.back()));
  std::vector<Identifier> parts = use.parts;
  if (use.ids.back() != 0 && constraint != nullptr) parts.back() = constraint->name;
  const Identifier* schema = parts.size() > 1 ? server_schema(plan, use.ids.front()) : nullptr;
  if (schema != nullptr) parts.front() = *schema;
  return parts;
}

std::vector<Identifier> server_index(const StatementEdits& plan, const NameUse& use) {
  const parser::Relation* index = plan.names.physical(static_cast<parser::RelationId>(use.ids.front()));
  return {index != nullptr ? index->name : use.parts.front()};
}

std::vector<Identifier> server_type(const StatementEdits& plan, const NameUse& use) {
  const parser::Type* type = plan.names.physical().find_type(static_cast<parser::TypeId>(use.ids.front()));
  if (type == nullptr) {
    const Identifier* schema = use.parts.size() > 1 ? server_schema(plan, use.ids.back()) : nullptr;
    return schema != nullptr ? std::vector<Identifier>{*schema, use.parts.back()} : use.parts;
  }
  if (use.parts.size() > 1 || !is_found_bare(plan.input, *type)) return {type->schema, type->name};
  return {type->name};
}

/// The same name as the server has it.
std::vector<Identifier> server_name(const StatementEdits& plan, const NameUse& use) {
  switch (use.kind) {
    case NamedKind::relation:
      return server_relation(plan, use);
    case NamedKind::column:
      return server_column(plan, use);
    case NamedKind::constraint:
    case NamedKind::constraints:
      return server_constraint(plan, use);
    case NamedKind::index:
      return server_index(plan, use);
    case NamedKind::type:
      return server_type(plan, use);
    default:
      break;
  }
  const parser::CatalogView& server = plan.names.physical();
  if (use.kind == NamedKind::path && use.form != NameForm::constant)
    return server_path(use.parts, plan.names.logical(), server, plan.input.affected);
  const Identifier* name = server_schema(plan, use.ids.front());
  return {name != nullptr ? *name : use.parts.front()};
}

std::string written(const std::vector<Identifier>& parts, NameForm form) {
  switch (form) {
    case NameForm::words:
      return join_names(parts, ',');
    case NameForm::dotted_words:
      return join_names(parts, '.');
    case NameForm::constant:
      return parser::string_constant(parts.front().str());
    case NameForm::list:
      return parser::string_constant(join_names(parts, ','));
    case NameForm::dotted:
      break;
  }
  return parser::string_constant(join_names(parts, '.'));
}

}  // namespace

void edit_name_uses(StatementEdits& plan) {
  for (const NameUse& use : plan.bound.name_uses) {
    const std::vector<Identifier> parts = server_name(plan, use);
    if (parts == use.parts) continue;
    if (use.tokens.count == 0) {
      plan.obstruct(refusal("the name of " + std::string(kind_name(use.kind)) + " \"" +
                                use.parts.front().str() + "\" in this place",
                            "Leave the schema out, or connect as version raw."));
      return;
    }
    plan.edits.replace(use.tokens, written(parts, use.form));
  }
}

}  // namespace pgsegue::rules::plan

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

const Identifier* server_schema(const PlanInput& input, std::uint32_t oid) {
  return input.physical.schema_name(static_cast<parser::SchemaId>(oid));
}

std::vector<Identifier> server_relation(const PlanInput& input, const NameUse& use) {
  const parser::Relation* relation = input.physical.find(static_cast<parser::RelationId>(use.ids.front()));
  if (relation == nullptr) {
    const Identifier* schema = server_schema(input, use.ids.back());
    return schema != nullptr && use.parts.size() == 2 ? std::vector<Identifier>{*schema, use.parts.back()}
                                                      : use.parts;
  }
  if (use.parts.size() > 1 || !is_found_bare(input, *relation)) return {relation->schema, relation->name};
  return {relation->name};
}

std::vector<Identifier> server_column(const PlanInput& input, const NameUse& use) {
  const parser::BaseColumn column{
      static_cast<parser::RelationId>(use.ids[0]), static_cast<parser::AttrNumber>(use.ids[1]), {}};
  const auto name = NameMap(input.logical, input.physical).new_name(column);
  return {name ? *name : use.parts.front()};
}

std::vector<Identifier> server_constraint(const PlanInput& input, const NameUse& use) {
  const parser::Constraint* constraint =
      input.physical.find_constraint(static_cast<parser::ConstraintId>(use.ids.back()));
  std::vector<Identifier> parts = use.parts;
  if (use.ids.back() != 0 && constraint != nullptr) parts.back() = constraint->name;
  const Identifier* schema = parts.size() > 1 ? server_schema(input, use.ids.front()) : nullptr;
  if (schema != nullptr) parts.front() = *schema;
  return parts;
}

std::vector<Identifier> server_index(const PlanInput& input, const NameUse& use) {
  const parser::Relation* index = input.physical.find(static_cast<parser::RelationId>(use.ids.front()));
  return {index != nullptr ? index->name : use.parts.front()};
}

std::vector<Identifier> server_type(const PlanInput& input, const NameUse& use) {
  const parser::Type* type = input.physical.find_type(static_cast<parser::TypeId>(use.ids.front()));
  if (type == nullptr) {
    const Identifier* schema = use.parts.size() > 1 ? server_schema(input, use.ids.back()) : nullptr;
    return schema != nullptr ? std::vector<Identifier>{*schema, use.parts.back()} : use.parts;
  }
  if (use.parts.size() > 1 || !is_found_bare(input, *type)) return {type->schema, type->name};
  return {type->name};
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

/// The call is to give back what the client wrote. A subquery is called after its column.
void edit_echo(StatementEdits& plan, const parser::EchoedName& echo, const std::string& server) {
  if (echo.tokens.count == 0) {
    plan.obstruct(refusal("a call of set_config() in this form, which would show the server's names",
                          "Use SET search_path."));
    return;
  }
  const bool is_query = allows_subquery(echo.role);
  const std::string texts =
      ", " + parser::string_constant(server) + ", " + parser::string_constant(echo.text);
  plan.edits.wrap(echo.tokens, is_query ? "(SELECT pg_catalog.replace(" : "pg_catalog.replace(",
                  texts + (is_query ? ") AS set_config)" : ")"));
}

}  // namespace

std::vector<Identifier> server_name(const PlanInput& input, const NameUse& use) {
  switch (use.kind) {
    case NamedKind::relation:
      return server_relation(input, use);
    case NamedKind::column:
      return server_column(input, use);
    case NamedKind::constraint:
    case NamedKind::constraints:
      return server_constraint(input, use);
    case NamedKind::index:
      return server_index(input, use);
    case NamedKind::type:
      return server_type(input, use);
    default:
      break;
  }
  if (use.kind == NamedKind::path && use.form != NameForm::constant)
    return server_path(use.parts, input.logical, input.physical, input.affected);
  const Identifier* name = server_schema(input, use.ids.front());
  return {name != nullptr ? *name : use.parts.front()};
}

void edit_name_uses(StatementEdits& plan) {
  for (const NameUse& use : plan.bound.name_uses) {
    const std::vector<Identifier> parts = server_name(plan.input, use);
    if (parts == use.parts) continue;
    if (use.tokens.count == 0) {
      plan.obstruct(refusal("the name of " + std::string(kind_name(use.kind)) + " \"" +
                                use.parts.front().str() + "\" in this place",
                            "Leave the schema out, or connect as version raw."));
      return;
    }
    plan.edits.replace(use.tokens, written(parts, use.form));
    if (use.echo) edit_echo(plan, *use.echo, join_names(parts, ','));
  }
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/names_in_force.hpp"

#include "parser/binder.hpp"
#include "parser/identifier_token.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::Identifier;
using parser::NameEffects;
using parser::SearchPath;

bool contains(const std::vector<Identifier>& names, const Identifier& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The server's names of schemas that the client names; nothing if the version does not have one of them.
std::optional<std::vector<Identifier>> on_server(const std::vector<Identifier>& schemas,
                                                 const PlanInput& input) {
  std::vector<Identifier> names;
  for (const Identifier& schema : schemas) {
    const auto id = input.logical.find_schema(schema);
    if (!id && input.physical.find_schema(schema)) return std::nullopt;
    const Identifier* name = id ? input.physical.schema_name(*id) : nullptr;
    names.push_back(name != nullptr ? *name : schema);
  }
  return names;
}

/// The path that naming these schemas gives. Only of schemas on the present path it is certain that they are
/// there and that the role may use them. pg_temp and pg_catalog come first where they are not named.
std::optional<SearchPath> path_of(const std::vector<Identifier>& schemas, const SearchPath& present) {
  const Identifier system = Identifier::from_catalog("pg_catalog");
  SearchPath path;
  std::copy_if(present.begin(), present.end(), std::back_inserter(path), parser::is_temporary_schema);
  if (!contains(schemas, system)) path.push_back(system);
  for (const Identifier& schema : schemas) {
    if (!contains(present, schema)) return std::nullopt;
    if (!contains(path, schema)) path.push_back(schema);
  }
  return path;
}

}  // namespace

NamesInForce::NamesInForce(const PlanInput& input)
    : temporary_relations_(input.temporary_relations.begin(), input.temporary_relations.end()),
      commit_undoes_(input.names_changed_in_transaction),
      rollback_undoes_(input.names_changed_in_transaction) {
  if (input.search_path != nullptr) path_ = *input.search_path;
}

void NamesInForce::pass(const NameEffects& effects, const PlanInput& input) {
  anything_changed_ |= effects.anything;
  if (effects.runs_prepared) depend_on_session_ = true;
  const bool may_do_more = (effects.runs_code && input.functions_may_change_names) ||
                           (effects.runs_prepared && input.prepared_may_change_names);
  if (may_do_more) {
    path_.reset();
    commit_undoes_ = rollback_undoes_ = true;
  }
  if (effects.end != NameEffects::End::none) end_transaction(effects.end);
  for (const Identifier& name : effects.objects) {
    anything_changed_ |= input.affected.relations.contains(name);
    changed_objects_.push_back(name);
  }
  if (effects.temporary) make_temporary(*effects.temporary, input);
  if (effects.path) change_path(effects, input);
  if (!effects.changes_names()) return;
  rollback_undoes_ = true;
  commit_undoes_ |= effects.is_local;
}

void NamesInForce::end_transaction(NameEffects::End end) {
  depend_on_session_ = true;
  if (end == NameEffects::End::commit ? commit_undoes_ : rollback_undoes_) path_.reset();
}

void NamesInForce::change_path(const NameEffects& effects, const PlanInput& input) {
  depend_on_session_ = true;
  std::optional<SearchPath> path;
  if (effects.schemas && path_) {
    if (const auto schemas = on_server(*effects.schemas, input)) path = path_of(*schemas, *path_);
  }
  path_ = std::move(path);
}

/// The first one makes the session's schema, of which it is not known where the path has it.
void NamesInForce::make_temporary(const Identifier& name, const PlanInput& input) {
  const bool has_place = path_ && std::any_of(path_->begin(), path_->end(), parser::is_temporary_schema);
  anything_changed_ |= !has_place && input.affected.relations.contains(name);
  if (!contains(temporary_relations_, name)) temporary_relations_.push_back(name);
}

PlanInput NamesInForce::apply_to(const PlanInput& input) const {
  PlanInput applied = input;
  applied.search_path = path_ ? &*path_ : nullptr;
  applied.temporary_relations = temporary_relations_;
  return applied;
}

bool NamesInForce::are_certain_for(const parser::TokenRange& statement, const PlanInput& input) const {
  if (anything_changed_) return false;
  if (changed_objects_.empty()) return true;
  const auto first = static_cast<std::size_t>(statement.first);
  for (std::size_t i = first; i < first + statement.count; ++i) {
    const auto name = parser::identifier_at(input.text, input.tokens, static_cast<parser::TokenIndex>(i));
    if (name && contains(changed_objects_, *name)) return false;
  }
  return true;
}

}  // namespace pgsegue::rules::plan

#include "rules/version_view.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::AttrNumber;
using parser::Column;
using parser::Constraint;
using parser::Identifier;
using parser::Relation;
using parser::RelationId;
using parser::Type;

const Identifier* name_of(const Relation& relation, AttrNumber number) {
  const auto found = std::lower_bound(relation.columns.begin(), relation.columns.end(), number,
                                      [](const Column& c, AttrNumber n) { return c.number < n; });
  return found != relation.columns.end() && found->number == number ? &found->name : nullptr;
}

/// Rows of such a relation are the same: their type has another name, which they do not show.
bool only_schema_differs(const RelationLens& lens) {
  return (lens.logical.name == lens.physical->name ||
          lens.physical->kind == parser::RelationKind::composite_type) &&
         std::equal(lens.logical.columns.begin(), lens.logical.columns.end(), lens.physical->columns.begin(),
                    lens.physical->columns.end(), [](const Column& a, const Column& b) {
                      return a.number == b.number && a.name == b.name;
                    });
}

}  // namespace

const Identifier* RelationLens::logical_name(AttrNumber column) const {
  return name_of(logical, column);
}

const Identifier* RelationLens::physical_name(AttrNumber column) const {
  return name_of(*physical, column);
}

const Identifier* RelationLens::logical_name(parser::ConstraintId constraint) const {
  const auto found = std::find_if(logical.constraints.begin(), logical.constraints.end(),
                                  [constraint](const Constraint& each) { return each.id == constraint; });
  return found == logical.constraints.end() ? nullptr : &found->name;
}

bool RelationLens::only_constraints_differ() const {
  return only_schema_differs(*this) && logical.schema == physical->schema && logical.name == physical->name;
}

VersionView::VersionView(std::string name, std::shared_ptr<const PhysicalCatalog> physical,
                         std::vector<RelationLens> lenses, std::vector<const Relation*> hidden,
                         std::vector<SchemaLens> schemas, TypeLenses types, std::vector<RelationId> kept,
                         const std::vector<RelationId>& unsettled)
    : name_(std::move(name)),
      physical_(std::move(physical)),
      lenses_(std::move(lenses)),
      hidden_(std::move(hidden)),
      schemas_(std::move(schemas)),
      types_(std::move(types)) {
  std::sort(lenses_.begin(), lenses_.end(),
            [](const RelationLens& a, const RelationLens& b) { return a.logical.id < b.logical.id; });
  for (const RelationLens& lens : lenses_)
    overlay(lens.logical.schema, lens.logical.name, &lens.logical);
  // A name that only the server knows is absent, unless this version gives it to another relation.
  for (const RelationLens& lens : lenses_)
    overlay(lens.physical->schema, lens.physical->name, nullptr);
  for (const Relation* relation : hidden_)
    overlay(relation->schema, relation->name, nullptr);
  for (const RelationLens& lens : lenses_) {
    if (!lens.only_constraints_differ() || !lens.missing.empty()) add_names(lens);
    add_constraint_names(lens);
  }
  add_type_names();
  add_carriers();
  add_writes();
  for (const Relation* relation : hidden_) {
    affected_.relations.insert(relation->name);
    affected_.renamed.insert(relation->name);
  }
  for (const SchemaLens& schema : schemas_) {
    affected_.schemas.insert(schema.logical);
    affected_.schemas.insert(schema.physical);
    affected_.free_schema_names.emplace(schema.physical, schema.free_names);
  }
  affected_.kept.insert(kept.begin(), kept.end());
  for (const RelationId id : unsettled)
    add_unsettled(id);
  gate_.emplace(affected_);
}

void VersionView::add_unsettled(RelationId id) {
  affected_.unsettled.insert(id);
  affected_.unsettled_names.insert(physical_->find(id)->name);
  if (const RelationLens* own = lens(id)) affected_.unsettled_names.insert(own->logical.name);
}

/// The first entry for a name counts.
void VersionView::overlay(const Identifier& schema, const Identifier& name, const Relation* relation) {
  const auto [begin, end] = overlay_.equal_range(name.str());
  const bool known =
      std::any_of(begin, end, [&](const auto& entry) { return *entry.second.schema == schema; });
  if (!known) overlay_.emplace(name.str(), QualifiedRelation{&schema, relation});
}

void VersionView::add_names(const RelationLens& lens) {
  // A type's name is known where it stands.
  if (lens.physical->kind == parser::RelationKind::composite_type && only_schema_differs(lens)) {
    affected_.renamed.insert(lens.logical.name);
    affected_.renamed.insert(lens.physical->name);
    return;
  }
  affected_.relations.insert(lens.logical.name);
  affected_.relations.insert(lens.physical->name);
  if (!lens.missing.empty()) affected_.incomplete.emplace(lens.physical->id, lens.missing.front());
  if (lens.inherits) affected_.inheriting.insert(lens.physical->id);
  if (lens.logical.name != lens.physical->name || lens.logical.schema != lens.physical->schema) {
    affected_.renamed.insert(lens.logical.name);
    affected_.renamed.insert(lens.physical->name);
    affected_.sequences |= lens.physical->kind == parser::RelationKind::sequence;
  }
  for (const Column& column : lens.physical->columns) {
    const Identifier* logical = lens.logical_name(column.number);
    if (logical != nullptr && *logical == column.name) continue;
    affected_.columns.insert(column.name);
    if (logical != nullptr) affected_.columns.insert(*logical);
  }
}

void VersionView::add_constraint_names(const RelationLens& lens) {
  for (const Constraint& constraint : lens.physical->constraints) {
    const Identifier* logical = lens.logical_name(constraint.id);
    if (logical != nullptr && *logical == constraint.name) continue;
    affected_.constraints.insert(constraint.name);
    if (logical != nullptr) affected_.constraints.insert(*logical);
    affected_.constrained.insert(lens.logical.name);
    affected_.constrained.insert(lens.physical->name);
  }
}

void VersionView::add_type_names() {
  std::sort(types_.lenses.begin(), types_.lenses.end(),
            [](const TypeLens& a, const TypeLens& b) { return a.logical.id < b.logical.id; });
  for (const TypeLens& lens : types_.lenses) {
    type_names_.emplace(lens.logical.name.str(), &lens.logical);
    if (lens.logical.name == lens.physical->name) continue;
    affected_.renamed_types.insert(lens.logical.name);
    affected_.renamed_types.insert(lens.physical->name);
  }
  for (const Type* type : types_.hidden)
    affected_.renamed_types.insert(type->name);
}

/// Everything through which a statement gets at rows of the lenses' relations without naming them.
void VersionView::add_carriers() {
  std::vector<RelationId> found;
  std::unordered_set<RelationId> seen;
  for (const RelationLens& lens : lenses_) {
    if (only_schema_differs(lens) && lens.missing.empty()) continue;
    found.push_back(lens.physical->id);
    seen.insert(lens.physical->id);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto functions = physical_->functions_returning(found[i]);
    affected_.functions.insert(functions.begin(), functions.end());
    const auto types = physical_->types_over(found[i]);
    affected_.types.insert(types.begin(), types.end());
    for (const RelationId carrier : physical_->carriers(found[i])) {
      if (!seen.insert(carrier).second) continue;
      affected_.carriers.insert(physical_->find(carrier)->name);
      found.push_back(carrier);
    }
  }
}

/// A view's rules are in the server's names and write only what they name.
void VersionView::add_writes() {
  std::vector<RelationId> open;
  for (const RelationLens& lens : lenses_) {
    if (lens.writes.empty()) continue;
    affected_.writes.emplace(lens.physical->id, lens.writes);
    open.push_back(lens.physical->id);
  }
  while (!open.empty()) {
    const RelationId next = open.back();
    open.pop_back();
    for (const RelationId view : physical_->views_over(next)) {
      if (!affected_.views_over_writes.insert(view).second) continue;
      affected_.views_over_writes_names.insert(physical_->find(view)->name);
      if (const RelationLens* own = lens(view)) affected_.views_over_writes_names.insert(own->logical.name);
      open.push_back(view);
    }
  }
}

const Relation* VersionView::find(const Identifier& schema, const Identifier& name) const {
  if (!overlay_.empty()) {
    const auto [begin, end] = overlay_.equal_range(name.str());
    const auto found = std::find_if(begin, end, [&](const auto& e) { return *e.second.schema == schema; });
    if (found != end) return found->second.relation;
  }
  return physical_->find(schema, name);
}

std::optional<parser::SchemaId> VersionView::find_schema(const Identifier& name) const {
  for (const SchemaLens& schema : schemas_) {
    if (schema.logical == name) return schema.id;
  }
  for (const SchemaLens& schema : schemas_) {
    if (schema.physical == name) return std::nullopt;
  }
  return physical_->find_schema(name);
}

const Identifier* VersionView::schema_name(parser::SchemaId id) const {
  for (const SchemaLens& schema : schemas_) {
    if (schema.id == id) return &schema.logical;
  }
  const Identifier* name = physical_->schema_name(id);
  return name != nullptr && find_schema(*name) == id ? name : nullptr;
}

const Relation* VersionView::find(RelationId id) const {
  if (const RelationLens* found = lens(id)) return &found->logical;
  return is_hidden(id) ? nullptr : physical_->find(id);
}

const Constraint* VersionView::find_constraint(parser::ConstraintId id) const {
  const Relation* table = physical_->table_of(id);
  const Relation* logical = table == nullptr ? nullptr : find(table->id);
  if (logical == nullptr) return nullptr;
  const auto found = std::find_if(logical->constraints.begin(), logical->constraints.end(),
                                  [id](const Constraint& constraint) { return constraint.id == id; });
  return found == logical->constraints.end() ? nullptr : &*found;
}

std::vector<parser::ConstraintId> VersionView::constraints_named(const Identifier& schema,
                                                                 const Identifier& name) const {
  std::vector<parser::ConstraintId> found;
  for (const Relation* table : physical_->tables_with_constraint(name)) {
    if (table->schema == schema && lens(table->id) == nullptr && !is_hidden(table->id))
      found.push_back(table->find_constraint(name)->id);
  }
  for (const RelationLens& lens : lenses_) {
    const Constraint* constraint = lens.logical.find_constraint(name);
    if (constraint != nullptr && lens.logical.schema == schema) found.push_back(constraint->id);
  }
  std::sort(found.begin(), found.end());
  return found;
}

const Type* VersionView::find_type(const Identifier& schema, const Identifier& name) const {
  const auto [begin, end] = type_names_.equal_range(name.str());
  const auto named =
      std::find_if(begin, end, [&](const auto& entry) { return entry.second->schema == schema; });
  if (named != end) return named->second;
  const Type* type = physical_->find_type(schema, name);
  return type == nullptr || find_type(type->id) != type ? nullptr : type;
}

const Type* VersionView::find_type(parser::TypeId id) const {
  const auto found = std::lower_bound(types_.lenses.begin(), types_.lenses.end(), id,
                                      [](const TypeLens& l, parser::TypeId i) { return l.logical.id < i; });
  if (found != types_.lenses.end() && found->logical.id == id) return &found->logical;
  const bool is_hidden = std::any_of(types_.hidden.begin(), types_.hidden.end(),
                                     [id](const Type* type) { return type->id == id; });
  return is_hidden ? nullptr : physical_->find_type(id);
}

const RelationLens* VersionView::lens(RelationId id) const {
  const auto found = std::lower_bound(lenses_.begin(), lenses_.end(), id,
                                      [](const RelationLens& l, RelationId i) { return l.logical.id < i; });
  return found != lenses_.end() && found->logical.id == id ? &*found : nullptr;
}

bool VersionView::is_hidden(RelationId id) const {
  return std::any_of(hidden_.begin(), hidden_.end(), [id](const Relation* r) { return r->id == id; });
}

}  // namespace pgsegue::rules

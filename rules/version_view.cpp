#include "rules/version_view.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::AttrNumber;
using parser::Column;
using parser::Identifier;
using parser::Relation;
using parser::RelationId;

const Identifier* name_of(const Relation& relation, AttrNumber number) {
  const auto found = std::lower_bound(relation.columns.begin(), relation.columns.end(), number,
                                      [](const Column& c, AttrNumber n) { return c.number < n; });
  return found != relation.columns.end() && found->number == number ? &found->name : nullptr;
}

/// Rows of such a relation are the same: their type has another name, which they do not show.
bool only_schema_differs(const RelationLens& lens) {
  return lens.logical.name == lens.physical->name &&
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

VersionView::VersionView(std::string name, std::shared_ptr<const PhysicalCatalog> physical,
                         std::vector<RelationLens> lenses, std::vector<const Relation*> hidden,
                         std::vector<SchemaLens> schemas)
    : name_(std::move(name)),
      physical_(std::move(physical)),
      lenses_(std::move(lenses)),
      hidden_(std::move(hidden)),
      schemas_(std::move(schemas)) {
  std::sort(lenses_.begin(), lenses_.end(),
            [](const RelationLens& a, const RelationLens& b) { return a.logical.id < b.logical.id; });
  for (const RelationLens& lens : lenses_)
    overlay(lens.logical.schema, lens.logical.name, &lens.logical);
  // A name that only the server knows is absent, unless this version gives it to another relation.
  for (const RelationLens& lens : lenses_)
    overlay(lens.physical->schema, lens.physical->name, nullptr);
  for (const Relation* relation : hidden_)
    overlay(relation->schema, relation->name, nullptr);
  for (const RelationLens& lens : lenses_)
    add_names(lens);
  add_carriers();
  for (const Relation* relation : hidden_) {
    affected_.relations.insert(relation->name);
    affected_.renamed.insert(relation->name);
  }
  for (const SchemaLens& schema : schemas_) {
    affected_.schemas.insert(schema.logical);
    affected_.schemas.insert(schema.physical);
    affected_.free_schema_names.emplace(schema.physical, schema.free_names);
  }
  gate_.emplace(affected_);
}

/// The first entry for a name counts.
void VersionView::overlay(const Identifier& schema, const Identifier& name, const Relation* relation) {
  const auto [begin, end] = overlay_.equal_range(name.str());
  const bool known =
      std::any_of(begin, end, [&](const auto& entry) { return *entry.second.schema == schema; });
  if (!known) overlay_.emplace(name.str(), QualifiedRelation{&schema, relation});
}

void VersionView::add_names(const RelationLens& lens) {
  affected_.relations.insert(lens.logical.name);
  affected_.relations.insert(lens.physical->name);
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

/// Everything through which a statement gets at rows of the lenses' relations without naming them.
void VersionView::add_carriers() {
  std::vector<RelationId> found;
  std::unordered_set<RelationId> seen;
  for (const RelationLens& lens : lenses_) {
    if (only_schema_differs(lens)) continue;
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

const RelationLens* VersionView::lens(RelationId id) const {
  const auto found = std::lower_bound(lenses_.begin(), lenses_.end(), id,
                                      [](const RelationLens& l, RelationId i) { return l.logical.id < i; });
  return found != lenses_.end() && found->logical.id == id ? &*found : nullptr;
}

bool VersionView::is_hidden(RelationId id) const {
  return std::any_of(hidden_.begin(), hidden_.end(), [id](const Relation* r) { return r->id == id; });
}

}  // namespace pgsegue::rules

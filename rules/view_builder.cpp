#include "rules/view_builder.hpp"

#include "rules/physical_state.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::AttrNumber;
using parser::Column;
using parser::Constraint;
using parser::ConstraintId;
using parser::Identifier;
using parser::Relation;
using parser::RelationId;

/// A lens in the making; `settled` are the columns and constraints a rename speaks of.
struct draft {
  RelationLens lens;
  std::set<AttrNumber> settled;
  std::set<ConstraintId> settled_constraints;
};

/// What a version makes of one physical column or constraint: its name, or nothing if it does not see it.
struct column_mapping {
  Identifier physical;
  std::optional<Identifier> logical;
};

/// Columns that a version's writes write together, and what its inserts give them if it sees none of them.
struct written_columns {
  Identifier read;
  std::vector<Identifier> also;
  std::optional<std::string> supply;
};

std::vector<written_columns> writes_of(const std::vector<ResolvedColumn>& resolved, std::size_t version) {
  std::vector<written_columns> writes;
  for (const ResolvedColumn& column : resolved) {
    if (column.present.empty()) continue;
    written_columns written{name_to_read(*column.line, column.present, version), column.present, {}};
    std::erase(written.also, written.read);
    const Located<std::string>* supply =
        column.line->is_in(version) ? nullptr : column.line->supply_in(version);
    if (supply != nullptr) written.supply = supply->value;
    if (!written.also.empty() || written.supply) writes.push_back(std::move(written));
  }
  return writes;
}

std::vector<column_mapping> mappings_of(const std::vector<ResolvedColumn>& resolved, std::size_t version) {
  std::vector<column_mapping> mappings;
  for (const ResolvedColumn& column : resolved) {
    if (!column.line->is_in(version)) {
      for (const Identifier& name : column.present)
        mappings.push_back({name, std::nullopt});
    }
    if (!column.line->is_in(version) || column.present.empty()) continue;
    const Identifier used = name_to_read(*column.line, column.present, version);
    for (const Identifier& name : column.present)
      mappings.push_back(
          {name, name == used ? std::optional<Identifier>(column.line->names[version]) : std::nullopt});
  }
  return mappings;
}

/// The columns of this version that the server does not have.
std::vector<Identifier> missing_of(const ResolvedRelation& relation, std::size_t version) {
  std::vector<Identifier> missing;
  for (const ResolvedColumn& column : relation.columns) {
    if (column.line->is_in(version) && column.present.empty()) missing.push_back(column.line->names[version]);
  }
  return missing;
}

/// False: the relation has no such column, or it is settled already.
bool settle(draft& target, const column_mapping& mapping) {
  const Column* physical = target.lens.physical->find_column(mapping.physical);
  if (physical == nullptr || !target.settled.insert(physical->number).second) return false;
  std::vector<Column>& columns = target.lens.logical.columns;
  const auto column = std::find_if(columns.begin(), columns.end(),
                                   [&](const Column& each) { return each.number == physical->number; });
  if (mapping.logical) {
    column->name = *mapping.logical;
  } else {
    columns.erase(column);
  }
  return true;
}

/// Writes of which a nearer change speaks stay as they are.
void add_writes(draft& target, const std::vector<written_columns>& all) {
  ColumnWrites& writes = target.lens.writes;
  const Relation& physical = *target.lens.physical;
  const ColumnWrites nearer = writes;
  for (const written_columns& written : all) {
    const Column* read = physical.find_column(written.read);
    if (read == nullptr || nearer.speaks_of(read->number)) continue;
    Mirror mirror{read->number, {}};
    for (const Identifier& name : written.also) {
      if (const Column* also = physical.find_column(name)) mirror.also.push_back(also->number);
    }
    if (!mirror.also.empty()) writes.mirrors.push_back(std::move(mirror));
    if (written.supply) writes.supplies.push_back({read->number, *written.supply});
  }
  const auto by_read = [](const Mirror& a, const Mirror& b) { return a.read < b.read; };
  const auto by_column = [](const Supply& a, const Supply& b) { return a.column < b.column; };
  std::sort(writes.mirrors.begin(), writes.mirrors.end(), by_read);
  std::sort(writes.supplies.begin(), writes.supplies.end(), by_column);
}

/// Returns the constraint; null: the table has none of that name, or a nearer rename speaks of it.
const Constraint* settle_constraint(draft& target, const column_mapping& mapping) {
  const Constraint* physical = target.lens.physical->find_constraint(mapping.physical);
  if (physical == nullptr || !target.settled_constraints.insert(physical->id).second) return nullptr;
  std::vector<Constraint>& constraints = target.lens.logical.constraints;
  const auto constraint = std::find_if(constraints.begin(), constraints.end(),
                                       [&](const Constraint& each) { return each.id == physical->id; });
  if (mapping.logical) {
    constraint->name = *mapping.logical;
  } else {
    constraints.erase(constraint);
  }
  return physical;
}

void hide_displaced_constraints(draft& target) {
  std::set<Identifier> taken;
  for (const Constraint& constraint : target.lens.logical.constraints) {
    if (target.settled_constraints.contains(constraint.id)) taken.insert(constraint.name);
  }
  std::erase_if(target.lens.logical.constraints, [&](const Constraint& constraint) {
    return !target.settled_constraints.contains(constraint.id) && taken.contains(constraint.name);
  });
}

/// A column no rename speaks of, but of a name that this version gives to another, is none of this version's.
void hide_displaced_columns(draft& target) {
  std::set<Identifier> taken;
  for (const Column& column : target.lens.logical.columns) {
    if (target.settled.contains(column.number)) taken.insert(column.name);
  }
  std::erase_if(target.lens.logical.columns, [&](const Column& column) {
    return !target.settled.contains(column.number) && taken.contains(column.name);
  });
}

bool is_identity(const RelationLens& lens) {
  const auto same_column = [](const Column& a, const Column& b) {
    return a.number == b.number && a.name == b.name;
  };
  const auto same_constraint = [](const Constraint& a, const Constraint& b) {
    return a.id == b.id && a.name == b.name;
  };
  return lens.missing.empty() && lens.writes.empty() && lens.logical.schema == lens.physical->schema &&
         lens.logical.name == lens.physical->name &&
         std::equal(lens.logical.constraints.begin(), lens.logical.constraints.end(),
                    lens.physical->constraints.begin(), lens.physical->constraints.end(), same_constraint) &&
         std::equal(lens.logical.columns.begin(), lens.logical.columns.end(), lens.physical->columns.begin(),
                    lens.physical->columns.end(), same_column);
}

class view_builder {
 public:
  view_builder(std::size_t version, std::shared_ptr<const PhysicalCatalog> catalog)
      : version_(version), catalog_(std::move(catalog)) {}

  /// All relations of a renamed schema have another name. A schema that no change speaks of, but of a name
  /// that this version gives to another, is none of this version's.
  void add_schemas(const std::vector<ResolvedSchema>& schemas) {
    std::map<Identifier, Identifier>& renamed = renamed_schemas_;
    std::set<Identifier> taken;
    for (const ResolvedSchema& schema : schemas) {
      const Identifier& logical = schema.line->names[version_];
      taken.insert(logical);
      const auto id = catalog_->find_schema(schema.physical);
      if (id && !schema.line->steps.empty())
        schemas_.push_back({*id, logical, schema.physical, free_names_of(*schema.line)});
      if (logical != schema.physical) renamed.emplace(schema.physical, logical);
    }
    if (renamed.empty()) return;
    for (const ResolvedSchema& schema : schemas)
      taken.erase(schema.physical);
    for (const Relation& relation : catalog_->relations()) {
      const auto found = renamed.find(relation.schema);
      if (found != renamed.end()) draft_of(relation).lens.logical.schema = found->second;
      if (taken.contains(relation.schema)) hidden_.insert(&relation);
    }
  }

  void add_tables(const std::vector<ResolvedTable>& tables) {
    for (const ResolvedTable& table : tables)
      add_table(table);
    // After all tables that are named themselves, which know their own columns better.
    for (const ResolvedTable& table : tables) {
      const ResolvedRelation& used = table.in_version(version_);
      pass_on(used, mappings_of(used.columns, version_), mappings_of(used.constraints, version_),
              missing_of(used, version_), writes_of(used.columns, version_));
    }
    for (auto& [id, each] : drafts_) {
      hide_displaced_columns(each);
      hide_displaced_constraints(each);
    }
    keep(tables);
    for (const ResolvedTable& table : tables) {
      if (!table.line->columns.empty()) add_unsettled(table.in_version(version_).relation->id);
    }
  }

  /// After the schemas and tables.
  void add_types(const std::vector<ResolvedType>& types) {
    std::map<parser::TypeId, Identifier> names;
    for (const ResolvedType& type : types) {
      names.emplace(type.type->id, type.line->name.names[version_]);
      name_composite(*type.type, type.line->name.names[version_]);
    }
    for (const parser::Type& type : catalog_->types())
      add_type(type, names);
    hide_displaced_types(names);
  }

  std::unique_ptr<const VersionView> finish(std::string name) {
    hide_displaced_relations();
    std::vector<RelationLens> lenses;
    for (auto& [id, each] : drafts_) {
      if (!is_identity(each.lens)) lenses.push_back(std::move(each.lens));
    }
    return std::make_unique<const VersionView>(std::move(name), catalog_, std::move(lenses),
                                               std::vector<const Relation*>(hidden_.begin(), hidden_.end()),
                                               std::move(schemas_), std::move(types_), std::move(kept_),
                                               std::vector<RelationId>(unsettled_.begin(), unsettled_.end()));
  }

 private:
  /// A composite type is a relation too.
  void name_composite(const parser::Type& type, const Identifier& name) {
    const Relation* relation = catalog_->find(type.schema, type.name);
    const bool is_composite =
        relation != nullptr && relation->kind == parser::RelationKind::composite_type && name != type.name;
    if (is_composite) draft_of(*relation).lens.logical.name = name;
  }

  void add_type(const parser::Type& type, const std::map<parser::TypeId, Identifier>& names) {
    parser::Type logical = type;
    if (const auto renamed = renamed_schemas_.find(type.schema); renamed != renamed_schemas_.end())
      logical.schema = renamed->second;
    if (const auto own = names.find(type.id); own != names.end()) logical.name = own->second;
    if (const auto element = names.find(type.element); element != names.end())
      logical.name = array_name(type, element->second);
    if (logical.schema != type.schema || logical.name != type.name)
      types_.lenses.push_back({std::move(logical), &type});
  }

  /// Source: makeArrayTypeName, PostgreSQL src/backend/catalog/pg_type.c. Where the server's own choice was
  /// another one because of a name that was taken, it stays.
  Identifier array_name(const parser::Type& array, const Identifier& element) const {
    constexpr std::size_t max_bytes = 63;
    const parser::Type* type = catalog_->find_type(array.element);
    if (type == nullptr || array.name.str() != "_" + type->name.str() || element.str().size() >= max_bytes)
      return array.name;
    return Identifier::from_catalog("_" + element.str());
  }

  /// A type no rename speaks of, but of a name that this version gives to another, is none of this version's.
  void hide_displaced_types(const std::map<parser::TypeId, Identifier>& names) {
    for (const TypeLens& lens : types_.lenses) {
      const parser::Type* displaced = catalog_->find_type(lens.logical.schema, lens.logical.name);
      const bool has_own_name =
          displaced == nullptr || names.contains(displaced->id) || names.contains(displaced->element) ||
          std::any_of(types_.lenses.begin(), types_.lenses.end(),
                      [&](const TypeLens& other) { return other.logical.id == displaced->id; });
      if (!has_own_name) types_.hidden.push_back(displaced);
    }
  }

  std::vector<Identifier> free_names_of(const NameLine& schema) const {
    std::vector<Identifier> names;
    for (const Identifier& name : schema.names) {
      const bool known = std::find(names.begin(), names.end(), name) != names.end();
      if (!known && !catalog_->find_schema(name)) names.push_back(name);
    }
    return names;
  }

  draft& draft_of(const Relation& relation) {
    return drafts_.try_emplace(relation.id, draft{{relation, &relation}, {}, {}}).first->second;
  }

  void add_table(const ResolvedTable& table) {
    const ResolvedRelation& used = table.in_version(version_);
    draft& target = draft_of(*used.relation);
    target.lens.logical.name = table.line->name.names[version_];
    for (const column_mapping& mapping : mappings_of(used.columns, version_))
      settle(target, mapping);
    target.lens.missing = missing_of(used, version_);
    add_writes(target, writes_of(used.columns, version_));
    for (const column_mapping& mapping : mappings_of(used.constraints, version_)) {
      if (const Constraint* constraint = settle_constraint(target, mapping)) name_index(*constraint, mapping);
    }
    for (const ResolvedRelation& other : table.relations) {
      if (other.relation != used.relation) hidden_.insert(other.relation);
    }
  }

  /// A constraint's index has its name.
  void name_index(const Constraint& constraint, const column_mapping& mapping) {
    const Relation* index = catalog_->find(constraint.index);
    if (index == nullptr) return;
    if (mapping.logical) {
      draft_of(*index).lens.logical.name = *mapping.logical;
    } else {
      hidden_.insert(index);
    }
  }

  /// The server changes a column in all tables that inherit it, partitions included, and a check too.
  void pass_on(const ResolvedRelation& parent, const std::vector<column_mapping>& columns,
               const std::vector<column_mapping>& constraints, const std::vector<Identifier>& missing,
               const std::vector<written_columns>& writes) {
    if (columns.empty() && constraints.empty() && missing.empty()) return;
    std::set<RelationId> seen;
    std::vector<RelationId> open{parent.relation->id};
    while (!open.empty()) {
      const RelationId next = open.back();
      open.pop_back();
      for (const RelationId child : catalog_->children(next)) {
        const Relation* relation = catalog_->find(child);
        if (relation == nullptr || !seen.insert(child).second) continue;
        draft& heir = draft_of(*relation);
        heir.lens.missing.insert(heir.lens.missing.end(), missing.begin(), missing.end());
        for (const column_mapping& mapping : columns) {
          if (settle(heir, mapping) && mapping.logical != mapping.physical) heir.lens.inherits = true;
        }
        add_writes(heir, writes);
        for (const column_mapping& mapping : constraints)
          pass_on_check(*parent.relation, *relation, mapping);
        open.push_back(child);
      }
    }
  }

  void pass_on_check(const Relation& parent, const Relation& child, const column_mapping& mapping) {
    const Constraint* above = parent.find_constraint(mapping.physical);
    const Constraint* below = child.find_constraint(mapping.physical);
    const bool is_inherited = above != nullptr && above->is_check && below != nullptr && below->is_check;
    if (is_inherited) settle_constraint(draft_of(child), mapping);
  }

  /// With all that have its columns.
  void add_unsettled(RelationId table) {
    std::vector<RelationId> open{table};
    while (!open.empty()) {
      const RelationId next = open.back();
      open.pop_back();
      if (catalog_->find(next) == nullptr || !unsettled_.insert(next).second) continue;
      const auto children = catalog_->children(next);
      open.insert(open.end(), children.begin(), children.end());
    }
  }

  /// What the changes name, and all that would be dropped with a part of it.
  void keep(const std::vector<ResolvedTable>& tables) {
    std::set<RelationId> kept;
    for (const ResolvedTable& table : tables) {
      for (const ResolvedRelation& each : table.relations)
        kept.insert(each.relation->id);
    }
    for (bool grows = true; grows;) {
      grows = false;
      for (const auto& [id, each] : drafts_)
        grows |= has_child_in(id, kept) && kept.insert(id).second;
    }
    kept_.assign(kept.begin(), kept.end());
  }

  bool has_child_in(RelationId id, const std::set<RelationId>& relations) const {
    const auto children = catalog_->children(id);
    return std::any_of(children.begin(), children.end(),
                       [&](RelationId child) { return relations.contains(child); });
  }

  /// A relation of a name that this version gives to another is none of this version's.
  void hide_displaced_relations() {
    for (const auto& [id, each] : drafts_) {
      const Relation* displaced = catalog_->find(each.lens.logical.schema, each.lens.logical.name);
      if (displaced != nullptr && !drafts_.contains(displaced->id)) hidden_.insert(displaced);
    }
  }

  std::size_t version_;
  std::shared_ptr<const PhysicalCatalog> catalog_;
  std::map<RelationId, draft> drafts_;
  std::set<const Relation*> hidden_;
  std::vector<SchemaLens> schemas_;
  std::map<Identifier, Identifier> renamed_schemas_;  ///< from the server's name
  TypeLenses types_;
  std::vector<RelationId> kept_;
  std::set<RelationId> unsettled_;
};

}  // namespace

std::unique_ptr<const VersionView> build_view(std::string name, std::size_t version,
                                              const ResolvedNames& names,
                                              const std::shared_ptr<const PhysicalCatalog>& catalog) {
  view_builder builder(version, catalog);
  builder.add_schemas(names.schemas);
  builder.add_tables(names.tables);
  builder.add_types(names.types);
  return builder.finish(std::move(name));
}

}  // namespace pgsegue::rules

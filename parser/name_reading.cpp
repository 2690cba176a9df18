#include "parser/name_reading.hpp"

#include "parser/binder.hpp"
#include "parser/name_list.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::parser {

namespace {

/// What regclass reads as an oid, or as none.
bool is_oid(std::string_view value) {
  return value == "-" || (!value.empty() && std::all_of(value.begin(), value.end(),
                                                        [](char c) { return c >= '0' && c <= '9'; }));
}

std::uint32_t schema_id(const CatalogView& catalog, const Identifier& name) {
  const auto id = catalog.find_schema(name);
  return id ? static_cast<std::uint32_t>(*id) : 0;
}

/// A value that is compared with names as it is: one that is too long for a name is none.
Identifier whole_name(std::string_view value) {
  return Identifier::from_catalog(std::string(value));
}

/// Null: there is none, or it is a temporary one, which has one name.
const Relation* find_bare(const NameLookup& lookup, const Identifier& name) {
  if (means_temporary(lookup.catalog, lookup.search_path, lookup.temporary_relations, name)) return nullptr;
  return find_on_path(lookup.catalog, *lookup.search_path, name);
}

}  // namespace

ReadName read_relation_name(const NameLookup& lookup, std::string_view value) {
  if (is_oid(value)) return {};
  auto parts = split_names(value, '.');
  // One with a database's name in front is not read: if it holds a name that differs, it is refused.
  if (!parts || parts->empty() || parts->size() > 2) return {};
  const bool is_bare = parts->size() == 1;
  const bool needs_path = is_bare && lookup.search_path == nullptr;
  const Relation* relation = nullptr;
  if (!needs_path)
    relation = is_bare ? find_bare(lookup, parts->front()) : lookup.catalog.find((*parts)[0], (*parts)[1]);
  NameUse use{NamedKind::relation, NameForm::dotted, {}, {}, {}};
  use.ids.push_back(relation != nullptr ? static_cast<std::uint32_t>(relation->id) : 0);
  // Indexes are not in the catalog, but their schema is.
  if (!is_bare) use.ids.push_back(schema_id(lookup.catalog, parts->front()));
  use.parts = std::move(*parts);
  return {std::move(use), needs_path};
}

NameUse read_column_name(const CatalogView& catalog, RelationId relation, std::string_view value) {
  Identifier name = whole_name(value);
  const Relation* found = catalog.find(relation);
  const Column* column = found != nullptr ? found->find_column(name) : nullptr;
  const std::uint32_t number = column != nullptr ? static_cast<std::uint32_t>(column->number) : 0;
  NameUse use{NamedKind::column, NameForm::constant, {}, {static_cast<std::uint32_t>(relation), number}, {}};
  use.parts.push_back(std::move(name));
  return use;
}

NameUse read_schema_name(const CatalogView& catalog, std::string_view value) {
  Identifier name = whole_name(value);
  NameUse use{NamedKind::schema, NameForm::constant, {}, {schema_id(catalog, name)}, {}};
  use.parts.push_back(std::move(name));
  return use;
}

std::optional<NameUse> read_path(const CatalogView& catalog, std::string_view value) {
  auto names = split_names(value, ',');
  if (!names) return std::nullopt;
  NameUse use{NamedKind::path, NameForm::list, {}, {}, {}};
  for (const Identifier& name : *names)
    use.ids.push_back(schema_id(catalog, name));
  use.parts = std::move(*names);
  return use;
}

}  // namespace pgsegue::parser

#pragma once

#include "parser/bound_statement.hpp"
#include "parser/catalog_view.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::parser {

/// What gives a name in a string its meaning.
struct NameLookup {
  const CatalogView& catalog;
  const SearchPath* search_path;  ///< null: unknown
  std::span<const Identifier> temporary_relations;
};

/// A string read as a name. `use` has no tokens; nothing: the string is an oid, or malformed.
struct ReadName {
  std::optional<NameUse> use;
  bool needs_path = false;  ///< what is meant depends on the search path, which is not known
};

/// As regclass reads a relation's name. Source: stringToQualifiedNameList and regclassin, PostgreSQL
/// src/backend/utils/adt/regproc.c.
ReadName read_relation_name(const NameLookup& lookup, std::string_view value);

/// A column of that relation (0: there is none). The value is the name as it is.
NameUse read_column_name(const CatalogView& catalog, RelationId relation, std::string_view value);

/// A schema. The value is the name as it is.
NameUse read_schema_name(const CatalogView& catalog, std::string_view value);

/// The value of search_path. Nothing: it is malformed.
std::optional<NameUse> read_path(const CatalogView& catalog, std::string_view value);

}  // namespace pgsegue::parser

#include "parser/binder.hpp"

#include <algorithm>

namespace pgsegue::parser {

bool is_temporary_schema(const Identifier& schema) {
  return schema.str().starts_with("pg_temp_");
}

bool means_temporary(const CatalogView& catalog, const SearchPath* path,
                     std::span<const Identifier> temporary_relations, const Identifier& name) {
  if (std::find(temporary_relations.begin(), temporary_relations.end(), name) == temporary_relations.end())
    return false;
  if (path == nullptr) return true;
  const auto temporary_schema = std::find_if(path->begin(), path->end(), is_temporary_schema);
  // A path without it is one from before the first temporary relation was made: then it comes first.
  if (temporary_schema == path->end()) return true;
  return std::none_of(path->begin(), temporary_schema,
                      [&](const Identifier& schema) { return catalog.find(schema, name) != nullptr; });
}

}  // namespace pgsegue::parser

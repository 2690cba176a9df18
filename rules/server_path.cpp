#include "rules/server_path.hpp"

#include "parser/name_list.hpp"

#include <algorithm>

namespace pgsegue::rules {

using parser::Identifier;

std::vector<Identifier> server_path(const std::vector<Identifier>& schemas,
                                    const parser::CatalogView& logical, const parser::CatalogView& physical,
                                    const AffectedNames& affected) {
  std::vector<Identifier> path;
  for (const Identifier& schema : schemas) {
    const auto id = logical.find_schema(schema);
    const Identifier* name = id ? physical.schema_name(*id) : nullptr;
    path.push_back(name != nullptr ? *name : schema);
    const auto next = affected.free_schema_names.find(path.back());
    if (name != nullptr && next != affected.free_schema_names.end())
      path.insert(path.end(), next->second.begin(), next->second.end());
  }
  return path;
}

std::optional<std::string> server_path_text(std::string_view value, const VersionView& version) {
  if (version.schemas().empty()) return std::nullopt;
  auto schemas = parser::split_names(value, ',');
  if (!schemas) return std::nullopt;
  std::erase_if(*schemas, [&](const Identifier& schema) {
    return !version.find_schema(schema) && version.physical().find_schema(schema);
  });
  return join_names(server_path(*schemas, version, version.physical(), version.affected()), ',');
}

}  // namespace pgsegue::rules

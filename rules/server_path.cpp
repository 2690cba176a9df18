#include "rules/server_path.hpp"

#include "parser/encoding/text_encoding.hpp"
#include "parser/name_list.hpp"
#include "rules/statement_text.hpp"

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

parser::SearchPath version_path(const parser::SearchPath& path, const parser::CatalogView& logical,
                                const parser::CatalogView& physical) {
  parser::SearchPath result;
  for (const Identifier& element : path) {
    const auto id = physical.find_schema(element);
    // What is not in the catalog snapshot (the session's temporary schema) has one name.
    const Identifier* name = id ? logical.schema_name(*id) : &element;
    if (name != nullptr) result.push_back(*name);
  }
  return result;
}

std::optional<std::string> server_path_text(std::string_view value, const VersionView& version) {
  if (version.schemas().empty()) return std::nullopt;
  // What the start packet says is in the server's encoding, whatever the client's is.
  const std::string& server = version.physical().encoding();
  const auto encoding = parser::TextEncoding::between(server, server);
  StatementText text;
  const std::string utf8 = text.decode(value, encoding);
  auto schemas = parser::split_names(utf8, ',');
  if (!schemas) return std::nullopt;
  std::erase_if(*schemas, [&](const Identifier& schema) {
    return !version.find_schema(schema) && version.physical().find_schema(schema);
  });
  const auto path = join_names(server_path(*schemas, version, version.physical(), version.affected()), ',');
  return text.encode(path, encoding);
}

}  // namespace pgsegue::rules

#pragma once

#include "parser/catalog_view.hpp"
#include "rules/affected_names.hpp"
#include "rules/version_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// The schemas of a search path as a client sets it, in the server's names. Behind the name of a renamed
/// schema stand those that it may have next, so that the path still leads there when the server's schema is
/// renamed while the session lives: the server skips what does not exist.
std::vector<parser::Identifier> server_path(const std::vector<parser::Identifier>& schemas,
                                            const parser::CatalogView& logical,
                                            const parser::CatalogView& physical,
                                            const AffectedNames& affected);

/// The server's search path in the version's names, without schemas that the version does not have.
parser::SearchPath version_path(const parser::SearchPath& path, const parser::CatalogView& logical,
                                const parser::CatalogView& physical);

/// The value of a start-up option as `server_path` has it. Schemas that this version does not have are left
/// out, as if they did not exist. Nothing: there is nothing to translate, or the server finds the text
/// malformed.
std::optional<std::string> server_path_text(std::string_view value, const VersionView& version);

}  // namespace pgsegue::rules

#pragma once

#include "proxy/cli/explanation.hpp"

namespace pgsegue::cli {

/// Every written name of a relation or column in `statement`, resolved as in that version.
name_resolution resolve_names(std::string_view statement, const rules::Snapshot& snapshot,
                              rules::VersionIndex version, const parser::SearchPath& path);

}  // namespace pgsegue::cli

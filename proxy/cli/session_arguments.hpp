#pragma once

#include "parser/catalog_view.hpp"
#include "rules/snapshot.hpp"

#include <CLI/App.hpp>

#include <span>
#include <string>
#include <vector>

namespace pgsegue::cli {

/// The declared version of that name. Throws std::runtime_error with those there are.
rules::VersionIndex find_version(const rules::Snapshot& snapshot, const std::string& name);

/// Adds `--search-path`; `schemas` outlives the parsing and holds the default.
CLI::Option* add_search_path(CLI::App& command, std::vector<std::string>& schemas);

/// The path of a session with these schemas.
parser::SearchPath make_search_path(std::span<const std::string> schemas);

}  // namespace pgsegue::cli

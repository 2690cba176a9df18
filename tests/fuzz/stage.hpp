#pragma once

#include "parser/catalog_view.hpp"
#include "rules/rewriter.hpp"
#include "rules/snapshot.hpp"

#include <memory>
#include <string>

namespace pgsegue::fuzz {

/// The shop of tests/data/rewrite, with three versions and the names of the last on the server.
struct Stage {
  std::shared_ptr<const rules::Snapshot> snapshot;
  parser::SearchPath path{parser::Identifier::from_catalog("pg_catalog"),
                          parser::Identifier::from_catalog("public")};

  rules::StatementContext context(rules::VersionIndex version) const;
};

/// Made once.
const Stage& stage();

/// libpg_query takes a few milliseconds and a megabyte for 4 kB of brackets; more finds nothing new.
constexpr std::size_t max_depth = 2'000;

}  // namespace pgsegue::fuzz

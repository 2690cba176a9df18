#pragma once

#include "parser/catalog_view.hpp"
#include "parser/identifier.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace pgsegue::parser {

/// What a statement does to the meaning of the names in those behind it in the same text.
struct NameEffects {
  enum class End : std::uint8_t { none, commit, rollback };

  bool anything = false;  ///< it cannot be told: any name may mean something else
  bool path = false;      ///< the search path may be another
  /// The schemas the search path is set to, as they are written; with `path`.
  std::optional<std::vector<Identifier>> schemas;
  bool is_local = false;  ///< the end of the transaction undoes it, COMMIT too
  /// Names of relations or types that are made or dropped. Of something else no name is changed.
  std::vector<Identifier> objects;
  std::optional<Identifier> temporary;  ///< the temporary relation that is made
  End end = End::none;                  ///< of a transaction, or back to a savepoint
  bool runs_code = true;       ///< it may call functions, or fire triggers, of which nothing is known here
  bool runs_prepared = false;  ///< it runs, or goes on with, what an earlier message has prepared

  bool changes_names() const { return anything || path || !objects.empty() || temporary || end != End::none; }
};

/// The effects of one statement of a parsed text.
NameEffects name_effects(const PgQuery__RawStmt& statement);

}  // namespace pgsegue::parser

#pragma once

namespace pgsegue::rules {

/// What the operator of a database lets through as it is, although it would be refused: the client then
/// speaks the server's names in it.
struct PassPolicy {
  bool ddl = false;   ///< statements that change what the versions declare: RENAME, DROP COLUMN, …
  bool code = false;  ///< code in string constants that names something affected
};

}  // namespace pgsegue::rules

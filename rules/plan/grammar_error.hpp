#pragma once

#include "rules/sql_error.hpp"

#include <string>

namespace pgsegue::rules::plan {

/// The server's error for a text its grammar does not take, from the grammar's message: libpg_query keeps
/// neither SQLSTATE nor hint. Source: gram.y, scan.l.
SqlError grammar_error(std::string message);

}  // namespace pgsegue::rules::plan

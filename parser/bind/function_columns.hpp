#pragma once

#include "parser/bind/tree.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pgsegue::parser::bind {

/// What a function in FROM returns: the names of its columns. An empty name stands for a single value without
/// a name of its own, which is called after the alias or the function.
using FunctionColumns = std::vector<std::string_view>;

/// The result columns of PostgreSQL's own set-returning functions that applications use in FROM. Empty for
/// all others: what they return is not known here.
std::optional<FunctionColumns> builtin_columns(const PgQuery__FuncCall& call);

}  // namespace pgsegue::parser::bind

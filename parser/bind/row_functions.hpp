#pragma once

#include "parser/bind/scope.hpp"

namespace pgsegue::parser::bind {

/// What a function of PostgreSQL does with rows among its arguments, which stand in `place`.
RowUse use_of_arguments(const Context& context, const PgQuery__FuncCall& call, const Place& place);

/// The rows a function of PostgreSQL returns, from what is known of its arguments. They are bound.
RowValue row_of_call(const Context& context, const PgQuery__FuncCall& call);

}  // namespace pgsegue::parser::bind

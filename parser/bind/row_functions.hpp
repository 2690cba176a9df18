#pragma once

#include "parser/bind/scope.hpp"

namespace pgsegue::parser::bind {

/// What a function of PostgreSQL does with rows among its arguments, which stand in `place`.
RowUse use_of_arguments(const Context& context, const PgQuery__FuncCall& call, const Place& place);

/// The rows a function of PostgreSQL returns, from what is known of its arguments. They are bound.
RowValue row_of_call(const Context& context, const PgQuery__FuncCall& call);

/// True if it makes rows like its first argument from JSON whose keys are their columns' names.
bool makes_rows_from_json(const Context& context, const PgQuery__FuncCall& call);
/// A call of such a function. Its arguments are bound.
void bind_keyed_json(Context& context, const Place& place, const PgQuery__FuncCall& call);

/// The tokens of an argument of a call; none: they are not to be told from others.
TokenRange argument_tokens(const Context& context, const PgQuery__FuncCall& call, std::size_t index);
/// True if some function is called there outside of subqueries.
bool holds_call(const ProtobufCMessage& tree);

}  // namespace pgsegue::parser::bind

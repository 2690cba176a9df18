#pragma once

#include "parser/bound_statement.hpp"
#include "parser/token.hpp"

#include <span>
#include <string>

namespace pgsegue::parser::test {

/// One line per thing bound:
///     7 person.last_name 0 target       byte offset of the name, what it is, levels up, clause
///     - person.id 0 target              not written: from a star, a NATURAL JOIN or a missing list
///     9 output 1 order by
///     - 42703 column "x" does not exist at 8 where
///     out id, last_name                 the names of one query level's result
///     doubt a field of a composite value "x"
std::string print_bound(const BoundStatement& bound, std::span<const Token> tokens);

}  // namespace pgsegue::parser::test

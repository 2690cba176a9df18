#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::parser {

/// Why a text is not what is wanted, and where.
struct ExpressionProblem {
  std::string message;
  std::size_t byte = 0;  ///< offset into the text
};

/// Whether the text is one SQL expression that says all by itself: it can stand wherever SQL takes an
/// expression, in brackets, and refers to no column, parameter, subquery or DEFAULT. Nothing: it is.
std::optional<ExpressionProblem> problem_of_lone_expression(std::string_view text);

}  // namespace pgsegue::parser

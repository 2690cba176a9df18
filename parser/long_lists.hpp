#pragma once

#include "parser/token.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::parser {

/// How many elements of a list of constants are parsed. More than a row may have columns (1,664) or a
/// function arguments, so that only lists of which each element counts by itself are longer: IN (…),
/// ARRAY[…], the rows of VALUES.
constexpr std::size_t parsed_list_elements = 2'000;

/// Puts blanks in `parser_text`, which is `text` or to_parser_text's form of it, where lists in brackets and
/// lists of VALUES have more than `parsed_list_elements` constants, or rows of constants, one after the
/// other: the first and the last of them stay. The others name nothing (signs, NULL, TRUE, FALSE, DEFAULT and
/// parameters count as constants; casts do not), and libpg_query's time and memory go by the word. Returns
/// how many tokens are left.
std::size_t leave_out_long_lists(std::string_view text, std::span<const Token> tokens,
                                 std::string& parser_text);

}  // namespace pgsegue::parser

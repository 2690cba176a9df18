#pragma once

#include "parser/name_buffer.hpp"

#include <optional>
#include <string_view>

namespace pgsegue::parser {

/// The escape character that the constant of a UESCAPE clause names; nothing if the server refuses it.
std::optional<char> uescape_character(std::string_view constant);

/// Decodes the inside of U&"…" into `name`. False: an escape is wrong. Source: PostgreSQL
/// src/backend/parser/parser.c (str_udeescape).
bool decode_unicode_inside(std::string_view inside, char escape, NameBuffer& name);

}  // namespace pgsegue::parser

#pragma once

#include "parser/identifier.hpp"
#include "parser/token.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace pgsegue::rules {

/// What a text does with prepared statements of SQL.
struct PreparedCommand {
  enum class Kind : std::uint8_t {
    none,
    prepare,     ///< PREPARE name …, and nothing else
    execute,     ///< EXECUTE name …, and nothing else
    deallocate,  ///< DEALLOCATE name, and nothing else
    other,       ///< PREPARE or EXECUTE inside or beside something else
  };
  Kind kind = Kind::none;
  parser::Identifier name;
};

PreparedCommand read_prepared_command(std::string_view text, std::span<const parser::Token> tokens);

}  // namespace pgsegue::rules

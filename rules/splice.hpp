#pragma once

#include "parser/token.hpp"
#include "rules/edit_program.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// Carries out `program` on `text`, whose tokens are `tokens`; the result is left in `out`, whose capacity is
/// reused. Everything between the edits is copied byte for byte. Where a replacement would run together with
/// the token beside it (`SELECT"Name"` with `surname` for `"Name"`), a blank goes between. False: an edit
/// does not fit the tokens (out of range, overlapping); `out` is then of no use.
bool splice(std::string_view text, std::span<const parser::Token> tokens, const EditProgram& program,
            std::string& out);

}  // namespace pgsegue::rules

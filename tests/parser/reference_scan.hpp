#pragma once

#include "parser/token.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pgsegue::parser::test {

/// A token as libpg_query's scanner reports it. It miscounts the end of U& constants and identifiers: there
/// `end_known` is false.
struct ReferenceToken {
  Token token;
  bool end_known;
};

/// The tokens of pg_query_scan in our classes: comments dropped, N and its string joined. Nothing if it
/// rejects the text, or finds a byte in it that is no token of the grammar.
std::optional<std::vector<ReferenceToken>> reference_scan(const std::string& text);

/// Empty if `scan` agrees with libpg_query about this text, else what differs. Nothing: libpg_query rejects
/// it.
std::optional<std::string> disagreement(const std::string& text);

}  // namespace pgsegue::parser::test

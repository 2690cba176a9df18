#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::test {

/// One word of a message line: `NULL`, a bare word, `key="text"` or `"text"`.
struct WireField {
  std::string key;                  ///< before '='; empty: none
  std::optional<std::string> text;  ///< nothing: NULL
};

/// Splits a line into its name and fields. In quoted text \n, \t, \r, \", \\ and \xHH stand for a byte.
std::vector<WireField> split_wire_line(std::string_view line);

/// The text in quotes, as split_wire_line reads it.
std::string quote_wire_text(std::string_view text);

}  // namespace pgsegue::test

#pragma once

#include "rules/sql_error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// 08P01 `malformed SCRAM message` with PostgreSQL's detail.
rules::SqlError malformed_scram(std::string detail);

/// A byte of a peer's message in a form that can be shown: itself, or 0x and two hexadecimal digits.
std::string shown_byte(std::string_view rest);

/// A peer's text in a form that can be shown: at most 30 bytes, what is not printable as `?`.
std::string shown_text(std::string_view text);

/// PostgreSQL's is_scram_printable: 0x21 to 0x7e without the comma.
bool is_scram_printable(std::string_view text);

/// Reads `a=value` attributes separated by commas, as auth-scram.c does. The first failure sticks.
class scram_reader {
 public:
  explicit scram_reader(std::string_view text) : text_(text), rest_(text) {}

  /// The value of the attribute that must come next. Empty if something else comes: see error().
  std::string_view attribute(char name);
  /// The name and value of the next attribute, whatever it is.
  struct any {
    char name = '\0';
    std::string_view value;
  };
  any any_attribute();

  bool at_end() const { return rest_.empty(); }
  char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  /// How much has been read.
  std::size_t offset() const { return text_.size() - rest_.size(); }
  std::string_view rest() const { return rest_; }
  const std::optional<rules::SqlError>& error() const { return error_; }

 private:
  std::string_view value(char name);
  void fail(std::string detail);

  std::string_view text_, rest_;
  std::optional<rules::SqlError> error_;
};

}  // namespace pgsegue::session

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pgsegue::rules {

/// A quoted part of a server message, in the quotes of the message's language.
struct QuotedText {
  std::size_t begin, end;  ///< of the content, without quotes and the blanks that French puts inside
  std::size_t length;      ///< of the whole, from the opening quote on

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The quoted part that opens at byte `at`. Nothing: no quote opens there, or it does not close.
std::optional<QuotedText> quoted_at(std::string_view text, std::size_t at);

/// The first quoted part of a text.
std::optional<QuotedText> first_quoted(std::string_view text);

/// Where the quoted part starts that a text ends with, but for a full stop. Nothing: it does not.
std::optional<std::size_t> start_of_last_quoted(std::string_view text);

}  // namespace pgsegue::rules

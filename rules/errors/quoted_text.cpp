#include "rules/errors/quoted_text.hpp"

#include <array>

namespace pgsegue::rules {
namespace {

struct quote_pair {
  std::string_view open, close;
};
/// Those of PostgreSQL's message catalogs (src/backend/po).
constexpr std::array<quote_pair, 5> quotes{{{"\"", "\""}, {"»", "«"}, {"«", "»"}, {"„", "“"}, {"“", "”"}}};

/// A blank and a no-break space.
constexpr std::array<std::string_view, 2> inner_blanks{" ", "\xC2\xA0"};

QuotedText without_blanks(QuotedText quoted, std::string_view text) {
  for (const std::string_view blank : inner_blanks) {
    if (quoted.in(text).starts_with(blank)) quoted.begin += blank.size();
    if (quoted.in(text).ends_with(blank)) quoted.end -= blank.size();
  }
  return quoted;
}

}  // namespace

std::optional<QuotedText> quoted_at(std::string_view text, std::size_t at) {
  for (const quote_pair& quote : quotes) {
    if (!text.substr(at).starts_with(quote.open)) continue;
    const std::size_t begin = at + quote.open.size();
    const std::size_t end = text.find(quote.close, begin);
    if (end == std::string_view::npos) return std::nullopt;
    return without_blanks({begin, end, end + quote.close.size() - at}, text);
  }
  return std::nullopt;
}

std::optional<QuotedText> first_quoted(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto quoted = quoted_at(text, at)) return quoted;
  }
  return std::nullopt;
}

std::optional<std::size_t> start_of_last_quoted(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  for (std::size_t at = text.size(); at-- > 0;) {
    const auto quoted = quoted_at(text, at);
    if (!quoted) continue;
    if (at + quoted->length == text.size()) return at;
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pgsegue::rules

#include "rules/errors/copy_context.hpp"

#include <algorithm>

namespace pgsegue::rules {
namespace {

constexpr std::string_view copy_mark = "COPY ", line_mark = ", line ", column_mark = ", column ";

/// Where `, column NAME` begins directly behind the line number at `at`; `npos` where it does not.
std::size_t column_behind_line(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
  return text.substr(end).starts_with(column_mark) ? end : std::string_view::npos;
}

}  // namespace

std::optional<std::string> translate_copy_context(std::string_view text, const NameTranslator& names) {
  if (!text.starts_with(copy_mark)) return std::nullopt;
  const std::size_t line = text.find(line_mark);
  if (line == std::string_view::npos) return std::nullopt;
  const std::string_view table = text.substr(copy_mark.size(), line - copy_mark.size());
  const RelationLens* lens = names.lens_named(table);
  if (lens == nullptr) return std::string(text);

  std::string out = std::string(copy_mark) + lens->logical.name.str();
  const std::size_t comma = column_behind_line(text, line + line_mark.size());
  if (comma == std::string_view::npos) return out.append(text.substr(line));
  const std::size_t begin = comma + column_mark.size();
  const std::size_t end = std::min(text.find(": ", begin), text.size());
  const NameTranslator::Answer column = translate_column(*lens, text.substr(begin, end - begin));
  out.append(text.substr(line, begin - line));
  out.append(column.name_or(text.substr(begin, end - begin)));
  return out.append(text.substr(end));
}

}  // namespace pgsegue::rules

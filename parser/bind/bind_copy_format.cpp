#include "parser/bind/write.hpp"
#include "parser/encoding/character_set.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

using namespace std::string_view_literals;

/// True if no character of that encoding has a byte of ASCII inside.
bool is_safe(std::string_view encoding) {
  std::string name(encoding);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
  const CharacterSet* set = find_character_set(name);
  return name == "SQL_ASCII" || (set != nullptr && set->is_of_servers);
}

/// A single character; false if it is none, which the server refuses.
bool set_character(char& character, std::string_view value) {
  if (value.size() != 1) return false;
  character = value.front();
  return true;
}

bool set_kind(CopyFormat& format, std::string_view value) {
  constexpr std::array kinds = {std::pair("text"sv, CopyFormat::Kind::text),
                                std::pair("csv"sv, CopyFormat::Kind::csv),
                                std::pair("binary"sv, CopyFormat::Kind::binary)};
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == value; });
  if (found == kinds.end()) return false;
  format.kind = found->second;
  return true;
}

/// The options, each of which is there once at most.
struct FormatOptions {
  std::string_view format = "text", delimiter, quote, escape, encoding;

  void take(const PgQuery__DefElem& option) {
    const std::array names = {std::pair("format"sv, &format), std::pair("delimiter"sv, &delimiter),
                              std::pair("quote"sv, &quote), std::pair("escape"sv, &escape),
                              std::pair("encoding"sv, &encoding)};
    for (const auto& [name, value] : names) {
      if (option.defname == name) *value = string_of(option.arg);
    }
  }
};

/// Nothing: the server refuses such options, or what a byte of the data means is not known.
std::optional<CopyFormat> read_format(const FormatOptions& options) {
  CopyFormat format;
  if (!set_kind(format, options.format)) return std::nullopt;
  if (format.kind == CopyFormat::Kind::csv) format.delimiter = ',';
  if (!options.delimiter.empty() && !set_character(format.delimiter, options.delimiter)) return std::nullopt;
  if (!options.quote.empty() && !set_character(format.quote, options.quote)) return std::nullopt;
  format.escape = format.quote;
  if (!options.escape.empty() && !set_character(format.escape, options.escape)) return std::nullopt;
  const bool is_readable = options.encoding.empty() || is_safe(options.encoding);
  return is_readable ? std::optional(format) : std::nullopt;
}

}  // namespace

void note_copy_from(Context& context, const PgQuery__CopyStmt& copy, ItemIndex target, std::size_t first,
                    std::size_t count) {
  if (!context.input.notes_writes) return;
  Write write;
  write.item = target;
  for (std::size_t i = first; i < first + count; ++i)
    write.columns.push_back({static_cast<ReferenceIndex>(i), false, std::nullopt});
  const std::size_t at = index_of(context.out.item(target).columns_at);
  if (copy.n_attlist > 0) {
    write.columns_end = token_index(context.names.after_parentheses(at) - 1);
  } else {
    write.columns_at = token_index(at);
  }
  FormatOptions options;
  for (const Node* node : list_of(copy.options, copy.n_options)) {
    if (node->node_case != PG_QUERY__NODE__NODE_DEF_ELEM) continue;
    options.take(*node->def_elem);
    context.out.depends_on_values |= node->def_elem->arg != nullptr;
  }
  const bool is_from_client = *copy.filename == '\0' && copy.is_program == 0;
  const auto format = read_format(options);
  if (is_from_client && format) {
    write.kind = Write::Kind::copy;
    write.copy = *format;
  }
  context.out.writes.push_back(std::move(write));
}

}  // namespace pgsegue::parser::bind

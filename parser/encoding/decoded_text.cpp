#include "parser/encoding/decoded_text.hpp"

#include "parser/unicode.hpp"

#include <algorithm>

namespace pgsegue::parser {

namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Another server than one of UTF-8 makes something else of what UTF-8 has no single character of its own
/// for.
bool is_certain(std::string_view utf8, const TextEncoding& encoding) {
  const bool is_one = !utf8.empty() && !is_ascii(utf8.front()) && utf8_length(utf8.front()) == utf8.size();
  return is_one || (!utf8.empty() && encoding.server().is_utf8());
}

}  // namespace

bool DecodedText::decode(std::string_view original, const TextEncoding& encoding, CharacterMaps& maps) {
  clear();
  const CharacterSet& client = encoding.client();
  CharacterMap& map = maps.of(client);
  for (std::size_t i = 0; i < original.size();) {
    const auto* const begin = original.begin() + i;
    const auto* const end = std::find_if_not(begin, original.end(), is_ascii);
    utf8_.append(begin, end);
    i = static_cast<std::size_t>(end - original.begin());
    if (i == original.size()) return true;
    const std::size_t length = client.length(original.substr(i));
    if (length == 0) return false;
    const std::string_view utf8 = map.decode(original.substr(i, length));
    if (utf8.empty() && map.is_complete() && encoding.server().is_utf8()) return false;
    append(is_certain(utf8, encoding) ? utf8 : unknown_character, i + length);
    i += length;
  }
  return true;
}

void DecodedText::append(std::string_view utf8, std::size_t original_end) {
  const std::size_t begin = utf8_.size();
  utf8_ += utf8;
  has_unknown_ = has_unknown_ || utf8 == unknown_character;
  const bool continues = !runs_.empty() && runs_.back().end == begin && !is_ascii(utf8.front()) &&
                         !is_ascii(utf8_[runs_.back().begin]);
  if (continues) {
    runs_.back().end = utf8_.size();
    runs_.back().original_end = original_end;
  } else {
    runs_.push_back({begin, utf8_.size(), original_end});
  }
}

void DecodedText::clear() {
  utf8_.clear();
  runs_.clear();
  has_unknown_ = false;
}

std::optional<std::size_t> DecodedText::original_offset(std::size_t offset) const {
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                     [](std::size_t value, const Run& run) { return value < run.end; });
  if (next != runs_.end() && next->begin < offset) return std::nullopt;
  if (next == runs_.begin()) return offset;
  const Run& before = *std::prev(next);
  return offset - before.end + before.original_end;
}

}  // namespace pgsegue::parser

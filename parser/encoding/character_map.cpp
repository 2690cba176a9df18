#include "parser/encoding/character_map.hpp"

#include <algorithm>
#include <cstring>
#include <iconv.h>

namespace pgsegue::parser {

namespace {

constexpr std::size_t two_byte_codes = 0x10000;

std::uint32_t code_of(std::string_view character) {
  std::uint32_t code = 0;
  for (const char c : character)
    code = code << 8 | static_cast<unsigned char>(c);
  return code;
}

bool is_doubtful(const CharacterSet& set, std::uint32_t code) {
  return std::any_of(set.doubtful.begin(), set.doubtful.end(),
                     [code](const CodeRange& range) { return code >= range.first && code <= range.last; });
}

}  // namespace

/// iconv, one character at a time.
class CharacterMap::Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT: iconv's own failure value
  }

  /// Bytes written to `out`; 0: no exact conversion.
  std::size_t convert(std::string_view character, std::span<char> out) {
    if (!is_open()) return 0;
    std::array<char, 8> in{};
    if (character.size() > in.size()) return 0;
    std::copy(character.begin(), character.end(), in.begin());
    char* from = in.data();
    char* to = out.data();
    std::size_t left = character.size(), room = out.size();
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    const bool is_exact = iconv(handle_, &from, &left, &to, &room) == 0 && left == 0;
    // SHIFT_JISX0213 waits for a combining character.
    const bool is_flushed = iconv(handle_, nullptr, nullptr, &to, &room) == 0;
    return is_exact && is_flushed ? out.size() - room : 0;
  }

 private:
  iconv_t handle_;
};

CharacterMap::CharacterMap(const CharacterSet& set) : set_(set) {
  if (set.is_utf8()) return;
  to_utf8_ = std::make_unique<Converter>("UTF-8", set.iconv_name);
  from_utf8_ = std::make_unique<Converter>(set.iconv_name, "UTF-8");
  known_.resize(set.is_single_byte ? 0x100 : two_byte_codes);
}

CharacterMap::~CharacterMap() = default;

CharacterMap::Decoded CharacterMap::convert(std::string_view character) {
  const std::uint32_t code = code_of(character);
  Decoded decoded;
  const auto ascii = std::find_if(set_.ascii.begin(), set_.ascii.end(),
                                  [code](const AsciiCode& each) { return each.code == code; });
  if (ascii != set_.ascii.end()) {
    decoded.size = 1;
    decoded.bytes[0] = ascii->character;
  } else if (!is_doubtful(set_, code)) {
    decoded.size = static_cast<std::uint8_t>(to_utf8_->convert(character, decoded.bytes));
  }
  if (decoded.size == 0) decoded.size = Decoded::unknown;
  return decoded;
}

bool CharacterMap::is_complete() const {
  return set_.is_utf8() || (set_.is_single_byte && to_utf8_->is_open());
}

std::string_view CharacterMap::decode(std::string_view character) {
  if (set_.is_utf8()) return character;
  const std::uint32_t code = code_of(character);
  Decoded* decoded = &last_;
  if (code < known_.size()) decoded = &known_[code];
  if (decoded == &last_ || decoded->size == 0) *decoded = convert(character);
  if (decoded->size == Decoded::unknown) return {};
  return {decoded->bytes.data(), decoded->size};
}

bool CharacterMap::encode(std::string_view utf8, std::string& out) {
  if (set_.is_utf8()) {
    out += utf8;
    return true;
  }
  std::array<char, 8> code{};
  const std::size_t size = from_utf8_->convert(utf8, code);
  const std::string_view character(code.data(), size);
  if (size == 0 || set_.length(character) != size || decode(character) != utf8) return false;
  out += character;
  return true;
}

CharacterMap& CharacterMaps::of(const CharacterSet& set) {
  for (const auto& [known, map] : maps_) {
    if (known == &set) return *map;
  }
  return *maps_.emplace_back(&set, std::make_unique<CharacterMap>(set)).second;
}

}  // namespace pgsegue::parser

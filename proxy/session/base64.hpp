#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::session {

std::string encode_base64(std::span<const std::uint8_t> bytes);
std::string encode_base64(std::string_view bytes);
/// Strict: standard alphabet, padded, no white space, unused bits zero. Empty if the text is anything else.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace pgsegue::session

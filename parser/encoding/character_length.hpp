#pragma once

#include <cstddef>
#include <string_view>

namespace pgsegue::parser {

// How many bytes the character at the front of `text` has, which begins with a byte of 0x80 or more. 0: the
// server takes no text with these bytes there. Source: src/common/wchar.c (pg_*_verifychar).

std::size_t single_byte_length(std::string_view text);
std::size_t utf8_character_length(std::string_view text);
std::size_t euc_jp_length(std::string_view text);  ///< EUC_JIS_2004 too
std::size_t euc_kr_length(std::string_view text);  ///< EUC_CN too
std::size_t euc_tw_length(std::string_view text);
std::size_t johab_length(std::string_view text);
std::size_t sjis_length(std::string_view text);       ///< SHIFT_JIS_2004 too
std::size_t two_bytes_length(std::string_view text);  ///< BIG5, GBK, UHC
std::size_t gb18030_length(std::string_view text);

}  // namespace pgsegue::parser

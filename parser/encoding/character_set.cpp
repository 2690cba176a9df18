#include "parser/encoding/character_set.hpp"

#include "parser/encoding/character_length.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser {

namespace {

// Where glibc's tables and those of the server (src/backend/utils/mb/Unicode) differ; in BIG5 also what the
// way over EUC_TW makes something else of. tests/control/character_map_test.cpp compares all codes.
constexpr CodeRange sjis_doubts[] = {{0xF040, 0xF9FC}};
constexpr CodeRange big5_doubts[] = {{0x8001, 0x8080}, {0xA145, 0xA145}, {0xA14E, 0xA14E}, {0xA155, 0xA158},
                                     {0xA15A, 0xA15A}, {0xA1AB, 0xA1AC}, {0xA1C2, 0xA1C3}, {0xA1C5, 0xA1C5},
                                     {0xA1E1, 0xA1E3}, {0xA1F2, 0xA1F3}, {0xA1FC, 0xA1FE}, {0xA240, 0xA242},
                                     {0xA244, 0xA244}, {0xA246, 0xA247}, {0xA2CC, 0xA2CC}, {0xA2CE, 0xA2CE},
                                     {0xA3E1, 0xA3E1}, {0xC255, 0xC255}, {0xC6A1, 0xC8FE}, {0xC94A, 0xC94A},
                                     {0xD6CC, 0xD6CC}, {0xDADF, 0xDADF}, {0xDDFC, 0xDDFC}, {0xF9DD, 0xF9FE}};
constexpr CodeRange gbk_doubts[] = {{0x8001, 0x8080}};
constexpr CodeRange uhc_doubts[] = {{0xA2E8, 0xA2E8}, {0xC9A1, 0xC9FE}, {0xFEA1, 0xFEFE}};
constexpr CodeRange gb18030_doubts[] = {
    {0xA6D9, 0xA6DF}, {0xA6EC, 0xA6ED},         {0xA6F3, 0xA6F3},         {0xA8BC, 0xA8BC},
    {0xFE51, 0xFE53}, {0xFE59, 0xFE59},         {0xFE61, 0xFE61},         {0xFE66, 0xFE67},
    {0xFE6C, 0xFE6D}, {0xFE76, 0xFE76},         {0xFE7E, 0xFE7E},         {0xFE90, 0xFE91},
    {0xFEA0, 0xFEA0}, {0x8135F437, 0x8135F437}, {0x82359037, 0x82359134}, {0x84318236, 0x84318335}};
constexpr CodeRange euc_jp_doubts[] = {{0xF5A1, 0xFEFE}, {0x8FA2B7, 0x8FA2B7}, {0x8FF5A1, 0x8FFEFE}};
constexpr CodeRange euc_jis_2004_doubts[] = {{0xA1B1, 0xA1B1}, {0xA1EF, 0xA1EF}};
constexpr CodeRange euc_tw_doubts[] = {
    {0xA7A8, 0xA7A8},         {0xA7AF, 0xA7AF},         {0xA7B4, 0xA7B4},        {0x8EA1A7A8, 0x8EA1A7A8},
    {0x8EA1A7AF, 0x8EA1A7AF}, {0x8EA1A7B4, 0x8EA1A7B4}, {0x8EA3A1A1, 0x8EA7FEFE}};
// The full-width backslash and tilde become the ASCII ones in a UTF-8 database.
constexpr AsciiCode shift_jis_2004_ascii[] = {{0x815F, '\\'}, {0x81B0, '~'}};

constexpr CharacterSet single(std::string_view name, const char* iconv_name) {
  return {name, iconv_name, single_byte_length, true, true};
}

constexpr std::array character_set_table = {
    CharacterSet{"UTF8", nullptr, utf8_character_length, false, true},
    CharacterSet{"SJIS", "CP932", sjis_length, false, false, sjis_doubts},
    CharacterSet{"SHIFT_JIS_2004", "SHIFT_JISX0213", sjis_length, false, false, {}, shift_jis_2004_ascii},
    CharacterSet{"BIG5", "CP950", two_bytes_length, false, false, big5_doubts},
    CharacterSet{"GBK", "CP936", two_bytes_length, false, false, gbk_doubts},
    CharacterSet{"UHC", "CP949", two_bytes_length, false, false, uhc_doubts},
    CharacterSet{"GB18030", "GB18030", gb18030_length, false, false, gb18030_doubts},
    CharacterSet{"JOHAB", "JOHAB", johab_length, false, false},
    CharacterSet{"EUC_JP", "EUC-JP-MS", euc_jp_length, false, true, euc_jp_doubts},
    CharacterSet{"EUC_JIS_2004", "EUC-JISX0213", euc_jp_length, false, true, euc_jis_2004_doubts},
    CharacterSet{"EUC_CN", "EUC-CN", euc_kr_length, false, true},
    CharacterSet{"EUC_KR", "EUC-KR", euc_kr_length, false, true},
    CharacterSet{"EUC_TW", "EUC-TW", euc_tw_length, false, true, euc_tw_doubts},
    single("LATIN1", "ISO-8859-1"),
    single("LATIN2", "ISO-8859-2"),
    single("LATIN3", "ISO-8859-3"),
    single("LATIN4", "ISO-8859-4"),
    single("LATIN5", "ISO-8859-9"),
    single("LATIN6", "ISO-8859-10"),
    single("LATIN7", "ISO-8859-13"),
    single("LATIN8", "ISO-8859-14"),
    single("LATIN9", "ISO-8859-15"),
    single("LATIN10", "ISO-8859-16"),
    single("WIN1250", "CP1250"),
    single("WIN1251", "CP1251"),
    single("WIN1252", "CP1252"),
    single("WIN1253", "CP1253"),
    single("WIN1254", "CP1254"),
    single("WIN1255", "CP1255"),
    single("WIN1256", "CP1256"),
    single("WIN1257", "CP1257"),
    single("WIN1258", "CP1258"),
    single("WIN866", "CP866"),
    single("WIN874", "CP874"),
    single("KOI8R", "KOI8-R"),
    single("KOI8U", "KOI8-U"),
    single("ISO_8859_5", "ISO-8859-5"),
    single("ISO_8859_6", "ISO-8859-6"),
    single("ISO_8859_7", "ISO-8859-7"),
    single("ISO_8859_8", "ISO-8859-8"),
};

}  // namespace

const CharacterSet* find_character_set(std::string_view name) {
  const auto* found = std::find_if(character_set_table.begin(), character_set_table.end(),
                                   [name](const CharacterSet& set) { return set.name == name; });
  return found == character_set_table.end() ? nullptr : found;
}

const CharacterSet& utf8_character_set() {
  return character_set_table.front();
}

std::span<const CharacterSet> character_sets() {
  return character_set_table;
}

}  // namespace pgsegue::parser

#include "parser/encoding/decoded_text.hpp"

#include <gtest/gtest.h>

namespace pgsegue::parser {
namespace {

struct decoded_text : testing::Test {
  CharacterMaps maps;
  DecodedText text;

  bool decode(std::string_view original, const char* client, const char* server = "UTF8") {
    return text.decode(original, TextEncoding::between(client, server), maps);
  }
};

TEST_F(decoded_text, keeps_trailing_bytes_from_being_quotes) {
  ASSERT_TRUE(decode("E'\x83\x5C' \x95\x5C", "SJIS"));
  EXPECT_EQ(text.utf8(), "E'ソ' 表");
  EXPECT_FALSE(text.has_unknown());
}

TEST_F(decoded_text, leads_back_to_the_original) {
  ASSERT_TRUE(decode("a\x83\x5C\x95\x5Cz\xB1.", "SJIS"));
  EXPECT_EQ(text.utf8(), "aソ表zｱ.");
  EXPECT_EQ(text.original_offset(0), 0u);
  EXPECT_EQ(text.original_offset(1), 1u);
  EXPECT_EQ(text.original_offset(4), std::nullopt);
  EXPECT_EQ(text.original_offset(7), 5u);
  EXPECT_EQ(text.original_offset(8), 6u);
  EXPECT_EQ(text.original_offset(11), 7u);
  EXPECT_EQ(text.original_offset(12), 8u);
}

TEST_F(decoded_text, knows_what_the_server_rejects) {
  EXPECT_FALSE(decode("'\x83", "SJIS"));
  EXPECT_FALSE(decode("'\x83'", "SJIS"));
  EXPECT_FALSE(decode("\xA1\x5C", "EUC_JP"));
  EXPECT_FALSE(decode("\x81\x30'", "GB18030"));
  EXPECT_FALSE(decode("\xC3", "UTF8", "LATIN1"));
  EXPECT_FALSE(decode("\xED\xA0\x80", "UTF8", "LATIN1"));
  EXPECT_FALSE(decode("\x81", "WIN1252"));
}

TEST_F(decoded_text, puts_an_unknown_character_where_it_is_not_certain) {
  ASSERT_TRUE(decode("'\xF0\x40'", "SJIS"));
  EXPECT_TRUE(text.has_unknown());
  EXPECT_EQ(text.utf8().size(), 2 + DecodedText::unknown_character.size());
  EXPECT_EQ(text.original_offset(5), 3u);
}

TEST_F(decoded_text, sees_the_backslash_that_only_a_utf8_server_sees) {
  ASSERT_TRUE(decode("\x83\x5C\x81\x5F\x83\x5C", "SHIFT_JIS_2004"));
  EXPECT_EQ(text.utf8(), "ソ\\ソ");
  EXPECT_EQ(text.original_offset(3), 2u);
  EXPECT_EQ(text.original_offset(4), 4u);
  ASSERT_TRUE(decode("\x81\x5F", "SHIFT_JIS_2004", "EUC_JIS_2004"));
  EXPECT_EQ(text.utf8(), DecodedText::unknown_character);
}

TEST(character_map, encodes_what_decodes_to_the_same) {
  CharacterMaps maps;
  std::string out;
  EXPECT_TRUE(maps.of(*find_character_set("SJIS")).encode("表", out));
  EXPECT_EQ(out, "\x95\x5C");
  EXPECT_FALSE(maps.of(*find_character_set("LATIN1")).encode("表", out));
  EXPECT_FALSE(maps.of(*find_character_set("JOHAB")).encode("값", out));
  EXPECT_EQ(out.size(), 2u);
}

TEST(text_encoding, follows_what_the_server_converts) {
  using Form = TextEncoding::Form;
  EXPECT_TRUE(TextEncoding::between("SQL_ASCII", "UTF8").is_utf8());
  EXPECT_EQ(TextEncoding::between("SQL_ASCII", "LATIN1").client().name, "LATIN1");
  EXPECT_EQ(TextEncoding::between("UTF8", "LATIN1").form(), Form::converted);
  EXPECT_EQ(TextEncoding::between("EUC_JP", "SQL_ASCII").form(), Form::bytes);
  EXPECT_EQ(TextEncoding::between("SJIS", "SQL_ASCII").form(), Form::ascii_only);
  EXPECT_EQ(TextEncoding::between("MULE_INTERNAL", "LATIN1").form(), Form::unreadable);
  EXPECT_FALSE(TextEncoding::between("EUC_JP", "SQL_ASCII").admits("\xA1'"));
  EXPECT_TRUE(TextEncoding::between("SQL_ASCII", "SQL_ASCII").admits("\xA1'"));
}

}  // namespace
}  // namespace pgsegue::parser

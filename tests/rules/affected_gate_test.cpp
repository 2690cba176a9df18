#include "rules/affected_gate.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using parser::TokenIndex;

AffectedNames make_names() {
  AffectedNames names;
  for (const char* name : {"person", "people", "Order", "na\xc3\xafve", "my table", "a\"b c"}) {
    names.relations.insert(Identifier::from_catalog(name));
  }
  names.relations.insert(Identifier::from_catalog(std::string(63, 'l')));
  names.renamed = {Identifier::from_catalog("people")};
  names.columns.insert(Identifier::from_catalog("surname"));
  names.functions.insert(Identifier::from_catalog("all_people"));
  return names;
}

struct affected_gate : testing::Test {
  AffectedNames names = make_names();
  AffectedGate gate{names}, gate_for_once{names, AffectedGate::Use::once};

  bool admits(std::string_view text) const {
    std::vector<parser::Token> tokens;
    EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const bool admitted = gate.admits(text, tokens, TokenIndex{i});
      EXPECT_EQ(gate_for_once.admits(text, tokens, TokenIndex{i}), admitted) << text;
      if (admitted) return true;
    }
    return false;
  }
};

TEST_F(affected_gate, admits_names_however_they_are_written) {
  for (const char* text : {"SELECT * FROM person", "select * from PerSon", "SELECT * FROM public.\"person\"",
                           "TABLE U&\"p\\0065rson\"", "TABLE U&\"p!0065rson\" UESCAPE '!'",
                           "SELECT all_people()", "TABLE \"Order\"", "TABLE na\xc3\xafve"}) {
    EXPECT_TRUE(admits(text)) << text;
  }
  EXPECT_TRUE(admits("TABLE " + std::string(63, 'L')));
  EXPECT_TRUE(admits("TABLE " + std::string(70, 'l'))) << "cut to 63 bytes it is the same name";
}

TEST_F(affected_gate, admits_nothing_else) {
  for (const char* text :
       {"SELECT surname FROM account", "SELECT 'person'", "TABLE persons", "TABLE \"Person\"", "TABLE order_",
        "SELECT 1 -- person", "SELECT $$person$$", "TABLE \"order\""}) {
    EXPECT_FALSE(admits(text)) << text;
  }
  EXPECT_FALSE(admits("TABLE " + std::string(62, 'l')));
}

TEST_F(affected_gate, admits_what_cannot_be_decoded) {
  EXPECT_TRUE(admits("TABLE U&\"x\\00\""));
}

TEST_F(affected_gate, finds_words_in_text_that_is_not_sql_to_us) {
  for (const char* text : {"'public.person'", "$$ SELECT * FROM \"Order\" $$", "BEGIN;INSERT INTO PERSON",
                           "person", "all_people()", "\"people\""}) {
    EXPECT_TRUE(gate.mentions(text)) << text;
  }
  for (const char* text : {"", "'persons'", "the_person", "person1", "surname", "a\\b"}) {
    EXPECT_FALSE(gate.mentions(text)) << text;
  }
}

TEST_F(affected_gate, finds_quoted_names_that_are_no_words) {
  for (const char* text :
       {"\"my table\"", "shop.\"my table\".id", "say \" of \"my table\"", "\"a\"\"b c\""}) {
    EXPECT_TRUE(gate.mentions(text)) << text;
  }
  for (const char* text : {"my table", "\"my table", "\"My table\"", "\"my tables\"", "\"\"", "\"a\"b c\""}) {
    EXPECT_FALSE(gate.mentions(text)) << text;
  }
}

TEST_F(affected_gate, a_name_written_with_numbers_may_be_one) {
  EXPECT_TRUE(gate.mentions("SELECT 0x1F FROM U&\"p\\0065rson\""));
  EXPECT_FALSE(gate.mentions("'\\d \\1 \\x65'"));
}

TEST_F(affected_gate, knows_which_relations_are_renamed) {
  EXPECT_TRUE(gate.mentions_renamed("'people'"));
  EXPECT_FALSE(gate.mentions_renamed("'person'"));
}

}  // namespace
}  // namespace pgsegue::rules

#include "parser/identifier.hpp"

#include "parser/keyword.hpp"

#include <gtest/gtest.h>
#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <memory>

namespace pgsegue::parser {
namespace {

TEST(identifier, folds_ascii_only) {
  EXPECT_EQ(Identifier::from_unquoted("PerSon_1").str(), "person_1");
  EXPECT_EQ(Identifier::from_unquoted("\xc3\x84pfel").str(), "\xc3\x84pfel");
  EXPECT_EQ(Identifier::from_quoted("PerSon").str(), "PerSon");
}

TEST(identifier, is_cut_at_63_bytes_between_characters) {
  EXPECT_EQ(Identifier::from_unquoted(std::string(63, 'a')).str(), std::string(63, 'a'));
  EXPECT_EQ(Identifier::from_unquoted(std::string(64, 'a')).str(), std::string(63, 'a'));
  EXPECT_EQ(Identifier::from_quoted(std::string(62, 'a') + "\xc3\xa9").str(), std::string(62, 'a'));
  EXPECT_EQ(Identifier::from_quoted(std::string(61, 'a') + "\xc3\xa9").str(),
            std::string(61, 'a') + "\xc3\xa9");
  EXPECT_EQ(Identifier::from_quoted(std::string(61, 'a') + "\xe2\x82\xac").str(), std::string(61, 'a'));
}

TEST(identifier, becomes_text_that_reads_back) {
  EXPECT_EQ(Identifier::from_catalog("last_name").to_sql(), "last_name");
  EXPECT_EQ(Identifier::from_catalog("Order").to_sql(), "\"Order\"");
  EXPECT_EQ(Identifier::from_catalog("order").to_sql(), "\"order\"");
  EXPECT_EQ(Identifier::from_catalog("a\"b").to_sql(), "\"a\"\"b\"");
  EXPECT_EQ(Identifier::from_catalog("1a").to_sql(), "\"1a\"");
  EXPECT_EQ(Identifier::from_catalog("a$b").to_sql(), "\"a$b\"");
  EXPECT_EQ(Identifier::from_catalog("\xc3\xa9").to_sql(), "\"\xc3\xa9\"");
  EXPECT_EQ(Identifier::from_catalog("").to_sql(), "\"\"");
}

/// A token of the grammar as the word it is written as: SELECT, INT_P.
std::string word_of(std::string name) {
  if (name.ends_with("_P")) name.resize(name.size() - 2);
  return Identifier::from_unquoted(name).str();
}

PgQuery__KeywordKind keyword_kind(const std::string& word) {
  const PgQueryScanResult raw = pg_query_scan(word.c_str());
  auto kind = PG_QUERY__KEYWORD_KIND__NO_KEYWORD;
  if (raw.error == nullptr) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(raw.pbuf.data);
    PgQuery__ScanResult* result = pg_query__scan_result__unpack(nullptr, raw.pbuf.len, data);
    if (result->n_tokens == 1) kind = result->tokens[0]->keyword_kind;
    pg_query__scan_result__free_unpacked(result, nullptr);
  }
  pg_query_free_scan_result(raw);
  return kind;
}

TEST(keyword, table_has_what_the_grammar_has) {
  std::size_t quoted = 0;
  for (unsigned i = 0; i < pg_query__token__descriptor.n_values; ++i) {
    const std::string word = word_of(pg_query__token__descriptor.values[i].name);
    const auto kind = keyword_kind(word);
    const bool expected =
        kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD && kind != PG_QUERY__KEYWORD_KIND__UNRESERVED_KEYWORD;
    quoted += expected ? 1u : 0u;
    if (kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD) {
      EXPECT_EQ(is_quoted_keyword(word), expected) << word;
    }
  }
  EXPECT_EQ(quoted, 151u);
}

}  // namespace
}  // namespace pgsegue::parser

#include "rules/statement_text.hpp"

#include "parser/encoding/character_set.hpp"

#include <gtest/gtest.h>

#include <random>

namespace pgsegue::rules {
namespace {

constexpr std::string_view fragments[] = {"SELECT ", "'",  "E'",   "\\", "\"",   "$x$", " /*", "*/ ",
                                          "--",      "\n", "name", ", ", "|",    "(",   ")",   "''",
                                          "\\'",     ";",  " ",    "1",  "U&\"", "~"};

/// Fragments of SQL and codes of the encoding, now and then bytes that are none.
std::string random_text(std::mt19937& random, const parser::CharacterSet& set) {
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  std::string text;
  for (std::size_t parts = 1 + below(12); parts > 0; --parts) {
    if (below(2) == 0) {
      text += fragments[below(std::size(fragments))];
      continue;
    }
    std::string code;
    do {
      code.assign(1, static_cast<char>(0x80 + below(0x80)));
      for (std::size_t more = below(4); more > 0; --more)
        code += static_cast<char>(0x21 + below(0xDF));
    } while (set.length(code) != code.size() && below(200) != 0);
    text += code;
  }
  return text;
}

/// What was read, with `insertion` before each token; nothing if it is not read or not scanned.
std::optional<std::string> with_insertions(StatementText& source, const std::string& text,
                                           const parser::CharacterSet& set, const std::string& insertion,
                                           std::size_t& tokens_seen) {
  std::vector<parser::Token> tokens;
  if (source.read(text, parser::TextEncoding::between(set.name, "UTF8")) !=
          StatementText::Reading::readable ||
      scan(source.text(), {}, tokens) != parser::ScanStatus::ok)
    return std::nullopt;
  EditProgram program;
  if (!insertion.empty()) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i)
      program.edits.push_back({parser::TokenIndex{i}, 0, insertion});
  }
  tokens_seen = tokens.size();
  std::string out;
  return source.splice(tokens, program, out) ? out : "does not fit";
}

TEST(statement_text, keeps_the_bytes_of_random_texts_in_every_encoding) {
  StatementText source;
  for (const parser::CharacterSet& set : parser::character_sets()) {
    std::mt19937 random(20'260'101);
    int read = 0;
    for (int round = 0; round < 2'000; ++round) {
      const std::string text = random_text(random, set);
      std::size_t tokens = 0;
      const auto same = with_insertions(source, text, set, "", tokens);
      if (!same) continue;
      ++read;
      ASSERT_EQ(*same, text) << set.name;
      const std::string longer = *with_insertions(source, text, set, "/**/", tokens);
      ASSERT_EQ(longer.size(), text.size() + 4 * tokens) << set.name << ": " << text;
    }
    EXPECT_GT(read, 200) << set.name;
  }
}

TEST(statement_text, doubts_names_that_the_server_converts_again) {
  StatementText source;
  std::vector<parser::Token> tokens;
  const auto is_doubtful = [&](const std::string& text, const char* client, const char* server, bool folds) {
    EXPECT_EQ(source.read(text, parser::TextEncoding::between(client, server)),
              StatementText::Reading::readable);
    EXPECT_EQ(scan(source.text(), {}, tokens), parser::ScanStatus::ok);
    return source.has_doubtful_name(tokens, folds);
  };
  EXPECT_FALSE(is_doubtful("größe \"Ä\" 'Ä€'", "UTF8", "LATIN1", true));
  EXPECT_TRUE(is_doubtful("Ä", "UTF8", "LATIN1", true));
  EXPECT_FALSE(is_doubtful("Ä", "UTF8", "LATIN1", false));
  EXPECT_FALSE(is_doubtful("Ä", "UTF8", "UTF8", true));
  EXPECT_TRUE(is_doubtful("\"€\"", "UTF8", "LATIN1", false));
  EXPECT_TRUE(is_doubtful("U&\"\\20AC\"", "UTF8", "LATIN1", false));
  EXPECT_FALSE(is_doubtful("U&\"\\00C4\"", "UTF8", "LATIN1", true));
  const std::string forty = "\"" + std::string(80, '\xE9') + "\"";
  EXPECT_TRUE(is_doubtful(forty, "LATIN1", "LATIN1", false));
  EXPECT_FALSE(is_doubtful(forty, "LATIN1", "UTF8", false));
  EXPECT_TRUE(is_doubtful("größe", "SQL_ASCII", "SQL_ASCII", true));
  EXPECT_FALSE(is_doubtful("größe", "SQL_ASCII", "SQL_ASCII", false));
  EXPECT_TRUE(is_doubtful("\"\xF0\x40\"", "SJIS", "UTF8", false));
}

}  // namespace
}  // namespace pgsegue::rules

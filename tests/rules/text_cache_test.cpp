#include "rules/text_cache.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

namespace pgsegue::rules {
namespace {

struct text_cache : testing::Test {
  std::unique_ptr<TextCache> cache = std::make_unique<TextCache>();

  void note(std::string_view text, std::string_view output, std::uint32_t context = 0) {
    cache->note(TextCache::make_key(text, NameContextId{context}), text, {true, true, output});
  }
  std::optional<std::string> find(std::string_view text, std::uint32_t context = 0) {
    TextCache::Known known;
    if (!cache->find(TextCache::make_key(text, NameContextId{context}), text, known)) return std::nullopt;
    return std::string(known.output);
  }
};

TEST_F(text_cache, keeps_what_comes_twice) {
  note("SELECT a", "SELECT b");
  EXPECT_EQ(find("SELECT a"), std::nullopt);
  note("SELECT a", "SELECT b");
  EXPECT_EQ(find("SELECT a"), "SELECT b");
}

TEST_F(text_cache, keeps_it_for_its_context) {
  for (int i = 0; i < 2; ++i)
    note("SELECT a", "SELECT b", 1);
  EXPECT_EQ(find("SELECT a", 1), "SELECT b");
  EXPECT_EQ(find("SELECT a", 2), std::nullopt);
  for (int i = 0; i < 2; ++i)
    note("SELECT a", "SELECT c", 2);
  EXPECT_EQ(find("SELECT a", 2), "SELECT c");
  EXPECT_EQ(find("SELECT a", 1), std::nullopt);
}

TEST_F(text_cache, compares_the_text) {
  const TextCache::Key key = TextCache::make_key("SELECT a", NameContextId{0});
  for (int i = 0; i < 2; ++i)
    note("SELECT a", "SELECT b");
  TextCache::Known known;
  EXPECT_FALSE(cache->find(key, "SELECT x", known));
}

TEST_F(text_cache, does_not_keep_long_texts) {
  const std::string text(3000, 'a');
  for (int i = 0; i < 3; ++i)
    note(text, "b");
  EXPECT_EQ(find(text), std::nullopt);
  for (int i = 0; i < 3; ++i)
    note("a", text);
  EXPECT_EQ(find("a"), std::nullopt);
}

}  // namespace
}  // namespace pgsegue::rules

#include "rules/shape_cache.hpp"

#include "rules/shape.hpp"

#include <gtest/gtest.h>

#include <malloc.h>
#include <optional>
#include <string>
#include <vector>

namespace pgsegue::rules {
namespace {

struct shape_cache : testing::Test {
  std::vector<parser::Token> tokens;
  ShapeWriter writer;

  std::string_view shape_of(std::string_view text) {
    EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok) << text;
    return writer.write(text, tokens);
  }

  const KnownShape* insert(ShapeCache& cache, std::string_view text, std::string replacement,
                           std::uint32_t context = 0) {
    const std::string_view shape = shape_of(text);
    EditProgram program{{{parser::TokenIndex{1}, 1, std::move(replacement)}}};
    return cache.insert(ShapeCache::make_key(shape, NameContextId{context}), shape, {{}, std::move(program)});
  }

  /// The replacement of the program found.
  std::optional<std::string> find(ShapeCache& cache, std::string_view text, std::uint32_t context = 0) {
    const std::string_view shape = shape_of(text);
    const KnownShape* known = cache.find(ShapeCache::make_key(shape, NameContextId{context}), shape);
    if (known == nullptr) return std::nullopt;
    return known->program->edits.front().replacement;
  }
};

TEST_F(shape_cache, finds_by_shape_and_context) {
  ShapeCache cache(1u << 20);
  insert(cache, "SELECT a WHERE b = 1", "x");
  insert(cache, "SELECT a WHERE b = 1", "y", 1);
  EXPECT_EQ(find(cache, "SELECT a WHERE b = 2"), "x");
  EXPECT_EQ(find(cache, "SELECT a WHERE b = 2", 1), "y");
  EXPECT_EQ(find(cache, "SELECT a WHERE b = 2", 2), std::nullopt);
  EXPECT_EQ(find(cache, "SELECT a WHERE c = 2"), std::nullopt);
  cache.clear();
  EXPECT_EQ(find(cache, "SELECT a WHERE b = 2"), std::nullopt);
  EXPECT_EQ(cache.bytes(), 0u);
}

TEST_F(shape_cache, a_hash_collision_is_a_miss_and_takes_the_place) {
  ShapeCache cache(1u << 20);
  insert(cache, "SELECT a", "x");
  const std::string one(shape_of("SELECT a")), other(shape_of("SELECT b"));
  const auto key = ShapeCache::make_key(one, NameContextId{0});
  EXPECT_EQ(cache.find(key, other), nullptr);
  cache.insert(key, other, {});
  EXPECT_NE(cache.find(key, other), nullptr);
  EXPECT_EQ(cache.find(key, one), nullptr);
  EXPECT_EQ(cache.find({key.hash, NameContextId{1}}, other), nullptr) << "contexts are compared, too";
  EXPECT_EQ(cache.size(), 1u);
  EXPECT_EQ(find(cache, "SELECT a"), std::nullopt);
}

TEST_F(shape_cache, stays_within_its_bytes_and_drops_the_least_recently_used) {
  ShapeCache cache(16'384);
  insert(cache, "SELECT kept", "k");
  for (int i = 0; i < 500; ++i) {
    insert(cache, "SELECT a" + std::to_string(i), "x");
    EXPECT_EQ(find(cache, "SELECT kept"), "k");
    EXPECT_LE(cache.bytes(), 16'384u);
  }
  EXPECT_EQ(find(cache, "SELECT a0"), std::nullopt);
  EXPECT_EQ(find(cache, "SELECT a499"), "x");
}

TEST_F(shape_cache, a_shape_in_use_survives_any_number_of_others) {
  ShapeCache cache(16'384);
  insert(cache, "SELECT hot", "k");
  for (int i = 0; i < 2'000; ++i) {
    insert(cache, "SELECT a" + std::to_string(i), "x");
    if (i % 10 == 0) {
      EXPECT_EQ(find(cache, "SELECT hot"), "k") << i;
    }
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(shape_cache, takes_no_more_memory_than_it_says) {
  constexpr std::size_t limit = std::size_t{4} << 20;
  std::vector<std::string> texts;
  texts.reserve(20'000);
  for (int i = 0; i < 20'000; ++i)
    texts.push_back("SELECT a" + std::to_string(i) + " FROM t WHERE b = 1 AND c = 2");
  const auto taken = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
  const std::size_t before = taken();
  ShapeCache cache(limit);
  for (const std::string& text : texts)
    insert(cache, text, "another_name_of_some_length");
  EXPECT_LE(taken() - before, limit + limit / 20);
  EXPECT_GT(cache.bytes(), limit / 2);
}
#endif

TEST_F(shape_cache, does_not_keep_what_would_fill_it_alone) {
  ShapeCache cache(16'384);
  insert(cache, "SELECT small", "x");
  insert(cache, "SELECT big", std::string(4'096, 'x'));
  EXPECT_EQ(find(cache, "SELECT big"), std::nullopt);
  EXPECT_EQ(insert(cache, "SELECT " + std::string(4'096, 'x'), ""), nullptr) << "the shape counts, too";
  EXPECT_EQ(find(cache, "SELECT small"), "x");
  ShapeCache none(0);
  insert(none, "SELECT a", "x");
  EXPECT_EQ(none.size(), 0u);
}

}  // namespace
}  // namespace pgsegue::rules

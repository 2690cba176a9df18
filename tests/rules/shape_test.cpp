#include "rules/shape.hpp"

#include "rules/hash_bytes.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace pgsegue::rules {
namespace {

std::vector<parser::Token> tokens_of(std::string_view text) {
  std::vector<parser::Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok) << text;
  return tokens;
}

std::string shape_of(std::string_view text) {
  ShapeWriter writer;
  return std::string(writer.write(text, tokens_of(text)));
}

bool same_shape(std::string_view a, std::string_view b) {
  const bool same = shape_of(a) == shape_of(b);
  EXPECT_EQ(hash_bytes(shape_of(a)) == hash_bytes(shape_of(b)), same);
  return same;
}

TEST(shape, constants_comments_and_layout_do_not_count) {
  EXPECT_TRUE(same_shape("SELECT a FROM t WHERE b = 1 AND c = 'x'",
                         "SELECT a FROM t\nWHERE b=2147483647 /* c */ AND c=E'y'"));
  EXPECT_TRUE(same_shape("SELECT B'1'", "SELECT X'ff' -- end"));
  EXPECT_TRUE(same_shape("SELECT 2147483648, 007", "SELECT 1e3, 10"));
  EXPECT_TRUE(same_shape("SELECT N'a', E'b', 'c'", "SELECT N'b', $$n$$, U&'n'"));
  EXPECT_TRUE(same_shape("", " -- nothing"));
}

TEST(shape, everything_else_counts) {
  for (const auto& [a, b] : {std::pair{"SELECT a", "SELECT b"},
                             {"SELECT a", "SELECT A"},
                             {"SELECT a", "SELECT \"a\""},
                             {"SELECT 1", "SELECT '1'"},
                             {"SELECT $1", "SELECT $2"},
                             {"SELECT a", "SELECT a, a"},
                             {"SELECT ab c", "SELECT a bc"},
                             {"SELECT a+b", "SELECT a-b"},
                             {"SELECT 'a'", "SELECT N'a'"},
                             {"SELECT 1", "SELECT 1.5"},
                             {"SELECT 2147483647", "SELECT 2147483648"},
                             {"SELECT", "SELECT 1"},
                             {"SELECT 1 2", "SELECT 1"},
                             {"SELECT 1, 2", "SELECT 1,"}}) {
    EXPECT_FALSE(same_shape(a, b)) << a << " / " << b;
  }
}

TEST(shape, the_escape_character_of_a_name_counts) {
  EXPECT_FALSE(same_shape("SELECT U&\"!0061\" UESCAPE '!'", "SELECT U&\"!0061\" UESCAPE '#'"));
}

TEST(shape, a_writer_is_used_again) {
  ShapeWriter writer;
  const std::string long_text = "SELECT " + std::string(1000, 'a') + ", b";
  for (const std::string_view text :
       {"SELECT b", long_text.c_str(), "", "SELECT abcdefghijklmnopqrst, b", "SELECT b"})
    EXPECT_EQ(writer.write(text, tokens_of(text)), shape_of(text));
}

TEST(shape, hashes_differ_in_every_byte) {
  std::set<std::uint64_t> hashes;
  std::size_t shapes = 0;
  for (std::size_t size = 1; size <= 70; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string word(size, 'a');
      word[at] = 'b';
      const std::string text = "SELECT " + word;
      hashes.insert(hash_bytes(shape_of(text)));
      ++shapes;
    }
  }
  EXPECT_EQ(hashes.size(), shapes);
}

}  // namespace
}  // namespace pgsegue::rules

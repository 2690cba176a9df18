#include "proxy/session/copy_field_adder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace pgsegue::session {
namespace {

using CopyKind = parser::CopyFormat::Kind;

rules::CopyFields fields_of(CopyKind kind, std::size_t width, std::vector<std::size_t> fields) {
  rules::CopyFields copy{{}, width, std::move(fields)};
  copy.format.kind = kind;
  if (kind == CopyKind::csv) copy.format.delimiter = ',';
  return copy;
}

std::string fed(CopyFieldAdder& adder, std::string_view data, std::size_t piece) {
  wire::Buffer out;
  for (std::size_t at = 0; at < data.size(); at += piece)
    EXPECT_TRUE(adder.feed(wire::as_bytes(data.substr(at, piece)), out));
  adder.finish(out);
  return {reinterpret_cast<const char*>(out.data()), out.size()};
}

/// The same whatever pieces the data come in.
std::string copied(const rules::CopyFields& fields, std::string_view data) {
  CopyFieldAdder whole(fields, 1000);
  std::string result = fed(whole, data, data.size());
  for (std::size_t piece = 1; piece < data.size(); ++piece) {
    CopyFieldAdder in_pieces(fields, 1000);
    EXPECT_EQ(fed(in_pieces, data, piece), result) << "in pieces of " << piece;
  }
  return result;
}

TEST(copy_field_adder, text_rows_get_copies_of_fields) {
  const auto second = fields_of(CopyKind::text, 2, {1});
  EXPECT_EQ(copied(second, "1\ta\n2\t\\N\n"), "1\ta\ta\n2\t\\N\t\\N\n");
  EXPECT_EQ(copied(second, "1\ta\\tb\\\\\n2\t\n"), "1\ta\\tb\\\\\ta\\tb\\\\\n2\t\t\n");
  EXPECT_EQ(copied(second, "1\ta\\\nb\n"), "1\ta\\\nb\ta\\\nb\n");
  EXPECT_EQ(copied(second, "1\ta\\\tb\n"), "1\ta\\\tb\ta\\\tb\n");
  EXPECT_EQ(copied(fields_of(CopyKind::text, 3, {2, 0}), "1\ta\tb\n"), "1\ta\tb\tb\t1\n");
  EXPECT_EQ(copied(fields_of(CopyKind::text, 1, {0}), "a\n\n\\\\.\n"), "a\ta\n\t\n\\\\.\t\\\\.\n");
}

TEST(copy_field_adder, a_field_that_is_not_there_is_not_copied) {
  EXPECT_EQ(copied(fields_of(CopyKind::text, 2, {1}), "1\n2\ta\tb\n"), "1\n2\ta\tb\ta\n");
}

TEST(copy_field_adder, lines_end_as_the_first_does) {
  const auto first = fields_of(CopyKind::text, 2, {0});
  EXPECT_EQ(copied(first, "a\tb\r\nc\td\r\n"), "a\tb\ta\r\nc\td\tc\r\n");
  EXPECT_EQ(copied(first, "a\tb\rc\td\r"), "a\tb\ta\rc\td\tc\r");
  EXPECT_EQ(copied(first, "a\tb\nc\rd\te\n"), "a\tb\ta\nc\rd\te\tc\rd\n");
}

TEST(copy_field_adder, the_last_row_may_have_no_end) {
  EXPECT_EQ(copied(fields_of(CopyKind::text, 2, {1}), "1\ta\n2\tb"), "1\ta\ta\n2\tb\tb");
  EXPECT_EQ(copied(fields_of(CopyKind::csv, 2, {1}), "1,\"a\""), "1,\"a\",\"a\"");
}

TEST(copy_field_adder, the_end_marker_stays) {
  EXPECT_EQ(copied(fields_of(CopyKind::text, 2, {1}), "1\ta\n\\.\n"), "1\ta\ta\n\\.\n");
  EXPECT_EQ(copied(fields_of(CopyKind::csv, 2, {1}), "1,a\n\\.\n"), "1,a,a\n\\.\n");
  EXPECT_EQ(copied(fields_of(CopyKind::text, 1, {0}), "\\."), "\\.");
}

TEST(copy_field_adder, csv_rows_have_quotes) {
  const auto second = fields_of(CopyKind::csv, 2, {1});
  EXPECT_EQ(copied(second, "1,\"a,b\"\n"), "1,\"a,b\",\"a,b\"\n");
  EXPECT_EQ(copied(second, "1,\"a\"\"\nb\"\r\n2,\r\n"), "1,\"a\"\"\nb\",\"a\"\"\nb\"\r\n2,,\r\n");
  EXPECT_EQ(copied(second, "1,a\\\n"), "1,a\\,a\\\n");
  EXPECT_EQ(copied(second, "1,x\"y,z\"w\n"), "1,x\"y,z\"w,x\"y,z\"w\n");
}

TEST(copy_field_adder, csv_options_count) {
  auto fields = fields_of(CopyKind::csv, 2, {1});
  fields.format.delimiter = ';';
  fields.format.quote = '\'';
  fields.format.escape = '\\';
  EXPECT_EQ(copied(fields, "1;'a\\';b'\n2;\"\n"), "1;'a\\';b';'a\\';b'\n2;\";\"\n");
  EXPECT_EQ(copied(fields, "1;'a\\\\'\n2;b\n"), "1;'a\\\\';'a\\\\'\n2;b;b\n");
}

constexpr std::string_view signature("PGCOPY\n\377\r\n\0", 11);

std::string number(std::uint32_t value, int bytes) {
  std::string out;
  while (bytes-- > 0)
    out += static_cast<char>(value >> (8 * bytes));
  return out;
}

std::string binary_file(const std::string& rows) {
  return std::string(signature) + number(0, 4) + number(3, 4) + "ext" + rows;
}

TEST(copy_field_adder, binary_rows_have_counts_and_lengths) {
  const std::string row = number(1, 4) + "1" + number(3, 4) + "a\nb",
                    null = number(0, 4) + number(0xFFFFFFFF, 4);
  EXPECT_EQ(copied(fields_of(CopyKind::binary, 2, {1}),
                   binary_file(number(2, 2) + row + number(2, 2) + null + number(0xFFFF, 2) + "rest")),
            binary_file(number(3, 2) + row + number(3, 4) + "a\nb" + number(3, 2) + null +
                        number(0xFFFFFFFF, 4) + number(0xFFFF, 2) + "rest"));
}

TEST(copy_field_adder, what_is_no_binary_row_passes) {
  const std::string rows = number(3, 2) + number(1, 4) + "1";
  EXPECT_EQ(copied(fields_of(CopyKind::binary, 2, {1}), binary_file(rows)), binary_file(rows));
  EXPECT_EQ(copied(fields_of(CopyKind::binary, 2, {1}), "nonsense"), "nonsense");
}

TEST(copy_field_adder, long_values_are_refused) {
  CopyFieldAdder adder(fields_of(CopyKind::text, 1, {0}), 10);
  wire::Buffer out;
  EXPECT_TRUE(adder.feed(wire::as_bytes("0123456789"), out));
  EXPECT_FALSE(adder.feed(wire::as_bytes("x"), out));
}

}  // namespace
}  // namespace pgsegue::session

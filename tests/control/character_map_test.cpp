#include "parser/encoding/character_map.hpp"

#include "parser/unicode.hpp"
#include "tests/control/control_support.hpp"

#include <gtest/gtest.h>

namespace pgsegue::control {
namespace {

using parser::CharacterMap;
using parser::CharacterSet;
using testing::open_connection;
using testing::postgres_cluster;
using testing::soon;

/// What the server makes of a code: UTF-8 in hexadecimal digits, or the SQLSTATE.
constexpr const char* encoded_schema = R"sql(
CREATE FUNCTION converted(code bytea, encoding name) RETURNS text LANGUAGE plpgsql AS $$
BEGIN RETURN encode(convert_to(convert_from(code, encoding), 'UTF8'), 'hex');
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE; END $$;
CREATE FUNCTION codes(lead bytea, first int, last int, first2 int, last2 int) RETURNS SETOF bytea LANGUAGE sql AS $$
SELECT lead || set_byte(set_byte('\x0000', 0, i), 1, j)
FROM generate_series(first, last) i, generate_series(first2, last2) j $$;
)sql";

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(parser::hex_value(digits[i]) << 4 | parser::hex_value(digits[i + 1]));
  return bytes;
}

/// SQL for the codes beyond ASCII of an encoding, those of four bytes in samples of their first two.
std::string codes_of(const CharacterSet& set) {
  if (set.is_single_byte) return "SELECT set_byte('\\x00', 0, i) FROM generate_series(128, 255) i";
  std::string sql =
      "SELECT set_byte('\\x00', 0, i) FROM generate_series(128, 255) i "
      "UNION ALL SELECT public.codes('', 128, 255, 1, 255)";
  if (set.name.starts_with("EUC_J") || set.name == "JOHAB")
    sql += " UNION ALL SELECT public.codes('\\x8f', 160, 255, 160, 255)";
  if (set.name == "EUC_TW")
    sql +=
        " UNION ALL SELECT public.codes(set_byte('\\x8e00', 1, i), 160, 255, 160, 255) FROM "
        "generate_series(160, "
        "168) i";
  if (set.name == "GB18030")
    sql +=
        " UNION ALL SELECT public.codes(l, 129, 254, 48, 57) FROM "
        "unnest('{\\\\x8130,\\\\x8135,\\\\x8136,\\\\x8235,\\\\x8331,"
        "\\\\x8431,\\\\x9030,\\\\x9439,\\\\x9532,\\\\xe332}'::bytea[]) l";
  return sql;
}

struct character_map : ::testing::TestWithParam<std::string> {
  const CharacterSet& set = *parser::find_character_set(GetParam());
  CharacterMap map{set};
  int known = 0;

  static void SetUpTestSuite() {
    postgres_cluster::shared().create_database("character_map", encoded_schema);
  }

  /// `of_server` is the character in UTF-8, empty if it is none. Codes that are two characters, or a longer
  /// one begun, say nothing.
  bool agrees(const std::string& code, const std::string& of_server, bool is_valid) {
    const std::size_t length = set.length(code);
    if (length == 0) return !is_valid || set.length(code.substr(0, 1)) == 1;
    if (length != code.size()) return true;
    const std::string decoded(map.decode(code));
    if (decoded.empty()) return of_server.empty() || !map.is_complete();
    ++known;
    std::string back;
    const bool is_same = !map.encode(decoded, back) || map.decode(back) == decoded;
    return decoded == of_server && is_same;
  }
};

TEST_P(character_map, agrees_with_the_server) {
  open_connection connection("character_map");
  const std::string sql =
      "SELECT encode(c, 'hex'), public.converted(c, '" + GetParam() + "') FROM (" + codes_of(set) + ") s(c)";
  const query_outcome outcome = connection->run(sql.c_str(), soon());
  ASSERT_EQ(outcome.failure, "");
  const PGresult* rows = outcome.results.front().get();
  for (int row = 0; row < PQntuples(rows); ++row) {
    const std::string code = PQgetvalue(rows, row, 0), answer = PQgetvalue(rows, row, 1);
    const bool is_sqlstate = answer.size() == 5;
    ASSERT_TRUE(agrees(from_hex(code), is_sqlstate ? "" : from_hex(answer), answer != "22021"))
        << code << " is " << answer;
  }
  EXPECT_GT(known, 50);
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const CharacterSet& set : parser::character_sets()) {
    if (!set.is_utf8()) all.emplace_back(set.name);
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(encodings, character_map, ::testing::ValuesIn(names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace pgsegue::control

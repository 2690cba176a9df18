#include "parser/script.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace pgsegue::parser {
namespace {

using testing::ElementsAre;

std::vector<std::string> statements_of(std::string_view text) {
  const Script script = read_script(text);
  EXPECT_EQ(script.status, ScanStatus::ok) << text;
  std::vector<std::string> out;
  for (const ScriptStatement& each : script.statements)
    out.emplace_back(each.text);
  return out;
}

TEST(script, semicolons_end_statements) {
  EXPECT_THAT(statements_of("SELECT 1; SELECT 2;;\n ; SELECT 3"),
              ElementsAre("SELECT 1", "SELECT 2", "SELECT 3"));
  EXPECT_THAT(statements_of(" -- nothing; /* here; */\n"), ElementsAre());
}

TEST(script, semicolons_elsewhere_do_not) {
  EXPECT_THAT(
      statements_of("SELECT ';', \";\", $$;$$, $a$;$$;$a$, E'\\';' -- ;\n /* ; /* ; */ ; */ x; SELECT 2"),
      ElementsAre("SELECT ';', \";\", $$;$$, $a$;$$;$a$, E'\\';' -- ;\n /* ; /* ; */ ; */ x", "SELECT 2"));
  EXPECT_THAT(statements_of("CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); SELECT 2"),
              ElementsAre("CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)", "SELECT 2"));
}

TEST(script, bodies_of_routines_are_one_with_them) {
  const std::string body =
      "FUNCTION f(begin int) RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END";
  EXPECT_THAT(statements_of("CREATE " + body + "; SELECT 2"), ElementsAre("CREATE " + body, "SELECT 2"));
  EXPECT_THAT(statements_of("CREATE OR REPLACE " + body + "; SELECT 2"),
              ElementsAre("CREATE OR REPLACE " + body, "SELECT 2"));
  EXPECT_THAT(statements_of("BEGIN; SELECT 1; END; CREATE TABLE function(a int); BEGIN; END"),
              ElementsAre("BEGIN", "SELECT 1", "END", "CREATE TABLE function(a int)", "BEGIN", "END"));
}

TEST(script, commands_of_psql_end_statements) {
  EXPECT_THAT(statements_of("\\set aid 7;\nSELECT :aid \\gset x\nSELECT 2\n\\g\n\\d person; x\nSELECT 3;"),
              ElementsAre("SELECT :aid", "SELECT 2", "SELECT 3"));
}

TEST(script, copied_rows_are_no_statements) {
  EXPECT_THAT(
      statements_of("COPY t FROM stdin;\n1\tO'Hara; (\n\\.x\n\\N\n\\.\nSELECT 2; COPY t TO STDOUT; SELECT 3"),
      ElementsAre("COPY t FROM stdin", "SELECT 2", "COPY t TO STDOUT", "SELECT 3"));
  EXPECT_THAT(statements_of("COPY t FROM STDIN;\n1\n"), ElementsAre("COPY t FROM STDIN"));
}

TEST(script, lines) {
  const Script script = read_script("\n-- a comment\nSELECT\n1; SELECT 2;\n\nSELECT 3");
  ASSERT_EQ(script.statements.size(), 3u);
  EXPECT_EQ(script.statements[0].line, 3u);
  EXPECT_EQ(script.statements[1].line, 4u);
  EXPECT_EQ(script.statements[2].line, 6u);
}

TEST(script, what_cannot_be_read_has_a_line) {
  const Script open = read_script("SELECT 1;\n\nSELECT 'a;\nSELECT 2;");
  EXPECT_EQ(open.status, ScanStatus::unterminated);
  EXPECT_EQ(open.line, 3u);
  EXPECT_EQ(open.statements.size(), 1u);
  EXPECT_EQ(read_script(std::string_view("SELECT 1;\0", 10)).status, ScanStatus::invalid);
  EXPECT_EQ(read_script("SELECT 1;\nSELECT \x01").line, 2u);
}

}  // namespace
}  // namespace pgsegue::parser

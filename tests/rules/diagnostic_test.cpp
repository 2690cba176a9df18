#include "rules/diagnostic.hpp"

#include <gtest/gtest.h>

namespace pgsegue::rules {
namespace {

Diagnostic at(unsigned line, unsigned column, std::string source) {
  return {
      Diagnostic::Severity::error, "shop.yaml", line, column, "something is wrong", "", std::move(source)};
}

TEST(Diagnostic, ShowsPlaceMessageLineAndCaret) {
  EXPECT_EQ(render(at(12, 5, "    frm: x"), false),
            "shop.yaml:12:5: error: something is wrong\n"
            "  12 |     frm: x\n"
            "     |     ^\n");
}

TEST(Diagnostic, ShowsTheHint) {
  Diagnostic finding = at(1, 1, "frm: x");
  finding.severity = Diagnostic::Severity::warning;
  finding.hint = "did you mean \"from\"?";
  EXPECT_EQ(render(finding, false),
            "shop.yaml:1:1: warning: something is wrong\n"
            "  1 | frm: x\n"
            "    | ^\n"
            "  hint: did you mean \"from\"?\n");
}

TEST(Diagnostic, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(render(at(0, 0, ""), false), "shop.yaml: error: something is wrong\n");
  EXPECT_EQ(render(at(3, 0, "abc"), false), "shop.yaml:3: error: something is wrong\n  3 | abc\n");
}

TEST(Diagnostic, PutsTheCaretUnderTheCharacterNotTheByte) {
  EXPECT_EQ(render(at(1, 8, "größe: x"), false),
            "shop.yaml:1:8: error: something is wrong\n"
            "  1 | größe: x\n"
            "    |        ^\n");
}

TEST(Diagnostic, KeepsTabsInFrontOfTheCaret) {
  EXPECT_NE(render(at(1, 3, "\tax"), false).find("    | \t ^\n"), std::string::npos);
}

TEST(Diagnostic, ACaretBehindTheEndOfTheLineStandsThere) {
  EXPECT_NE(render(at(1, 5, "ab"), false).find("    |     ^\n"), std::string::npos);
}

TEST(Diagnostic, DoesNotLetEscapesOfTheFileThrough) {
  EXPECT_EQ(render(at(1, 1, "\x1b[31mred"), false).find('\x1b'), std::string::npos);
}

TEST(Diagnostic, ColoursOnlyWhenAsked) {
  const std::string coloured = render(at(1, 1, "x"), true);
  EXPECT_NE(coloured.find("\x1b[1;31merror"), std::string::npos);
  EXPECT_NE(coloured.find("\x1b[1;32m^"), std::string::npos);
  EXPECT_EQ(render(at(1, 1, "x"), false).find('\x1b'), std::string::npos);
}

TEST(Diagnostic, WarningsAreNoErrors) {
  Diagnostic warning = at(1, 1, "");
  warning.severity = Diagnostic::Severity::warning;
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({warning}));
  EXPECT_TRUE(has_errors({warning, at(1, 1, "")}));
}

}  // namespace
}  // namespace pgsegue::rules

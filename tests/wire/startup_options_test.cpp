#include "proxy/wire/startup_options.hpp"

#include <gtest/gtest.h>

namespace pgsegue::wire {
namespace {

std::string shown(std::string_view options) {
  std::string text;
  for (const StartupOption& option : parse_startup_options(options)) {
    text += option.name + "=" + option.value + ";";
  }
  return text;
}

TEST(StartupOptions, ReadsEveryFormOfASetting) {
  EXPECT_EQ(shown("-c a=1 -cb=2 --c-d=3 -- e=4"), "a=1;b=2;c_d=3;e=4;");
  EXPECT_EQ(shown("  -c\ta=1\n"), "a=1;");
  EXPECT_EQ(shown("-c search_path=a\\ b\\\\c"), "search_path=a b\\c;");
}

TEST(StartupOptions, SkipsOtherSwitchesAndIncompleteOnes) {
  EXPECT_EQ(shown("-B 100 -e -c"), "");
  EXPECT_EQ(shown("-c a"), "a=;");
  EXPECT_EQ(shown("\\"), "");
  EXPECT_EQ(shown(""), "");
}

}  // namespace
}  // namespace pgsegue::wire

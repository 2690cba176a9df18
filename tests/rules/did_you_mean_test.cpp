#include "rules/did_you_mean.hpp"

#include <gtest/gtest.h>

#include <array>

namespace pgsegue::rules {
namespace {

constexpr std::array<std::string_view, 4> known_words{"from", "to", "table", "rename_column"};

TEST(EditDistance, CountsSteps) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("from", "frm"), 1u);
  EXPECT_EQ(edit_distance("from", "form"), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("Table", "tABLE"), 0u);
}

TEST(DidYouMean, NamesTheNearestWord) {
  EXPECT_EQ(did_you_mean("form", known_words), "did you mean \"from\"?");
  EXPECT_EQ(did_you_mean("renamecolumn", known_words), "did you mean \"rename_column\"?");
  EXPECT_EQ(did_you_mean("tabel", known_words), "did you mean \"table\"?");
}

TEST(DidYouMean, IsSilentAboutStrangers) {
  EXPECT_EQ(did_you_mean("frobnicate", known_words), "");
  EXPECT_EQ(did_you_mean("x", known_words), "");
  EXPECT_EQ(did_you_mean("so", known_words), "");
  EXPECT_EQ(did_you_mean(std::string(100'000, 'a'), known_words), "");
}

TEST(DidYouMean, ListsWhatThereIsInstead) {
  EXPECT_EQ(hint_for_unknown("frobnicate", known_words, "known keys"),
            "known keys: from, to, table, rename_column");
  EXPECT_EQ(hint_for_unknown("frm", known_words, "known keys"), "did you mean \"from\"?");
}

}  // namespace
}  // namespace pgsegue::rules

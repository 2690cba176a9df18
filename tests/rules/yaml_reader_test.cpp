#include "rules/yaml_reader.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>

namespace pgsegue::rules {
namespace {

using std::chrono::milliseconds;

constexpr std::array<std::string_view, 3> keys{"name", "größe", "list"};

/// What was found, one finding per line: `line:column: message (hint)`.
std::string findings(const YamlFile& file) {
  std::string out;
  for (const Diagnostic& finding : file.diagnostics()) {
    out += std::to_string(finding.line) + ":" + std::to_string(finding.column) + ": " + finding.message;
    if (!finding.hint.empty()) out += " (" + finding.hint + ")";
    out += "\n";
  }
  return out;
}

/// A file that is one map with the key "name".
struct one_value {
  explicit one_value(const std::string& text) : file(YamlFile::parse("t.yaml", "name: " + text)) {
    map = file.root()->as_map(keys);
    value = map->find("name");
  }
  YamlFile file;
  std::optional<YamlMap> map;
  std::optional<YamlNode> value;
};

TEST(YamlFile, SaysWhyItCannotBeRead) {
  const std::string missing = testing::TempDir() + "/no-such-file.yaml";
  EXPECT_EQ(findings(YamlFile::load(missing)),
            "0:0: cannot read the file: No such file or directory (check the path and the permissions)\n");
  EXPECT_NE(findings(YamlFile::load(testing::TempDir())).find("is a directory"), std::string::npos);
}

TEST(YamlFile, RefusesEmptyFiles) {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n---\n", "~"}) {
    const YamlFile file = YamlFile::parse("t.yaml", text);
    EXPECT_EQ(findings(file), "0:0: the file is empty\n") << text;
    EXPECT_FALSE(file.root());
  }
}

TEST(YamlFile, RefusesASecondDocument) {
  EXPECT_EQ(findings(YamlFile::parse("t.yaml", "name: a\n---\nname: b\n")),
            "3:1: a second YAML document starts here (remove the line \"---\" before it)\n");
  EXPECT_EQ(
      findings(YamlFile::parse("t.yaml", ", name: a\n")),
      "1:1: unexpected character (the file must be YAML; check indentation, quotes and colons at and before "
      "this place)\n");
}

TEST(YamlFile, PointsAtSyntaxErrors) {
  EXPECT_EQ(findings(YamlFile::parse("t.yaml", "name: a\nlist: b: c\n")).substr(0, 24),
            "2:8: illegal map value (");
}

TEST(YamlFile, AnUnclosedQuoteIsAnError) {
  for (const char* text : {"name: 'shop\nlist: []\n", "name: \"shop\n\n"}) {
    const YamlFile file = YamlFile::parse("t.yaml", text);
    EXPECT_FALSE(file.root()) << text;
    EXPECT_NE(findings(file).find("close the quote"), std::string::npos) << findings(file);
  }
}

TEST(YamlFile, AByteOrderMarkIsNoText) {
  const YamlFile file = YamlFile::parse("t.yaml", "\xEF\xBB\xBFname: a\nnmae: b");
  ASSERT_TRUE(file.root()->as_map(keys));
  EXPECT_EQ(findings(file), "2:1: unknown key \"nmae\" (did you mean \"name\"?)\n");
}

TEST(YamlMap, UnknownAndRepeatedKeys) {
  const YamlFile file = YamlFile::parse("t.yaml", "name: a\nnmae: b\nname: c\n? [x]\n: d\n");
  const std::optional<YamlMap> map = file.root()->as_map(keys);
  ASSERT_TRUE(map);
  EXPECT_EQ(map->find("name")->as_string(), "a");
  EXPECT_EQ(findings(file),
            "2:1: unknown key \"nmae\" (did you mean \"name\"?)\n"
            "3:1: the key \"name\" is given twice (the first one is in line 1)\n"
            "4:3: a key must be a plain word\n");
}

TEST(YamlMap, AMergeKeyIsNotFollowedSilently) {
  const YamlFile file = YamlFile::parse("t.yaml", "<<: {name: a}\n");
  const std::optional<YamlMap> map = file.root()->as_map(keys);
  EXPECT_FALSE(map->find("name"));
  EXPECT_EQ(findings(file), "1:1: unknown key \"<<\" (known keys: name, größe, list)\n");
}

TEST(YamlMap, ColumnsAreCharacters) {
  const YamlFile file = YamlFile::parse("t.yaml", "{größe: true, größer: 1}\n");
  ASSERT_TRUE(file.root()->as_map(keys));
  EXPECT_EQ(findings(file), "1:15: unknown key \"größer\" (did you mean \"größe\"?)\n");
}

TEST(YamlMap, MissingKeysAndWrongKinds) {
  const YamlFile file = YamlFile::parse("t.yaml", "list: 7\n");
  const std::optional<YamlMap> map = file.root()->as_map(keys);
  EXPECT_FALSE(map->require("name"));
  EXPECT_FALSE(map->find("list")->as_sequence());
  EXPECT_FALSE(map->find("list")->as_map(keys));
  EXPECT_EQ(findings(file),
            "1:1: \"name\" is missing in the file\n"
            "1:7: \"list\" must be a list (write one item per line, each started by \"- \")\n"
            "1:7: \"list\" must be a map (write \"key: value\" lines; known keys: name, größe, list)\n");
}

TEST(YamlNode, AKeyWithoutValueIsPointedAtItself) {
  const YamlFile file = YamlFile::parse("t.yaml", "name:\n\n\nlist: []\n");
  const std::optional<YamlMap> map = file.root()->as_map(keys);
  EXPECT_FALSE(map->find("name")->as_string());
  EXPECT_EQ(findings(file), "1:1: \"name\" has no value (give a text, or remove the key)\n");
  EXPECT_TRUE(map->find("list")->as_sequence()->empty());
}

TEST(YamlNode, ItemsKnowTheirPlace) {
  const YamlFile file = YamlFile::parse("t.yaml", "list: [1, x]\n");
  const auto items = file.root()->as_map(keys)->find("list")->as_sequence();
  EXPECT_EQ((*items)[0].as_integer(0, 9), 1);
  EXPECT_FALSE((*items)[1].as_integer(0, 9));
  EXPECT_EQ(findings(file), "1:11: item 2 of \"list\" must be a whole number from 0 to 9, not \"x\"\n");
}

TEST(YamlNode, Integers) {
  EXPECT_EQ(one_value("5432").value->as_integer(1, 65535), 5432);
  EXPECT_EQ(one_value("-1").value->as_integer(-1, 1), -1);
  for (const char* text : {"0", "65536", "54.3", "0x10", "99999999999999999999", "5 4", "''", "[1]", "{}"}) {
    const one_value each(text);
    EXPECT_FALSE(each.value->as_integer(1, 65535)) << text;
    EXPECT_EQ(each.file.diagnostics().size(), 1u) << text;
  }
}

TEST(YamlNode, Booleans) {
  EXPECT_EQ(one_value("true").value->as_bool(), true);
  EXPECT_EQ(one_value("false").value->as_bool(), false);
  const one_value wrong("yes");
  EXPECT_FALSE(wrong.value->as_bool());
  EXPECT_EQ(findings(wrong.file), "1:7: \"name\" must be true or false, not \"yes\"\n");
}

TEST(YamlNode, Sizes) {
  EXPECT_EQ(one_value("0").value->as_size(0, 10), 0u);
  EXPECT_EQ(one_value("512").value->as_size(0, 1u << 30), 512u);
  EXPECT_EQ(one_value("64KiB").value->as_size(0, 1u << 30), 65536u);
  EXPECT_EQ(one_value("16 MiB").value->as_size(0, 1u << 30), 16u << 20);
  EXPECT_EQ(one_value("1GiB").value->as_size(0, 1u << 30), 1u << 30);
  for (const char* text : {"16MB", "-1", "1.5MiB", "MiB", "99999999999999999999GiB", "20000000000GiB"}) {
    EXPECT_FALSE(one_value(text).value->as_size(0, UINT64_MAX)) << text;
  }
  const one_value small("1KiB");
  EXPECT_FALSE(small.value->as_size(64u << 10, 1u << 30));
  EXPECT_EQ(findings(small.file), "1:7: \"name\" must be from 64KiB to 1GiB, not \"1KiB\"\n");
}

TEST(YamlNode, Durations) {
  const milliseconds none{0}, hour{3'600'000};
  EXPECT_EQ(one_value("0").value->as_duration(none, hour), none);
  EXPECT_EQ(one_value("500ms").value->as_duration(none, hour), milliseconds(500));
  EXPECT_EQ(one_value("10s").value->as_duration(none, hour), milliseconds(10'000));
  EXPECT_EQ(one_value("5 min").value->as_duration(none, hour), milliseconds(300'000));
  EXPECT_EQ(one_value("1h").value->as_duration(none, hour), hour);
  for (const char* text : {"10", "10m", "-1s", "2h", "s", "1e3ms"}) {
    EXPECT_FALSE(one_value(text).value->as_duration(none, hour)) << text;
  }
  const one_value wrong("61min");
  EXPECT_FALSE(wrong.value->as_duration(milliseconds(1), hour));
  EXPECT_EQ(findings(wrong.file), "1:7: \"name\" must be from 1ms to 1h, not \"61min\"\n");
}

TEST(YamlNode, Words) {
  constexpr std::array<std::string_view, 2> modes{"relay", "scram"};
  EXPECT_EQ(one_value("scram").value->as_word(modes), 1u);
  const one_value near("scarm"), far("kerberos");
  EXPECT_FALSE(near.value->as_word(modes));
  EXPECT_FALSE(far.value->as_word(modes));
  EXPECT_EQ(findings(near.file), "1:7: \"name\" cannot be \"scarm\" (did you mean \"scram\"?)\n");
  EXPECT_EQ(findings(far.file), "1:7: \"name\" cannot be \"kerberos\" (possible values: relay, scram)\n");
}

TEST(YamlNode, PointsIntoAScalar) {
  const one_value plain("a.b.c"), quoted("'a.b.c'"), escaped(R"("a\tb")");
  plain.value->error_at(2, "here");
  quoted.value->error_at(2, "here");
  escaped.value->error_at(2, "somewhere");
  EXPECT_EQ(findings(plain.file), "1:9: here\n");
  EXPECT_EQ(findings(quoted.file), "1:10: here\n");
  EXPECT_EQ(findings(escaped.file), "1:7: somewhere\n");
}

TEST(YamlNode, OutlivesItsFile) {
  std::optional<YamlNode> root;
  { root = YamlFile::parse("t.yaml", "name: a").root(); }
  EXPECT_EQ(root->as_map(keys)->find("name")->as_string(), "a");
}

}  // namespace
}  // namespace pgsegue::rules

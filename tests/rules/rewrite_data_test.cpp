#include "rules/rewriter.hpp"
#include "rules/statement_text.hpp"
#include "tests/rules/names.hpp"
#include "tests/rules/rule_snapshot.hpp"
#include "tests/support/data_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

namespace pgsegue::rules {
namespace {

using test::DataCase;

/// The words behind the command, `name=value` or `name` alone.
class Options {
 public:
  explicit Options(const DataCase& data) {
    for (std::size_t i = 1; i < data.words.size(); ++i) {
      const std::string& word = data.words[i];
      const auto equals = word.find('=');
      values_[word.substr(0, equals)] = equals == std::string::npos ? "" : word.substr(equals + 1);
    }
  }
  bool has(const char* name) const { return values_.contains(name); }
  std::string get(const char* name, const char* otherwise) const {
    const auto found = values_.find(name);
    return found != values_.end() ? found->second : otherwise;
  }

 private:
  std::map<std::string, std::string> values_;
};

/// The context of one case, and what it points to. Options: version=, path=a,b (default public), no-path,
/// temporary=a,b, server=16, backslashes (standard_conforming_strings off), client=SJIS and database=EUC_JP
/// (encodings; the file is in UTF-8), pass-ddl, pass-code.
struct CaseContext {
  parser::SearchPath path;
  std::vector<parser::Identifier> temporary;
  StatementContext context;

  CaseContext(const Snapshot& snapshot, const Options& options)
      : path(names_in("pg_catalog," + options.get("path", "public"))),
        temporary(names_in(options.get("temporary", ""))) {
    context.snapshot = &snapshot;
    const auto version = snapshot.find_version(options.get("version", "v1"));
    EXPECT_TRUE(version);
    context.version = version.value_or(VersionIndex{0});
    if (!options.has("no-path")) context.search_path = &path;
    context.temporary_relations = &temporary;
    context.lexing.standard_conforming_strings = !options.has("backslashes");
    context.encoding =
        parser::TextEncoding::between(options.get("client", "UTF8"), options.get("database", "UTF8"));
    context.pass = {.ddl = options.has("pass-ddl"), .code = options.has("pass-code")};
    context.server_major = std::stoi(options.get("server", "15"));
  }
  CaseContext(const CaseContext&) = delete;
  CaseContext& operator=(const CaseContext&) = delete;
};

/// The files are in UTF-8, the statements in the client's encoding.
struct Recoding {
  StatementText text;
  parser::TextEncoding encoding;

  std::string to_client(const std::string& utf8) { return text.encode(utf8, encoding); }
  std::string to_file(std::string_view of_client) { return text.decode(of_client, encoding); }
};

std::string describe(const SqlError& error) {
  std::string text = "refuse " + error.sqlstate + ' ' + error.message;
  if (error.position != 0) text += "\nat " + std::to_string(error.position);
  if (!error.detail.empty()) text += "\ndetail " + error.detail;
  if (!error.hint.empty()) text += "\nhint " + error.hint;
  return text;
}

std::string passed(const Rewrite& result) {
  return result.passed.empty() ? "" : "\npassed " + std::string(result.passed);
}

std::string describe(const Rewrite& result) {
  switch (result.action) {
    case Rewrite::Action::forward:
      return (result.affected ? "forward affected" : "forward") + passed(result);
    case Rewrite::Action::replace:
      return std::string(result.text) + passed(result);
    case Rewrite::Action::refuse:
      return describe(*result.error);
    case Rewrite::Action::needs_path:
      break;
  }
  return "needs path";
}

/// A file: the case `rules <file>`, whose comments carry the catalog, then cases `rewrite version=v1 …`.
struct rewrite_data : testing::TestWithParam<std::string> {
  std::shared_ptr<const Snapshot> snapshot;
  Rewriter shared{{}};

  std::string answer(const DataCase& data) {
    if (data.words.at(0) == "rules") {
      const auto folder = std::filesystem::path(GetParam()).parent_path();
      snapshot = snapshot_of_rules((folder / data.words.at(1)).string());
      return "";
    }
    EXPECT_EQ(data.words.at(0), "rewrite");
    return snapshot != nullptr ? rewrite(data) : "no snapshot";
  }

  /// Every case runs three times: on a rewriter of its own twice, so that the second answer may come from the
  /// cache, and on one that the whole file shares. `cached` says that the shared one knows the shape by then.
  std::string rewrite(const DataCase& data) {
    SCOPED_TRACE(data.input);
    const Options options(data);
    const CaseContext with(*snapshot, options);
    Rewriter own({});
    Recoding recoding{{}, with.context.encoding};
    const std::string input = recoding.to_client(data.input);
    const std::string first = describe(own.rewrite(input, with.context));
    EXPECT_EQ(describe(own.rewrite(input, with.context)), first);
    const std::uint64_t hits = shared.counters().hits;
    EXPECT_EQ(describe(shared.rewrite(input, with.context)), first);
    if (options.has("cached")) {
      EXPECT_EQ(shared.counters().hits, hits + 1);
    }
    return recoding.to_file(first);
  }
};

TEST_P(rewrite_data, gives_the_expected_text_or_refusal) {
  test::run_data_file(GetParam(), [this](const DataCase& data) { return answer(data); });
}

INSTANTIATE_TEST_SUITE_P(files, rewrite_data, testing::ValuesIn(test::data_files("rewrite")),
                         [](const auto& file) { return std::filesystem::path(file.param).stem().string(); });

}  // namespace
}  // namespace pgsegue::rules

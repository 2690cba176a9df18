#include "parser/binder.hpp"
#include "parser/name_effects.hpp"
#include "parser/parse_tree.hpp"
#include "tests/parser/print_bound.hpp"
#include "tests/support/data_file.hpp"
#include "tests/support/test_catalog.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <sstream>

namespace pgsegue::parser::test {
namespace {

std::vector<Identifier> names_in(const std::string& list) {
  std::istringstream stream(list);
  std::vector<Identifier> names;
  for (std::string name; std::getline(stream, name, ',');)
    names.push_back(Identifier::from_catalog(name));
  return names;
}

/// What a case's command line says: `resolve path=public,archive temporary=scratch` or `resolve no-path`.
struct Setting {
  SearchPath path = names_in("pg_catalog,public");
  std::vector<Identifier> temporary;
  bool has_path = true;

  explicit Setting(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (word == "no-path") has_path = false;
      if (word.starts_with("path=")) path = names_in(word.substr(5));
      if (word.starts_with("temporary=")) temporary = names_in(word.substr(10));
    }
  }
};

std::string resolve(const pgsegue::test::DataCase& data, const CatalogView& catalog) {
  const Setting setting(data.words);
  std::vector<Token> tokens;
  if (scan(data.input, {}, tokens) != ScanStatus::ok) return "does not scan";
  const ParseOutcome outcome = parse(data.input, tokens, {}, {});
  const auto* tree = std::get_if<ParseTree>(&outcome);
  if (tree == nullptr) return "does not parse";
  const BindInput input{data.input, tokens, catalog, setting.has_path ? &setting.path : nullptr,
                        setting.temporary};
  std::string text;
  for (std::size_t i = 0; i < tree->root().n_stmts; ++i) {
    const BindResult result = bind_statement(*tree->root().stmts[i], input);
    text += result.needs_path ? "needs path\n" : print_bound(result.statement, tokens);
    if (name_effects(*tree->root().stmts[i]).changes_names()) text += "changes names\n";
  }
  return text.empty() ? "nothing" : text;
}

class resolve_files : public testing::TestWithParam<std::string> {};

TEST_P(resolve_files, resolve_as_expected) {
  std::unique_ptr<pgsegue::test::TestCatalog> catalog;
  pgsegue::test::run_data_file(GetParam(), [&](const pgsegue::test::DataCase& data) -> std::string {
    if (data.words.front() != "catalog") return resolve(data, *catalog);
    catalog = std::make_unique<pgsegue::test::TestCatalog>(data.input);
    return "";
  });
}

std::string file_name(const testing::TestParamInfo<std::string>& file) {
  const std::size_t slash = file.param.rfind('/') + 1;
  return file.param.substr(slash, file.param.rfind('.') - slash);
}

INSTANTIATE_TEST_SUITE_P(data, resolve_files, testing::ValuesIn(pgsegue::test::data_files("resolve")),
                         file_name);

}  // namespace
}  // namespace pgsegue::parser::test

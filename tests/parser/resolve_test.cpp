#include "parser/binder.hpp"
#include "parser/name_effects.hpp"
#include "parser/parse_tree.hpp"
#include "tests/parser/print_bound.hpp"
#include "tests/support/data_file.hpp"
#include "tests/support/test_catalog.hpp"

#include <gtest/gtest.h>

#include <array>
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

/// What a case's command line says: `resolve path=public,archive temporary=scratch` or `resolve no-path`;
/// `writes` shows what is written to which columns instead.
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

std::string text_of(const TokenRange& range, std::string_view text, const std::vector<Token>& tokens) {
  if (range.count == 0) return "?";
  const auto first = static_cast<std::size_t>(range.first);
  const std::uint32_t begin = tokens[first].begin;
  return std::string(text.substr(begin, tokens[first + range.count - 1].end - begin));
}

std::string text_of(const WrittenValue& value, std::string_view text, const std::vector<Token>& tokens) {
  return text_of(value.tokens, text, tokens) + (value.is_repeatable ? "" : " (once)");
}

std::string print_writes(const BoundStatement& bound, std::string_view text,
                         const std::vector<Token>& tokens) {
  constexpr std::array kinds{"values", "query", "defaults", "set", "copy", "unknown"};
  std::string out;
  for (const Write& write : bound.writes) {
    out += kinds[static_cast<std::size_t>(write.kind)] + std::string(" ") + bound.item(write.item).name.str();
    for (const WrittenColumn& column : write.columns) {
      const Reference& reference = bound.references[static_cast<std::size_t>(column.reference)];
      out += ' ' + (reference.base ? std::to_string(static_cast<int>(reference.base->number)) : "?");
      out += column.is_part ? "[]" : "";
    }
    if (write.source.count > 0) out += ": " + text_of(write.source, text, tokens);
    for (const WrittenRow& row : write.rows) {
      std::string values;
      for (const WrittenValue& value : row.values)
        values += (values.empty() ? ": " : " | ") + text_of(value, text, tokens);
      out += values;
    }
    for (const AssignedGroup& group : write.groups)
      out += group.query.count > 0 ? " from " + text_of(group.query, text, tokens) : "";
    out += '\n';
  }
  return out;
}

std::string resolve(const pgsegue::test::DataCase& data, const CatalogView& catalog) {
  const Setting setting(data.words);
  std::vector<Token> tokens;
  if (scan(data.input, {}, tokens) != ScanStatus::ok) return "does not scan";
  const ParseOutcome outcome = parse(data.input, tokens, {}, {});
  const auto* tree = std::get_if<ParseTree>(&outcome);
  if (tree == nullptr) return "does not parse";
  BindInput input{data.input, tokens, catalog, setting.has_path ? &setting.path : nullptr, setting.temporary};
  input.notes_writes = data.words.front() == "writes";
  std::string text;
  for (std::size_t i = 0; i < tree->root().n_stmts; ++i) {
    const BindResult result = bind_statement(*tree->root().stmts[i], input);
    if (input.notes_writes) {
      text += print_writes(result.statement, data.input, tokens);
      continue;
    }
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

#include "rules/plan.hpp"

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "rules/parameter_names.hpp"
#include "rules/splice.hpp"
#include "rules/statement_facts.hpp"
#include "rules/version_view.hpp"
#include "tests/rules/catalog_text.hpp"
#include "tests/rules/names.hpp"
#include "tests/support/data_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using pgsegue::test::DataCase;

/// What a case's command line says: `rewrite v1 path=public,archive temporary=scratch`, or one of the words
/// below.
struct Setting {
  parser::SearchPath path = names_in("pg_catalog,public");
  std::vector<Identifier> temporary;
  bool has_path = true;
  bool grammar_matches = true;
  bool changed_in_transaction = false, functions_may_change_names = false, prepared_may_change_names = false;

  explicit Setting(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (word == "no-path") has_path = false;
      if (word == "other-grammar") grammar_matches = false;
      if (word == "changed-in-transaction") changed_in_transaction = true;
      if (word == "opaque-functions") functions_may_change_names = true;
      if (word == "opaque-prepared") prepared_may_change_names = true;
      if (word.starts_with("path=")) path = names_in(word.substr(5));
      if (word.starts_with("temporary=")) temporary = names_in(word.substr(10));
    }
  }
};

std::string print(const SqlError& error) {
  std::string text = "error " + error.sqlstate + ' ' + error.message;
  if (error.position != 0) text += " at " + std::to_string(error.position);
  if (!error.detail.empty()) text += "\ndetail " + error.detail;
  if (!error.hint.empty()) text += "\nhint " + error.hint;
  return text;
}

std::string print(const parser::ParameterUse& use) {
  using Role = parser::ParameterUse::Role;
  static constexpr std::array kinds = {"schema", "path", "relation", "column"};
  std::string text = "\n$" + std::to_string(use.number) + ' ';
  if (use.role == Role::value) return text + "value";
  if (use.role == Role::part) return text + "part of a name";
  text += kinds[static_cast<std::size_t>(use.kind)];
  if (!use.is_text) text += " as regclass";
  if (use.is_shown) text += " shown";
  if (use.relation_parameter != 0) text += " of $" + std::to_string(use.relation_parameter);
  if (use.column) text += " with " + use.column->str();
  return text;
}

/// The values of a Bind: `$1=person`, with `:binary` or `:type=25` behind it.
std::vector<ParameterValue> values_in(const std::vector<std::string>& words) {
  std::vector<ParameterValue> values;
  for (const std::string& word : words) {
    if (!word.starts_with('$')) continue;
    const std::string_view all = word;
    const std::size_t equals = all.find('='), end = std::min(all.find(':'), all.size());
    ParameterValue value;
    value.number = static_cast<std::uint32_t>(std::stoul(word.substr(1)));
    value.bytes = all.substr(equals + 1, end - equals - 1);
    value.is_binary = all.find(":binary") != std::string_view::npos;
    const std::size_t type = all.find(":type=");
    if (type != std::string_view::npos)
      value.type = static_cast<std::uint32_t>(std::stoul(word.substr(type + 6)));
    values.push_back(value);
  }
  return values;
}

std::string translate(std::span<const parser::ParameterUse> uses, const DataCase& data,
                      const PlanInput& input) {
  const auto outcome = translate_names(uses, values_in(data.words), input);
  if (std::holds_alternative<NeedsPath>(outcome)) return "needs path";
  if (const auto* error = std::get_if<SqlError>(&outcome)) return print(*error);
  const auto& names = std::get<TranslatedNames>(outcome);
  std::string text = names.depend_on_path ? "depends on path\n" : "";
  for (const auto& value : names.values)
    text += '$' + std::to_string(value.number) + " = " + value.bytes + '\n';
  return text.empty() ? "the same" : text.substr(0, text.size() - 1);
}

std::string rewrite(const DataCase& data, const Snapshot& snapshot) {
  const Setting setting(data.words);
  const VersionView& version = snapshot.version(*snapshot.find_version(data.words.at(1)));
  std::vector<parser::Token> tokens;
  if (scan(data.input, {}, tokens) != parser::ScanStatus::ok) return "does not scan";
  const StatementFacts facts = read_facts(data.input, tokens, &version.gate());
  const std::vector<ConstantName> constants =
      find_constant_names(data.input, tokens, {}, facts, version.gate());
  const PlanInput input{
      .text = data.input,
      .tokens = tokens,
      .logical = version,
      .physical = snapshot.catalog(),
      .affected = version.affected(),
      .search_path = setting.has_path ? &setting.path : nullptr,
      .temporary_relations = setting.temporary,
      .names_changed_in_transaction = setting.changed_in_transaction,
      .functions_may_change_names = setting.functions_may_change_names,
      .prepared_may_change_names = setting.prepared_may_change_names,
      .lexing = {},
      .max_depth = 10'000,
      .grammar_matches_server = setting.grammar_matches,
      .encoding_is_utf8 = true,
      .constants = constants,
      .reads_names = (facts.words & (word_relation_text | word_column_text | word_path)) != 0,
      .may_touch_path = (facts.words & word_path) != 0};
  const PlanResult result = plan_statement(input);
  const std::string suffix = result.value_dependent ? "\nvalue dependent" : "";
  if (std::holds_alternative<NeedsPath>(result.outcome)) return "needs path";
  if (const auto* error = std::get_if<SqlError>(&result.outcome)) return print(*error) + suffix;
  const auto& program = std::get<EditProgram>(result.outcome);
  if (data.words.front() == "bind") return translate(program.parameters, data, input);
  std::string text;
  if (!splice(data.input, tokens, program, text)) return "does not splice";
  std::string parameters;
  for (const parser::ParameterUse& use : program.parameters)
    parameters += print(use);
  return (text == data.input ? "the same" : text) + parameters + suffix;
}

std::shared_ptr<const Snapshot> snapshot_of(const std::string& rules) {
  const LoadedRules loaded = parse_rules(rules, "rules.yaml");
  for (const Diagnostic& diagnostic : loaded.diagnostics)
    ADD_FAILURE() << diagnostic.message;
  if (!loaded.rules) return nullptr;
  BuiltSnapshot built = build_snapshot(catalog_of(rules), loaded.rules, 1);
  for (const Diagnostic& diagnostic : built.diagnostics)
    ADD_FAILURE() << diagnostic.message;
  return built.snapshot;
}

class plan_files : public testing::TestWithParam<std::string> {};

TEST_P(plan_files, rewrite_as_expected) {
  std::shared_ptr<const Snapshot> snapshot;
  pgsegue::test::run_data_file(GetParam(), [&](const DataCase& data) -> std::string {
    if (data.words.front() != "rules") return snapshot ? rewrite(data, *snapshot) : "no snapshot";
    snapshot = snapshot_of(data.input);
    return "";
  });
}

std::string file_name(const testing::TestParamInfo<std::string>& file) {
  const std::size_t slash = file.param.rfind('/') + 1;
  return file.param.substr(slash, file.param.rfind('.') - slash);
}

INSTANTIATE_TEST_SUITE_P(data, plan_files, testing::ValuesIn(pgsegue::test::data_files("plan")), file_name);

}  // namespace
}  // namespace pgsegue::rules

#include "parser/parse_tree.hpp"
#include "rules/rewriter.hpp"
#include "rules/statement_text.hpp"
#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/stage.hpp"
#include "tests/fuzz/targets.hpp"

#include <iterator>
#include <string>
#include <vector>

namespace pgsegue::fuzz {
namespace {

using Action = rules::Rewrite::Action;

void require_parsable(std::string_view text, parser::LexingState lexing, std::string_view original) {
  std::vector<parser::Token> tokens;
  require(parser::scan(text, lexing, tokens) == parser::ScanStatus::ok, "the result cannot be scanned",
          original);
  const parser::ParseOutcome outcome = parse(text, tokens, lexing, {});
  require(std::holds_alternative<parser::ParseTree>(outcome), "the result cannot be parsed", original);
}

void translate(rules::Rewriter& rewriter, std::string_view text, const rules::StatementContext& context) {
  const std::string position = std::to_string(text.size() / 2 + 1);
  const rules::ErrorFields fields{{{'S', "ERROR"},
                                   {'C', "42703"},
                                   {'M', "column \"surname\" of relation \"people\" does not exist"},
                                   {'D', text},
                                   {'P', position},
                                   {'p', position},
                                   {'q', text},
                                   {'t', "people"},
                                   {'c', "surname"}}};
  std::string out;
  rewriter.translate_error(fields, text, context, out);
  rewriter.translate_error(fields, {}, context, out);
}

/// As the server reads it; empty if it does not.
std::string read_in(std::string_view text, const parser::TextEncoding& encoding) {
  static rules::StatementText reader;
  const bool is_read = reader.read(text, encoding) == rules::StatementText::Reading::readable;
  return is_read ? std::string(reader.text()) : std::string();
}

/// Reading a text in any encoding and writing it again changes no byte, wherever its tokens are.
void require_same_bytes(std::string_view text, const parser::TextEncoding& encoding) {
  static rules::StatementText source;  // keeps its converters
  std::vector<parser::Token> tokens;
  if (source.read(text, encoding) != rules::StatementText::Reading::readable) return;
  if (parser::scan(source.text(), {}, tokens) != parser::ScanStatus::ok) return;
  std::string out;
  require(source.splice(tokens, {}, out) && out == text, "an untouched text is changed", text);
  if (tokens.empty()) return;
  // An insertion at every token: all of them must have a place in the original.
  rules::EditProgram program;
  for (std::uint32_t i = 0; i < tokens.size(); ++i)
    program.edits.push_back({parser::TokenIndex{i}, 0, "/**/"});
  require(source.splice(tokens, program, out), "a token is nowhere in the original", text);
  require(out.size() == text.size() + 4 * tokens.size(), "an insertion changes what stands around", text);
}

void rewrite_in(std::string_view text, const rules::StatementContext& context) {
  // The warm one remembers what earlier inputs left; the small cache makes it forget, too.
  static rules::Rewriter warm({.cache_bytes = 65'536, .max_depth = max_depth});
  static rules::Rewriter cold({.cache_bytes = 0, .max_depth = max_depth});
  const Answer expected = ask(cold, text, context);
  for (int round = 0; round < 2; ++round)
    require(ask(warm, text, context) == expected, "the cache changes the answer", text);
  if (expected.action == Action::replace)
    require_parsable(read_in(expected.text, context.encoding), context.lexing, text);
  require(expected.action != Action::refuse || expected.error.sqlstate.size() == 5,
          "an error without SQLSTATE", text);
  translate(warm, text, context);
}

}  // namespace

void rewrite(std::string_view input) {
  for (std::uint32_t version = 0; version < stage().snapshot->version_count(); ++version)
    rewrite_in(input, stage().context(rules::VersionIndex{version}));
  rules::StatementContext context = stage().context(rules::VersionIndex{0});
  context.lexing.standard_conforming_strings = false;
  rewrite_in(input, context);
  context.search_path = nullptr;
  context.encoding = parser::TextEncoding::between("LATIN1", "UTF8");
  rewrite_in(input, context);
  for (const parser::CharacterSet& set : parser::character_sets())
    require_same_bytes(input, parser::TextEncoding::between(set.name, "UTF8"));
  context = stage().context(rules::VersionIndex{0});
  constexpr const char* encodings[][2] = {
      {"SJIS", "EUC_JP"}, {"BIG5", "UTF8"},           {"GB18030", "UTF8"}, {"GBK", "UTF8"},
      {"UTF8", "LATIN1"}, {"SHIFT_JIS_2004", "UTF8"}, {"UHC", "EUC_KR"},   {"UTF8", "SQL_ASCII"}};
  const auto& [client, server] = encodings[input.size() % std::size(encodings)];
  context.encoding = parser::TextEncoding::between(client, server);
  rewrite_in(input, context);
}

}  // namespace pgsegue::fuzz

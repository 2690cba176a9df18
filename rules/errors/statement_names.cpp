#include "rules/errors/statement_names.hpp"

#include "parser/character_class.hpp"
#include "parser/identifier_token.hpp"
#include "parser/keyword.hpp"
#include "parser/name_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using parser::Token;
using parser::TokenIndex;
using parser::TokenKind;

/// Words that may follow a table's name, are not reserved, and yet are no alias there.
constexpr std::array<std::string_view, 5> no_aliases{"set", "restart", "continue", "cascade", "restrict"};

bool is_no_alias(std::string_view word) {
  return parser::is_quoted_keyword(word) ||
         std::find(no_aliases.begin(), no_aliases.end(), word) != no_aliases.end();
}

bool is_token(std::string_view text, std::span<const Token> tokens, std::size_t index,
              std::string_view sign) {
  return index < tokens.size() && parser::text_of(text, tokens[index]) == sign;
}

/// A list of column aliases is the only thing a rewrite writes that has the logical names side by side: all
/// of them, or behind the statement's own aliases the rest.
bool writes_alias_list(const EditProgram& program, const RelationLens& lens) {
  std::string list;
  for (const parser::Column& column : lens.logical.columns)
    list += (list.empty() ? "(" : ", ") + column.name.to_sql();
  list += ')';
  return std::any_of(program.edits.begin(), program.edits.end(), [&](const Edit& edit) {
    const bool is_rest = edit.replacement.starts_with(", ") && list.ends_with(edit.replacement);
    return is_rest || edit.replacement.find(list) != std::string::npos;
  });
}

bool is_word(const std::string& text, const Token& token, std::string_view word) {
  const std::string_view written = parser::text_of(text, token);
  return std::equal(written.begin(), written.end(), word.begin(), word.end(),
                    [](char a, char b) { return parser::ascii_lower(a) == b; });
}

/// Adds the names in an edit's text that are the client's: aliases with their lists, and qualifiers. In a
/// subquery they are not told apart; elsewhere the rest are the server's names.
void add_clients_words(const std::string& text, bool all, NameSet& words) {
  std::vector<Token> tokens;
  if (parser::scan(text, {}, tokens) != parser::ScanStatus::ok) return;
  all |= std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& token) { return is_word(text, token, "select"); });
  bool is_alias = false, in_list = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool was_alias = std::exchange(is_alias, is_word(text, tokens[i], "as"));
    if (is_token(text, tokens, i, ")")) in_list = false;
    const auto name = parser::identifier_at(text, tokens, TokenIndex{static_cast<std::uint32_t>(i)});
    if (!name) continue;
    in_list |= was_alias && is_token(text, tokens, i + 1, "(");
    if (all || was_alias || in_list || is_token(text, tokens, i + 1, ".")) words.insert(*name);
  }
}

/// The parts of the name that a string constant in plain quotes holds; none if it is written otherwise.
std::vector<Identifier> names_in_constant(std::string_view constant) {
  const bool is_plain = constant.size() > 1 && constant.front() == '\'' && constant.back() == '\'' &&
                        constant.find('\\') == std::string_view::npos;
  if (!is_plain) return {};
  std::string value;
  for (std::size_t i = 1; i + 1 < constant.size(); ++i) {
    value += constant[i];
    if (constant[i] == '\'') ++i;
  }
  return parser::split_names(value, '.').value_or(std::vector<Identifier>());
}

}  // namespace

StatementNames::StatementNames(std::string_view text, std::span<const Token> tokens,
                               const VersionView& version, const EditProgram* program,
                               const parser::SearchPath* path)
    : version_(version), path_(path) {
  read_words(text, tokens);
  for (const RelationLens& lens : version.lenses()) {
    if (!has_word(lens.logical.name.str())) continue;
    for (std::size_t word = 0; word < in_order_.size(); ++word) {
      if (in_order_[word].name == lens.logical.name.str()) read_relation(text, tokens, word, lens);
    }
  }
  find_other_owners(text, tokens);
  if (program != nullptr) {
    for (const Edit& edit : program->edits)
      read_constant(text, tokens, edit);
  }
  for (const RelationLens* lens : relations_) {
    if (program != nullptr && writes_alias_list(*program, *lens)) with_alias_list_.push_back(lens);
  }
  read_sent_words(program);
  read_target(text, tokens);
}

void StatementNames::read_words(std::string_view text, std::span<const Token> tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto name = parser::identifier_at(text, tokens, TokenIndex{static_cast<std::uint32_t>(i)});
    if (!name) continue;
    words_.insert(*name);
    in_order_.push_back(
        {name->str(), i, tokens[i].kind == TokenKind::identifier && is_no_alias(name->str())});
  }
}

/// The client's own words that no edit has replaced, and what edits write besides the server's names.
void StatementNames::read_sent_words(const EditProgram* program) {
  if (program == nullptr) {
    sent_words_ = words_;
    return;
  }
  auto edit = program->edits.begin();
  for (const Word& word : in_order_) {
    const auto end_of = [](const Edit& each) { return static_cast<std::size_t>(each.first) + each.count; };
    while (edit != program->edits.end() && end_of(*edit) <= word.token)
      ++edit;
    const bool is_replaced =
        edit != program->edits.end() && static_cast<std::size_t>(edit->first) <= word.token;
    if (!is_replaced) sent_words_.insert(parser::Identifier::from_catalog(word.name));
  }
  for (const Edit& each : program->edits) {
    const bool is_list = each.replacement.starts_with("(") || each.replacement.starts_with(", ");
    add_clients_words(each.replacement, is_list && !with_alias_list_.empty(), sent_words_);
  }
}

/// The word is a relation's name: notes the relation, and its alias if one follows.
void StatementNames::read_relation(std::string_view text, std::span<const Token> tokens, std::size_t word,
                                   const RelationLens& lens) {
  const std::size_t token = in_order_[word].token;
  const bool qualified = token > 0 && is_token(text, tokens, token - 1, ".");
  if (qualified && word > 0 && in_order_[word - 1].name != lens.logical.schema.str()) return;
  // COMMENT ON COLUMN names a table in front of a dot, others name a column behind it.
  const std::size_t first = qualified && word > 0 ? word - 1 : word;
  const bool of_column = first > 0 && in_order_[first - 1].name == "column" &&
                         in_order_[first - 1].token + 1 == in_order_[first].token;
  if (is_token(text, tokens, token + 1, ".") && !of_column) return;
  if (!qualified && is_hidden(lens)) return;
  add_relation(lens);
  std::size_t next = word + 1;
  const bool has_as = next < in_order_.size() && in_order_[next].token == token + 1 &&
                      in_order_[next].name == "as" && in_order_[next].is_keyword;
  if (has_as) ++next;
  const bool has_alias = next < in_order_.size() && in_order_[next].token == token + 1 + (has_as ? 1 : 0) &&
                         !in_order_[next].is_keyword;
  const std::string& known_as = has_alias ? in_order_[next].name : lens.logical.name.str();
  if (has_alias) alias_tokens_.emplace(in_order_[next].token, known_as);
  const auto [entry, is_new] = qualifiers_.emplace(known_as, &lens);
  if (!is_new && entry->second != &lens) entry->second = nullptr;
}

/// The edit may have put a relation's name on the server in the place of its name in this version.
void StatementNames::read_constant(std::string_view text, std::span<const Token> tokens, const Edit& edit) {
  const auto index = static_cast<std::size_t>(edit.first);
  if (edit.count != 1 || index >= tokens.size()) return;
  const std::vector<Identifier> names = names_in_constant(parser::text_of(text, tokens[index]));
  const std::vector<Identifier> there = names_in_constant(edit.replacement);
  if (names.empty() || there.empty()) return;
  for (const RelationLens& lens : version_.lenses()) {
    if (lens.logical.name != names.back() || lens.physical->name != there.back()) continue;
    const bool is_meant = names.size() > 1 ? lens.logical.schema == names.front() : !is_hidden(lens);
    if (is_meant) add_relation(lens);
  }
}

/// `INSERT INTO t`, `UPDATE ONLY t`, `MERGE INTO s.t`, `COPY t`.
void StatementNames::read_target(std::string_view text, std::span<const Token> tokens) {
  constexpr std::array<std::string_view, 4> verbs{"insert", "update", "merge", "copy"};
  constexpr std::array<std::string_view, 2> between{"into", "only"};
  if (in_order_.empty() || std::find(verbs.begin(), verbs.end(), in_order_[0].name) == verbs.end()) return;
  std::size_t word = 1;
  while (word < in_order_.size() &&
         std::find(between.begin(), between.end(), in_order_[word].name) != between.end())
    ++word;
  if (word >= in_order_.size() || in_order_[word].token != word) return;
  const bool qualified = is_token(text, tokens, in_order_[word].token + 1, ".");
  const std::string* schema = qualified ? &in_order_[word++].name : nullptr;
  if (word >= in_order_.size()) return;
  const RelationLens* found = nullptr;
  for (const RelationLens& lens : version_.lenses()) {
    if (lens.logical.name.str() != in_order_[word].name) continue;
    if (schema != nullptr ? lens.logical.schema.str() != *schema : is_hidden(lens)) continue;
    if (found != nullptr) return;
    found = &lens;
  }
  target_ = found;
}

void StatementNames::add_relation(const RelationLens& lens) {
  if (std::find(relations_.begin(), relations_.end(), &lens) == relations_.end()) relations_.push_back(&lens);
}

/// True if the relation's bare name means another one, further in front on the search path.
bool StatementNames::is_hidden(const RelationLens& lens) const {
  if (path_ == nullptr) return false;
  const parser::Relation* found = parser::find_on_path(version_, *path_, lens.logical.name);
  return found != nullptr && found->id != lens.logical.id;
}

/// An alias that something else has too, in another part of the statement, is not certain.
void StatementNames::find_other_owners(std::string_view text, std::span<const Token> tokens) {
  for (std::size_t word = 1; word < in_order_.size(); ++word) {
    const Word& each = in_order_[word];
    const auto owner = qualifiers_.find(each.name);
    if (owner == qualifiers_.end() || owner->second == nullptr) continue;
    if (each.name == owner->second->logical.name.str() || alias_tokens_.contains(each.token)) continue;
    const Word& before = in_order_[word - 1];
    if (is_token(text, tokens, each.token + 1, ".")) continue;
    const bool follows_name = before.token + 1 == each.token && (!before.is_keyword || before.name == "as");
    if (follows_name || is_token(text, tokens, each.token - 1, ")")) owner->second = nullptr;
  }
}

bool StatementNames::has_alias_list(const RelationLens& lens) const {
  return std::find(with_alias_list_.begin(), with_alias_list_.end(), &lens) != with_alias_list_.end();
}

const RelationLens* StatementNames::qualified_by(std::string_view qualifier) const {
  const auto found = qualifiers_.find(qualifier);
  if (found != qualifiers_.end()) return found->second;
  // The rewritten statement may call the relation by its name on the server.
  const RelationLens* only = nullptr;
  for (const RelationLens* lens : relations_) {
    if (lens->physical->name.str() != qualifier || sends_word(qualifier)) continue;
    if (only != nullptr) return nullptr;
    only = lens;
  }
  return only;
}

}  // namespace pgsegue::rules

#pragma once

#include "parser/token.hpp"
#include "rules/edit_program.hpp"
#include "rules/version_view.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// What a statement's tokens say about names, without parsing: which words occur, which affected relations
/// they may mean, and what these are called by in the statement. Errors are rare, so this is made when one
/// has come.
class StatementNames {
 public:
  /// An empty text says nothing: `is_known` is false. `program`: what was done to it; null: nothing. `path`
  /// says which of several tables a name means; null: not known.
  StatementNames(std::string_view text, std::span<const parser::Token> tokens, const VersionView& version,
                 const EditProgram* program, const parser::SearchPath* path);

  bool is_known() const { return !words_.empty(); }
  /// The server's search path; null: not known.
  const parser::SearchPath* path() const { return path_; }
  /// True if the statement has an identifier (in catalog form) of that name.
  bool has_word(std::string_view name) const { return words_.contains(name); }
  /// True if the text that was sent may have the name from the client, or as the client's: where it has it,
  /// it need not be the server's name of something affected.
  bool sends_word(std::string_view name) const { return sent_words_.contains(name); }
  /// The affected relations whose name in this version occurs, as a word or as a constant that was rewritten.
  const std::vector<const RelationLens*>& relations() const { return relations_; }
  /// True if the relation was sent with a list of column aliases: the server's messages about the statement
  /// then speak of the client's names already.
  bool has_alias_list(const RelationLens& lens) const;
  /// The affected relation that `qualifier` stands for, an alias or the relation's own name. Null: none, or
  /// not certain.
  const RelationLens* qualified_by(std::string_view qualifier) const;
  /// The relation that the statement writes to; null: one that is not affected. Nothing: it writes to none,
  /// or its first words do not tell.
  std::optional<const RelationLens*> target() const { return target_; }

 private:
  struct Word {
    std::string name;  ///< in catalog form
    std::size_t token;
    bool is_keyword;  ///< unquoted, and one that cannot be an alias
  };

  void read_words(std::string_view text, std::span<const parser::Token> tokens);
  void read_sent_words(const EditProgram* program);
  void read_relation(std::string_view text, std::span<const parser::Token> tokens, std::size_t word,
                     const RelationLens& lens);
  void read_constant(std::string_view text, std::span<const parser::Token> tokens, const Edit& edit);
  void read_target(std::string_view text, std::span<const parser::Token> tokens);
  void add_relation(const RelationLens& lens);
  bool is_hidden(const RelationLens& lens) const;
  void find_other_owners(std::string_view text, std::span<const parser::Token> tokens);

  const VersionView& version_;
  const parser::SearchPath* path_;
  std::vector<const RelationLens*> with_alias_list_;
  std::optional<const RelationLens*> target_;
  std::vector<Word> in_order_;
  NameSet words_;
  NameSet sent_words_;
  std::vector<const RelationLens*> relations_;
  std::map<std::string, const RelationLens*, std::less<>> qualifiers_;  ///< null: not certain
  std::map<std::size_t, std::string> alias_tokens_;                     ///< where an alias was given
};

}  // namespace pgsegue::rules

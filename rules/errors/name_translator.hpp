#pragma once

#include "rules/errors/statement_names.hpp"
#include "rules/version_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// Names as they stand in messages: raw, in catalog form, without SQL quotes.
///
/// Answers what a name of the server is called in the client's version. Every question has three answers:
/// another name, the same name (nothing to do), or `unknown`: it cannot be told whose name it is.
class NameTranslator {
 public:
  struct Answer {
    enum class Kind : std::uint8_t {
      same,  ///< not an affected name, or one that both sides call alike
      translated,
      hidden,   ///< a name this version does not have
      unknown,  ///< perhaps an affected name, but not certain whose
    };
    Kind kind = Kind::same;
    /// For `translated`; for a `hidden` column that is written along with another, that one's: what the
    /// client wrote. Else empty.
    std::string name{};
    std::string name_or(std::string_view other) const { return name.empty() ? std::string(other) : name; }
  };

  /// What the error's own fields name; empty: nothing. All must outlive the object.
  struct Own {
    std::string_view schema, table, constraint;
    bool is_about_target = false;  ///< columns without a qualifier are of what the statement writes to
  };
  NameTranslator(const VersionView& version, const StatementNames& statement, const Own& own);

  /// A column without a qualifier.
  Answer column(std::string_view name) const;
  /// A column of the relation that `qualifier` (alias, name on the server, name in this version) stands for;
  /// the answer has both parts.
  Answer qualified_column(std::string_view qualifier, std::string_view name) const;
  /// A relation's bare name.
  Answer relation(std::string_view name) const;
  /// A relation's name with its schema.
  Answer qualified_relation(std::string_view schema, std::string_view name) const;

  /// The affected relation of that name, or schema and name. Null: none, or not certain.
  const RelationLens* described_lens(const std::vector<std::string>& name) const;
  /// The same name in SQL as this version has it; nothing: it has the same.
  std::optional<std::string> described_relation(const std::vector<std::string>& name) const;

  /// A table's constraint, where nothing says whose it is.
  Answer constraint(std::string_view name) const;
  /// True if the error's fields name this constraint.
  bool is_own_constraint(std::string_view name) const {
    return !own_.constraint.empty() && own_.constraint == name;
  }

  /// A type's name as SQL writes it, at the beginning of a text.
  struct SqlType {
    std::size_t length = 0;  ///< 0: there is no affected one, or it is not certain
    std::string name;        ///< in SQL as this version has it
  };
  SqlType type_at(std::string_view text) const;
  /// A type's raw name; `schema` empty: not known.
  Answer type(std::string_view schema, std::string_view name) const;

  /// A schema.
  Answer schema(std::string_view name) const;

  const VersionView& version() const { return version_; }
  /// The lens of the relation that the error's fields name; null: not affected, or none named.
  const RelationLens* own_lens() const { return own_lens_; }
  /// The affected relation that the server calls by this bare name: the error's own, or the statement's only
  /// one, or the only one there is. Null: none, or not certain.
  const RelationLens* lens_named(std::string_view physical_name) const;

 private:
  bool is_only_type(const parser::Type& type) const;
  bool is_visible(const parser::Type& type) const;

  const VersionView& version_;
  const StatementNames& statement_;
  Own own_;
  const RelationLens* own_lens_ = nullptr;
};

/// What `lens` makes of a column's name on the server.
NameTranslator::Answer translate_column(const RelationLens& lens, std::string_view physical_name);
/// The same of a constraint's name.
NameTranslator::Answer translate_constraint(const RelationLens& lens, std::string_view physical_name);

}  // namespace pgsegue::rules

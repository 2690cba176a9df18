#pragma once

#include "parser/identifier.hpp"
#include "rules/diagnostic.hpp"
#include "rules/snapshot.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pgsegue::rules {

/// A value an operator wrote, with the place to point at when it turns out to be wrong.
template <class T>
struct Located {
  T value{};
  SourcePosition at;
};

/// A schema-qualified relation name.
struct TableName {
  parser::Identifier schema;
  parser::Identifier name;
  bool operator==(const TableName&) const = default;
  /// `person` in schema public, `archive.person` elsewhere; quoted where SQL needs it.
  std::string to_sql() const;
};

/// Which of two columns that are written together hold what every row has.
enum class Complete : std::uint8_t { old_only, both };

/// `rename_column: { table, from, to, expanded, complete }`
struct RenameColumn {
  Located<TableName> table;  ///< as the version before calls it
  Located<parser::Identifier> from;
  Located<parser::Identifier> to;
  bool expanded = false;  ///< both columns may exist; every version writes both
  Complete complete = Complete::old_only;
};

/// `add_column: { table, column, supply }`: from this version on the table has it.
struct AddColumn {
  Located<TableName> table;  ///< as the version before calls it
  Located<parser::Identifier> column;
  std::optional<Located<std::string>> supply{};  ///< for inserts of the versions before
};

/// `drop_column: { table, column, supply }`: from this version on the table has it no more.
struct DropColumn {
  Located<TableName> table;  ///< as the version before calls it
  Located<parser::Identifier> column;
  std::optional<Located<std::string>> supply{};  ///< for inserts of this version and those after it
};

/// `rename_table: { from, to, expanded }`. The table stays in its schema.
struct RenameTable {
  Located<TableName> from;  ///< as the version before calls it
  Located<parser::Identifier> to;
  bool expanded = false;  ///< both tables may exist; each version uses its own
};

/// `rename_sequence: { from, to }`. The sequence stays in its schema.
struct RenameSequence {
  Located<TableName> from;  ///< as the version before calls it
  Located<parser::Identifier> to;
};

/// `rename_schema: { from, to }`
struct RenameSchema {
  Located<parser::Identifier> from;  ///< as the version before calls it
  Located<parser::Identifier> to;
};

/// `rename_constraint: { table, from, to }`
struct RenameConstraint {
  Located<TableName> table;  ///< as the version before calls it
  Located<parser::Identifier> from;
  Located<parser::Identifier> to;
};

/// `rename_type: { from, to }`. The type stays in its schema.
struct RenameType {
  Located<TableName> from;  ///< as the version before calls it
  Located<parser::Identifier> to;
};

using Change = std::variant<RenameColumn, AddColumn, DropColumn, RenameTable, RenameSequence, RenameSchema,
                            RenameConstraint, RenameType>;

/// A declared version: how it differs from the one before. All its changes apply at once.
struct DeclaredVersion {
  Located<std::string> name;
  std::vector<Change> changes;
};

/// A rule file's content, found free of contradictions in itself. Immutable. Whether it fits the catalog is
/// seen when a snapshot is built from both.
class RuleSet {
 public:
  /// `text` is the file's content, kept so that a later finding can show the line it points at.
  RuleSet(std::string file, std::string text, std::string database, std::vector<DeclaredVersion> versions,
          std::optional<Located<VersionIndex>> physical)
      : file_(std::move(file)),
        text_(std::move(text)),
        database_(std::move(database)),
        versions_(std::move(versions)),
        physical_(physical) {}

  const std::string& file() const { return file_; }
  /// Two rule sets of the same file with the same text mean the same.
  const std::string& text() const { return text_; }
  const std::string& database() const { return database_; }
  /// Oldest first.
  const std::vector<DeclaredVersion>& versions() const { return versions_; }
  /// `physical:`, the version whose shape the catalog is said to have.
  const std::optional<Located<VersionIndex>>& physical() const { return physical_; }
  /// The declared names, oldest first, for "version x is not declared" errors.
  std::vector<std::string> version_names() const;

  /// A finding about a place in this file.
  Diagnostic diagnose(SourcePosition at, std::string message, std::string hint) const;

 private:
  std::string file_;
  std::string text_;
  std::string database_;
  std::vector<DeclaredVersion> versions_;
  std::optional<Located<VersionIndex>> physical_;
};

}  // namespace pgsegue::rules

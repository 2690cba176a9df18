#pragma once

#include "parser/bound_statement.hpp"
#include "rules/plan.hpp"
#include "rules/plan/choices.hpp"
#include "rules/plan/edit_set.hpp"
#include "rules/plan/name_map.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pgsegue::rules::plan {

/// What the planners of the parts of one statement share.
struct StatementEdits {
  const PlanInput& input;
  const parser::BoundStatement& bound;  ///< against the version's names
  const NameMap& names;
  const Choices& choices;
  EditSet& edits;
  /// Set where renaming in place does not do; substitution may.
  std::optional<SqlError> obstacle;
  /// What becomes of the rows of a COPY FROM.
  std::optional<CopyFields> copy{};

  /// True if the item gets a column alias list.
  bool is_substituted(parser::ItemIndex item) const;
  /// The name that a use of this column is to have; empty: the one it has.
  std::optional<parser::Identifier> new_name(const std::optional<parser::BaseColumn>& base) const;
  /// True if the type is called otherwise on the server; false for 0.
  bool has_other_name(parser::TypeId type) const;
  /// True if some column of the item has another name on the server, or the server has more.
  bool has_changed_columns(parser::ItemIndex item) const;
  /// True if a row of the item shows other names on the server, composite columns included.
  bool shows_other_names(parser::ItemIndex item) const;
  /// True if the server's rows have other columns than the version's, under whatever names, composite columns
  /// included.
  bool has_other_columns(parser::ItemIndex item) const;
  /// True if some check of the item's table has another name on the server, or one of two has none.
  bool has_changed_checks(parser::ItemIndex item) const;
  /// True if the name means another constraint of the item's table on the server, or none.
  bool is_other_constraint(parser::ItemIndex item, const parser::Identifier& name) const;
  /// True if all columns of the item are those of a table whose columns may change at any time.
  bool is_unsettled(const parser::RangeItem& item) const;
  /// True if the relation or a column of it differs on the server.
  bool is_affected(parser::ItemIndex item) const;
  /// True if more than the relation's schema differs.
  bool is_declared(parser::ItemIndex item) const;
  /// True if uses of the relation go by an alias that the rewriting adds: under a new name, but not under the
  /// same name in a renamed schema.
  bool gets_alias(const parser::RangeItem& item) const;
  /// True if another table has the same name, in another schema, and neither has an alias.
  bool shares_name(const parser::RangeItem& item) const;
  /// What columns of the item are qualified with on the server, as SQL; empty: with nothing.
  std::string qualifier_of(const parser::RangeItem& item) const;
  void obstruct(SqlError error) {
    if (!obstacle) obstacle = std::move(error);
  }
};

/// True if the bare name means this relation on the server too.
bool is_found_bare(const PlanInput& input, const parser::Relation& relation);
bool is_found_bare(const PlanInput& input, const parser::Type& type);

/// True if an expression in this place may hold a subquery.
bool allows_subquery(parser::Role role);

/// The relation's name on the server as SQL, with its schema where the statement writes or needs it.
std::string name_on_server(const StatementEdits& plan, const parser::RangeItem& item,
                           const parser::Relation& server);
/// The name of the same thing as the server has it.
std::vector<parser::Identifier> server_name(const PlanInput& input, const parser::NameUse& use);

// Each plans the edits of one part. Relations and references go first: what is put behind a name needs to
// know its replacement.
void edit_relations(StatementEdits& plan);
void edit_references(StatementEdits& plan);
void edit_outputs(StatementEdits& plan);
void edit_stars(StatementEdits& plan);
void edit_field_stars(StatementEdits& plan);
void edit_implicit_lists(StatementEdits& plan);
/// What is written beside the columns that the statement names.
void edit_writes(StatementEdits& plan);
void edit_copy_header(StatementEdits& plan);
void edit_created_names(StatementEdits& plan);
void edit_name_uses(StatementEdits& plan);
void edit_keyed_json(StatementEdits& plan);
/// What the statement makes of which only the next snapshot knows enough: its columns, or rows in them, have
/// other names on the server, or a table whose columns are kept in several can be written through it.
std::vector<parser::Identifier> unknown_names(const StatementEdits& plan);
/// If a statement behind this one in the text has one of the names: why it cannot run.
std::optional<SqlError> refuse_use_behind(const StatementEdits& plan,
                                          const std::vector<parser::Identifier>& names);

}  // namespace pgsegue::rules::plan

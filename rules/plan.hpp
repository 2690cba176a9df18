#pragma once

#include "parser/binder.hpp"
#include "parser/catalog_view.hpp"
#include "parser/token.hpp"
#include "rules/affected_names.hpp"
#include "rules/constant_names.hpp"
#include "rules/edit_program.hpp"
#include "rules/sql_error.hpp"

#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace pgsegue::rules {

/// The statement cannot be resolved without the session's search path.
struct NeedsPath {};

/// The names the statement is written in, the names it is to run under, and the facts between.
struct PlanInput {
  std::string_view text;
  std::span<const parser::Token> tokens;  ///< of `text`
  const parser::CatalogView& logical;     ///< what the client's version sees
  const parser::CatalogView& physical;    ///< what the server has; the same RelationIds and AttrNumbers
  const AffectedNames& affected;
  const parser::SearchPath* search_path;                    ///< as the server has it; null: unknown
  std::span<const parser::Identifier> temporary_relations;  ///< hide tables of the same name when unqualified
  /// The transaction in progress has changed, before this text, what its end may undo.
  bool names_changed_in_transaction = false;
  /// Functions, triggers and procedures may change the search path and make temporary relations.
  bool functions_may_change_names = false;
  /// So may the statements that the session has prepared, or has cursors of.
  bool prepared_may_change_names = false;
  parser::LexingState lexing;
  std::size_t max_depth;
  bool grammar_matches_server;  ///< the server's major version is the parser's
  bool encoding_is_utf8;        ///< false: one byte is one character; used for error positions
  /// Constants that hold an affected name where the server may read it as one.
  std::span<const ConstantName> constants = {};
  /// The values of parameters or the arguments of EXECUTE may be read as names.
  bool reads_names = false;
  const parser::PreparedNames* prepared = nullptr;  ///< of the session; null: none of them reads names
  bool may_touch_path =
      false;  ///< the text may set or show the search path: look at it even if it names nothing
};

struct PlanResult {
  /// The edits (none: forward as it is), or the error the client is to get, or a question.
  std::variant<EditProgram, SqlError, NeedsPath> outcome;
  /// True if a constant's value took part in the decision ('person'::regclass), or what the transaction has
  /// done before: not to be cached by shape.
  bool value_dependent = false;
  /// Every affected statement of the text changes what the versions declare (RENAME, DROP COLUMN, …); the
  /// outcome is a refusal or an error.
  bool only_changes_shape = false;
};

/// Parse, bind, plan and verify one Query or Parse text (perhaps several statements). Pure; never throws on
/// any text. Binds `text` against `logical`, plans an edit per reference, then parses the result and binds it
/// against `physical`: unless every reference lands on the same relation and attribute and every result
/// column keeps its name, the answer is a refusal.
PlanResult plan_statement(const PlanInput& input);

}  // namespace pgsegue::rules

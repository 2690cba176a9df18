#pragma once

#include "parser/binder.hpp"
#include "parser/catalog_view.hpp"
#include "parser/encoding/text_encoding.hpp"
#include "parser/token.hpp"
#include "rules/edit_program.hpp"
#include "rules/parameter_names.hpp"
#include "rules/pass_policy.hpp"
#include "rules/prepared_command.hpp"
#include "rules/snapshot.hpp"
#include "rules/sql_error.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// What decides the meaning of a statement's text beside the text: where it came from.
struct StatementContext {
  const Snapshot* snapshot = nullptr;
  VersionIndex version{};
  /// Null: not known now. A rewrite that needs it answers `needs_path`.
  const parser::SearchPath* search_path = nullptr;
  /// Names of the session's temporary relations that hide a table of the same name.
  const std::vector<parser::Identifier>* temporary_relations = nullptr;
  /// The transaction in progress has run statements whose effects on the path or on temporary relations its
  /// end may undo.
  bool names_changed_in_transaction = false;
  /// What the session has made of which only the next snapshot knows what its columns are called: a statement
  /// that names one of them is refused.
  const std::vector<parser::Identifier>* made = nullptr;
  /// A prepared statement or cursor of the session may change the path when it runs.
  bool prepared_may_change_names = false;
  parser::LexingState lexing;
  /// Of the text.
  parser::TextEncoding encoding = {};
  /// server_version_num / 10000.
  int server_major = 15;
  PassPolicy pass = {};
  /// The session's prepared statements by name; null: none of them reads names from its parameters.
  const parser::PreparedNames* prepared = nullptr;
  /// The text is likely to come again byte for byte: its values are in parameters. It is then found sooner.
  bool comes_again = false;
};

/// True where a position counts bytes: a database without an encoding. Else it counts characters, and the
/// text is read in UTF-8.
inline bool counts_bytes(const StatementContext& context) {
  return context.encoding.form() == parser::TextEncoding::Form::bytes;
}

/// What a statement may do to the facts that name resolution rests on. Conservative: set when it cannot be
/// excluded.
struct StatementEffects {
  /// SET/RESET/set_config/DISCARD/SET ROLE/schema DDL/COMMIT/ROLLBACK/… or a function that may do so. Set too
  /// for what may change how later texts are read: standard_conforming_strings and client_encoding.
  bool may_change_search_path = false;
  /// The session's temporary relations may be others afterwards: one more, one less, or renamed.
  bool may_create_temporary = false;
  bool is_ddl = false;  ///< the catalog snapshot may be stale once it has committed
  /// The two first are set for no other reason than that a transaction ends here (SET LOCAL and what is
  /// rolled back end, ON COMMIT DROP drops): what was known holds on if no statement of the transaction had
  /// them set.
  bool only_ends_transaction = false;
  /// It prepares a statement or a cursor that may change the path when it is run.
  bool prepares_path_change = false;
  /// It runs prepared statements or cursors: EXECUTE, FETCH, MOVE.
  bool runs_prepared = false;
  /// The tables, functions, … that it makes of which only the next snapshot knows what their columns, or
  /// those of rows in them, are called.
  std::vector<parser::Identifier> makes = {};

  /// False: it changes nothing of all this.
  bool have_any() const {
    return may_change_search_path || may_create_temporary || is_ddl || prepares_path_change || runs_prepared;
  }
};

struct Rewrite {
  enum class Action : std::uint8_t {
    forward,     ///< send the client's own bytes
    replace,     ///< send `text`
    refuse,      ///< the client is to get `error`; nothing of this statement may reach a table
    needs_path,  ///< call again with `search_path` (and `temporary_relations`) set
  };
  Action action = Action::forward;
  /// For `replace`: valid until the next call on the same Rewriter.
  std::string_view text;
  /// For `refuse`: valid until the next call on the same Rewriter.
  const SqlError* error = nullptr;
  StatementEffects effects;
  PreparedCommand prepared;
  /// True if the text names a relation or column that differs in this version: its errors need translation,
  /// and a 42703 or 42P01 may mean a stale snapshot.
  bool affected = false;
  /// For `forward` and `replace`: what was let through unread because PassPolicy says so, for the log. Empty:
  /// nothing. Valid until the next call on the same Rewriter.
  std::string_view passed = {};
  /// For `forward` and `replace`: the uses of the parameters whose values may be names, for
  /// `translate_values` on every Bind. Valid until the next call on the same Rewriter.
  std::span<const parser::ParameterUse> parameters = {};
  /// For `replace`: what becomes of the rows that the client sends behind a COPY; null: nothing. Valid until
  /// the next call on the same Rewriter.
  const CopyFields* copy = nullptr;
};

/// What becomes of the values of a Bind.
struct ValueRewrite {
  Rewrite::Action action = Rewrite::Action::forward;  ///< `replace`: those in `names` change
  TranslatedNames names = {};
  SqlError error = {};  ///< for `refuse`
};

/// The fields of an ErrorResponse or NoticeResponse, by type byte, in order of arrival. Views into the
/// message.
struct ErrorFields {
  struct Field {
    char type;
    std::string_view value;
  };
  std::vector<Field> fields;
  parser::TextEncoding encoding = {};  ///< of the message; not always that of the statement it is about
};

/// Rewrites statements: text in, text out. Holds the caches of one thread; not thread-safe, no I/O. Never
/// throws on any statement text.
class Rewriter {
 public:
  struct Limits {
    std::size_t cache_bytes = 32u << 20;
    std::size_t max_depth = 50'000;  ///< estimated nesting beyond which a statement is refused with 54001
  };
  struct Counters {
    std::uint64_t forwarded = 0, rewritten = 0, refused = 0, hits = 0, misses = 0;
    std::size_t cached_shapes = 0, cached_bytes = 0;  ///< now
  };

  explicit Rewriter(Limits limits);
  ~Rewriter();
  Rewriter(const Rewriter&) = delete;
  Rewriter& operator=(const Rewriter&) = delete;

  /// `text` is a whole Query or Parse string, perhaps of several statements, without the terminating NUL.
  Rewrite rewrite(std::string_view text, const StatementContext& context);

  /// Translates the names among the values of a Bind, as `Rewrite::parameters` says. Values that are not
  /// NULL, of all parameters that it tells of.
  ValueRewrite translate_values(std::span<const parser::ParameterUse> uses,
                                std::span<const ParameterValue> values, const StatementContext& context);

  /// Translates an error or notice about the rewritten form of `original` back into the client's names and
  /// positions. `original` may be empty (not known: names only, positions dropped). Appends the fields' wire
  /// form (type byte, value, NUL …, without header and final NUL) to `out`. False: nothing to translate, send
  /// the message as it came.
  bool translate_error(const ErrorFields& fields, std::string_view original, const StatementContext& context,
                       std::string& out);

  Counters counters() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pgsegue::rules

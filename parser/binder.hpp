#pragma once

#include "parser/bound_statement.hpp"
#include "parser/catalog_view.hpp"
#include "parser/token.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// The statements that SQL's EXECUTE runs, so far as their parameters are names.
class PreparedNames {
 public:
  virtual ~PreparedNames() = default;
  /// How that statement uses its parameters; nothing: it is not known.
  virtual std::optional<std::span<const ParameterUse>> find(const Identifier& statement) const = 0;
};

/// What gives a statement's names their meaning. All of it must outlive the call and, for the catalog, its
/// result.
struct BindInput {
  std::string_view text;
  std::span<const Token> tokens;  ///< of `text`
  const CatalogView& catalog;
  const SearchPath* search_path;  ///< null: unknown
  /// Names of the session's temporary relations, which hide a table of the same name when unqualified, unless
  /// the path has that table's schema in front of theirs.
  std::span<const Identifier> temporary_relations;
  const PreparedNames* prepared = nullptr;  ///< null: none of them reads a name
  bool notes_writes = false;                ///< BoundStatement::writes is wanted
};

/// True if this is a session's own schema, pg_temp_N.
bool is_temporary_schema(const Identifier& schema);
/// True if the bare name means a temporary relation of the session.
bool means_temporary(const CatalogView& catalog, const SearchPath* path,
                     std::span<const Identifier> temporary_relations, const Identifier& name);

struct BindResult {
  BoundStatement statement;
  /// The search path is unknown and a relation was named without a schema: `statement` is incomplete.
  bool needs_path = false;
};

/// Resolves every name of one statement of a parsed text as PostgreSQL's parse analysis does
/// (parse_relation.c, parse_clause.c, parse_target.c of version 15). Never throws. Recursion follows the
/// tree: call it on a thread whose stack fits the nesting that was parsed.
///
/// Errors a name causes are `unresolved` references; what cannot be known is a `Doubt` or `unknown`. Nothing
/// else is left out: a node kind the binder does not know is a doubt of kind `construct`.
BindResult bind_statement(const PgQuery__RawStmt& statement, const BindInput& input);

/// The tokens of one statement of a text that may hold several.
TokenRange statement_tokens(const PgQuery__RawStmt& statement, std::span<const Token> tokens);

}  // namespace pgsegue::parser

#pragma once

#include "parser/bind/nodes.hpp"

#include <optional>
#include <vector>

namespace pgsegue::parser::bind {

/// True if the expression is a constant or a parameter that takes the type of what it is used for.
bool has_no_type(const Node* expression);
/// `expression`, or DEFAULT, which is written with these tokens.
WrittenValue written_value(const Context& context, const Node* expression, TokenRange tokens);

// Each adds to BoundStatement::writes, if the caller of the binder wants them. `columns` are bound already.
/// `width`: how many values the query gives, if that is known.
void note_insert(Context& context, const PgQuery__InsertStmt& insert, ItemIndex target,
                 std::vector<WrittenColumn> columns, std::optional<std::size_t> width);
/// `count` references from `first` on are its columns.
void note_copy_from(Context& context, const PgQuery__CopyStmt& copy, ItemIndex target, std::size_t first,
                    std::size_t count);
/// `keyword`: the token of INSERT, if it is known.
void note_merge_insert(Context& context, const PgQuery__MergeWhenClause& when, ItemIndex target,
                       std::vector<WrittenColumn> columns, std::optional<std::size_t> keyword);
void note_set_list(Context& context, NodeList assignments, ItemIndex target,
                   std::vector<WrittenColumn> columns, bool in_merge);

}  // namespace pgsegue::parser::bind

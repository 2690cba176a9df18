#include "parser/bind/write.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

/// The row whose parenthesis opens at `open`; none of its values has a place if it does not look like that.
WrittenRow row_at(const Context& context, NodeList values, std::size_t open) {
  std::vector<std::size_t> starts = context.names.list_parts(open);
  const bool fits = starts.size() == values.size();
  const std::size_t close = context.names.after_parentheses(open) - 1;
  starts.push_back(close + 1);
  WrittenRow row;
  if (fits) row.end = token_index(close);
  for (std::size_t i = 0; i < values.size(); ++i)
    row.values.push_back(written_value(context, values[i],
                                       fits ? tokens_between(starts[i], starts[i + 1] - 1) : TokenRange{}));
  return row;
}

/// The token behind INSERT's list of columns and its OVERRIDING clause.
std::size_t behind_column_list(const TokenNames& names, std::size_t at, bool has_list) {
  if (has_list) at = names.after_parentheses(at);
  if (names.is_keyword(at, "overriding")) at += 3;
  return at;
}

/// Where the rows come from ends.
std::size_t end_of_source(const Context& context, const PgQuery__InsertStmt& insert, std::size_t at) {
  if (insert.on_conflict_clause != nullptr)
    return context.names.from(static_cast<std::uint32_t>(insert.on_conflict_clause->location));
  const std::size_t end = std::min(bind::end_of(context.out.tokens), context.names.size());
  std::size_t depth = 0;
  for (; at < end; ++at) {
    if (context.names.is(at, "(")) ++depth;
    if (context.names.is(at, ")") && depth-- == 0) break;
    const bool is_label = context.names.is(at - 1, ".");
    if (depth == 0 && !is_label && context.names.is_keyword(at, "returning")) break;
  }
  return at;
}

/// Source: isGeneralSelect in transformInsertStmt, PostgreSQL src/backend/parser/analyze.c.
bool is_rows(const PgQuery__SelectStmt& select) {
  return select.n_values_lists > 0 && select.n_sort_clause == 0 && select.limit_offset == nullptr &&
         select.limit_count == nullptr && select.n_locking_clause == 0 && select.with_clause == nullptr;
}

void set_rows(const Context& context, Write& write, const PgQuery__SelectStmt& select, std::size_t values) {
  std::size_t open = values + 1;
  for (const Node* node : list_of(select.values_lists, select.n_values_lists)) {
    if (node->node_case != PG_QUERY__NODE__NODE_LIST) continue;
    write.rows.push_back(row_at(context, list_of(node->list->items, node->list->n_items), open));
    if (!write.rows.back().end) return;
    open = index_of(*write.rows.back().end) + 2;  // behind the comma
  }
  write.kind = Write::Kind::values;
}

/// A result column that is a constant or a parameter: its tokens without `AS name`.
TokenRange untyped_tokens(const Context& context, const PgQuery__ResTarget& target) {
  const auto first = context.names.at(target.location);
  if (!first) return {};
  std::size_t end = context.names.end_of_target(*first);
  if (*target.name != '\0') {
    --end;
    if (context.names.is_keyword(end - 1, "as")) --end;
  }
  return tokens_between(*first, end);
}

/// False: their places in the result are not known.
bool set_untyped(const Context& context, Write& write, const PgQuery__SelectStmt& select) {
  if (select.op != PG_QUERY__SET_OPERATION__SETOP_NONE || select.n_values_lists > 0) return true;
  bool has_star = false, has_untyped = false;
  for (const Node* node : list_of(select.target_list, select.n_target_list)) {
    if (node->node_case != PG_QUERY__NODE__NODE_RES_TARGET) return false;
    const PgQuery__ResTarget& target = *node->res_target;
    const bool untyped = has_no_type(target.val);
    write.untyped.push_back(
        written_value(context, target.val, untyped ? untyped_tokens(context, target) : TokenRange{}));
    has_untyped |= untyped;
    has_star |= is_star_reference(target.val) ||
                (target.val != nullptr && target.val->node_case == PG_QUERY__NODE__NODE_A_INDIRECTION);
  }
  return !has_star || !has_untyped;
}

void set_source(const Context& context, Write& write, const PgQuery__InsertStmt& insert, std::size_t at) {
  const bool has_select =
      insert.select_stmt != nullptr && insert.select_stmt->node_case == PG_QUERY__NODE__NODE_SELECT_STMT;
  if (!has_select) {
    write.source = {token_index(at), 2};
    if (context.names.is_keyword(at, "default")) write.kind = Write::Kind::defaults;
    return;
  }
  const PgQuery__SelectStmt& select = *insert.select_stmt->select_stmt;
  if (is_rows(select)) {
    if (context.names.is_keyword(at, "values")) set_rows(context, write, select, at);
    return;
  }
  write.source = tokens_between(at, end_of_source(context, insert, at));
  if (write.source.count > 0 && set_untyped(context, write, select)) write.kind = Write::Kind::query;
}

void set_list(const Context& context, Write& write, std::size_t at, bool has_list) {
  if (has_list) {
    write.columns_end = token_index(context.names.after_parentheses(at) - 1);
  } else {
    write.columns_at = token_index(at);
  }
}

}  // namespace

void note_insert(Context& context, const PgQuery__InsertStmt& insert, ItemIndex target,
                 std::vector<WrittenColumn> columns, std::optional<std::size_t> width) {
  if (!context.input.notes_writes) return;
  Write write;
  write.item = target;
  write.columns = std::move(columns);
  write.width = width;
  write.has_with = insert.with_clause != nullptr;
  const RangeItem& item = context.out.item(target);
  if (!item.parts.empty()) {
    const std::size_t name = index_of(item.parts.front().first), at = index_of(item.columns_at);
    if (name >= 2 && context.names.is_keyword(name - 2, "insert")) write.keyword = token_index(name - 2);
    set_list(context, write, at, insert.n_cols > 0);
    set_source(context, write, insert, behind_column_list(context.names, at, insert.n_cols > 0));
  }
  context.out.writes.push_back(std::move(write));
}

void note_merge_insert(Context& context, const PgQuery__MergeWhenClause& when, ItemIndex target,
                       std::vector<WrittenColumn> columns, std::optional<std::size_t> keyword) {
  if (!context.input.notes_writes) return;
  Write write;
  write.item = target;
  write.columns = std::move(columns);
  write.is_merge = true;
  if (keyword && context.names.is_keyword(*keyword, "insert")) {
    const bool has_list = when.n_target_list > 0;
    set_list(context, write, *keyword + 1, has_list);
    const std::size_t at = behind_column_list(context.names, *keyword + 1, has_list);
    if (context.names.is_keyword(at, "values")) {
      write.rows.push_back(row_at(context, list_of(when.values, when.n_values), at + 1));
      if (write.rows.back().end) write.kind = Write::Kind::values;
    } else if (context.names.is_keyword(at, "default")) {
      write.source = {token_index(at), 2};
      write.kind = Write::Kind::defaults;
    }
  }
  context.out.writes.push_back(std::move(write));
}

}  // namespace pgsegue::parser::bind

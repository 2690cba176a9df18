#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"
#include "parser/bind/write.hpp"

#include <utility>

namespace pgsegue::parser::bind {

namespace {

/// A join without alias has this name in the WHEN clauses, but not before.
constexpr const char* unnamed_join = "unnamed_join";

/// The token behind each `THEN` of the statement itself: the actions in order. The tree gives them no
/// location.
class Actions {
 public:
  Actions(const TokenNames& names, TokenRange statement) {
    std::size_t depth = 0;
    for (std::size_t i = index_of(statement.first); i < end_of(statement); ++i) {
      const bool is_label = i > 0 && names.is(i - 1, ".");
      if (names.is(i, "(") || names.is(i, "[") || (!is_label && names.is_keyword(i, "case"))) {
        ++depth;
      } else if (names.is(i, ")") || names.is(i, "]") || (!is_label && names.is_keyword(i, "end"))) {
        if (depth > 0) --depth;
      } else if (depth == 0 && !is_label && names.is_keyword(i, "then")) {
        starts_.push_back(i + 1);
      }
    }
  }

  std::optional<std::size_t> start_of(std::size_t action) const {
    if (action >= starts_.size()) return std::nullopt;
    return starts_[action];
  }

 private:
  std::vector<std::size_t> starts_;
};

struct Merge {
  Scope& scope;
  ItemIndex target;
  ItemIndex source;
};

/// Source: setNamespaceForMergeWhen, parse_merge.c: a row that is not there yet cannot be referred to.
void show_for_when(const Merge& merge, bool matched) {
  for (NamespaceItem& entry : merge.scope.names) {
    if (entry.item == merge.target) entry.rel_visible = entry.cols_visible = matched;
    if (entry.item == merge.source) entry.rel_visible = entry.cols_visible = true;
  }
}

void bind_merge_insert(Context& context, const Merge& merge, const PgQuery__MergeWhenClause& when,
                       std::optional<std::size_t> keyword) {
  const NodeList columns = list_of(when.target_list, when.n_target_list);
  bind_expressions(context, Place{merge.scope, Role::values, RowUse::harmless},
                   list_of(when.values, when.n_values));
  std::vector<WrittenColumn> written = bind_insert_columns(context, merge.scope, merge.target, columns);
  if (columns.empty() && when.n_values > 0) {
    std::optional<TokenIndex> at;
    if (keyword && context.names.is_keyword(*keyword, "insert")) at = token_index(*keyword + 1);
    written = add_implicit_columns(context, merge.target, when.n_values, at);
  }
  note_merge_insert(context, when, merge.target, std::move(written), keyword);
}

void bind_when(Context& context, const Merge& merge, const PgQuery__MergeWhenClause& when,
               std::optional<std::size_t> action) {
  show_for_when(merge, when.matched != 0);
  bind_expression(context, Place{merge.scope, Role::merge_when}, when.condition);
  if (when.command_type == PG_QUERY__CMD_TYPE__CMD_INSERT) {
    bind_merge_insert(context, merge, when, action);
  } else if (when.command_type == PG_QUERY__CMD_TYPE__CMD_UPDATE) {
    bind_set_list(context, merge.scope, merge.target, list_of(when.target_list, when.n_target_list), true);
  }
}

ItemIndex bind_source(Context& context, Scope& scope, const PgQuery__MergeStmt& merge) {
  Namespace names;
  const ItemIndex source = bind_from_item(context, scope, *merge.source_relation, names);
  set_lateral(names, false, true);
  scope.names = std::move(names);
  return source;
}

}  // namespace

/// Source: transformMergeStmt, PostgreSQL src/backend/parser/parse_merge.c.
QueryColumns bind_merge(Context& context, Scope* parent, const PgQuery__MergeStmt& merge) {
  Scope scope;
  scope.parent = parent;
  bind_with(context, scope, merge.with_clause);
  const ItemIndex target = bind_target_relation(context, scope, *merge.relation);
  const ItemIndex source = bind_source(context, scope, merge);
  const Identifier name = context.out.item(target).name;
  if (context.out.item(source).name == name) add_problem(context, Role::from, merged_with_itself(name));
  scope.names.push_back({target, true, true, false, true});
  bind_expression(context, Place{scope, Role::join_on}, merge.join_condition);
  RangeItem& joined = context.out.item(source);
  if (joined.kind == ItemKind::join && joined.name.empty()) joined.name = identifier_of(unnamed_join);
  const Actions actions(context.names, context.out.tokens);
  const NodeList clauses = list_of(merge.merge_when_clauses, merge.n_merge_when_clauses);
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i]->node_case == PG_QUERY__NODE__NODE_MERGE_WHEN_CLAUSE)
      bind_when(context, {scope, target, source}, *clauses[i]->merge_when_clause, actions.start_of(i));
  }
  return {};
}

}  // namespace pgsegue::parser::bind

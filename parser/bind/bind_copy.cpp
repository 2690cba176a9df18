#include "parser/bind/nodes.hpp"
#include "parser/bind/write.hpp"

#include <string_view>

namespace pgsegue::parser::bind {

namespace {

using namespace std::string_view_literals;

void bind_column_list(Context& context, ItemIndex target, NodeList columns,
                      const std::vector<TokenRange>& tokens) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::vector<TokenRange> parts;
    if (tokens.size() == columns.size()) parts.push_back(tokens[i]);
    bind_target_column(context, Role::copy_column, target, identifier_of(columns[i]), std::nullopt,
                       std::move(parts));
  }
}

void add_all_columns(Context& context, ItemIndex target) {
  ImplicitList list;
  list.item = target;
  list.at = context.out.item(target).columns_at;
  list.first = static_cast<std::uint32_t>(context.out.references.size());
  const Relation* relation = context.out.item(target).relation;
  if (relation != nullptr) {
    for (const Column& column : relation->columns) {
      if (column.is_generated) continue;
      bind_target_column(context, Role::copy_column, target, column.name, std::nullopt, {});
      ++list.count;
    }
  }
  context.out.implicit_lists.push_back(list);
}

bool is_switched_off(const PgQuery__DefElem& option) {
  if (option.arg == nullptr) return false;
  if (option.arg->node_case == PG_QUERY__NODE__NODE_BOOLEAN) return !option.arg->boolean->boolval;
  if (option.arg->node_case == PG_QUERY__NODE__NODE_INTEGER) return option.arg->integer->ival == 0;
  const std::string_view word = string_of(option.arg);
  return word == "false"sv || word == "off"sv;
}

/// COPY FROM skips a header line unless it is to match the column names. Of what is no plain table the server
/// copies nothing.
void bind_header(Context& context, const PgQuery__CopyStmt& copy, ItemIndex target,
                 const PgQuery__DefElem& option) {
  context.out.depends_on_values |= option.arg != nullptr;
  if (is_switched_off(option)) return;
  if (!copy.is_from) {
    const RangeItem& item = context.out.item(target);
    if (item.kind == ItemKind::relation && item.relation->kind == RelationKind::table)
      context.out.copy_header.emplace().item = target;
  } else if (string_of(option.arg) == "match"sv) {
    context.add_doubt(DoubtKind::header, "COPY FROM with HEADER MATCH");
    context.out.doubts.back().item = target;
  }
}

/// `FORCE_QUOTE (a, b)`, or of old `FORCE QUOTE a, b` and `FORCE NOT NULL a, b`.
std::vector<TokenRange> names_of_option(const TokenNames& names, std::size_t keyword) {
  if (!names.is_keyword(keyword, "force")) return names.listed(keyword + 1);
  return names.separated(keyword + (names.is_keyword(keyword + 1, "not") ? 3 : 2));
}

void bind_option(Context& context, const PgQuery__CopyStmt& copy, ItemIndex target,
                 const PgQuery__DefElem& option) {
  if (option.defname == "header"sv) return bind_header(context, copy, target, option);
  if (option.arg == nullptr || option.arg->node_case != PG_QUERY__NODE__NODE_LIST) return;
  // FORCE_QUOTE, FORCE_NOT_NULL and FORCE_NULL name columns.
  const PgQuery__List& names = *option.arg->list;
  const std::size_t keyword = context.names.at(option.location).value_or(context.names.size());
  bind_column_list(context, target, list_of(names.items, names.n_items),
                   names_of_option(context.names, keyword));
}

/// The table's name and what is known of the header now that all columns are bound.
void complete_header(Context& context, ItemIndex target, std::uint32_t first, std::uint32_t count) {
  if (!context.out.copy_header) return;
  const RangeItem& item = context.out.item(target);
  const std::size_t behind = index_of(item.columns_at);
  const std::size_t end = context.names.is(behind, "(") ? context.names.after_parentheses(behind) : behind;
  const std::size_t begin = item.parts.empty() ? end : index_of(item.parts.front().first);
  *context.out.copy_header = {target,
                              {token_index(begin), static_cast<std::uint32_t>(end - begin)},
                              first,
                              count,
                              static_cast<std::uint32_t>(context.out.references.size())};
}

void bind_copied_table(Context& context, const PgQuery__CopyStmt& copy) {
  Scope scope;
  const ItemIndex target = bind_target_relation(context, scope, *copy.relation);
  context.out.item(target).alias_use = AliasUse::none;
  const std::size_t after_name = index_of(context.out.item(target).columns_at);
  const auto first = static_cast<std::uint32_t>(context.out.references.size());
  if (copy.n_attlist > 0) {
    bind_column_list(context, target, list_of(copy.attlist, copy.n_attlist),
                     context.names.listed(after_name));
  } else {
    add_all_columns(context, target);
  }
  const auto count = static_cast<std::uint32_t>(context.out.references.size()) - first;
  for (const Node* option : list_of(copy.options, copy.n_options)) {
    if (option->node_case == PG_QUERY__NODE__NODE_DEF_ELEM)
      bind_option(context, copy, target, *option->def_elem);
  }
  complete_header(context, target, first, count);
  if (copy.is_from) note_copy_from(context, copy, target, first, count);
  scope.names = {{target, true, true, false, true}};
  bind_expression(context, Place{scope, Role::where}, copy.where_clause);
}

}  // namespace

void bind_copy(Context& context, const PgQuery__CopyStmt& copy) {
  if (copy.relation != nullptr) {
    bind_copied_table(context, copy);
  } else {
    bind_query(context, nullptr, copy.query);
  }
}

}  // namespace pgsegue::parser::bind

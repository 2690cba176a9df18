#include "parser/bind/nodes.hpp"

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
  const std::vector<ItemColumn> columns = context.out.item(target).columns;
  for (const ItemColumn& column : columns)
    bind_target_column(context, Role::copy_column, target, column.name, std::nullopt, {});
  list.count = static_cast<std::uint32_t>(columns.size());
  context.out.implicit_lists.push_back(list);
}

bool is_switched_off(const PgQuery__DefElem& option) {
  if (option.arg == nullptr) return false;
  if (option.arg->node_case == PG_QUERY__NODE__NODE_BOOLEAN) return !option.arg->boolean->boolval;
  if (option.arg->node_case == PG_QUERY__NODE__NODE_INTEGER) return option.arg->integer->ival == 0;
  const std::string_view word = string_of(option.arg);
  return word == "false"sv || word == "off"sv;
}

/// COPY FROM skips a header line unless it is to match the column names.
void bind_header(Context& context, const PgQuery__CopyStmt& copy, const PgQuery__DefElem& option) {
  const bool ignored = copy.is_from && string_of(option.arg) != "match"sv;
  if (ignored || is_switched_off(option)) return;
  context.add_doubt(DoubtKind::header, "COPY with HEADER");
  context.out.doubts.back().item = ItemIndex{0};
}

/// `FORCE_QUOTE (a, b)`, or of old `FORCE QUOTE a, b` and `FORCE NOT NULL a, b`.
std::vector<TokenRange> names_of_option(const TokenNames& names, std::size_t keyword) {
  if (!names.is_keyword(keyword, "force")) return names.listed(keyword + 1);
  return names.separated(keyword + (names.is_keyword(keyword + 1, "not") ? 3 : 2));
}

void bind_option(Context& context, const PgQuery__CopyStmt& copy, ItemIndex target,
                 const PgQuery__DefElem& option) {
  if (option.defname == "header"sv) return bind_header(context, copy, option);
  if (option.arg == nullptr || option.arg->node_case != PG_QUERY__NODE__NODE_LIST) return;
  // FORCE_QUOTE, FORCE_NOT_NULL and FORCE_NULL name columns.
  const PgQuery__List& names = *option.arg->list;
  const std::size_t keyword = context.names.at(option.location).value_or(context.names.size());
  bind_column_list(context, target, list_of(names.items, names.n_items),
                   names_of_option(context.names, keyword));
}

void bind_copied_table(Context& context, const PgQuery__CopyStmt& copy) {
  Scope scope;
  const ItemIndex target = bind_target_relation(context, scope, *copy.relation);
  context.out.item(target).alias_use = AliasUse::none;
  const std::size_t after_name = index_of(context.out.item(target).columns_at);
  if (copy.n_attlist > 0) {
    bind_column_list(context, target, list_of(copy.attlist, copy.n_attlist),
                     context.names.listed(after_name));
  } else {
    add_all_columns(context, target);
  }
  for (const Node* option : list_of(copy.options, copy.n_options)) {
    if (option->node_case == PG_QUERY__NODE__NODE_DEF_ELEM)
      bind_option(context, copy, target, *option->def_elem);
  }
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

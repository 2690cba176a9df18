#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

/// count(t) looks at a row as a whole; any other function may show the names of its columns (row_to_json).
bool counts_rows(const PgQuery__FuncCall& call) {
  const NodeList name = list_of(call.funcname, call.n_funcname);
  if (name.empty() || string_of(name.back()) != "count") return false;
  return name.size() == 1 || (name.size() == 2 && string_of(name.front()) == "pg_catalog");
}

/// Source: could_be_projection in ParseFuncOrColumn, parse_func.c.
bool could_be_column(const PgQuery__FuncCall& call) {
  return call.n_funcname == 1 && call.n_args == 1 && call.n_agg_order == 0 && call.agg_filter == nullptr &&
         call.over == nullptr && !call.agg_star && !call.agg_distinct && !call.func_variadic &&
         call.args[0]->node_case == PG_QUERY__NODE__NODE_COLUMN_REF;
}

const Reference* row_argument(const Context& context, const PgQuery__FuncCall& call) {
  const auto found = context.reference_of.find(call.args[0]->column_ref);
  if (found == context.reference_of.end()) return nullptr;
  const Reference& reference = context.out.references[static_cast<std::size_t>(found->second)];
  return reference.kind == ReferenceKind::whole_row ? &reference : nullptr;
}

/// `column(t)` is `t.column` if there is no function of that name.
void bind_column_function(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  const Reference* row = row_argument(context, call);
  if (row == nullptr) return;
  const Identifier name = identifier_of(call.funcname[0]);
  const ColumnLookup found =
      find_in_item(context, row->target.item, name, static_cast<std::uint32_t>(call.location));
  if (!found.match) return;
  if (context.input.catalog.function_exists(name)) {
    context.add_doubt(DoubtKind::function_on_row, "a column in function notation", name);
    return;
  }
  // Only this column of the row is seen.
  context.out.references[static_cast<std::size_t>(context.reference_of[call.args[0]->column_ref])]
      .row_is_harmless = true;
  std::vector<TokenRange> parts;
  if (const auto token = context.names.at(call.location)) parts = context.names.dotted(*token, 1);
  context.reference_of[&call] = add_column(context, place, found, std::move(parts));
}

}  // namespace

void bind_func_call(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  const Place argument{place.scope, place.role, counts_rows(call)};
  bind_expressions(context, argument, list_of(call.args, call.n_args));
  bind_plain_sort(context, argument, list_of(call.agg_order, call.n_agg_order));
  bind_expression(context, argument, call.agg_filter);
  bind_window(context, argument, call.over);
  if (could_be_column(call)) bind_column_function(context, place, call);
}

}  // namespace pgsegue::parser::bind

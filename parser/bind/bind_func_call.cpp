#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"
#include "parser/bind/row_functions.hpp"

#include <string_view>

namespace pgsegue::parser::bind {

namespace {

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
  const CatalogView& catalog = context.input.catalog;
  // What the system has takes rows of no certain table.
  if (catalog.function_exists(name) && (catalog.user_function_exists(name) || catalog.takes_any_row(name))) {
    context.add_doubt(DoubtKind::function_on_row, "a column in function notation", name);
    return;
  }
  // Only this column of the row is seen.
  context.out.references[static_cast<std::size_t>(context.reference_of[call.args[0]->column_ref])].row_use =
      RowUse::partial;
  std::vector<TokenRange> parts;
  if (const auto token = context.names.at(call.location)) parts = context.names.dotted(*token, 1);
  if (found.match->column.row) context.row_of[&call] = found.match->column.row;
  context.reference_of[&call] = add_column(context, place, found, std::move(parts));
}

}  // namespace

void add_value(Context& context, const Place& place, const void* node, RowValue row) {
  Reference reference;
  reference.kind = ReferenceKind::value;
  reference.role = place.role;
  reference.target = {no_item, 0};
  reference.row = row;
  reference.row_use = place.row_use == RowUse::shown ? RowUse::named : place.row_use;
  context.row_of[node] = reference.row;
  context.add_reference(std::move(reference));
}

const Relation* relation_returned(const Context& context, const PgQuery__FuncCall& call) {
  if (call.n_funcname == 0) return nullptr;
  const auto id = context.input.catalog.row_function(identifier_of(call.funcname[call.n_funcname - 1]));
  return id ? context.input.catalog.find(*id) : nullptr;
}

namespace {

/// Only these are put into a subquery as a whole: in one, an aggregate or window function could be another
/// query's, and a set one row.
bool is_plain_value(const Node& node) {
  switch (node.node_case) {
    case PG_QUERY__NODE__NODE_SUB_LINK:
    case PG_QUERY__NODE__NODE_CASE_EXPR:
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
    case PG_QUERY__NODE__NODE_TYPE_CAST:
    case PG_QUERY__NODE__NODE_PARAM_REF:
      return !holds_call(node.base);
    default:
      return false;
  }
}

void note_shown_type(Context& context, const PgQuery__FuncCall& call) {
  if (call.n_args != 1 || string_of(call.funcname[call.n_funcname - 1]) != "pg_typeof") return;
  const RowType row = row_of(context, call.args[0]).type;
  if (!row) return;
  context.add_doubt(DoubtKind::row_type_shown, "a call of pg_typeof()");
  context.out.doubts.back().row = row;
}

/// An argument whose names are shown, and that is not just a column or a row.
void bind_shown_argument(Context& context, const Place& place, const Node& node, TokenRange tokens) {
  const std::size_t first = context.out.references.size();
  bind_expression(context, Place{place.scope, place.role, RowUse::result}, &node);
  const RowValue row = row_of(context, &node);
  settle_results(context, first, context.out.references.size(), static_cast<bool>(row.type));
  if (!row.type) return;
  Reference reference;
  reference.kind = ReferenceKind::value;
  reference.role = place.role;
  reference.target = {no_item, 0};
  reference.row = row;
  reference.row_use = RowUse::shown;
  reference.written = tokens;
  context.add_reference(std::move(reference));
}

void bind_arguments(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  const NodeList arguments = list_of(call.args, call.n_args);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (place.row_use == RowUse::shown && is_plain_value(*arguments[i])) {
      bind_shown_argument(context, place, *arguments[i], argument_tokens(context, call, i));
    } else {
      bind_expression(context, place, arguments[i]);
    }
  }
}

}  // namespace

void bind_func_call(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  const Place argument{place.scope, place.role, use_of_arguments(context, call, place), reads_oids(call)};
  const Place apart{place.scope, place.role, RowUse::harmless};
  const std::size_t first_parameter = context.out.parameter_uses.size();
  bind_arguments(context, argument, call);
  bind_plain_sort(context, apart, list_of(call.agg_order, call.n_agg_order));
  bind_expression(context, Place{place.scope, place.role}, call.agg_filter);
  bind_window(context, apart, call.over);
  if (!bind_type_call(context, place, call))
    use_schema(context, list_of(call.funcname, call.n_funcname), context.names.at(call.location));
  bind_path_function(context, place, call);
  bind_name_reader(context, place, call, first_parameter);
  if (const RowValue row = row_of_call(context, call)) context.row_of[&call] = row;
  bind_keyed_json(context, place, call);
  note_shown_type(context, call);
  if (const Relation* relation = relation_returned(context, call))
    add_value(context, place, &call, {{relation->id, 0}, {}});
  if (could_be_column(call)) bind_column_function(context, place, call);
}

}  // namespace pgsegue::parser::bind

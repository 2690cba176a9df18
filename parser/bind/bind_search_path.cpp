#include "parser/bind/constant.hpp"
#include "parser/bind/name_argument.hpp"
#include "parser/bind/nodes.hpp"
#include "parser/name_reading.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

using namespace std::string_view_literals;

bool is_search_path(std::string_view name) {
  constexpr std::string_view wanted = "search_path";
  return name.size() == wanted.size() &&
         std::equal(name.begin(), name.end(), wanted.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

void show_path(Context& context, DoubtKind kind, std::string construct) {
  context.needs_path |= context.input.search_path == nullptr;
  context.add_doubt(kind, std::move(construct));
}

/// The system's tables hold the server's names, and what only selects among their rows does so by these.
bool selects_catalog_rows(const Context& context, const Place& place) {
  constexpr std::array selecting = {Role::where, Role::join_on, Role::having};
  if (std::find(selecting.begin(), selecting.end(), place.role) == selecting.end()) return false;
  const std::vector<ItemIndex>& items = place.scope.range_table;
  return !items.empty() && std::all_of(items.begin(), items.end(), [&](ItemIndex index) {
    const RangeItem& item = context.out.item(index);
    if (item.kind == ItemKind::join) return true;
    return item.kind == ItemKind::relation && (item.relation->schema.str() == "pg_catalog"sv ||
                                               item.relation->schema.str() == "information_schema"sv);
  });
}

/// Widens `range` by what follows it.
void extend(TokenRange& range, const TokenRange& next) {
  if (range.count == 0) range.first = next.first;
  range.count = static_cast<std::uint32_t>(end_of(next) - index_of(range.first));
}

/// A parameter that sets the path.
bool use_path_parameter(Context& context, const Node* value) {
  if (read_parameter(value) == 0) return false;
  ParameterUse use;
  use.kind = NamedKind::path;
  use.is_shown = true;
  use_parameter(context, value, std::move(use));
  return true;
}

void add_path_element(Context& context, NameUse& use, Identifier name) {
  use.ids.push_back(schema_id(context, name));
  use.parts.push_back(std::move(name));
}

/// set_config(…) with what is in front of its name.
TokenRange call_tokens(const Context& context, const PgQuery__FuncCall& call) {
  const auto start = context.names.at(call.location);
  if (!start) return {};
  const std::size_t end = context.names.after_parentheses(context.names.find_opening(*start));
  return {token_index(*start), static_cast<std::uint32_t>(end - *start)};
}

void bind_set_config(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  if (call.n_args != 3) return;
  const auto parameter = read_constant(context, call.args[0]);
  context.out.depends_on_values |= parameter.has_value();
  if (parameter && !is_search_path(parameter->value)) return;
  if (parameter && use_path_parameter(context, call.args[1])) return;
  const auto value = parameter ? read_constant(context, call.args[1]) : std::nullopt;
  if (!value)
    return context.add_doubt(DoubtKind::path_set, "a call of set_config() that may set the search path");
  auto use = read_path(context.input.catalog, value->value);
  if (!use) return;
  use->tokens = value->tokens;
  use->echo = EchoedName{call_tokens(context, call), value->value, place.role};
  context.out.name_uses.push_back(std::move(*use));
}

}  // namespace

void bind_variable_set(Context& context, const PgQuery__VariableSetStmt& set) {
  if (set.name == nullptr || !is_search_path(set.name)) return;
  const NodeList arguments = list_of(set.args, set.n_args);
  if (arguments.empty()) return;
  NameUse use{NamedKind::path, NameForm::words, {}, {}, {}};
  for (const Node* argument : arguments) {
    const auto constant = read_constant(context, argument);
    if (!constant || constant->tokens.count == 0)
      return context.add_doubt(DoubtKind::path_set, "this way to set the search path");
    extend(use.tokens, constant->tokens);
    add_path_element(context, use, Identifier::from_quoted(constant->value));
  }
  // SET SCHEMA 'a' takes one constant.
  if (context.names.is_keyword(index_of(use.tokens.first) - 1, "schema")) use.form = NameForm::constant;
  context.out.name_uses.push_back(std::move(use));
}

void bind_variable_show(Context& context, const PgQuery__VariableShowStmt& show) {
  if (show.name != nullptr && is_search_path(show.name))
    show_path(context, DoubtKind::path_text_shown, "SHOW search_path");
}

void bind_path_function(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  if (call.n_funcname == 0) return;
  const std::string_view name = string_of(call.funcname[call.n_funcname - 1]);
  if (name == "set_config") return bind_set_config(context, place, call);
  if (name == "current_setting" && call.n_args > 0) {
    const auto parameter = read_constant(context, call.args[0]);
    context.out.depends_on_values |= parameter.has_value();
    if (!parameter || is_search_path(parameter->value))
      show_path(context, DoubtKind::path_text_shown, "a call of current_setting()");
    return;
  }
  if (name != "current_schema" && name != "current_schemas") {
    return;
  }
  if (!selects_catalog_rows(context, place))
    show_path(context, DoubtKind::path_shown, "a call of " + std::string(name) + "()");
}

void bind_value_function(Context& context, const Place& place, const PgQuery__SQLValueFunction& function) {
  const bool is_schema = function.op == PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_SCHEMA;
  if (is_schema && !selects_catalog_rows(context, place))
    show_path(context, DoubtKind::path_shown, "CURRENT_SCHEMA");
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/row_functions.hpp"

#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

enum class Kind {
  values,   ///< sees rows as text
  counted,  ///< sees only whether there is a row
  json,     ///< writes the names of a row's columns
  handed,   ///< returns an argument
  array,    ///< returns an array of its argument
  element,  ///< returns the elements of its argument
  keyed,    ///< makes rows like the first argument from JSON
};

struct RowFunction {
  std::string_view name;
  Kind kind;
};

// Source: pg_proc.dat of PostgreSQL 15.
constexpr std::array<RowFunction, 34> functions = {{
    {"count", Kind::counted},
    {"concat", Kind::values},
    {"concat_ws", Kind::values},
    {"format", Kind::values},
    {"num_nulls", Kind::values},
    {"num_nonnulls", Kind::values},
    {"quote_literal", Kind::values},
    {"quote_nullable", Kind::values},
    {"pg_column_size", Kind::values},
    {"rank", Kind::values},
    {"dense_rank", Kind::values},
    {"row_to_json", Kind::json},
    {"to_json", Kind::json},
    {"to_jsonb", Kind::json},
    {"json_agg", Kind::json},
    {"jsonb_agg", Kind::json},
    {"json_build_array", Kind::json},
    {"jsonb_build_array", Kind::json},
    {"json_build_object", Kind::json},
    {"jsonb_build_object", Kind::json},
    {"json_object_agg", Kind::json},
    {"jsonb_object_agg", Kind::json},
    {"first_value", Kind::handed},
    {"last_value", Kind::handed},
    {"nth_value", Kind::handed},
    {"array_agg", Kind::array},
    {"hash_record", Kind::values},
    {"hash_record_extended", Kind::values},
    {"pg_typeof", Kind::values},
    {"unnest", Kind::element},
    {"json_populate_record", Kind::keyed},
    {"jsonb_populate_record", Kind::keyed},
    {"json_populate_recordset", Kind::keyed},
    {"jsonb_populate_recordset", Kind::keyed},
}};

/// Empty: some other function, or one that may be the user's own.
std::optional<Kind> kind_of(const Context& context, const PgQuery__FuncCall& call) {
  const NodeList name = list_of(call.funcname, call.n_funcname);
  if (name.empty() || (name.size() > 1 && string_of(name.front()) != "pg_catalog")) return std::nullopt;
  if (name.size() == 1 && context.input.catalog.user_function_exists(identifier_of(name.back())))
    return std::nullopt;
  const auto* found = std::find_if(functions.begin(), functions.end(), [&](const RowFunction& function) {
    return function.name == string_of(name.back());
  });
  if (found == functions.end()) return std::nullopt;
  return found->kind;
}

/// A function that takes rows of certain tables only returns nothing of their names. (An error about one that
/// is not there shows the type's.)
bool may_look_into_rows(const Context& context, const PgQuery__FuncCall& call) {
  if (call.n_funcname == 0) return true;
  const Identifier name = identifier_of(call.funcname[call.n_funcname - 1]);
  return !context.input.catalog.function_exists(name) || context.input.catalog.takes_any_row(name);
}

}  // namespace

RowUse use_of_arguments(const Context& context, const PgQuery__FuncCall& call, const Place& place) {
  const auto kind = kind_of(context, call);
  if (!kind) return may_look_into_rows(context, call) ? RowUse::named : RowUse::partial;
  switch (*kind) {
    case Kind::counted:
      return call.agg_distinct ? RowUse::harmless : RowUse::partial;
    case Kind::values:
    case Kind::keyed:
      return RowUse::harmless;
    case Kind::json:
      return RowUse::shown;
    case Kind::handed:
    case Kind::array:
      break;
    case Kind::element:
      return place.row_use == RowUse::shown ? RowUse::named : place.row_use;
  }
  return place.row_use;
}

bool makes_rows_from_json(const Context& context, const PgQuery__FuncCall& call) {
  return kind_of(context, call) == Kind::keyed;
}

RowValue row_of_call(const Context& context, const PgQuery__FuncCall& call) {
  const auto kind = kind_of(context, call);
  if (!kind || call.n_args == 0) return {};
  RowValue row = row_of(context, call.args[0]);
  if (*kind == Kind::handed) return row;
  // With several arguments it has the columns of all of them.
  const bool is_element = *kind == Kind::element && call.n_args == 1 && row.type.array_levels == 1;
  if (is_element && row.type) return {{row.type.relation, 0}, {}};
  if (*kind != Kind::array || !row.type) return {};
  // Of arrays array_agg makes one array of more dimensions, whose type is the same.
  if (row.type.array_levels == 0) row.type.array_levels = 1;
  return row;
}

}  // namespace pgsegue::parser::bind

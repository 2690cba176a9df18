#include "parser/bind/function_columns.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

struct Builtin {
  std::string_view name;
  std::array<std::string_view, 2> columns;
  std::size_t count;
};

// Source: pg_proc.dat of PostgreSQL 15.
constexpr std::array<Builtin, 16> builtins = {{
    {"generate_series", {}, 1},
    {"generate_subscripts", {}, 1},
    {"regexp_split_to_table", {}, 1},
    {"regexp_matches", {}, 1},
    {"string_to_table", {}, 1},
    {"json_object_keys", {}, 1},
    {"jsonb_object_keys", {}, 1},
    {"jsonb_path_query", {}, 1},
    {"json_array_elements", {"value"}, 1},
    {"jsonb_array_elements", {"value"}, 1},
    {"json_array_elements_text", {"value"}, 1},
    {"jsonb_array_elements_text", {"value"}, 1},
    {"json_each", {"key", "value"}, 2},
    {"jsonb_each", {"key", "value"}, 2},
    {"json_each_text", {"key", "value"}, 2},
    {"jsonb_each_text", {"key", "value"}, 2},
}};

constexpr std::array<std::string_view, 17> plain_types = {
    "text",  "uuid",   "date",    "json", "jsonb",       "name",      "bytea", "inet", "cidr",
    "money", "citext", "macaddr", "oid",  "timestamptz", "timestamp", "time",  "xml"};

bool is_plain_array(const Node* argument) {
  if (argument == nullptr || argument->node_case != PG_QUERY__NODE__NODE_TYPE_CAST) return false;
  const PgQuery__TypeName& type = *argument->type_cast->type_name;
  if (type.n_array_bounds == 0 || type.n_names == 0) return false;
  if (type.n_names == 2 && string_of(type.names[0]) == "pg_catalog") return true;
  return type.n_names == 1 &&
         std::find(plain_types.begin(), plain_types.end(), string_of(type.names[0])) != plain_types.end();
}

/// unnest of an array of rows gives the row's columns, so its argument must be known to hold plain values.
/// With several arguments it stands for one call each.
std::optional<FunctionColumns> unnest_columns(const PgQuery__FuncCall& call) {
  const NodeList arguments = list_of(call.args, call.n_args);
  if (!std::all_of(arguments.begin(), arguments.end(), is_plain_array)) return std::nullopt;
  if (arguments.size() == 1) return FunctionColumns{""};
  return FunctionColumns(arguments.size(), "unnest");
}

}  // namespace

std::optional<FunctionColumns> builtin_columns(const PgQuery__FuncCall& call) {
  const NodeList name = list_of(call.funcname, call.n_funcname);
  if (name.empty() || (name.size() > 1 && string_of(name.front()) != "pg_catalog")) return std::nullopt;
  const std::string_view function = string_of(name.back());
  if (function == "unnest") return unnest_columns(call);
  const auto* found = std::find_if(builtins.begin(), builtins.end(),
                                   [&](const Builtin& builtin) { return builtin.name == function; });
  if (found == builtins.end()) return std::nullopt;
  const auto* columns = found->columns.data();
  return FunctionColumns(columns, columns + found->count);
}

}  // namespace pgsegue::parser::bind

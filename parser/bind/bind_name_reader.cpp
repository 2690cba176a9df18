#include "parser/bind/constant.hpp"
#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

/// A function of the system's that takes an oid or name of a relation.
struct Reader {
  std::string_view name;
  /// How many arguments at the end follow the relation: it is found from there, because a role may stand
  /// before it. -1: none of the arguments is a name, only oids.
  int behind;
  bool column_follows = false;
  bool comes_first = false;                ///< the relation is the first argument, whatever follows
  DoubtKind shows = DoubtKind::construct;  ///< `construct`: the result is no name
};

constexpr std::array readers = {
    Reader{"col_description", -1},
    Reader{"currval", 0},
    Reader{"has_any_column_privilege", 1},
    Reader{"has_column_privilege", 2, true},
    Reader{"has_sequence_privilege", 1},
    Reader{"has_table_privilege", 1},
    Reader{"nextval", 0},
    Reader{"obj_description", -1},
    Reader{"pg_get_serial_sequence", 1, true, false, DoubtKind::sequence_shown},
    Reader{"pg_indexes_size", 0},
    Reader{"pg_relation_filenode", 0},
    Reader{"pg_relation_filepath", 0},
    Reader{"pg_relation_is_updatable", 1},
    Reader{"pg_relation_size", 0, false, true},
    Reader{"pg_sequence_last_value", 0},
    Reader{"pg_table_is_visible", -1},
    Reader{"pg_table_size", 0},
    Reader{"pg_total_relation_size", 0},
    Reader{"row_security_active", 0},
    Reader{"setval", 0, false, true},
    Reader{"to_regclass", 0, false, false, DoubtKind::relation_shown},
};

/// The name of a function that may be the system's.
std::string_view system_function(const PgQuery__FuncCall& call) {
  const bool is_systems =
      call.n_funcname == 1 || (call.n_funcname == 2 && string_of(call.funcname[0]) == "pg_catalog");
  return is_systems ? string_of(call.funcname[call.n_funcname - 1]) : std::string_view();
}

const Reader* find_reader(const PgQuery__FuncCall& call) {
  const std::string_view name = system_function(call);
  const auto* found =
      std::find_if(readers.begin(), readers.end(), [&](const Reader& reader) { return reader.name == name; });
  return found == readers.end() ? nullptr : found;
}

std::optional<std::size_t> relation_argument(const Reader& reader, const PgQuery__FuncCall& call) {
  if (reader.behind < 0 || call.n_args == 0) return std::nullopt;
  if (reader.comes_first) return 0;
  const auto behind = static_cast<std::size_t>(reader.behind);
  if (call.n_args <= behind) return std::nullopt;
  return call.n_args - 1 - behind;
}

bool has_named_argument(const PgQuery__FuncCall& call) {
  const NodeList arguments = list_of(call.args, call.n_args);
  return std::any_of(arguments.begin(), arguments.end(), [](const Node* argument) {
    return argument->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR;
  });
}

/// Of the relation that was read last.
void use_column(Context& context, const Node* argument) {
  const auto constant = read_constant(context, argument);
  if (!constant || context.out.name_uses.empty()) return;
  const std::uint32_t relation_id = context.out.name_uses.back().ids.front();
  const Relation* relation = context.input.catalog.find(static_cast<RelationId>(relation_id));
  Identifier name = Identifier::from_quoted(constant->value);
  const Column* column = relation != nullptr ? relation->find_column(name) : nullptr;
  const std::uint32_t number = column != nullptr ? static_cast<std::uint32_t>(column->number) : 0;
  context.out.name_uses.push_back(
      {NamedKind::column, NameForm::constant, {std::move(name)}, {relation_id, number}, constant->tokens});
}

/// has_schema_privilege([role,] schema, privilege)
void use_schema_argument(Context& context, const PgQuery__FuncCall& call) {
  if (call.n_args < 2) return;
  const auto constant = read_constant(context, call.args[call.n_args - 2]);
  if (!constant) return;
  Identifier name = Identifier::from_quoted(constant->value);
  const std::uint32_t id = schema_id(context, name);
  context.out.name_uses.push_back(
      {NamedKind::schema, NameForm::constant, {std::move(name)}, {id}, constant->tokens});
}

/// to_regtype(type), has_type_privilege([role,] type, privilege)
void use_type_argument(Context& context, const Place& place, const PgQuery__FuncCall& call,
                       std::string_view name) {
  const bool is_shown = name == "to_regtype";
  const std::size_t behind = is_shown ? 0 : 1;
  if (call.n_args <= behind) return;
  const Node* argument = call.args[call.n_args - 1 - behind];
  use_type_text(context, argument);
  const auto constant = read_constant(context, argument);
  if (constant && is_shown && !place.only_oid)
    context.add_doubt(DoubtKind::type_string, "the type name in a string",
                      Identifier::from_catalog(constant->value));
}

bool reads_type(std::string_view function) {
  return function == "to_regtype" || function == "has_type_privilege";
}

}  // namespace

bool reads_oids(const PgQuery__FuncCall& call) {
  return find_reader(call) != nullptr || system_function(call) == "has_type_privilege";
}

void bind_name_reader(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  const Reader* reader = find_reader(call);
  if (system_function(call) == "has_schema_privilege") use_schema_argument(context, call);
  if (const std::string_view name = system_function(call); reads_type(name))
    use_type_argument(context, place, call, name);
  if (reader == nullptr || call.func_variadic || has_named_argument(call)) return;
  if (const auto at = relation_argument(*reader, call)) {
    const std::size_t known = context.out.name_uses.size();
    use_relation(context, call.args[*at]);
    const bool is_read = context.out.name_uses.size() > known;
    if (is_read && reader->column_follows) use_column(context, call.args[*at + 1]);
  }
  if (reader->shows != DoubtKind::construct && !place.only_oid)
    context.add_doubt(reader->shows, "a call of " + std::string(reader->name) + "()");
}

}  // namespace pgsegue::parser::bind

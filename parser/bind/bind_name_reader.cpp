#include "parser/bind/constant.hpp"
#include "parser/bind/name_argument.hpp"
#include "parser/bind/nodes.hpp"
#include "parser/name_reading.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

bool has_named_argument(const PgQuery__FuncCall& call) {
  const NodeList arguments = list_of(call.args, call.n_args);
  return std::any_of(arguments.begin(), arguments.end(), [](const Node* argument) {
    return argument->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR;
  });
}

/// The parameter use that an argument has become.
ParameterUse* parameter_use(Context& context, std::uint32_t number) {
  auto& uses = context.out.parameter_uses;
  const auto found = std::find_if(uses.rbegin(), uses.rend(), [number](const ParameterUse& use) {
    return use.number == number && use.role == ParameterUse::Role::name;
  });
  return found == uses.rend() ? nullptr : &*found;
}

void use_constant_column(Context& context, const NamedRelation& relation, const Constant& constant) {
  // With another constant in front of it ('', or the number of a relation) it would be of a table that is not
  // known.
  context.out.depends_on_values = true;
  if (relation.id) {
    NameUse use = read_column_name(context.input.catalog, *relation.id, constant.value);
    use.tokens = constant.tokens;
    context.out.name_uses.push_back(std::move(use));
  } else if (ParameterUse* named = parameter_use(context, relation.parameter)) {
    named->column = Identifier::from_catalog(constant.value);
  } else {
    context.add_doubt(DoubtKind::column_string, "a column in a string, of a table that is not known,",
                      Identifier::from_catalog(constant.value));
  }
}

/// The column of a relation that stands in front of it.
void use_column(Context& context, const NamedRelation& relation, const Node* argument,
                std::size_t first_parameter) {
  if (const auto constant = read_constant(context, argument))
    return use_constant_column(context, relation, *constant);
  const bool is_known = relation.id.has_value() || relation.parameter != 0;
  if (read_parameter(argument) == 0)
    return judge_name_source(context, argument, first_parameter, DoubtKind::column_built);
  if (!is_known) return mark_parts(context, first_parameter);
  ParameterUse use;
  use.kind = NamedKind::column;
  use.relation = relation.id.value_or(RelationId{});
  use.relation_parameter = relation.parameter;
  use_parameter(context, argument, std::move(use));
}

/// has_schema_privilege([role,] schema, privilege)
void use_schema_argument(Context& context, const PgQuery__FuncCall& call, std::size_t first_parameter) {
  if (call.n_args < 2) return;
  const Node* argument = call.args[call.n_args - 2];
  if (const auto constant = read_constant(context, argument)) {
    NameUse use = read_schema_name(context.input.catalog, constant->value);
    use.tokens = constant->tokens;
    context.out.name_uses.push_back(std::move(use));
  } else if (read_parameter(argument) != 0) {
    ParameterUse use;
    use.kind = NamedKind::schema;
    use_parameter(context, argument, std::move(use));
  } else {
    judge_name_source(context, argument, first_parameter);
  }
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
  return find_name_reader(call) != nullptr || system_function(call) == "has_type_privilege";
}

void bind_name_reader(Context& context, const Place& place, const PgQuery__FuncCall& call,
                      std::size_t first_parameter) {
  const NameReader* reader = find_name_reader(call);
  if (const std::string_view name = system_function(call); reads_type(name))
    use_type_argument(context, place, call, name);
  if (may_read_names(call)) return mark_parts(context, first_parameter);
  if (system_function(call) == "has_schema_privilege")
    return use_schema_argument(context, call, first_parameter);
  if (reader == nullptr) return;
  if (call.func_variadic || has_named_argument(call)) return mark_parts(context, first_parameter);
  const bool shows = reader->shows != DoubtKind::construct && !place.only_oid;
  NamedRelation relation;
  if (const auto at = relation_argument(*reader, call)) {
    const bool shows_it = shows && reader->shows == DoubtKind::relation_shown;
    relation = use_relation(context, call.args[*at], {reader->takes_text, shows_it, first_parameter});
    if (reader->column_follows) use_column(context, relation, call.args[*at + 1], first_parameter);
  }
  const bool is_judged_by_value = reader->shows == DoubtKind::relation_shown && relation.parameter != 0;
  if (shows && !is_judged_by_value)
    context.add_doubt(reader->shows, "a call of " + std::string(reader->name) + "()");
}

}  // namespace pgsegue::parser::bind

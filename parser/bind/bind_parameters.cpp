#include "parser/bind/constant.hpp"
#include "parser/bind/name_argument.hpp"
#include "parser/bind/nodes.hpp"
#include "parser/name_reading.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

using UseRole = ParameterUse::Role;

bool is_value(const ParameterUse& use) {
  return use.role == UseRole::value;
}

/// The uses of one parameter.
std::vector<const ParameterUse*> uses_of(std::span<const ParameterUse> uses, std::uint32_t number) {
  std::vector<const ParameterUse*> found;
  for (const ParameterUse& use : uses) {
    if (use.number == number) found.push_back(&use);
  }
  return found;
}

/// Reads the arguments of one EXECUTE.
struct Arguments {
  Context& context;
  NodeList nodes;

  std::optional<Constant> constant(std::uint32_t number) const {
    if (number == 0 || number > nodes.size()) return std::nullopt;
    return read_constant(context, nodes[number - 1]);
  }
  std::optional<RelationId> relation(const ParameterUse& use) const;
  std::optional<NameUse> read(const ParameterUse& use, std::string_view value) const;
};

/// The relation of a column.
std::optional<RelationId> Arguments::relation(const ParameterUse& use) const {
  if (use.relation_parameter == 0) return use.relation;
  const auto name = constant(use.relation_parameter);
  if (!name) return std::nullopt;
  const BindInput& input = context.input;
  const ReadName read =
      read_relation_name({input.catalog, input.search_path, input.temporary_relations}, name->value);
  context.needs_path |= read.needs_path;
  if (!read.use) return std::nullopt;
  return static_cast<RelationId>(read.use->ids.front());
}

std::optional<NameUse> Arguments::read(const ParameterUse& use, std::string_view value) const {
  const BindInput& input = context.input;
  switch (use.kind) {
    case NamedKind::relation: {
      ReadName name =
          read_relation_name({input.catalog, input.search_path, input.temporary_relations}, value);
      context.needs_path |= name.needs_path;
      return std::move(name.use);
    }
    case NamedKind::column: {
      const auto id = relation(use);
      if (!id) return std::nullopt;
      return read_column_name(input.catalog, *id, value);
    }
    case NamedKind::schema:
      return read_schema_name(input.catalog, value);
    default:
      break;
  }
  return read_path(input.catalog, value);
}

}  // namespace

void bind_executed_argument(Context& context, NodeList arguments, std::uint32_t number,
                            std::span<const ParameterUse> uses) {
  const Arguments all{context, arguments};
  const auto constant = all.constant(number);
  const auto own = uses_of(uses, number);
  const bool is_plain =
      std::all_of(own.begin(), own.end(), [](const ParameterUse* use) { return is_value(*use); });
  if (is_plain) {
    if (constant) context.out.plain_constants.push_back(constant->tokens);
    return;
  }
  if (!constant) return judge_name_source(context, arguments[number - 1], context.out.parameter_uses.size());
  // In several ways it is read, or it is shown: it stays unread, and is refused if it holds a name that
  // differs.
  const ParameterUse& first = *own.front();
  const bool is_name = std::all_of(own.begin(), own.end(), [&](const ParameterUse* use) {
    return use->role == UseRole::name && !use->is_shown && use->kind == first.kind &&
           use->relation == first.relation && use->relation_parameter == first.relation_parameter;
  });
  auto name = is_name ? all.read(first, constant->value) : std::nullopt;
  if (!name) return;
  const auto relation = static_cast<RelationId>(name->ids.empty() ? 0 : name->ids.front());
  name->tokens = constant->tokens;
  context.out.name_uses.push_back(std::move(*name));
  for (const ParameterUse* use : own) {
    if (use->column)
      context.out.name_uses.push_back(read_column_name(context.input.catalog, relation, use->column->str()));
  }
}

void type_parameters(Context& context, NodeList types) {
  for (ParameterUse& use : context.out.parameter_uses) {
    const bool has_type = use.role == UseRole::value && use.number > 0 && use.number <= types.size() &&
                          types[use.number - 1]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME;
    if (!has_type) continue;
    const PgQuery__TypeName* type = types[use.number - 1]->type_name;
    if (is_regclass_type(type)) use.role = UseRole::name, use.is_text = false;
    if (is_name_type(type)) use.role = UseRole::part;
  }
}

void finish_parameters(Context& context) {
  auto& uses = context.out.parameter_uses;
  if (context.names_come_from_rows) mark_parts(context, 0);
  if (std::all_of(uses.begin(), uses.end(), is_value)) uses.clear();
}

}  // namespace pgsegue::parser::bind

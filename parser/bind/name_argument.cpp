#include "parser/bind/name_argument.hpp"

#include "parser/bind/constant.hpp"
#include "parser/bind/nodes.hpp"
#include "parser/name_reading.hpp"

namespace pgsegue::parser::bind {

namespace {

const Node* inside_regclass(const Node* node) {
  while (node != nullptr && node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST &&
         is_regclass_type(node->type_cast->type_name))
    node = node->type_cast->arg;
  return node;
}

ReadName read_name(Context& context, const Constant& constant) {
  const BindInput& input = context.input;
  ReadName name =
      read_relation_name({input.catalog, input.search_path, input.temporary_relations}, constant.value);
  context.needs_path |= name.needs_path;
  return name;
}

/// `is_noted`: a cast around the constant has noted its use before.
std::optional<RelationId> use_constant(Context& context, const Constant& constant, bool is_noted) {
  ReadName name = read_name(context, constant);
  if (!name.use) return std::nullopt;
  const auto id = static_cast<RelationId>(name.use->ids.front());
  name.use->tokens = constant.tokens;
  if (!is_noted) context.out.name_uses.push_back(std::move(*name.use));
  return id;
}

}  // namespace

std::uint32_t read_parameter(const Node* node, bool* is_cast) {
  while (node != nullptr && node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST &&
         is_string_type(node->type_cast->type_name)) {
    node = node->type_cast->arg;
    if (is_cast != nullptr) *is_cast = true;
  }
  const bool is_parameter = node != nullptr && node->node_case == PG_QUERY__NODE__NODE_PARAM_REF;
  return is_parameter ? static_cast<std::uint32_t>(node->param_ref->number) : 0;
}

void use_parameter(Context& context, const Node* node, ParameterUse use) {
  while (node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST)
    node = node->type_cast->arg;
  const auto found = context.parameter_of.find(node);
  if (found == context.parameter_of.end()) return;
  ParameterUse& noted = context.out.parameter_uses[found->second];
  use.number = noted.number;
  use.role = ParameterUse::Role::name;
  noted = std::move(use);
}

void mark_parts(Context& context, std::size_t first) {
  auto& uses = context.out.parameter_uses;
  for (std::size_t i = first; i < uses.size(); ++i) {
    if (uses[i].role == ParameterUse::Role::value) uses[i].role = ParameterUse::Role::part;
  }
}

/// Source of what is read: stringToQualifiedNameList and regclassin, PostgreSQL
/// src/backend/utils/adt/regproc.c.
NamedRelation use_relation(Context& context, const Node* node, const NameArgument& argument) {
  const Node* inside = inside_regclass(node);
  const bool is_noted = inside != node;
  if (const auto constant = read_constant(context, inside))
    return {use_constant(context, *constant, is_noted), 0};
  bool is_text = argument.is_text && !is_noted;
  if (const std::uint32_t number = read_parameter(inside, &is_text)) {
    ParameterUse use;
    use.is_text = is_text;
    use.is_shown = argument.is_shown;
    if (!is_noted) use_parameter(context, inside, std::move(use));
    return {std::nullopt, number};
  }
  if (!is_noted) judge_name_source(context, node, argument.first_parameter);
  return {};
}

}  // namespace pgsegue::parser::bind

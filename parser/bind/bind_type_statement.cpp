#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

using ObjectType = PgQuery__ObjectType;

std::size_t first_token(const Context& context) {
  return index_of(context.out.tokens.first);
}

/// The name of a type that is made.
void bind_created_type(Context& context, NodeList name) {
  if (name.empty()) return;
  use_schema(context, name, first_token(context) + 2);
  CreatedName created;
  created.name = identifier_of(name.back());
  context.out.created.push_back(std::move(created));
}

/// A type that is there, by a name without brackets.
void bind_named_type(Context& context, NodeList name, std::size_t token) {
  if (name.empty()) return;
  use_needed_type(context, name, token, false, -1);
  context.add_doubt(DoubtKind::type_name, "the type name", identifier_of(name.back()));
}

void add_type_shape(Context& context, const char* construct, NodeList name) {
  if (!name.empty()) context.add_doubt(DoubtKind::type_shape, construct, identifier_of(name.back()));
}

/// A CHECK of a domain, which calls the value VALUE.
void bind_domain_constraint(Context& context, const Node* node) {
  if (node == nullptr) return;
  RangeItem item;
  item.kind = ItemKind::function;
  item.alias_use = AliasUse::none;
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  item.columns.push_back({identifier_of("value"), {index, 1}, std::nullopt});
  Scope scope;
  scope.names = {{context.add_item(std::move(item)), true, true, false, true}};
  const bool is_constraint = node->node_case == PG_QUERY__NODE__NODE_CONSTRAINT;
  bind_expression(context, Place{scope, Role::definition}, is_constraint ? node->constraint->raw_expr : node);
}

/// A type that becomes part of another thing than a column or a parameter: what is made of rows so is not
/// followed.
void bind_part_type(Context& context, const PgQuery__TypeName* type) {
  const RowType row = bind_type_name(context, type);
  const Relation* relation = row ? context.input.catalog.find(row.relation) : nullptr;
  if (relation != nullptr) context.add_doubt(DoubtKind::type_name, "the type name", relation->name);
}

/// Options whose value is a type; those of others are functions, which the tree has as types too.
bool is_type_option(std::string_view name) {
  static constexpr std::array<std::string_view, 8> names = {"basetype", "element",  "leftarg", "like",
                                                            "mstype",   "rightarg", "stype",   "subtype"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

void bind_options(Context& context, NodeList options) {
  for (const Node* node : options) {
    if (node->node_case != PG_QUERY__NODE__NODE_DEF_ELEM) continue;
    const PgQuery__DefElem& option = *node->def_elem;
    if (option.arg == nullptr || option.arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME) continue;
    const PgQuery__TypeName& value = *option.arg->type_name;
    if (is_type_option(option.defname)) {
      bind_part_type(context, &value);
    } else {
      use_schema(context, list_of(value.names, value.n_names), context.names.at(value.location));
    }
  }
}

void bind_parameters(Context& context, NodeList parameters) {
  for (const Node* node : parameters) {
    if (node->node_case == PG_QUERY__NODE__NODE_FUNCTION_PARAMETER)
      bind_part_type(context, node->function_parameter->arg_type);
    if (node->node_case == PG_QUERY__NODE__NODE_LIST)
      bind_parameters(context, list_of(node->list->items, node->list->n_items));
  }
}

}  // namespace

void bind_routine(Context& context, const PgQuery__ObjectWithArgs& routine, std::size_t token) {
  use_schema(context, list_of(routine.objname, routine.n_objname), token);
  for (const Node* node : list_of(routine.objargs, routine.n_objargs)) {
    if (node->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) bind_type_name(context, node->type_name);
  }
}

bool bind_type_object(Context& context, ObjectType kind, const Node* object, std::size_t token) {
  if (object == nullptr) return false;
  const bool is_type =
      kind == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE || kind == PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN;
  const bool is_routine =
      kind == PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION || kind == PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE ||
      kind == PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE || kind == PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE;
  if (is_routine && object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS) {
    bind_routine(context, *object->object_with_args, token);
    return true;
  }
  if (!is_type) return false;
  if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) {
    const PgQuery__TypeName& type = *object->type_name;
    bind_named_type(context, list_of(type.names, type.n_names), token);
  } else if (object->node_case == PG_QUERY__NODE__NODE_LIST) {
    bind_named_type(context, list_of(object->list->items, object->list->n_items), token);
  } else {
    return false;
  }
  return true;
}

bool bind_changed_type(Context& context, const char* construct, ObjectType kind, const Node* object) {
  if (!bind_type_object(context, kind, object, first_token(context) + 2)) return false;
  if (object->node_case == PG_QUERY__NODE__NODE_LIST)
    add_type_shape(context, construct, list_of(object->list->items, object->list->n_items));
  return true;
}

bool bind_dropped_types(Context& context, const PgQuery__DropStmt& drop) {
  std::size_t token = first_token(context) + 2;
  if (drop.missing_ok) token += 2;
  const auto tokens = context.names.parts_until(token, end_of(context.out.tokens));
  for (std::size_t i = 0; i < drop.n_objects; ++i) {
    const std::size_t at = tokens.size() == drop.n_objects ? tokens[i] : context.names.size();
    const Node* object = drop.objects[i];
    if (!bind_type_object(context, drop.remove_type, object, at)) return false;
    if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
      add_type_shape(context, "DROP TYPE", list_of(object->type_name->names, object->type_name->n_names));
    if (drop.missing_ok && !context.out.name_uses.empty()) context.out.name_uses.back().problem.reset();
  }
  return drop.n_objects > 0;
}

void bind_create_domain(Context& context, const PgQuery__CreateDomainStmt& create) {
  bind_created_type(context, list_of(create.domainname, create.n_domainname));
  bind_part_type(context, create.type_name);
  for (const Node* constraint : list_of(create.constraints, create.n_constraints))
    bind_domain_constraint(context, constraint);
}

void bind_alter_domain(Context& context, const PgQuery__AlterDomainStmt& alter) {
  bind_named_type(context, list_of(alter.type_name, alter.n_type_name), first_token(context) + 2);
  bind_domain_constraint(context, alter.def);
}

void bind_create_enum(Context& context, const PgQuery__CreateEnumStmt& create) {
  bind_created_type(context, list_of(create.type_name, create.n_type_name));
}

void bind_alter_enum(Context& context, const PgQuery__AlterEnumStmt& alter) {
  bind_named_type(context, list_of(alter.type_name, alter.n_type_name), first_token(context) + 2);
}

void bind_create_range(Context& context, const PgQuery__CreateRangeStmt& create) {
  bind_created_type(context, list_of(create.type_name, create.n_type_name));
  bind_options(context, list_of(create.params, create.n_params));
}

void bind_create_composite(Context& context, const PgQuery__CompositeTypeStmt& create) {
  add_created_relation(context, create.typevar);
  for (const Node* node : list_of(create.coldeflist, create.n_coldeflist)) {
    if (node->node_case != PG_QUERY__NODE__NODE_COLUMN_DEF) continue;
    if (const RowType row = bind_type_name(context, node->column_def->type_name))
      context.out.created.front().rows.push_back(row);
  }
}

void bind_alter_type(Context& context, const PgQuery__AlterTypeStmt& alter) {
  bind_named_type(context, list_of(alter.type_name, alter.n_type_name), first_token(context) + 2);
  bind_options(context, list_of(alter.options, alter.n_options));
}

void bind_create_cast(Context& context, const PgQuery__CreateCastStmt& create) {
  bind_part_type(context, create.sourcetype);
  bind_part_type(context, create.targettype);
  const std::size_t function = context.names.find_keyword(first_token(context), "function") + 1;
  if (create.func != nullptr) bind_routine(context, *create.func, function);
}

/// CREATE AGGREGATE, OPERATOR, TYPE.
void bind_define(Context& context, const PgQuery__DefineStmt& define) {
  if (define.kind == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE) {
    bind_created_type(context, list_of(define.defnames, define.n_defnames));
  } else if (define.kind != PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE &&
             define.kind != PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR) {
    return context.add_doubt(DoubtKind::construct, "CREATE of this form");
  }
  bind_parameters(context, list_of(define.args, define.n_args));
  bind_options(context, list_of(define.definition, define.n_definition));
}

}  // namespace pgsegue::parser::bind

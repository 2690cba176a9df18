#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

using ObjectType = PgQuery__ObjectType;

NodeList strings_of(const Node* object) {
  if (object == nullptr || object->node_case != PG_QUERY__NODE__NODE_LIST) return {};
  return list_of(object->list->items, object->list->n_items);
}

/// How many words of the grammar name that kind of relation; 0: it is none.
std::size_t words_of(ObjectType type) {
  switch (type) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
      return 1;
    case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE:
      return 2;
    default:
      return 0;
  }
}

/// `… name ON table`
bool is_on_table(ObjectType type) {
  return type == PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER || type == PG_QUERY__OBJECT_TYPE__OBJECT_POLICY ||
         type == PG_QUERY__OBJECT_TYPE__OBJECT_RULE || type == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT;
}

/// The object of COMMENT and SECURITY LABEL, whose kind is written from token `index` on.
void bind_described(Context& context, ObjectType type, const Node* object, std::size_t index) {
  const NodeList name = strings_of(object);
  Scope scope;
  if (type == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN) {
    bind_column_name(context, name, index + 1);
  } else if (words_of(type) > 0) {
    bind_named_object(context, scope, name, index + words_of(type));
  } else if (is_on_table(type) && name.size() > 1) {
    const ItemIndex table = bind_named_object(context, scope, name.first(name.size() - 1),
                                              context.names.find_keyword(index, "on") + 1);
    if (type == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT)
      use_constraint(context, table, identifier_of(name.back()), index + 1, " for table ");
  } else if (type == PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT && name.size() > 1 &&
             name.front()->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) {
    const std::size_t on = context.names.find_keyword(index + 2, "on");
    bind_type_name(context, name.front()->type_name, on + 2);
  } else if (!bind_type_object(context, type, object, index + 1)) {
    context.add_doubt(DoubtKind::construct, "the description of an object of this kind");
  }
}

std::size_t after_on(const Context& context) {
  return context.names.find_keyword(index_of(context.out.tokens.first), "on") + 1;
}

/// Without IF EXISTS, before the first name.
std::size_t first_dropped(const Context& context, const PgQuery__DropStmt& drop) {
  std::size_t start = index_of(context.out.tokens.first) + 1 + words_of(drop.remove_type);
  if (drop.concurrent) ++start;
  return start + (drop.missing_ok ? 2 : 0);
}

void bind_dropped_relations(Context& context, const PgQuery__DropStmt& drop) {
  const auto names = context.names.parts_until(first_dropped(context, drop), end_of(context.out.tokens));
  const NodeList objects = list_of(drop.objects, drop.n_objects);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    Scope scope;
    const std::size_t index = names.size() == objects.size() ? names[i] : context.names.size();
    const ItemIndex item = bind_named_object(context, scope, strings_of(objects[i]), index);
    allow_missing(context, item);
    if (context.out.item(item).kind == ItemKind::temporary) continue;
    const bool is_known = context.out.item(item).relation != nullptr;
    const bool is_alone = drop.remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE &&
                          drop.behavior != PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
    add_doubt_of(context, is_alone ? DoubtKind::dropped : DoubtKind::shape, "DROP",
                 is_known ? std::optional(item) : std::nullopt);
  }
}

void bind_renamed_constraint(Context& context, const PgQuery__RenameStmt& rename, ItemIndex table) {
  const Identifier name = identifier_of(rename.subname);
  const std::size_t behind = index_of(context.out.item(table).columns_at);
  use_constraint(context, table, name, context.names.find_keyword(behind, "constraint") + 1, " for table ");
  add_constraint_shape(context, "ALTER TABLE … RENAME CONSTRAINT", table, name);
}

/// Of a domain, the domain itself is no other for it.
void bind_renamed_object(Context& context, const PgQuery__RenameStmt& rename) {
  const bool is_constraint = rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT;
  if (is_constraint && bind_type_object(context, PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN, rename.object,
                                        index_of(context.out.tokens.first) + 2))
    return;
  if (!bind_changed_type(context, "ALTER TYPE … RENAME", rename.rename_type, rename.object))
    return context.add_doubt(DoubtKind::construct, "ALTER … RENAME");
  CreatedName created;
  created.name = identifier_of(rename.newname);
  context.out.created.push_back(std::move(created));
}

/// `DROP CAST (a AS b)`
void bind_dropped_cast(Context& context, const PgQuery__DropStmt& drop) {
  for (const Node* object : list_of(drop.objects, drop.n_objects)) {
    for (const Node* type : strings_of(object)) {
      if (type->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) bind_type_name(context, type->type_name);
    }
  }
}

}  // namespace

void bind_owner(Context& context, const PgQuery__AlterOwnerStmt& alter) {
  if (!bind_type_object(context, alter.object_type, alter.object, index_of(context.out.tokens.first) + 2))
    context.add_doubt(DoubtKind::construct, "ALTER … OWNER of this form");
}

void bind_column_name(Context& context, NodeList name, std::size_t index) {
  if (name.size() < 2) return context.add_doubt(DoubtKind::construct, "a column without its table");
  Scope scope;
  const ItemIndex table = bind_named_object(context, scope, name.first(name.size() - 1), index);
  const auto parts = context.names.dotted(index, name.size());
  std::optional<std::size_t> token;
  if (!parts.empty()) token = index_of(parts.back().first);
  bind_defined_column(context, {scope, table}, identifier_of(name.back()), token);
}

void bind_comment(Context& context, const PgQuery__CommentStmt& comment) {
  bind_described(context, comment.objtype, comment.object, after_on(context));
}

void bind_security_label(Context& context, const PgQuery__SecLabelStmt& label) {
  bind_described(context, label.objtype, label.object, after_on(context));
}

void bind_drop(Context& context, const PgQuery__DropStmt& drop) {
  if (words_of(drop.remove_type) > 0) return bind_dropped_relations(context, drop);
  if (bind_dropped_types(context, drop)) return;
  if (drop.remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_CAST) return bind_dropped_cast(context, drop);
  const NodeList name = drop.n_objects == 1 ? strings_of(drop.objects[0]) : NodeList{};
  if (!is_on_table(drop.remove_type) || name.size() < 2)
    return context.add_doubt(DoubtKind::construct, "DROP of this form");
  Scope scope;
  const ItemIndex item = bind_named_object(context, scope, name.first(name.size() - 1), after_on(context));
  if (drop.missing_ok) allow_missing(context, item);
}

void bind_rename(Context& context, const PgQuery__RenameStmt& rename) {
  if (rename.relation == nullptr) return bind_renamed_object(context, rename);
  Scope scope;
  const ItemIndex item = bind_defined_relation(context, scope, *rename.relation);
  if (rename.missing_ok) allow_missing(context, item);
  const bool is_on_it = is_on_table(rename.rename_type);
  if (rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT)
    bind_renamed_constraint(context, rename, item);
  if (!is_on_it) add_doubt_of(context, DoubtKind::shape, "ALTER … RENAME", item);
  const bool names_relation = !is_on_it || rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT;
  if (!names_relation || rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN) return;
  CreatedName created;
  created.is_constraint = is_on_it;
  add_created_name(context, {rename.newname, {}, {}, {}}, std::move(created));
}

void bind_set_schema(Context& context, const PgQuery__AlterObjectSchemaStmt& alter) {
  if (alter.relation == nullptr) {
    if (!bind_changed_type(context, "ALTER TYPE … SET SCHEMA", alter.object_type, alter.object))
      context.add_doubt(DoubtKind::construct, "ALTER … SET SCHEMA");
    return;
  }
  Scope scope;
  const ItemIndex item = bind_defined_relation(context, scope, *alter.relation);
  if (alter.missing_ok) allow_missing(context, item);
  add_doubt_of(context, DoubtKind::shape, "ALTER … SET SCHEMA", item);
}

/// `OWNED BY table.column`
void bind_sequence(Context& context, NodeList options) {
  for (const Node* node : options) {
    if (node->node_case != PG_QUERY__NODE__NODE_DEF_ELEM) continue;
    const PgQuery__DefElem& option = *node->def_elem;
    const NodeList name = strings_of(option.arg);
    if (std::string_view(option.defname) != "owned_by" || name.size() < 2) continue;
    const std::size_t owned = context.names.at(option.location).value_or(context.names.size());
    bind_column_name(context, name, owned + 2);
  }
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

#include <set>

namespace pgsegue::parser::bind {

namespace {

/// A constraint while it is bound.
struct Bound {
  Context& context;
  const Subject& subject;
  const PgQuery__Constraint& constraint;
  const Identifier* column;  ///< of a column's constraint

  std::size_t start() const { return context.names.at(constraint.location).value_or(context.names.size()); }
};

void add_name(const Bound& bound, std::vector<Identifier> columns, std::string_view label, bool is_relation) {
  CreatedName created;
  created.is_relation = is_relation;
  created.is_constraint = true;
  created.at = token_index(bound.start());
  const Identifier& table = bound.context.out.item(bound.subject.item).name;
  add_created_name(bound.context, {bound.constraint.conname, table, std::move(columns), label},
                   std::move(created));
}

/// Source: AddRelationNewConstraints, PostgreSQL src/backend/catalog/heap.c: a check of one column is named
/// after it.
std::vector<Identifier> columns_for_check(const Bound& bound, std::size_t first_reference) {
  std::set<ColumnId> seen;
  const auto& references = bound.context.out.references;
  for (std::size_t i = first_reference; i < references.size(); ++i)
    seen.insert(references[i].target);
  if (seen.size() != 1) return {};
  for (const ItemColumn& column : bound.context.out.item(bound.subject.item).columns) {
    if (column.origin == *seen.begin()) return {column.name};
  }
  return {};
}

void bind_check(const Bound& bound) {
  const std::size_t first = bound.context.out.references.size();
  bind_definition(bound.context, bound.subject, bound.constraint.raw_expr);
  add_name(bound, columns_for_check(bound, first), "check", false);
}

std::vector<Identifier> key_columns(const Bound& bound, NodeList keys) {
  std::vector<Identifier> columns;
  if (keys.empty() && bound.column != nullptr) columns.push_back(*bound.column);
  for (const Node* key : keys)
    columns.push_back(identifier_of(key));
  return columns;
}

/// `UNIQUE USING INDEX index`: the index gets the constraint's name, or the constraint the index's.
void bind_used_index(const Bound& bound) {
  Context& context = bound.context;
  const TokenNames& names = context.names;
  const std::size_t token = names.find_keyword(bound.start(), "using") + 2;
  use_index(context, bound.subject.item, identifier_of(bound.constraint.indexname), token);
  if (*bound.constraint.conname != '\0') add_name(bound, {}, {}, true);
}

/// The columns of INCLUDE, behind a key whose list opens at `open`.
NodeList bind_included(const Bound& bound, std::size_t open) {
  const NodeList included = list_of(bound.constraint.including, bound.constraint.n_including);
  if (!included.empty())
    bind_listed_columns(bound.context, bound.subject, included,
                        bound.context.names.find_keyword(open, "include") + 1);
  return included;
}

/// PRIMARY KEY and UNIQUE.
void bind_key(const Bound& bound, std::string_view label) {
  const PgQuery__Constraint& constraint = bound.constraint;
  if (*constraint.indexname != '\0') return bind_used_index(bound);
  const NodeList keys = list_of(constraint.keys, constraint.n_keys);
  const std::size_t open = bound.context.names.find_opening(bound.start());
  bind_listed_columns(bound.context, bound.subject, keys, open);
  const NodeList included = bind_included(bound, open);
  std::vector<Identifier> columns;
  if (label != "pkey") {
    for (const Identifier& column : key_columns(bound, keys))
      add_column_name(columns, column);
    for (const Node* column : included)
      add_column_name(columns, identifier_of(column));
  }
  add_name(bound, std::move(columns), label, true);
}

void bind_exclusion(const Bound& bound) {
  const PgQuery__Constraint& constraint = bound.constraint;
  std::vector<Node*> elements;
  for (const Node* node : list_of(constraint.exclusions, constraint.n_exclusions)) {
    if (node->node_case == PG_QUERY__NODE__NODE_LIST && node->list->n_items > 0)
      elements.push_back(node->list->items[0]);
  }
  const std::size_t open = bound.context.names.find_opening(bound.start());
  const auto keys = bind_index_elements(bound.context, bound.subject, elements, open);
  const NodeList included = bind_included(bound, open);
  bind_definition(bound.context, bound.subject, constraint.where_clause);
  std::vector<Identifier> columns;
  for (const Identifier& key : keys)
    add_column_name(columns, key);
  for (const Node* column : included)
    add_column_name(columns, identifier_of(column));
  add_name(bound, std::move(columns), "excl", true);
}

/// `ON DELETE SET NULL (a)` names columns of the referencing table.
void bind_deleted_columns(const Bound& bound, std::size_t from) {
  const NodeList columns = list_of(bound.constraint.fk_del_set_cols, bound.constraint.n_fk_del_set_cols);
  if (columns.empty()) return;
  const std::size_t set = bound.context.names.find_keyword(from, "set");
  bind_listed_columns(bound.context, bound.subject, columns, bound.context.names.find_opening(set));
}

void bind_foreign_key(const Bound& bound) {
  Context& context = bound.context;
  const PgQuery__Constraint& constraint = bound.constraint;
  const NodeList keys = list_of(constraint.fk_attrs, constraint.n_fk_attrs);
  bind_listed_columns(context, bound.subject, keys, context.names.find_opening(bound.start()));
  if (constraint.pktable != nullptr) {
    Scope scope;
    const Subject referenced = bind_subject(context, scope, *constraint.pktable, Wording::in_foreign_key);
    const std::size_t after_name = index_of(context.out.item(referenced.item).columns_at);
    bind_listed_columns(context, referenced, list_of(constraint.pk_attrs, constraint.n_pk_attrs), after_name);
    bind_deleted_columns(bound, after_name);
  }
  add_name(bound, key_columns(bound, keys), "fkey", false);
}

}  // namespace

void bind_constraint(Context& context, const Subject& subject, const PgQuery__Constraint& constraint,
                     const Identifier* column) {
  const bool is_foreign = constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN;
  const Subject keys{subject.scope, subject.item, is_foreign ? Wording::in_foreign_key : Wording::in_key};
  const Bound bound{context, keys, constraint, column};
  switch (constraint.contype) {
    case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK:
      return bind_check(bound);
    case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
      return bind_key(bound, "pkey");
    case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
      return bind_key(bound, "key");
    case PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION:
      return bind_exclusion(bound);
    case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN:
      return bind_foreign_key(bound);
    default:
      bind_definition(context, subject, constraint.raw_expr);
  }
}

}  // namespace pgsegue::parser::bind

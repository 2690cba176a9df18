#include "parser/bind/constant.hpp"
#include "parser/bind/definition.hpp"
#include "parser/bind/problem.hpp"
#include "parser/name_list.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// What a name means as a type.
struct TypeLookup {
  bool is_row = false;         ///< the row type of a table or view, or a temporary one's
  const Type* type = nullptr;  ///< null: a row type, or there is none
  /// Whose row type it is, a composite type's too; null: it is none, or a temporary relation's.
  const Relation* relation = nullptr;
};

/// A relation whose rows have a type of its name.
bool has_row_type(const Relation* relation) {
  return relation != nullptr && relation->kind != RelationKind::sequence &&
         relation->kind != RelationKind::index && relation->kind != RelationKind::other;
}

TypeLookup find_in_schema(const Context& context, const Identifier& schema, const Identifier& name) {
  const CatalogView& catalog = context.input.catalog;
  const Relation* relation = catalog.find(schema, name);
  if (!has_row_type(relation)) relation = nullptr;
  const Type* type = catalog.find_type(schema, name);
  // A composite type is both.
  const bool is_composite = relation != nullptr && relation->kind == RelationKind::composite_type;
  if (type != nullptr) return {false, type, is_composite ? relation : nullptr};
  return is_composite ? TypeLookup{} : TypeLookup{relation != nullptr, nullptr, relation};
}

/// Without the path only names of system types, which come first, are known.
bool needs_path(const Context& context, const Identifier& name) {
  const CatalogView& catalog = context.input.catalog;
  return catalog.is_user_type(name) ||
         catalog.find_type(Identifier::from_catalog("pg_catalog"), name) == nullptr;
}

/// Source: LookupTypeNameExtended, PostgreSQL src/backend/parser/parse_type.c.
TypeLookup find_type(Context& context, const std::vector<Identifier>& parts) {
  const BindInput& input = context.input;
  if (parts.size() > 1) return find_in_schema(context, parts.front(), parts.back());
  if (input.search_path == nullptr) {
    context.needs_path |= needs_path(context, parts.front());
    return {};
  }
  if (means_temporary(input.catalog, input.search_path, input.temporary_relations, parts.front()))
    return {true, nullptr, nullptr};
  for (const Identifier& schema : *input.search_path) {
    const TypeLookup found = find_in_schema(context, schema, parts.front());
    if (found.is_row || found.type != nullptr) return found;
  }
  return {};
}

NameUse use_of(const Context& context, NamedKind kind, std::uint32_t id, std::vector<Identifier> parts,
               NameForm form) {
  NameUse use{kind, form, std::move(parts), {id}, {}};
  if (use.parts.size() > 1) use.ids.push_back(schema_id(context, use.parts.front()));
  return use;
}

std::uint32_t id_of(const Type* type) {
  return type != nullptr ? static_cast<std::uint32_t>(type->id) : 0;
}

std::vector<Identifier> parts_of(NodeList names) {
  std::vector<Identifier> parts;
  parts.reserve(names.size());
  for (const Node* name : names)
    parts.push_back(identifier_of(name));
  return parts;
}

/// Adds the use of a name that begins at `token`.
void add_written(Context& context, NameUse use, std::optional<std::size_t> token) {
  const auto tokens = token ? context.names.dotted(*token, use.parts.size()) : std::vector<TokenRange>();
  if (!tokens.empty())
    use.tokens = {tokens.front().first,
                  static_cast<std::uint32_t>(end_of(tokens.back()) - index_of(tokens.front().first))};
  context.out.name_uses.push_back(std::move(use));
}

/// `table.column%TYPE`
RowType bind_type_of_column(Context& context, NodeList names, std::optional<std::size_t> token) {
  const auto table = static_cast<ItemIndex>(context.out.items.size());
  bind_column_name(context, names, token.value_or(context.names.size()));
  if (static_cast<std::size_t>(table) >= context.out.items.size()) return {};
  const Identifier name = identifier_of(names.back());
  const auto& columns = context.out.item(table).columns;
  const auto column =
      std::find_if(columns.begin(), columns.end(), [&](const ItemColumn& each) { return each.name == name; });
  return column != columns.end() ? column->row.type : RowType{};
}

}  // namespace

std::optional<TypeId> use_type(Context& context, NodeList names, std::optional<std::size_t> token) {
  if (names.empty() || names.size() > 2 || string_of(names.front()) == "pg_catalog") return std::nullopt;
  std::vector<Identifier> parts = parts_of(names);
  // Names of the system's own types only are left to the server, whatever the path is.
  if (!context.input.catalog.is_user_type(parts.back())) return std::nullopt;
  const TypeLookup found = find_type(context, parts);
  // Of a name that means nothing the schema counts.
  if (found.is_row || (found.type == nullptr && names.size() > 1)) return std::nullopt;
  add_written(context,
              use_of(context, NamedKind::type, id_of(found.type), std::move(parts), NameForm::dotted_words),
              token);
  return found.type != nullptr ? found.type->id : TypeId{};
}

std::optional<TypeId> use_needed_type(Context& context, NodeList names, std::optional<std::size_t> token,
                                      bool is_array, std::int32_t location) {
  const std::size_t known = context.out.name_uses.size();
  const auto used = use_type(context, names, token);
  if (!used) use_schema(context, names, token);
  if (context.out.name_uses.size() == known || used.value_or(TypeId{}) != TypeId{}) return used;
  const std::vector<Identifier> parts = parts_of(names);
  if (context.input.catalog.is_user_type(parts.back()) && !find_type(context, parts).is_row)
    context.out.name_uses.back().problem = missing_type(parts, is_array, location);
  return used;
}

RowType bind_type_name(Context& context, const PgQuery__TypeName* type, std::optional<std::size_t> token) {
  if (type == nullptr || type->n_names == 0) return {};
  const NodeList names = list_of(type->names, type->n_names);
  if (!token) token = context.names.at(type->location);
  if (type->pct_type) return bind_type_of_column(context, names, token);
  if (names.size() > 1 && string_of(names.front()) == "pg_catalog") return {};
  const TypeLookup found = names.size() <= 2 ? find_type(context, parts_of(names)) : TypeLookup{};
  const bool is_array = type->n_array_bounds > 0;
  RowType row;
  if (found.relation != nullptr) row = {found.relation->id, static_cast<std::uint16_t>(is_array ? 1 : 0)};
  if (found.is_row && row) {
    const auto id = static_cast<std::uint32_t>(row.relation);
    add_written(context, use_of(context, NamedKind::relation, id, parts_of(names), NameForm::dotted_words),
                token);
    context.relation_of_type[type] = row.relation;
    return row;
  }
  const auto used = use_needed_type(context, names, token, is_array, type->location);
  if (used.value_or(TypeId{}) != TypeId{}) context.type_of[type] = *used;
  if (!row) context.add_doubt(DoubtKind::type_name, "the type name", identifier_of(names.back()));
  return row;
}

/// Source: parseTypeString, parse_type.c. What is more than a name is not noted: if it holds a name that
/// differs, it is refused.
void use_type_text(Context& context, const Node* constant) {
  const auto found = read_constant(context, constant);
  if (!found || found->value.find_first_of("[(%") != std::string::npos) return;
  auto parts = split_names(found->value, '.');
  if (!parts || parts->empty() || parts->size() > 2) return;
  if (parts->size() == 1 && !context.input.catalog.is_user_type(parts->front())) return;
  const TypeLookup lookup = find_type(context, *parts);
  if (lookup.is_row) return;
  NameUse use = use_of(context, NamedKind::type, id_of(lookup.type), std::move(*parts), NameForm::dotted);
  use.tokens = found->tokens;
  context.out.name_uses.push_back(std::move(use));
}

/// `type(value)`. Source: func_get_detail, PostgreSQL src/backend/parser/parse_func.c: a function comes first
/// if one fits.
bool bind_type_call(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  const bool is_plain = call.n_args == 1 && call.n_agg_order == 0 && call.agg_filter == nullptr &&
                        call.over == nullptr && !call.agg_star && !call.agg_distinct && !call.func_variadic;
  if (!is_plain || call.n_funcname == 0 || call.n_funcname > 2) return false;
  const NodeList names = list_of(call.funcname, call.n_funcname);
  const Identifier name = identifier_of(names.back());
  if (!context.input.catalog.is_user_type(name)) return false;
  const bool is_certain = !context.input.catalog.function_exists(name) && place.role != Role::from;
  if (!is_certain) context.add_doubt(DoubtKind::type_call, "a call of a function or type", name);
  if (!is_certain) return false;
  const auto used = use_type(context, names, context.names.at(call.location));
  if (used) context.type_of[&call] = *used;
  return used.has_value();
}

}  // namespace pgsegue::parser::bind

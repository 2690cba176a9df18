#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"
#include "parser/bind/row_field.hpp"

namespace pgsegue::parser::bind {

namespace {

/// A column reference taken apart: `schema.table.column`, the last two or the last one, or a row (`table.*`).
struct Parts {
  std::optional<Identifier> schema;
  std::optional<Identifier> table;
  std::optional<Identifier> column;
  std::vector<TokenRange> tokens;
  std::uint32_t location = 0;
};

std::optional<Parts> take_apart(const Context& context, const PgQuery__ColumnRef& ref) {
  Parts parts;
  NodeList fields = list_of(ref.fields, ref.n_fields);
  parts.location = static_cast<std::uint32_t>(ref.location);
  if (is_star(fields.back())) {
    fields = fields.first(fields.size() - 1);
  } else {
    parts.column = identifier_of(fields.back());
  }
  const std::size_t qualifiers = fields.size() - (parts.column ? 1 : 0);
  if (qualifiers > 2) return std::nullopt;
  if (qualifiers == 2) parts.schema = identifier_of(fields[0]);
  if (qualifiers >= 1) parts.table = identifier_of(fields[qualifiers - 1]);
  if (const auto token = context.names.at(ref.location))
    parts.tokens = context.names.dotted(*token, fields.size());
  return parts;
}

ReferenceIndex add_row(Context& context, const Place& place, const ItemLookup& found, bool contested,
                       std::vector<TokenRange> tokens) {
  Reference reference;
  reference.kind = ReferenceKind::whole_row;
  reference.role = place.role;
  reference.depth = found.depth;
  reference.target = {*found.item, 0};
  reference.parts = std::move(tokens);
  reference.contested = contested;
  reference.row_use = place.row_use;
  return context.add_reference(std::move(reference));
}

ReferenceIndex add_unknown(Context& context, const Place& place, std::vector<TokenRange> tokens) {
  Reference reference;
  reference.kind = ReferenceKind::unknown;
  reference.role = place.role;
  reference.parts = std::move(tokens);
  return context.add_reference(std::move(reference));
}

ReferenceIndex bind_bare(Context& context, const Place& place, Parts parts) {
  const ColumnLookup found = find_column(context, place.scope, *parts.column, parts.location);
  if (found.problem) return add_problem(context, place.role, *found.problem);
  if (found.match) return add_column(context, place, found, std::move(parts.tokens));
  const ItemLookup row = find_item(context, place.scope, std::nullopt, *parts.column, parts.location);
  if (row.problem) return add_problem(context, place.role, *row.problem);
  if (row.item) return add_row(context, place, row, found.saw_unknown, std::move(parts.tokens));
  if (found.saw_unknown) return add_unknown(context, place, std::move(parts.tokens));
  return add_problem(context, place.role,
                     missing_column(context, place.scope, std::nullopt, *parts.column, parts.location));
}

/// `t.f` where t has no column f is the function call f(t), if there is such a function.
ReferenceIndex bind_row_function(Context& context, const Place& place, const ItemLookup& item, Parts parts) {
  if (!context.input.catalog.function_exists(*parts.column))
    return add_problem(context, place.role,
                       missing_column(context, place.scope, parts.table, *parts.column, parts.location));
  context.add_doubt(DoubtKind::function_on_row, "a function call in column notation", *parts.column);
  if (!parts.tokens.empty()) parts.tokens.pop_back();
  const bool may_look = context.input.catalog.takes_any_row(*parts.column);
  const RowUse use = may_look ? RowUse::named : RowUse::partial;
  return add_row(context, Place{place.scope, place.role, use}, item, false, std::move(parts.tokens));
}

/// `parameter.field` in a function's body. Source: sql_fn_post_column_ref, src/backend/executor/functions.c.
std::optional<ReferenceIndex> bind_parameter_field(Context& context, const Place& place, const Parts& parts) {
  if (!context.parameters || !parts.table || !parts.column || parts.schema) return std::nullopt;
  const ColumnLookup found = find_in_item(context, *context.parameters, *parts.table, parts.location);
  const auto field = found.match ? find_field(context, found.match->column.row, *parts.column) : std::nullopt;
  if (!field) return std::nullopt;
  return add_field(context, place.role, *field, {parts.tokens.begin() + 1, parts.tokens.end()});
}

ReferenceIndex bind_qualified(Context& context, const Place& place, Parts parts) {
  const ItemLookup item = find_item(context, place.scope, parts.schema, *parts.table, parts.location);
  if (item.problem) return add_problem(context, place.role, *item.problem);
  if (!item.item) {
    if (const auto field = bind_parameter_field(context, place, parts)) return *field;
    return add_problem(context, place.role,
                       missing_from_entry(context, place.scope, *parts.table, parts.schema, parts.location));
  }
  if (!parts.column) return add_row(context, place, item, false, std::move(parts.tokens));
  ColumnLookup found = find_in_item(context, *item.item, *parts.column, parts.location);
  if (found.problem) return add_problem(context, place.role, *found.problem);
  if (found.match) {
    found.match->depth = item.depth;
    return add_column(context, place, found, std::move(parts.tokens));
  }
  if (found.saw_unknown) return add_unknown(context, place, std::move(parts.tokens));
  return bind_row_function(context, place, item, std::move(parts));
}

}  // namespace

ReferenceIndex add_column(Context& context, const Place& place, const ColumnLookup& found,
                          std::vector<TokenRange> parts) {
  Reference reference;
  reference.kind = ReferenceKind::column;
  reference.role = place.role;
  reference.depth = found.match->depth;
  reference.target = found.match->column.origin;
  reference.base = found.match->column.base;
  reference.row = found.match->column.row;
  reference.row_use = place.row_use;
  reference.parts = std::move(parts);
  reference.contested = found.saw_unknown && reference.parts.size() <= 1;
  return context.add_reference(std::move(reference));
}

ReferenceIndex add_problem(Context& context, Role role, Problem problem) {
  // The select that the grammar makes of CREATE RECURSIVE VIEW stands nowhere in the text.
  if (problem.at && *problem.at > context.input.text.size()) problem.at.reset();
  Reference reference;
  reference.kind = ReferenceKind::unresolved;
  reference.role = role;
  reference.problem = std::move(problem);
  return context.add_reference(std::move(reference));
}

namespace {

/// From the first token of the name to the last, the star of `t.*` included.
TokenRange written_tokens(const Context& context, const PgQuery__ColumnRef& ref, const Reference& reference) {
  if (reference.parts.empty()) return {};
  std::size_t end = end_of(reference.parts.back());
  if (is_star(ref.fields[ref.n_fields - 1])) end += 2;
  const std::size_t first = index_of(reference.parts.front().first);
  const auto start = context.names.at(ref.location);
  if (!start || *start != first) return {};
  return {reference.parts.front().first, static_cast<std::uint32_t>(end - first)};
}

RowValue row_of_reference(const Context& context, const Reference& reference) {
  if (reference.kind == ReferenceKind::column || reference.kind == ReferenceKind::field) return reference.row;
  if (reference.kind == ReferenceKind::whole_row) return row_of_item(context, reference.target.item);
  return {};
}

}  // namespace

RowValue row_of_item(const Context& context, ItemIndex index) {
  const RangeItem& item = context.out.item(index);
  if (item.relation != nullptr) return {{item.relation->id, 0}, {}};
  return {{}, index};
}

void bind_column_ref(Context& context, const Place& place, const PgQuery__ColumnRef& ref) {
  if (ref.n_fields == 0) return;
  auto parts = take_apart(context, ref);
  if (!parts || (!parts->column && !parts->table)) {
    context.add_doubt(DoubtKind::construct, "a column reference of this form");
    return;
  }
  const ReferenceIndex index = parts->table ? bind_qualified(context, place, std::move(*parts))
                                            : bind_bare(context, place, std::move(*parts));
  context.reference_of[&ref] = index;
  Reference& reference = context.out.references[static_cast<std::size_t>(index)];
  reference.written = written_tokens(context, ref, reference);
  if (const RowValue row = row_of_reference(context, reference)) context.row_of[&ref] = row;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// What the server calls the index's column.
Identifier index_column_name(const Context& context, const PgQuery__IndexElem& element) {
  if (*element.name != '\0') return identifier_of(element.name);
  const OutputName figured = figure_output_name(context, element.expr);
  return figured.strength > 0 ? figured.name : identifier_of("expr");
}

std::size_t place_for_name(const Context& context) {
  return context.names.find_keyword(index_of(context.out.tokens.first), "on");
}

}  // namespace

std::vector<Identifier> bind_index_elements(Context& context, const Subject& subject, NodeList elements,
                                            std::size_t open) {
  const std::vector<std::size_t> tokens = context.names.list_parts(open);
  std::vector<Identifier> names;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i]->node_case != PG_QUERY__NODE__NODE_INDEX_ELEM) continue;
    const PgQuery__IndexElem& element = *elements[i]->index_elem;
    std::optional<std::size_t> token;
    if (tokens.size() == elements.size()) token = tokens[i];
    if (*element.name != '\0') {
      bind_defined_column(context, subject, identifier_of(element.name), token);
    } else {
      bind_definition(context, subject, element.expr);
    }
    names.push_back(index_column_name(context, element));
  }
  return names;
}

void bind_index(Context& context, const PgQuery__IndexStmt& index) {
  Scope scope;
  const Subject subject = bind_subject(context, scope, *index.relation, Wording::plain);
  const std::size_t open = context.names.find_opening(index_of(context.out.item(subject.item).columns_at));
  const auto keys =
      bind_index_elements(context, subject, list_of(index.index_params, index.n_index_params), open);
  const std::size_t include = context.names.find_keyword(open, "include");
  const auto included = bind_index_elements(
      context, subject, list_of(index.index_including_params, index.n_index_including_params), include + 1);
  bind_definition(context, subject, index.where_clause);
  NameSource source{index.idxname, identifier_of(index.relation->relname), {}, "idx"};
  for (const auto* names : {&keys, &included}) {
    for (const Identifier& name : *names)
      add_column_name(source.columns, name);
  }
  CreatedName created;
  created.at = token_index(place_for_name(context));
  add_created_name(context, source, std::move(created));
}

}  // namespace pgsegue::parser::bind

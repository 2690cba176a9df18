#include "parser/bind/created_name.hpp"
#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

/// `CREATE STATISTICS name ON a, b, (expression) FROM table`: the columns have no parentheses around them.
void bind_statistics(Context& context, const PgQuery__CreateStatsStmt& statistics) {
  if (statistics.n_relations != 1 || statistics.relations[0]->node_case != PG_QUERY__NODE__NODE_RANGE_VAR)
    return context.add_doubt(DoubtKind::construct, "CREATE STATISTICS of this form");
  Scope scope;
  const Subject table = bind_subject(context, scope, *statistics.relations[0]->range_var, Wording::plain);
  const std::size_t begin = context.names.find_keyword(index_of(context.out.tokens.first), "on") + 1;
  const auto tokens = context.names.parts_until(begin, context.names.find_keyword(begin, "from"));
  const NodeList elements = list_of(statistics.exprs, statistics.n_exprs);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i]->node_case != PG_QUERY__NODE__NODE_STATS_ELEM) continue;
    const PgQuery__StatsElem& element = *elements[i]->stats_elem;
    if (*element.name == '\0') {
      bind_definition(context, table, element.expr);
      continue;
    }
    std::optional<std::size_t> token;
    if (tokens.size() == elements.size()) token = tokens[i];
    bind_defined_column(context, table, identifier_of(element.name), token);
  }
}

}  // namespace pgsegue::parser::bind

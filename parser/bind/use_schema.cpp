#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

void use_schema(Context& context, NodeList names, std::optional<std::size_t> token) {
  if (names.size() < 2) return;
  // With three, the first is the database.
  const std::size_t at = names.size() - 2;
  Identifier schema = identifier_of(names[at]);
  // What special syntax calls is in pg_catalog, and has no tokens of its own.
  if (schema.str() == "pg_catalog") return;
  NameUse use{NamedKind::schema, NameForm::words, {}, {schema_id(context, schema)}, {}};
  use.parts.push_back(std::move(schema));
  if (token) {
    const std::vector<TokenRange> parts = context.names.dotted(*token, at + 1);
    if (parts.size() == at + 1) use.tokens = parts[at];
  }
  context.out.name_uses.push_back(std::move(use));
}

}  // namespace pgsegue::parser::bind

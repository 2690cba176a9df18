#include "parser/bind/constant.hpp"
#include "parser/bind/nodes.hpp"
#include "parser/name_list.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// What regclass reads as an oid, or as none.
bool is_oid(std::string_view value) {
  return value == "-" || (!value.empty() && std::all_of(value.begin(), value.end(),
                                                        [](char c) { return c >= '0' && c <= '9'; }));
}

/// Null: there is none, or it is a temporary one, which has one name.
const Relation* find_named(Context& context, const std::vector<Identifier>& parts) {
  const BindInput& input = context.input;
  if (parts.size() == 2) return input.catalog.find(parts[0], parts[1]);
  if (input.search_path == nullptr) {
    context.needs_path = true;
    return nullptr;
  }
  if (means_temporary(input.catalog, input.search_path, input.temporary_relations, parts[0])) return nullptr;
  return find_on_path(input.catalog, *input.search_path, parts[0]);
}

}  // namespace

/// Source: stringToQualifiedNameList and regclassin, PostgreSQL src/backend/utils/adt/regproc.c. A malformed
/// name, or one with a database's, is not noted: if it holds a name that differs, it is refused.
void use_relation(Context& context, const Node* constant) {
  const auto found = read_constant(context, constant);
  if (!found || is_oid(found->value)) return;
  auto parts = split_names(found->value, '.');
  if (!parts || parts->empty() || parts->size() > 2) return;
  const Relation* relation = find_named(context, *parts);
  std::vector<std::uint32_t> ids = {relation != nullptr ? static_cast<std::uint32_t>(relation->id) : 0};
  // Indexes are not in the catalog, but their schema is.
  if (parts->size() == 2) ids.push_back(schema_id(context, parts->front()));
  context.out.name_uses.push_back(
      {NamedKind::relation, NameForm::dotted, std::move(*parts), std::move(ids), found->tokens});
}

}  // namespace pgsegue::parser::bind

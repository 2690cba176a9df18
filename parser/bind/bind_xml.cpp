#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

/// XMLFOREST and XMLATTRIBUTES name an element after a column unless told otherwise, as a target list does.
void bind_named_arguments(Context& context, const Place& place, NodeList arguments) {
  if (arguments.empty()) return;
  bind_target_list(context, place, arguments);
}

}  // namespace

/// A row becomes text there.
void bind_xml(Context& context, const Place& place, const PgQuery__XmlExpr& xml) {
  const Place content{place.scope, place.role, RowUse::harmless};
  bind_named_arguments(context, content, list_of(xml.named_args, xml.n_named_args));
  bind_expressions(context, content, list_of(xml.args, xml.n_args));
}

}  // namespace pgsegue::parser::bind

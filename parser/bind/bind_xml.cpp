#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

/// XMLFOREST and XMLATTRIBUTES name an element after a column unless told otherwise, as a target list does.
void bind_named_arguments(Context& context, const Place& place, NodeList arguments) {
  if (arguments.empty()) return;
  bind_target_list(context, place, arguments);
}

}  // namespace

void bind_xml(Context& context, const Place& place, const PgQuery__XmlExpr& xml) {
  bind_named_arguments(context, place, list_of(xml.named_args, xml.n_named_args));
  bind_expressions(context, place, list_of(xml.args, xml.n_args));
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

void bind_conditions(Context& context, const PgQuery__RangeVar& table, const Node* visible,
                     const Node* checked) {
  Scope scope;
  const Subject subject = bind_subject(context, scope, table);
  bind_definition(context, subject, visible);
  bind_definition(context, subject, checked);
}

}  // namespace

void bind_create_policy(Context& context, const PgQuery__CreatePolicyStmt& policy) {
  bind_conditions(context, *policy.table, policy.qual, policy.with_check);
}

void bind_alter_policy(Context& context, const PgQuery__AlterPolicyStmt& policy) {
  bind_conditions(context, *policy.table, policy.qual, policy.with_check);
}

}  // namespace pgsegue::parser::bind

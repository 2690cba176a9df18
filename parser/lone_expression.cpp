#include "parser/lone_expression.hpp"

#include "parser/parse_tree.hpp"
#include "parser/token.hpp"

#include <algorithm>
#include <protobuf-c/protobuf-c.h>
#include <vector>

namespace pgsegue::parser {
namespace {

constexpr std::string_view before = "SELECT (", behind = ")";
constexpr const char* not_an_expression = "this is not one SQL expression";
/// It is written by hand, and is read on threads with an ordinary stack.
constexpr ParseLimits limits{.max_depth = 1000, .max_tokens = 10'000};

/// A member of a message of libprotobuf-c, of which only the offset is known.
template <typename T>
const T& member(const ProtobufCMessage& message, unsigned offset) {
  return *reinterpret_cast<const T*>(reinterpret_cast<const char*>(&message) + offset);
}

/// Goes through a tree whatever its nodes are, and finds the first that an expression may not have.
class reference_search {
 public:
  void visit(const ProtobufCMessage& message) {
    const ProtobufCMessageDescriptor& descriptor = *message.descriptor;
    if (const char* what = refused(descriptor)) return report(message, what);
    if (descriptor.n_fields > 0 && (descriptor.fields[0].flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0) {
      const auto chosen = member<std::uint32_t>(message, descriptor.fields[0].quantifier_offset);
      const auto* field = protobuf_c_message_descriptor_get_field(&descriptor, chosen);
      if (field != nullptr) visit_field(message, *field);
      return;
    }
    for (unsigned i = 0; i < descriptor.n_fields; ++i)
      visit_field(message, descriptor.fields[i]);
  }

  std::optional<ExpressionProblem> take() { return std::move(found_); }

 private:
  static const char* refused(const ProtobufCMessageDescriptor& descriptor) {
    if (&descriptor == &pg_query__column_ref__descriptor) return "a column";
    if (&descriptor == &pg_query__param_ref__descriptor) return "a parameter";
    if (&descriptor == &pg_query__sub_link__descriptor) return "a subquery";
    if (&descriptor == &pg_query__set_to_default__descriptor) return "DEFAULT";
    return nullptr;
  }

  void visit_field(const ProtobufCMessage& message, const ProtobufCFieldDescriptor& field) {
    if (field.type != PROTOBUF_C_TYPE_MESSAGE) return;
    if (field.label != PROTOBUF_C_LABEL_REPEATED) {
      const auto* value = member<const ProtobufCMessage*>(message, field.offset);
      if (value != nullptr) visit(*value);
      return;
    }
    const auto count = member<std::size_t>(message, field.quantifier_offset);
    const auto* values = member<const ProtobufCMessage* const*>(message, field.offset);
    for (std::size_t i = 0; i < count; ++i)
      visit(*values[i]);
  }

  void report(const ProtobufCMessage& message, const char* what) {
    if (found_) return;
    const auto* location = protobuf_c_message_descriptor_get_field_by_name(message.descriptor, "location");
    const auto byte = location == nullptr ? 0 : member<std::int32_t>(message, location->offset);
    found_ = ExpressionProblem{
        std::string(what) + " cannot stand in this expression",
        static_cast<std::size_t>(std::max<std::int32_t>(byte - static_cast<std::int32_t>(before.size()), 0))};
  }

  std::optional<ExpressionProblem> found_;
};

ExpressionProblem problem_of(const ParseOutcome& outcome) {
  const auto* error = std::get_if<SyntaxError>(&outcome);
  if (error == nullptr) return {"this expression is too long or too deep", 0};
  const std::size_t byte = error->byte.value_or(0);
  return {error->message, byte > before.size() ? byte - before.size() : 0};
}

ParseOutcome parse_text(const std::string& text) {
  std::vector<Token> tokens;
  if (scan(text, LexingState{}, tokens) != ScanStatus::ok)
    return SyntaxError{not_an_expression, std::nullopt};
  return parse(text, tokens, LexingState{}, limits);
}

/// The only result column of a SELECT that has nothing else; null: it is not.
const PgQuery__ResTarget* only_target(const PgQuery__ParseResult& root) {
  if (root.n_stmts != 1 || root.stmts[0]->stmt->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) return nullptr;
  const PgQuery__SelectStmt& select = *root.stmts[0]->stmt->select_stmt;
  const bool has_more =
      select.n_target_list != 1 || select.n_distinct_clause > 0 || select.into_clause != nullptr ||
      select.n_from_clause > 0 || select.where_clause != nullptr || select.n_group_clause > 0 ||
      select.having_clause != nullptr || select.n_window_clause > 0 || select.n_values_lists > 0 ||
      select.n_sort_clause > 0 || select.limit_offset != nullptr || select.limit_count != nullptr ||
      select.n_locking_clause > 0 || select.larg != nullptr;
  return has_more ? nullptr : select.target_list[0]->res_target;
}

}  // namespace

std::optional<ExpressionProblem> problem_of_lone_expression(std::string_view text) {
  // Without the brackets it must be an expression too: `1) + (2` is none.
  for (const bool bracketed : {false, true}) {
    const std::string query = bracketed ? std::string(before) + std::string(text) + std::string(behind)
                                        : "SELECT  " + std::string(text);
    const ParseOutcome outcome = parse_text(query);
    const auto* tree = std::get_if<ParseTree>(&outcome);
    if (tree == nullptr) return problem_of(outcome);
    const PgQuery__ResTarget* target = only_target(tree->root());
    if (target == nullptr || target->val == nullptr || *target->name != '\0' || target->n_indirection > 0)
      return ExpressionProblem{not_an_expression, 0};
    reference_search search;
    search.visit(target->val->base);
    if (auto problem = search.take()) return problem;
  }
  return std::nullopt;
}

}  // namespace pgsegue::parser

#include "parser/bind/row_field.hpp"
#include "parser/bind/write.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

/// The values of `SET (a, b) = …` behind the equals sign at `equals`.
class GroupValues {
 public:
  GroupValues(const Context& context, const PgQuery__Node* source, std::size_t equals) : context_(context) {
    std::size_t open = equals + 1;
    if (context.names.is_keyword(open, "row")) ++open;
    if (!context.names.is(equals, "=") || !context.names.is(open, "(") || source == nullptr) return;
    end_ = context.names.after_parentheses(open) - 1;
    if (source->node_case == PG_QUERY__NODE__NODE_SUB_LINK) query_ = tokens_between(open + 1, end_);
    if (source->node_case != PG_QUERY__NODE__NODE_ROW_EXPR) return;
    nodes_ = list_of(source->row_expr->args, source->row_expr->n_args);
    starts_ = context.names.list_parts(open);
    if (starts_.size() != nodes_.size()) starts_.clear();
    starts_.push_back(end_ + 1);
  }

  /// The one for a column of the group, counted from 0. Of a query's none has a place.
  WrittenValue value(std::size_t column) const {
    if (column + 1 >= starts_.size()) return written_value(context_, nullptr, {});
    return written_value(context_, nodes_[column], tokens_between(starts_[column], starts_[column + 1] - 1));
  }
  AssignedGroup group(std::size_t names_end) const {
    return {token_index(names_end), token_index(end_), query_};
  }
  std::size_t end() const { return end_; }

 private:
  const Context& context_;
  std::size_t end_ = 0;
  TokenRange query_{};
  NodeList nodes_;
  std::vector<std::size_t> starts_;
};

/// Goes through the assignments with the tokens that they are made of.
class SetListReader {
 public:
  SetListReader(Context& context, Write& write) : context_(context), write_(write) {
    write_.rows.emplace_back();
  }

  void read(const PgQuery__ResTarget& target, WrittenColumn& column) {
    const bool is_multiple =
        target.val != nullptr && target.val->node_case == PG_QUERY__NODE__NODE_MULTI_ASSIGN_REF;
    if (is_multiple) {
      read_part(target, *target.val->multi_assign_ref, column);
    } else {
      read_single(target);
    }
  }

 private:
  std::vector<WrittenValue>& values() { return write_.rows.front().values; }
  void end_at(std::size_t end) { write_.rows.front().end = token_index(end); }

  void read_single(const PgQuery__ResTarget& target) {
    std::size_t equals = context_.names.size();
    if (const auto name = context_.names.at(target.location)) equals = context_.names.after_name(*name);
    while (context_.names.is(equals, "[") || context_.names.is(equals, "."))
      equals = context_.names.is(equals, "[") ? after_subscript(context_.names, equals)
                                              : context_.names.after_name(equals + 1);
    const std::size_t end = context_.names.end_of_assigned(equals + 1);
    const bool is_found = context_.names.is(equals, "=");
    values().push_back(
        written_value(context_, target.val, is_found ? tokens_between(equals + 1, end) : TokenRange{}));
    end_at(end);
  }

  void read_part(const PgQuery__ResTarget& target, const PgQuery__MultiAssignRef& part,
                 WrittenColumn& column) {
    if (part.colno == 1) {
      const auto name = context_.names.at(target.location);
      const std::size_t behind =
          name && *name > 0 ? context_.names.after_parentheses(*name - 1) : context_.names.size();
      group_.emplace(context_, part.source, behind);
      write_.groups.push_back(group_->group(behind - 1));
      end_at(group_->end() + 1);
    }
    if (!group_) return;
    column.group = static_cast<std::uint32_t>(write_.groups.size() - 1);
    values().push_back(group_->value(static_cast<std::size_t>(part.colno) - 1));
  }

  Context& context_;
  Write& write_;
  std::optional<GroupValues> group_;
};

}  // namespace

void note_set_list(Context& context, NodeList assignments, ItemIndex target,
                   std::vector<WrittenColumn> columns, bool in_merge) {
  if (!context.input.notes_writes) return;
  Write write;
  write.kind = Write::Kind::set;
  write.item = target;
  write.columns = std::move(columns);
  write.is_merge = in_merge;
  SetListReader reader(context, write);
  std::size_t next = 0;
  for (const Node* node : assignments) {
    if (node->node_case != PG_QUERY__NODE__NODE_RES_TARGET || next >= write.columns.size()) continue;
    reader.read(*node->res_target, write.columns[next++]);
  }
  context.out.writes.push_back(std::move(write));
}

}  // namespace pgsegue::parser::bind

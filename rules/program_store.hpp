#pragma once

#include "parser/token.hpp"
#include "rules/constant_names.hpp"
#include "rules/edit_program.hpp"
#include "rules/name_context.hpp"
#include "rules/plan.hpp"
#include "rules/rewriter.hpp"
#include "rules/shape.hpp"
#include "rules/shape_cache.hpp"
#include "rules/sql_error.hpp"
#include "rules/statement_facts.hpp"

#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace pgsegue::rules {

/// What the constants of a statement may mean to the server. Where they matter, its program is made anew.
struct ReadValues {
  std::vector<ConstantName> constants;  ///< which hold an affected name
  bool may_touch_path = false;          ///< the search path may be set or shown
  bool reads_names = false;             ///< parameters or the arguments of EXECUTE may be read as names

  /// The program is for these constants only.
  bool matter() const { return may_touch_path || !constants.empty(); }
  bool holds_code() const { return !constants.empty() && constants.front().use == ConstantUse::body; }
};

/// Finds what there is to know of a statement: in the cache by its shape, else by reading and planning it.
/// Programs that a constant's value decided, refusals and questions are not kept: what they say is about one
/// text.
class ProgramStore {
 public:
  explicit ProgramStore(const Rewriter::Limits& limits);

  /// Turns to another statement and says what its tokens do. `tokens` are those of `text`; `context.snapshot`
  /// is not null. Valid until the next call, of `find` too. What is cached allocates nothing.
  const StatementFacts& read(std::string_view text, std::span<const parser::Token> tokens,
                             const StatementContext& context);

  /// The same again.
  const StatementFacts& facts() const { return known_ != nullptr ? known_->facts : facts_; }

  /// The program is valid until the next call.
  using Outcome = std::variant<const EditProgram*, SqlError, NeedsPath>;
  struct Found {
    Outcome outcome;
    bool cached;
    bool only_changes_shape = false;  ///< as in PlanResult
  };

  /// Of the statement last read, in the same context.
  Found find(std::string_view text, std::span<const parser::Token> tokens, const StatementContext& context,
             const ReadValues& values);

  /// No statement is in hand.
  void put_down() { known_ = nullptr; }
  /// True if all of it is what other statements of this shape are told too, in this context.
  bool is_of_shape() const {
    return known_ != nullptr && known_->program.has_value() == known_->facts.affected;
  }

  NameContextId context_of(const StatementContext& context);
  /// All that a plan rests on in this context but the text.
  PlanInput input_of(const StatementContext& context) const;

  std::size_t cached_bytes() const { return cache_.bytes(); }
  std::size_t cached_shapes() const { return cache_.size(); }

 private:
  PlanResult plan(std::string_view text, std::span<const parser::Token> tokens,
                  const StatementContext& context, const ReadValues& values) const;

  std::size_t max_depth_;
  NameContexts contexts_;
  std::uint64_t contexts_generation_ = 0;
  ShapeCache cache_;
  EditProgram planned_;  ///< the last one planned

  // The statement in hand:
  ShapeWriter writer_;
  std::string_view shape_;
  ShapeCache::Key key_{};
  const KnownShape* known_ = nullptr;
  StatementFacts facts_;
};

}  // namespace pgsegue::rules

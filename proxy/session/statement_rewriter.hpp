#pragma once

#include "rules/rewriter.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// What the core needs of rules::Rewriter, with the same contract. An interface, so that the protocol can be
/// tested without rules.
class StatementRewriter {
 public:
  virtual ~StatementRewriter() = default;
  virtual rules::Rewrite rewrite(std::string_view text, const rules::StatementContext& context) = 0;
  virtual rules::ValueRewrite translate_values(std::span<const parser::ParameterUse> uses,
                                               std::span<const rules::ParameterValue> values,
                                               const rules::StatementContext& context) = 0;
  virtual bool translate_error(const rules::ErrorFields& fields, std::string_view original,
                               const rules::StatementContext& context, std::string& out) = 0;
};

}  // namespace pgsegue::session

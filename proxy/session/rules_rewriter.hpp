#pragma once

#include "proxy/session/statement_rewriter.hpp"

namespace pgsegue::session {

/// The thread's rules::Rewriter as the core sees it.
class RulesRewriter final : public StatementRewriter {
 public:
  explicit RulesRewriter(rules::Rewriter& rewriter) : rewriter_(rewriter) {}

  rules::Rewrite rewrite(std::string_view text, const rules::StatementContext& context) override {
    return rewriter_.rewrite(text, context);
  }
  rules::ValueRewrite translate_values(std::span<const parser::ParameterUse> uses,
                                       std::span<const rules::ParameterValue> values,
                                       const rules::StatementContext& context) override {
    return rewriter_.translate_values(uses, values, context);
  }
  bool translate_error(const rules::ErrorFields& fields, std::string_view original,
                       const rules::StatementContext& context, std::string& out) override {
    return rewriter_.translate_error(fields, original, context, out);
  }

 private:
  rules::Rewriter& rewriter_;
};

}  // namespace pgsegue::session

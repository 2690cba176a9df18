#include "proxy/cli/workload_verdict.hpp"

#include "parser/identifier_token.hpp"
#include "parser/token.hpp"
#include "proxy/cli/name_uses.hpp"
#include "rules/physical_catalog.hpp"
#include "rules/rewriter.hpp"
#include "rules/shape.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace pgsegue::cli {
namespace {

using Action = rules::Rewrite::Action;

constexpr std::string_view syntax_error = "42601";

/// Puts a constant, which may stand in every such place, for each `$1` and `:name`.
std::string with_constants(std::string_view text) {
  std::vector<parser::Token> tokens;
  if (scan(text, {}, tokens) != parser::ScanStatus::ok) return std::string(text);
  std::string out;
  std::size_t copied = 0;
  const auto replace = [&](std::size_t begin, std::size_t end) {
    out.append(text.substr(copied, begin - copied)).append("'1'");
    copied = end;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const parser::Token& token = tokens[i];
    if (token.kind == parser::TokenKind::parameter) replace(token.begin, token.end);
    const bool is_variable = parser::text_of(text, token) == ":" && i + 1 < tokens.size() &&
                             tokens[i + 1].begin == token.end &&
                             (tokens[i + 1].kind == parser::TokenKind::identifier ||
                              tokens[i + 1].kind == parser::TokenKind::string);
    if (is_variable) replace(token.begin, tokens[++i].end);
  }
  return out.append(text.substr(copied));
}

bool is_refusal(const rules::SqlError& error) {
  return error.sqlstate == "0A000" || error.sqlstate.starts_with("54");
}

using reason_map = std::map<std::pair<std::string, std::string>, workload_reason>;

void count(reason_map& reasons, const rules::SqlError& error, const workload_statement& statement) {
  workload_reason& reason = reasons[{error.sqlstate, error.message}];
  if (reason.example == nullptr) reason = {error.sqlstate, error.message, 0, &statement};
  reason.calls += statement.calls;
}

std::vector<workload_reason> by_calls(reason_map& reasons) {
  std::vector<workload_reason> sorted;
  for (auto& each : reasons)
    sorted.push_back(std::move(each.second));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.calls > b.calls; });
  return sorted;
}

class judge_of_version {
 public:
  judge_of_version(const rules::Snapshot& snapshot, rules::VersionIndex version,
                   const workload_sessions& sessions)
      : path_(sessions.path) {
    context_.snapshot = &snapshot;
    context_.version = version;
    context_.search_path = &path_;
    context_.pass = sessions.pass;
    context_.server_major = snapshot.catalog().server_version_num() / 10'000;
    verdict_.version = snapshot.rules().version_names().at(static_cast<std::size_t>(version));
  }

  void add(const workload_statement& statement) {
    if (add(statement, statement.text)) return;
    const std::string text = with_constants(statement.text);
    if (text == statement.text || !add(statement, text)) add_error(statement, syntax_error_);
  }

  workload_verdict take() {
    verdict_.refusals = by_calls(refusals_);
    verdict_.failures = by_calls(failures_);
    return std::move(verdict_);
  }

 private:
  /// False: it cannot be parsed, see `syntax_error_`.
  bool add(const workload_statement& statement, std::string_view text) {
    const rules::Rewrite rewrite = rewriter_.rewrite(text, context_);
    if (rewrite.action == Action::refuse) {
      if (rewrite.error->sqlstate == syntax_error) {
        syntax_error_ = *rewrite.error;
        return false;
      }
      add_error(statement, *rewrite.error);
    } else if (const auto& problem = problem_of(text)) {
      add_error(statement, *problem);
    } else {
      (rewrite.action == Action::replace ? verdict_.rewritten : verdict_.forwarded) += statement.calls;
    }
    return true;
  }

  /// The error that the server will give for a name that there is not, once per shape.
  const std::optional<rules::SqlError>& problem_of(std::string_view text) {
    scan(text, {}, tokens_);
    const auto [known, is_new] = problems_.try_emplace(std::string(shape_.write(text, tokens_)));
    if (is_new) known->second = resolve_names(text, *context_.snapshot, context_.version, path_).problem;
    return known->second;
  }

  void add_error(const workload_statement& statement, const rules::SqlError& error) {
    (is_refusal(error) ? verdict_.refused : verdict_.failed) += statement.calls;
    count(is_refusal(error) ? refusals_ : failures_, error, statement);
  }

  const parser::SearchPath& path_;
  rules::StatementContext context_;
  rules::Rewriter rewriter_{{}};
  rules::SqlError syntax_error_;
  std::vector<parser::Token> tokens_;
  rules::ShapeWriter shape_;
  std::unordered_map<std::string, std::optional<rules::SqlError>> problems_;  ///< by shape
  workload_verdict verdict_;
  reason_map refusals_, failures_;
};

}  // namespace

workload_verdict judge(const workload& workload, const rules::Snapshot& snapshot, rules::VersionIndex version,
                       const workload_sessions& sessions) {
  judge_of_version judging(snapshot, version, sessions);
  for (const workload_statement& each : workload.statements)
    judging.add(each);
  return judging.take();
}

}  // namespace pgsegue::cli

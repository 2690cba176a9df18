#include "proxy/session/statement_gate.hpp"

#include "proxy/session/stale_error.hpp"
#include "proxy/wire/bare_message.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::session {
namespace {

// Reads the same whatever standard_conforming_strings and client_encoding are.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\\'; });
}

bool ends_with_ready(Request request) {
  return request == Request::query || request == Request::sync || request == Request::function_call;
}

bool expects_ready(const ResponseQueue& queue) {
  for (std::size_t i = queue.size(); i-- > 0;) {
    if (ends_with_ready(queue.at(i).request)) return true;
  }
  return false;
}

// PREPARE, EXECUTE, DEALLOCATE: what is prepared while nothing differs runs when something does.
bool is_about_prepared(std::string_view text) {
  constexpr std::array<std::string_view, 3> verbs{"prepare", "execute", "deallocate"};
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  text.remove_prefix(begin);
  return std::any_of(verbs.begin(), verbs.end(), [text](std::string_view verb) {
    return text.size() > verb.size() &&
           std::equal(verb.begin(), verb.end(), text.begin(), [](char a, char b) { return a == (b | 0x20); });
  });
}

}  // namespace

Verdict StatementGate::judge(std::string_view text) {
  return judge(text, false);
}

Verdict StatementGate::judge_parse(std::string_view text) {
  return judge(text, true);
}

Verdict StatementGate::judge(std::string_view text, bool comes_again) {
  const auto& slot = conv_.state.entry->snapshots;
  if (conv_.is_versioned() && slot->epoch() != conv_.epoch()) {
    if (auto verdict = judge_overtaken(text)) return *std::move(verdict);
  }
  return judge_in_force(text, comes_again);
}

std::optional<Verdict> StatementGate::judge_overtaken(std::string_view text) {
  const auto newest = conv_.state.entry->snapshots->current();
  const auto version = newest->find_version(conv_.state.client.version);
  if (!version) return std::nullopt;
  rules::StatementContext context = conv_.context();
  context.snapshot = newest.get();
  context.version = *version;
  const rules::Rewrite now = conv_.state.rewriter.rewrite(text, context);
  if (now.action == rules::Rewrite::Action::needs_path) return wait_for_path();
  const bool same = is_the_same(text, now);
  if (!conv_.rewrites()) conv_.path.known = false;  // nobody looks at what statements do to it
  if (same) return std::nullopt;
  // At rest the session takes the newest snapshot.
  if (!conv_.queue.empty()) return wait_until_quiet();
  return Verdict{.kind = Verdict::Kind::refuse, .error = &transaction_is_outdated(), .affected = true};
}

bool StatementGate::is_the_same(std::string_view text, const rules::Rewrite& now) {
  const auto action = now.action;
  if (!conv_.rewrites()) return action == rules::Rewrite::Action::forward;
  const std::string rewritten(now.text);
  const rules::Rewrite before = conv_.state.rewriter.rewrite(text, conv_.context());
  return before.action == action && (action != rules::Rewrite::Action::replace || before.text == rewritten);
}

Verdict StatementGate::judge_in_force(std::string_view text, bool comes_again) {
  if (!conv_.rewrites() && !(conv_.is_versioned() && is_about_prepared(text))) return {};
  // The server reports a changed setting with ReadyForQuery, not before.
  const bool doubtful = conv_.lexing_open && !is_plain(text);
  if (doubtful && expects_ready(conv_.queue)) return wait_until_quiet();
  rules::StatementContext context = conv_.context();
  context.comes_again = comes_again;
  rules::Rewrite rewrite = conv_.state.rewriter.rewrite(text, context);
  if (rewrite.action == rules::Rewrite::Action::needs_path) return wait_for_path();
  if (doubtful && (rewrite.affected || rewrite.action != rules::Rewrite::Action::forward)) {
    return refuse(
        "0A000",
        "a statement with a backslash or a non-ASCII character cannot be rewritten in the same pipeline "
        "as one that may change how it is read",
        "Send Sync and wait for ReadyForQuery before it.");
  }
  // What the statements on their way make of the schema decides what this one means.
  if (conv_.ddl_seen && rewrite.affected && !conv_.queue.empty()) return wait_until_quiet();
  if (conv_.catalog_is_stale && (rewrite.affected || rewrite.action != rules::Rewrite::Action::forward))
    return refuse_stale();
  const bool refused = rewrite.action == rules::Rewrite::Action::refuse;
  if (!rewrite.passed.empty() && !refused) conv_.note_pass(rewrite.passed, text);
  Verdict verdict{.text = rewrite.text,
                  .error = rewrite.error,
                  .effects = std::move(rewrite.effects),
                  .prepared = std::move(rewrite.prepared),
                  .parameters = rewrite.parameters,
                  .affected = rewrite.affected,
                  .copy = rewrite.copy};
  if (rewrite.action == rules::Rewrite::Action::replace) verdict.kind = Verdict::Kind::replace;
  if (rewrite.action == rules::Rewrite::Action::refuse) verdict.kind = Verdict::Kind::refuse;
  return verdict;
}

Verdict StatementGate::judge_values(std::span<const parser::ParameterUse> uses,
                                    std::span<const rules::ParameterValue> values,
                                    rules::TranslatedNames& names) {
  if (!conv_.rewrites()) return {};
  if (auto overtaken = judge_overtaken_values(uses, values)) return *overtaken;
  const bool is_doubtful = conv_.lexing_open && !std::all_of(values.begin(), values.end(),
                                                             [](const auto& v) { return is_plain(v.bytes); });
  if (is_doubtful && expects_ready(conv_.queue)) return wait_until_quiet();
  rules::ValueRewrite rewrite = conv_.state.rewriter.translate_values(uses, values, conv_.context());
  using Decision = rules::Rewrite::Action;
  if (rewrite.action == Decision::needs_path) return wait_for_path();
  if (conv_.ddl_seen && !conv_.queue.empty()) return wait_until_quiet();
  if (conv_.catalog_is_stale && rewrite.action != Decision::forward) return refuse_stale();
  names = std::move(rewrite.names);
  if (rewrite.action == Decision::forward) return {};
  error_ = std::move(rewrite.error);
  const bool refused = rewrite.action == Decision::refuse;
  return {.kind = refused ? Verdict::Kind::refuse : Verdict::Kind::replace, .error = &error_};
}

std::optional<Verdict> StatementGate::judge_overtaken_values(std::span<const parser::ParameterUse> uses,
                                                             std::span<const rules::ParameterValue> values) {
  const auto& slot = conv_.state.entry->snapshots;
  if (slot->epoch() == conv_.epoch()) return std::nullopt;
  const auto newest = slot->current();
  const auto version = newest->find_version(conv_.state.client.version);
  if (!version) return std::nullopt;
  rules::StatementContext context = conv_.context();
  const auto before = conv_.state.rewriter.translate_values(uses, values, context);
  context.snapshot = newest.get();
  context.version = *version;
  const auto now = conv_.state.rewriter.translate_values(uses, values, context);
  if (now.action == before.action && now.names.values == before.names.values) return std::nullopt;
  if (!conv_.queue.empty()) return wait_until_quiet();
  return Verdict{.kind = Verdict::Kind::refuse, .error = &transaction_is_outdated(), .affected = true};
}

Verdict StatementGate::refuse_stale() {
  conv_.state.out->add(RefreshSnapshot{});
  return refuse("55000",
                "pgsegue has not been able to read the catalog since this session changed the schema",
                "Try again. The log of pgsegue says what is wrong.");
}

Verdict StatementGate::wait_until_quiet() {
  // Without a Sync the server keeps its answers until it is asked for them.
  if (conv_.batch_open) {
    conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::flush_type); });
  }
  return {.kind = Verdict::Kind::wait, .until = Block::until_quiet};
}

Verdict StatementGate::wait_for_path() {
  if (!conv_.queue.empty()) return wait_until_quiet();
  // The server can be asked nothing now. It will answer the refusal with its own 25P02.
  if (conv_.status == wire::TransactionStatus::failed) {
    return refuse("0A000", "the search path is not known while the transaction is aborted",
                  "Send the statement again after ROLLBACK.");
  }
  probe_.start();
  return {.kind = Verdict::Kind::wait, .until = Block::until_probe};
}

Verdict StatementGate::refuse(std::string_view sqlstate, std::string_view message, std::string_view hint) {
  error_ = {.sqlstate = std::string(sqlstate),
            .message = std::string(message),
            .detail = {},
            .hint = std::string(hint)};
  return {.kind = Verdict::Kind::refuse, .error = &error_, .affected = true};
}

}  // namespace pgsegue::session

#include "proxy/session/session_core.hpp"

#include "proxy/session/session_impl.hpp"

#include <utility>

namespace pgsegue::session {

SessionCore::SessionCore(SessionSettings settings, std::shared_ptr<const Directory> directory,
                         StatementRewriter& rewriter, std::uint32_t cancel_secret)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(directory), rewriter, cancel_secret)) {}

SessionCore::~SessionCore() = default;

std::size_t SessionCore::feed(Side from, std::span<const std::byte> bytes, Actions& out) {
  const Impl::Call call(*impl_, out);
  return impl_->feed(from, bytes);
}
bool SessionCore::wants(Side side) const {
  return impl_->wants(side);
}

void SessionCore::on_end_of_stream(Side side, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->on_end_of_stream(side);
}
void SessionCore::on_broken(Side side, std::string_view reason, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->on_broken(side, reason);
}
void SessionCore::on_direct_tls(Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->start_up.on_direct_tls();
}
void SessionCore::on_tls_ready(Side side, TlsFacts facts, Actions& out) {
  const Impl::Call call(*impl_, out);
  if (side == Side::client) {
    impl_->start_up.on_tls_ready(std::move(facts));
  } else {
    impl_->server_login.on_tls_ready(std::move(facts));
  }
}
void SessionCore::on_tls_failed(Side side, std::string_view reason, Actions& out) {
  const Impl::Call call(*impl_, out);
  if (side == Side::client) {
    impl_->state.close("TLS with the client failed: " + std::string(reason));
  } else {
    impl_->server_login.on_tls_failed(reason);
  }
}
void SessionCore::on_connected(bool over_unix_socket, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->server_login.on_connected(over_unix_socket);
}
void SessionCore::on_connect_failed(std::string_view reason, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->server_login.on_connect_failed(reason);
}
void SessionCore::on_verifier(const VerifierResult& result, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->client_auth.on_verifier(result);
}
void SessionCore::on_snapshot(bool is_read, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->on_snapshot(is_read);
}
void SessionCore::on_login_timeout(Actions& out) {
  const Impl::Call call(*impl_, out);
  if (!impl_->is_logged_in()) impl_->state.fatal("57014", "canceling login due to timeout");
}
void SessionCore::refuse_too_many(std::string_view detail, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->state.too_many = detail;
}
void SessionCore::on_configuration(Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->on_configuration();
}
void SessionCore::begin_drain(Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->begin_drain();
}
void SessionCore::terminate(std::string_view sqlstate, std::string_view message, Actions& out) {
  const Impl::Call call(*impl_, out);
  impl_->terminate(sqlstate, message);
}

bool SessionCore::idle() const {
  return impl_->is_idle();
}
bool SessionCore::in_flight() const {
  return impl_->is_in_flight();
}
bool SessionCore::logged_in() const {
  return impl_->is_logged_in();
}
const SessionCore::ClientStartup& SessionCore::client_startup() const {
  return impl_->state.client;
}
const DatabaseEntry& SessionCore::route() const {
  static const DatabaseEntry none;
  return impl_->state.entry ? *impl_->state.entry : none;
}
BackendKey SessionCore::cancel_key() const {
  return impl_->state.requested_cancel;
}
BackendKey SessionCore::client_key() const {
  return {impl_->state.server_key.process_id, impl_->state.secret};
}
BackendKey SessionCore::server_key() const {
  return impl_->state.server_key;
}
std::string_view SessionCore::end_reason() const {
  return impl_->state.end_reason;
}
std::uint64_t SessionCore::refusals() const {
  return impl_->conversation.refusals;
}
std::string_view SessionCore::last_refusal() const {
  return impl_->conversation.last_refusal;
}
std::string_view SessionCore::last_refused_statement() const {
  return impl_->conversation.last_refused_statement;
}
std::uint64_t SessionCore::passes() const {
  return impl_->conversation.passes;
}
std::string_view SessionCore::last_passed() const {
  return impl_->conversation.last_passed;
}
std::string_view SessionCore::last_passed_statement() const {
  return impl_->conversation.last_passed_statement;
}

}  // namespace pgsegue::session

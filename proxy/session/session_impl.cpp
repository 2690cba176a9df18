#include "proxy/session/session_impl.hpp"

namespace pgsegue::session {

std::size_t SessionCore::Impl::feed(Side from, std::span<const std::byte> bytes) {
  auto rest = bytes;
  Phase fed;
  do {
    fed = state.phase;
    if (from == Side::client) {
      feed_client(rest);
    } else {
      feed_server(rest);
    }
  } while (state.phase != fed && !rest.empty() && wants(from));
  if (state.closed()) rest = {};
  settle();
  return bytes.size() - rest.size();
}

void SessionCore::Impl::feed_client(std::span<const std::byte>& input) {
  switch (state.phase) {
    case Phase::start_up:
      return feed_start_up(input);
    case Phase::client_auth:
      return client_auth.feed(input);
    case Phase::login:
      return login.feed_client(input);
    case Phase::session:
      return client.feed(input);
    case Phase::relay:
      return relay.feed_client(input);
    default:
      return;
  }
}

void SessionCore::Impl::feed_start_up(std::span<const std::byte>& input) {
  while (state.phase == Phase::start_up && !start_up.accepted() && !input.empty())
    start_up.feed(input);
  if (!start_up.accepted() || state.closed()) return;
  if (state.entry->auth == AuthMode::scram) {
    client_auth.begin();
  } else {
    server_login.connect();
  }
}

void SessionCore::Impl::feed_server(std::span<const std::byte>& input) {
  switch (state.phase) {
    case Phase::server_greeting:
      return server_login.feed_greeting(input);
    case Phase::login:
      return login.feed_server(input);
    case Phase::session:
      return server.feed(input);
    case Phase::relay:
      return relay.feed_server(input);
    default:
      input = {};  // of a connection that was given up
      return;
  }
}

bool SessionCore::Impl::wants_client() const {
  switch (state.phase) {
    case Phase::start_up:
    case Phase::client_auth:
    case Phase::relay:
      return true;
    case Phase::login:
      return login.expects_client();
    case Phase::session:
      return client.wants();
    default:
      return false;
  }
}

bool SessionCore::Impl::wants_server() const {
  switch (state.phase) {
    case Phase::server_greeting:
    case Phase::login:
    case Phase::relay:
      return true;
    case Phase::session:
      return server.wants();
    default:
      return false;
  }
}

// What a call may have made possible: the held message goes on, or the session ends.
void SessionCore::Impl::settle() {
  if (state.phase == Phase::relay) return relay.finish_if_due();
  if (state.phase != Phase::session) return;
  if (conversation.block == Block::until_quiet && conversation.queue.empty())
    conversation.block = Block::none;
  client.resume();
  ending.finish_if_due();
}

void SessionCore::Impl::on_end_of_stream(Side side) {
  if (side == Side::server) return on_server_gone("end of stream");
  switch (state.phase) {
    case Phase::session:
      return ending.on_client_end();
    case Phase::relay:
      return state.out->add(ShutdownSend{Side::server});
    default:
      return state.close("client closed the connection before the login was complete");
  }
}

void SessionCore::Impl::on_broken(Side side, std::string_view reason) {
  if (side == Side::server) return on_server_gone(reason);
  if (state.phase == Phase::session) return ending.on_client_broken(reason);
  if (state.phase == Phase::relay) state.out->add(CancelBackend{});
  state.close(reason);
}

void SessionCore::Impl::on_server_gone(std::string_view reason) {
  switch (state.phase) {
    case Phase::session:
      stale_error.deliver();
      return ending.on_server_gone(reason);
    case Phase::relay:
      return state.close("the server ended the session");
    case Phase::login:
      return login.on_server_gone(reason);
    case Phase::connecting:
    case Phase::server_greeting:
    case Phase::server_tls:
      return server_login.on_connect_failed(reason);
    default:
      return;
  }
}

void SessionCore::Impl::on_snapshot(bool is_read) {
  if (is_read) conversation.note_read_catalog();
  if (state.phase != Phase::session) return;
  stale_error.on_snapshot();
  if (conversation.block != Block::until_snapshot) return;
  const auto batch = retry.on_snapshot(is_read);
  if (!batch.empty()) client.replay(batch);
  settle();
}

void SessionCore::Impl::on_configuration() {
  conversation.configuration_is_new = true;
  settle();
}

void SessionCore::Impl::begin_drain() {
  state.draining = true;
  if (state.phase == Phase::start_up) return state.close("pgsegue is shutting down");
  settle();
}

void SessionCore::Impl::terminate(std::string_view sqlstate, std::string_view message) {
  if (state.closed()) return;
  if (is_in_flight()) state.out->add(CancelBackend{});
  state.fatal(sqlstate, message);
}

bool SessionCore::Impl::is_idle() const {
  return state.phase == Phase::session && conversation.at_rest() && state.client_reader.between() &&
         state.server_reader.between();
}

bool SessionCore::Impl::is_in_flight() const {
  if (state.phase == Phase::relay) return true;
  return state.phase == Phase::session && (!conversation.queue.empty() || conversation.copying_in);
}

}  // namespace pgsegue::session

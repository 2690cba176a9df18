#include "proxy/session/ending.hpp"

#include "proxy/wire/bare_message.hpp"
#include "proxy/wire/parameter_status.hpp"

namespace pgsegue::session {
namespace {

constexpr std::string_view client_closed = "client closed the connection";

}  // namespace

void Ending::leave(std::string_view reason) {
  if (!conv_.client_terminated && !conv_.state.client_reader.in_stream()) {
    conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::terminate_type); });
  }
  conv_.state.close(reason);
}

bool Ending::client_owes_nothing() const {
  return conv_.state.client_reader.between() && conv_.held.empty() && !conv_.copying_in;
}

void Ending::on_client_end() {
  if (conv_.client_terminated) return conv_.state.close(client_closed);
  conv_.client_ended = true;
  if (!client_owes_nothing() && conv_.block == Block::none && conv_.client_fault.empty()) {
    return on_client_broken("client closed the connection in the middle of a message");
  }
  if (conv_.queue.empty() && conv_.block == Block::none) return leave(client_closed);
  // Behind an open batch the server answers only when it sees the end itself.
  if (conv_.batch_open && conv_.block == Block::none) conv_.state.out->add(ShutdownSend{Side::server});
  provoke_client();
}

// A client that is gone for good looks like one that only shut its sending side, until something is sent to
// it. A repeated setting does no harm to the latter; to it the former's host answers with a reset.
void Ending::provoke_client() {
  if (conv_.state.server_reader.in_stream()) return;
  conv_.state.write(Side::client, [&](wire::Buffer& to) {
    encode(to, wire::ParameterStatus{"client_encoding", conv_.parameters.client_encoding()});
  });
}

void Ending::on_client_broken(std::string_view reason) {
  if (!conv_.queue.empty()) conv_.state.out->add(CancelBackend{});
  conv_.state.close(reason);
}

void Ending::on_server_gone(std::string_view reason) {
  retry_.deliver();
  if (conv_.fatal_seen) return conv_.state.close("the server ended the session");
  if (conv_.client_terminated || conv_.client_ended) return conv_.state.close(client_closed);
  const std::string message =
      "the server of database \"" + conv_.state.client.database + "\" closed the connection unexpectedly";
  conv_.state.fatal(
      {.sqlstate = "08006",
       .message = message,
       .detail = reason,
       .hint = "What was not committed is lost. Connect again; the server's log says why it ended."});
}

// A server that waits for copy data would wait for ever.
bool Ending::ends_for_fault() {
  const bool answered = conv_.queue.empty() && conv_.block == Block::none;
  if (conv_.client_fault.empty() || !(answered || conv_.copying_in)) return false;
  if (conv_.state.server_reader.in_stream()) return false;
  conv_.state.fatal("08P01", conv_.client_fault);
  return true;
}

// A word of ours must not land in a message of the server's that is passing.
bool Ending::is_idle() const {
  return conv_.at_rest() && conv_.state.client_reader.between() && !conv_.state.server_reader.in_stream();
}

bool Ending::ends_for_configuration() {
  if (!conv_.configuration_is_new || !is_idle()) return false;
  conv_.configuration_is_new = false;
  conv_.adopt_snapshot();
  return conv_.state.closed();
}

void Ending::finish_if_due() {
  if (conv_.state.closed() || ends_for_fault() || ends_for_configuration()) return;
  if (conv_.client_ended && conv_.queue.empty() && conv_.block == Block::none) return leave(client_closed);
  if (!conv_.state.draining || !is_idle()) return;
  conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::terminate_type); });
  conv_.state.fatal("57P01", "terminating connection due to administrator command");
}

}  // namespace pgsegue::session

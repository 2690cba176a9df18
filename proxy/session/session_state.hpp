#pragma once

#include "proxy/session/action.hpp"
#include "proxy/session/directory.hpp"
#include "proxy/session/session_core.hpp"
#include "proxy/session/statement_rewriter.hpp"
#include "proxy/wire/error_response.hpp"
#include "proxy/wire/frame_reader.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// Where a session stands. Each phase belongs to one sub-machine.
///
///   start_up -> client_tls -> start_up
///   start_up -> [client_auth ->] connecting -> server_greeting [-> server_tls] -> login -> session | relay
///   any -> closed
enum class Phase : std::uint8_t {
  start_up,         ///< first packets of the client (StartUp)
  client_tls,       ///< handshake with the client under way (StartUp)
  client_auth,      ///< SCRAM with the client (ClientAuth)
  verifier,         ///< waiting for the verifier (ClientAuth)
  connecting,       ///< server connection under way (ServerLogin)
  server_greeting,  ///< waiting for the answer to our SSLRequest (ServerLogin)
  server_tls,       ///< handshake with the server under way (ServerLogin)
  login,            ///< the server authenticates (LoginRelay)
  session,          ///< logged in (ClientStream, ServerStream)
  relay,            ///< logged in, replication: messages pass unread (Relay)
  closed,
};

/// The facts of one session that more than one sub-machine needs.
struct SessionState {
  SessionState(SessionSettings session_settings, std::shared_ptr<const Directory> databases,
               StatementRewriter& statement_rewriter, std::uint32_t cancel_secret)
      : settings(std::move(session_settings)),
        directory(std::move(databases)),
        rewriter(statement_rewriter),
        secret(cancel_secret) {}

  const SessionSettings settings;
  const std::shared_ptr<const Directory> directory;
  StatementRewriter& rewriter;
  const std::uint32_t secret;  ///< what the client gets in BackendKeyData

  Phase phase = Phase::start_up;
  bool client_is_tls = false;
  bool server_is_tls = false;
  TlsFacts client_tls_facts;
  TlsFacts server_tls_facts;

  SessionCore::ClientStartup client;
  std::shared_ptr<const DatabaseEntry> entry;
  BackendKey requested_cancel;
  BackendKey server_key;
  bool key_known = false;  ///< the server has sent BackendKeyData
  bool draining = false;
  std::string too_many;  ///< why the start-up packet is to be refused with 53300; empty: it is not

  wire::FrameReader client_reader;
  wire::FrameReader server_reader;
  Actions* out = nullptr;  ///< of the call in progress
  std::string end_reason;

  bool closed() const { return phase == Phase::closed; }
  void send(Side to, std::span<const std::byte> bytes) { out->send(to, bytes); }
  /// An empty buffer for a message, see Scratch.
  wire::Buffer& fresh() { return out->scratch().fresh(); }
  /// Encodes a message into scratch memory and sends it.
  template <class Encode>
  void write(Side to, Encode encode_into) {
    wire::Buffer& buffer = fresh();
    encode_into(buffer);
    send(to, buffer);
  }

  /// Ends the session without a word.
  void close(std::string_view reason);
  /// Ends the session with a FATAL to the client, if it can take a message now.
  void fatal(const wire::ErrorReport& report);
  void fatal(std::string_view sqlstate, std::string_view message) {
    fatal({.sqlstate = sqlstate, .message = message});
  }
};

}  // namespace pgsegue::session

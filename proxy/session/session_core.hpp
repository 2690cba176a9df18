#pragma once

#include "proxy/session/action.hpp"
#include "proxy/session/directory.hpp"
#include "rules/rewriter.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::session {

class StatementRewriter;

/// A BackendKeyData's content (protocol 3.0: the secret is four bytes).
struct BackendKey {
  std::uint32_t process_id = 0;
  std::uint32_t secret = 0;
};

/// What TLS established on one side, for SCRAM's channel binding. Hashes as RFC 5929 tls-server-end-point.
struct TlsFacts {
  std::string server_end_point;  ///< hash of the certificate used on that leg: ours towards the client, the
                                 ///< server's towards the server
  std::string alpn;              ///< negotiated protocol, "postgresql" or empty
};

/// A role's stored SCRAM verifier, or that it cannot log in.
struct VerifierResult {
  bool ok = false;  ///< the look-up itself worked
  std::string
      verifier;  ///< "SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey"; empty: no such role or no login
  std::string failure;  ///< why the look-up did not work (for the log)
};

/// The protocol logic of one client connection and its server connection. Sans-I/O: bytes and events go in,
/// actions come out; it never sees a socket, a clock or a thread. Not thread-safe. Never throws on any input.
class SessionCore {
 public:
  /// `rewriter` is the thread's and outlives the core. `secret` is the cancel secret the client will get,
  /// from a CSPRNG.
  SessionCore(SessionSettings settings, std::shared_ptr<const Directory> directory, rules::Rewriter& rewriter,
              std::uint32_t cancel_secret);
  /// The same with another source of rewrites, which outlives the core.
  SessionCore(SessionSettings settings, std::shared_ptr<const Directory> directory,
              StatementRewriter& rewriter, std::uint32_t cancel_secret);
  ~SessionCore();
  SessionCore(const SessionCore&) = delete;
  SessionCore& operator=(const SessionCore&) = delete;

  /// Bytes arrived from `from`. Returns how many were consumed; the rest is to be fed again, unread, once
  /// `wants(from)` is true again. Appends to `out`, whose sends must be carried out (or copied) before the
  /// next call.
  std::size_t feed(Side from, std::span<const std::byte> bytes, Actions& out);
  /// False: do not read from or feed that side now. May change with any call.
  bool wants(Side side) const;

  /// The peer sent its end of stream (orderly) or the connection broke. After the client's end of stream its
  /// connection is still to be watched for errors: a client that is gone answers the next bytes with a reset,
  /// and then on_broken has what runs for it cancelled.
  void on_end_of_stream(Side side, Actions& out);
  void on_broken(Side side, std::string_view reason, Actions& out);

  /// The first byte of the connection was 0x16: the client starts TLS without asking (PostgreSQL 17). Call
  /// before any feed.
  void on_direct_tls(Actions& out);
  void on_tls_ready(Side side, TlsFacts facts, Actions& out);
  void on_tls_failed(Side side, std::string_view reason, Actions& out);
  /// `over_unix_socket`: TLS is not asked for there, whatever the mode says, as in libpq.
  void on_connected(bool over_unix_socket, Actions& out);
  void on_connect_failed(std::string_view reason, Actions& out);
  void on_verifier(const VerifierResult& result, Actions& out);
  /// The catalog has been read since RefreshSnapshot; false: it could not be, or not in time.
  void on_snapshot(bool is_read, Actions& out);
  /// The login deadline has passed.
  void on_login_timeout(Actions& out);
  /// A limit of connections is reached: answer the start-up packet with 53300 and this detail.
  void refuse_too_many(std::string_view detail, Actions& out);
  /// Another configuration is in force: if it takes the session's version or database away, close at the next
  /// idle moment.
  void on_configuration(Actions& out);
  /// Close at the next idle moment (no transaction, nothing outstanding); at once if idle now. Sends FATAL
  /// 57P01.
  void begin_drain(Actions& out);
  /// Close now with a FATAL to the client.
  void terminate(std::string_view sqlstate, std::string_view message, Actions& out);

  /// True when logged in, no transaction, nothing outstanding, nothing gathered: buffers may be given back.
  bool idle() const;
  /// True when the server has work in hand for this client: the only time a cancel may be forwarded.
  bool in_flight() const;
  bool logged_in() const;

  struct ClientStartup {
    std::string user, database, version, application_name;
    bool replication = false;
  };
  const ClientStartup& client_startup() const;
  /// Where to connect; set before Connect is emitted.
  const DatabaseEntry& route() const;
  BackendKey cancel_key() const;  ///< what a CancelRequest asked for
  BackendKey client_key() const;  ///< what the client was given: the server's process ID, our secret
  BackendKey server_key() const;  ///< what the server gave
  /// Why the session ended, for the log; empty while it lives.
  std::string_view end_reason() const;
  /// Statements refused so far with the last reason, for the log.
  std::uint64_t refusals() const;
  std::string_view last_refusal() const;
  /// The client's text of that statement; empty if it was too long to be at hand.
  std::string_view last_refused_statement() const;
  /// Statements let through unread so far (rules::PassPolicy), with what the last one was.
  std::uint64_t passes() const;
  std::string_view last_passed() const;
  std::string_view last_passed_statement() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/scram_step.hpp"
#include "proxy/session/scram_verifier.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// SCRAM-SHA-256 and SCRAM-SHA-256-PLUS towards a client (RFC 5802, 5929, 7677), as PostgreSQL's
/// auth-scram.c does it, with its errors. Sans-I/O, never throws on what a client sends.
///
///   initial --SASLInitialResponse--> challenged --SASLResponse--> accepted
///      `--(no data in it)--> selected --SASLResponse--> challenged
///   any state --what does not fit--> failed
///
/// AuthenticationSASL, AuthenticationSASLContinue and AuthenticationSASLFinal are the caller's to frame.
class ScramServer {
 public:
  /// `user` is the role of the start-up packet (the user name inside SCRAM messages is ignored, as PostgreSQL
  /// does). `server_end_point` is tls_server_end_point() of our certificate if the client's leg is TLS, else
  /// empty: then -PLUS is not offered.
  ScramServer(std::string user, ScramVerifier verifier, std::string server_end_point,
              NonceSource make_nonce = random_nonce);

  /// The body of AuthenticationSASL behind its code: the offered mechanisms, each ended by NUL, and one more
  /// NUL.
  std::string mechanisms() const;

  /// `body` is the content of a client's 'p' message (without type and length). `send` wants an
  /// AuthenticationSASLContinue with the data, `done` an AuthenticationSASLFinal. A wrong password is 28P01,
  /// a message that breaks the protocol 08P01, a channel binding that does not hold 28000.
  ScramStep receive(std::string_view body);

  /// The client's key, recovered from its proof: logs in as that role wherever the verifier is the same. Only
  /// after `done`.
  const ScramKey& client_key() const { return client_key_; }
  const ScramVerifier& verifier() const { return verifier_; }

 private:
  enum class State : std::uint8_t { initial, selected, challenged, accepted, failed };

  ScramStep receive_initial(std::string_view body);
  ScramStep receive_client_first(std::string_view message);
  ScramStep challenge(std::string_view client_first_bare, std::string_view client_nonce);
  ScramStep receive_client_final(std::string_view message);
  ScramStep accept_proof(const ScramKey& proof);
  std::optional<rules::SqlError> read_gs2_header(std::string_view& rest);
  std::optional<rules::SqlError> read_binding_flag(std::string_view& rest) const;
  std::optional<rules::SqlError> read_binding_type(std::string_view& rest) const;
  std::optional<rules::SqlError> check_channel_binding(std::string_view encoded) const;
  static ScramStep fail(rules::SqlError error);

  State state_ = State::initial;
  std::string user_;
  ScramVerifier verifier_;
  std::string server_end_point_;
  NonceSource make_nonce_;
  bool plus_ = false;         ///< the client chose -PLUS
  std::string gs2_header_;    ///< as the client sent it, both commas included
  std::string nonce_;         ///< the client's followed by ours
  std::string auth_message_;  ///< grows with the exchange (RFC 5802, section 3)
  ScramKey client_key_{};
};

}  // namespace pgsegue::session

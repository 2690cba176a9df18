#pragma once

#include "proxy/session/scram_step.hpp"
#include "proxy/session/scram_verifier.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// SCRAM-SHA-256 and SCRAM-SHA-256-PLUS towards a server, with keys instead of a password: the ClientKey a
/// ScramServer recovered and the verifier it used. Sans-I/O, never throws on what a server sends.
///
///   initial --AuthenticationSASL--> greeted --...Continue--> proved --...Final--> done
///   any state --what does not fit--> failed
class ScramClient {
 public:
  /// `server_end_point` is tls_server_end_point() of the server's certificate if its leg is TLS, else empty.
  ScramClient(const ScramKey& client_key, ScramVerifier verifier, std::string server_end_point,
              NonceSource make_nonce = random_nonce);

  /// `mechanisms` is the body of AuthenticationSASL behind its code. Chooses -PLUS if the server offers it
  /// and the leg is TLS. `send`: a SASLInitialResponse with mechanism() and the data.
  ScramStep start(std::string_view mechanisms);
  std::string_view mechanism() const;

  /// The data of AuthenticationSASLContinue. `send`: a SASLResponse with the data. Salt and iterations must
  /// be those of the verifier: with others the keys are worth nothing there.
  ScramStep receive_continue(std::string_view data);
  /// The data of AuthenticationSASLFinal. `done` if the server has proved that it knows the verifier.
  ScramStep receive_final(std::string_view data);

  /// The server has proved itself: only then may AuthenticationOk be believed.
  bool done() const { return state_ == State::done; }

 private:
  enum class State : std::uint8_t { initial, greeted, proved, done, failed };

  ScramStep fail(std::string detail, std::string hint = {});
  ScramStep send(State next, std::string data);
  ScramStep other_verifier();
  ScramStep prove();

  State state_ = State::initial;
  ScramKey client_key_;
  ScramVerifier verifier_;
  std::string server_end_point_;
  NonceSource make_nonce_;
  bool plus_ = false;
  std::string gs2_header_;
  std::string nonce_;
  std::string auth_message_;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/scram_crypto.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pgsegue::session::testing {

/// A SCRAM client that knows the password, written down from RFC 5802 independently of the code under test.
class scram_password_client {
 public:
  scram_password_client(std::string password, std::string nonce, std::string gs2_header = "n,,",
                        std::string binding = {})
      : password_(std::move(password)),
        nonce_(std::move(nonce)),
        gs2_header_(std::move(gs2_header)),
        binding_(std::move(binding)) {}

  std::string first(std::string_view user = "") {
    bare_ = "n=" + std::string(user) + ",r=" + nonce_;
    return gs2_header_ + bare_;
  }
  /// The client-final-message for that challenge; throws std::runtime_error if it cannot be read.
  std::string final(std::string_view server_first);
  /// What the server has to answer.
  std::string expected_signature() const { return "v=" + signature_; }
  const ScramKey& client_key() const { return client_key_; }

 private:
  std::string password_, nonce_, gs2_header_, binding_, bare_, signature_;
  ScramKey client_key_{};
};

/// The body of a SASLInitialResponse.
std::string sasl_initial_body(std::string_view mechanism, std::string_view data);

}  // namespace pgsegue::session::testing

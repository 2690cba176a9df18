#include "tests/session/scram_password_client.hpp"

#include "proxy/session/base64.hpp"

#include <openssl/evp.h>

#include <regex>
#include <stdexcept>

namespace pgsegue::session::testing {

std::string scram_password_client::final(std::string_view server_first) {
  const std::string challenge(server_first);
  std::smatch part;
  if (!std::regex_match(challenge, part, std::regex("r=([^,]+),s=([^,]+),i=([0-9]+)"))) {
    throw std::runtime_error("unreadable challenge: " + challenge);
  }
  const std::string salt = decode_base64(part[2].str()).value();
  ScramKey salted{};
  PKCS5_PBKDF2_HMAC(password_.data(), static_cast<int>(password_.size()),
                    reinterpret_cast<const unsigned char*>(salt.data()), static_cast<int>(salt.size()),
                    std::stoi(part[3].str()), EVP_sha256(), static_cast<int>(salted.size()), salted.data());
  client_key_ = hmac_sha256(salted, "Client Key");
  const std::string without_proof = "c=" + encode_base64(gs2_header_ + binding_) + ",r=" + part[1].str();
  const std::string auth_message = bare_ + "," + challenge + "," + without_proof;
  signature_ = encode_base64(hmac_sha256(hmac_sha256(salted, "Server Key"), auth_message));
  const ScramKey proof = exclusive_or(client_key_, hmac_sha256(sha256(client_key_), auth_message));
  return without_proof + ",p=" + encode_base64(proof);
}

std::string sasl_initial_body(std::string_view mechanism, std::string_view data) {
  std::string body(mechanism);
  body.push_back('\0');
  for (int shift = 24; shift >= 0; shift -= 8)
    body.push_back(static_cast<char>(data.size() >> shift));
  return body.append(data);
}

}  // namespace pgsegue::session::testing

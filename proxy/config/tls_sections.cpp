#include "proxy/config/field_readers.hpp"
#include "proxy/config/file_checks.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"
#include "proxy/config/words.hpp"

namespace pgsegue::config {
namespace {

void require_key(const rules::YamlMap& map, std::string_view key, const std::string& why) {
  if (!map.find(key)) map.node().error("\"" + std::string(key) + "\" is missing: " + why);
}

/// A certificate is of no use without its key, nor a key without its certificate.
void check_pair(const rules::YamlMap& map) {
  if (map.find("certificate") && !map.find("key"))
    require_key(map, "key", "the certificate needs its private key");
  if (map.find("key") && !map.find("certificate"))
    require_key(map, "certificate", "the key needs its certificate");
}

void warn_if_unused(const rules::YamlMap& map, std::string_view key, bool is_off, const std::string& why) {
  const auto node = map.find_key(key);
  if (is_off && node) node->warning("\"" + std::string(key) + "\" is not used: " + why, "set \"mode\"");
}

void check_private_key(const rules::YamlMap& map, const std::string& path) {
  if (const auto node = map.find("key")) warn_if_world_readable(*node, path, "a private key");
}

void check_client_certificates(const rules::YamlMap& map, const ClientTlsFiles& tls) {
  const auto node = map.find("require_client_certificate");
  if (node && tls.require_client_certificate && !map.find("client_ca")) {
    node->error("client certificates are required, but \"client_ca\" does not say who issues them");
  }
}

}  // namespace

void read_client_tls(const rules::YamlNode& node, load_context& context) {
  const auto map = node.as_map(keys::client_tls);
  if (!map) return;
  ClientTlsFiles& tls = context.config.client_tls;
  read_word(*map, "mode", words::client_tls, tls.mode);
  tls.certificate = read_path(*map, "certificate", context.directory);
  tls.key = read_path(*map, "key", context.directory);
  tls.client_ca = read_path(*map, "client_ca", context.directory);
  read_flag(*map, "require_client_certificate", tls.require_client_certificate);
  check_private_key(*map, tls.key);
  check_client_certificates(*map, tls);
  check_pair(*map);
  const bool is_off = tls.mode == session::ClientTls::disable;
  warn_if_unused(*map, "certificate", is_off, "TLS towards clients is off");
  if (!is_off && !map->find("certificate") && !map->find("key")) {
    require_key(*map, "certificate", "TLS towards clients needs a certificate and its key");
  }
  context.client_tls = node;
}

void read_server_tls(const rules::YamlNode& node, load_context& context) {
  const auto map = node.as_map(keys::server_tls);
  if (!map) return;
  ServerTls& tls = context.config.server_tls;
  read_word(*map, "mode", words::ssl_mode, tls.mode);
  tls.root_certificate = read_path(*map, "root_certificate", context.directory);
  tls.certificate = read_path(*map, "certificate", context.directory);
  tls.key = read_path(*map, "key", context.directory);
  check_private_key(*map, tls.key);
  check_pair(*map);
  const bool verifies = tls.mode == session::SslMode::verify_ca || tls.mode == session::SslMode::verify_full;
  if (verifies) {
    require_key(*map, "root_certificate", "the server's certificate cannot be verified without the issuer's");
  }
  warn_if_unused(*map, "root_certificate", tls.mode == session::SslMode::disable,
                 "TLS towards the server is off");
  warn_if_unused(*map, "certificate", tls.mode == session::SslMode::disable, "TLS towards the server is off");
}

}  // namespace pgsegue::config

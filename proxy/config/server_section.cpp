#include "proxy/config/field_readers.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"

namespace pgsegue::config {
namespace {

void check_host(const rules::YamlMap& map, const ServerAddress& server) {
  const auto node = map.find("host");
  if (!node) return;
  if (server.host.empty()) {
    node->error("\"host\" is empty", "write a host name, an IP address or the directory of a unix socket");
  } else if (server.host.find_first_of(" ,@:/") != std::string::npos && server.host.front() != '/' &&
             server.host.find("::") == std::string::npos) {
    node->error("\"" + server.host + "\" is no host name",
                "write one host per item; the port has its own key, \"port\"");
  }
}

}  // namespace

std::vector<ServerAddress> read_servers(const rules::YamlNode& node) {
  std::vector<ServerAddress> servers;
  const auto items = node.as_sequence();
  if (!items) return servers;
  if (items->empty()) node.error(node.label() + " is empty", "name at least one server, or remove the key");
  for (const rules::YamlNode& item : *items) {
    const auto map = item.as_map(keys::server);
    if (!map) continue;
    ServerAddress server;
    read_text(*map, "host", server.host);
    read_integer<std::uint16_t>(*map, "port", 1, 65535, server.port);
    check_host(*map, server);
    servers.push_back(std::move(server));
  }
  return servers;
}

}  // namespace pgsegue::config

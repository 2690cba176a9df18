#include "proxy/config/field_readers.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"

#include <arpa/inet.h>
#include <set>
#include <sys/un.h>

namespace pgsegue::config {
namespace {

bool is_ip_address(const std::string& text) {
  in6_addr buffer;
  const std::string without_zone = text.substr(0, text.find('%'));
  return inet_pton(AF_INET, text.c_str(), &buffer) == 1 ||
         inet_pton(AF_INET6, without_zone.c_str(), &buffer) == 1;
}

void check_socket_directory(const rules::YamlNode& node, const Listener& listener) {
  constexpr std::size_t longest = sizeof(sockaddr_un::sun_path) - 1;
  const std::string socket = listener.address + "/.s.PGSQL." + std::to_string(listener.port);
  std::error_code failure;
  if (socket.size() > longest) {
    node.error("the socket's path would have more than " + std::to_string(longest) + " bytes");
  } else if (!std::filesystem::is_directory(listener.address, failure)) {
    node.error("there is no directory " + listener.address,
               "the socket .s.PGSQL." + std::to_string(listener.port) + " is made in it, so it must exist");
  }
}

void check_address(const rules::YamlMap& map, const Listener& listener) {
  const auto node = map.find("address");
  if (!node) return;
  if (listener.is_unix_socket()) {
    check_socket_directory(*node, listener);
  } else if (!is_ip_address(listener.address)) {
    node->error("\"" + listener.address + "\" is no IP address",
                "write an address such as 127.0.0.1, 0.0.0.0, ::1 or ::, or the directory of a unix socket");
  }
}

void check_not_twice(const rules::YamlNode& item, const Listener& listener,
                     std::set<std::pair<std::string, std::uint16_t>>& seen) {
  if (seen.emplace(listener.address, listener.port).second) return;
  item.error(
      "address " + listener.address + " port " + std::to_string(listener.port) + " is listened on twice",
      "each listener needs its own address or port");
}

}  // namespace

void read_listeners(const rules::YamlNode& node, load_context& context) {
  const auto items = node.as_sequence();
  if (!items) return;
  if (items->empty()) node.error("\"listeners\" is empty: nobody could connect");
  context.config.listeners.clear();
  std::set<std::pair<std::string, std::uint16_t>> seen;
  for (const rules::YamlNode& item : *items) {
    const auto map = item.as_map(keys::listener);
    if (!map) continue;
    Listener listener;
    read_text(*map, "address", listener.address);
    const bool port_is_fine = read_integer<std::uint16_t>(*map, "port", 1, 65535, listener.port);
    read_text(*map, "version", listener.version);
    check_address(*map, listener);
    if (port_is_fine) check_not_twice(item, listener, seen);
    context.config.listeners.push_back(std::move(listener));
    context.listeners.push_back(map->find("version").value_or(item));
  }
}

}  // namespace pgsegue::config

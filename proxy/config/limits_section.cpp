#include "proxy/config/field_readers.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"

namespace pgsegue::config {
namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

constexpr std::uint64_t kibibyte = 1u << 10, gibibyte = 1u << 30;

/// What the stacks of the threads that parse are made for; see parser::ParseLimits.
constexpr std::size_t deepest_nesting = 50'000;

void read_sizes(const rules::YamlMap& map, Limits& limits) {
  read_integer<std::size_t>(map, "max_connections", 1, 1'000'000, limits.max_connections);
  read_integer<std::size_t>(map, "max_logins_per_address", 0, 1'000'000, limits.max_logins_per_address);
  // Above: what one message of the protocol can hold.
  read_size(map, "max_statement_bytes", kibibyte, gibibyte, limits.max_statement_bytes);
  read_integer<std::size_t>(map, "max_statement_depth", 100, deepest_nesting, limits.max_statement_depth);
  read_size(map, "cache_bytes", 64 * kibibyte, 64 * gibibyte, limits.cache_bytes);
  read_integer<std::size_t>(map, "cancels_per_second", 1, 1'000'000, limits.cancels_per_second);
}

/// The socket option counts seconds.
void read_keepalive(const rules::YamlMap& map, Limits& limits) {
  milliseconds idle = limits.tcp_keepalive;
  read_duration(map, "tcp_keepalive", 0ms, 24h, idle);
  if (idle % 1s != 0ms)
    map.find("tcp_keepalive")->error("\"tcp_keepalive\" must be whole seconds, or 0 for none");
  limits.tcp_keepalive = std::chrono::duration_cast<std::chrono::seconds>(idle);
}

void read_times(const rules::YamlMap& map, Limits& limits) {
  read_duration(map, "login_timeout", 100ms, 1h, limits.login_timeout);
  read_duration(map, "connect_timeout", 100ms, 1h, limits.connect_timeout);
  read_duration(map, "drain_timeout", 0ms, 24h, limits.drain_timeout);
  read_duration(map, "catalog_check_interval", 50ms, 24h, limits.catalog_check_interval);
  read_keepalive(map, limits);
  read_duration(map, "tcp_user_timeout", 0ms, 24h, limits.tcp_user_timeout);
}

}  // namespace

void read_limits(const rules::YamlNode& node, Limits& limits) {
  const auto map = node.as_map(keys::limits);
  if (!map) return;
  read_sizes(*map, limits);
  read_times(*map, limits);
}

}  // namespace pgsegue::config

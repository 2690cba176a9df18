#include "proxy/net/session_log.hpp"

#include <spdlog/spdlog.h>

namespace pgsegue::net {
namespace {

constexpr std::size_t most_characters = 300;

std::string_view or_raw(std::string_view version) {
  return version.empty() ? "raw" : version;
}

}  // namespace

void log_session_start(const SessionRecord& record, const session::SessionCore::ClientStartup& startup,
                       const session::DatabaseEntry& database, std::string_view tls) {
  spdlog::info(
      "session {} from {} started: user={} database={} served_as={} version={} tls={} application={}",
      record.id, record.client_address, printable(startup.user), printable(startup.database), database.name,
      or_raw(startup.version), tls.empty() ? "off" : tls, printable(startup.application_name));
}

void log_session_end(const SessionRecord& record, const session::SessionCore& core, Traffic traffic) {
  const auto duration =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - record.begin).count();
  const session::SessionCore::ClientStartup& startup = core.client_startup();
  const auto level = traffic.from_client == 0 ? spdlog::level::debug : spdlog::level::info;
  spdlog::log(level,
              "session {} from {} ended: user={} database={} version={} duration={:.3f}s from_client={} "
              "to_client={} refusals={} reason={}",
              record.id, record.client_address, printable(startup.user), printable(startup.database),
              or_raw(startup.version), duration, traffic.from_client, traffic.to_client, core.refusals(),
              printable(core.end_reason()));
}

void log_refusal(const SessionRecord& record, std::string_view reason, std::string_view statement) {
  spdlog::warn("session {} from {}: statement refused: {}{}{}", record.id, record.client_address,
               printable(reason), statement.empty() ? "" : ": ", printable(statement));
}

void log_pass(const SessionRecord& record, std::string_view what, std::string_view statement) {
  spdlog::warn("session {} from {}: statement passed on as it is: {}{}{}", record.id, record.client_address,
               printable(what), statement.empty() ? "" : ": ", printable(statement));
}

std::string printable(std::string_view text) {
  std::string result(text.substr(0, most_characters));
  for (char& c : result)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  if (text.size() > most_characters) result += "...";
  return result;
}

}  // namespace pgsegue::net

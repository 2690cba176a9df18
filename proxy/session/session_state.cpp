#include "proxy/session/session_state.hpp"

namespace pgsegue::session {

void SessionState::close(std::string_view reason) {
  if (closed()) return;
  end_reason = reason;
  phase = Phase::closed;
  out->add(Close{});
}

void SessionState::fatal(const wire::ErrorReport& report) {
  if (closed()) return;
  // In the middle of a handshake or of a message of the server's, an error of ours would be taken for a part
  // of it.
  if (phase != Phase::client_tls && !server_reader.in_stream()) {
    wire::ErrorReport fatal_report = report;
    fatal_report.severity = "FATAL";
    write(Side::client, [&](wire::Buffer& to) { encode(to, fatal_report); });
  }
  std::string reason(report.message);
  if (!report.detail.empty()) reason.append(": ").append(report.detail);
  close(reason);
}

}  // namespace pgsegue::session

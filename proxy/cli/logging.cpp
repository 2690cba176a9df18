#include "proxy/cli/logging.hpp"

#include "proxy/cli/terminal.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace pgsegue::cli {
namespace {

/// systemd says in JOURNAL_STREAM which device and inode its journal's stream has; a redirected standard
/// error is another one.
bool is_journal() {
  const char* const stream = std::getenv("JOURNAL_STREAM");
  struct stat facts {};
  if (stream == nullptr || fstat(STDERR_FILENO, &facts) != 0) return false;
  return std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino) == stream;
}

/// `<3>` and so on: how a line tells the journal its priority.
class syslog_priority final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    constexpr std::string_view priorities[] = {"<7>", "<7>", "<6>", "<4>", "<3>", "<2>", "<2>"};
    const std::string_view priority = priorities[message.level];
    out.append(priority.data(), priority.data() + priority.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<syslog_priority>();
  }
};

std::unique_ptr<spdlog::formatter> make_formatter() {
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  if (is_journal()) {
    formatter->add_flag<syslog_priority>('*').set_pattern("%*%v");
  } else {
    formatter->set_pattern("%Y-%m-%d %H:%M:%S.%e %z %^%l%$ %v");
  }
  return formatter;
}

}  // namespace

void start_logging(const config::Logging& logging) {
  const auto mode = wants_colour(stderr) ? spdlog::color_mode::always : spdlog::color_mode::never;
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>(mode);
  auto logger = std::make_shared<spdlog::logger>("pgsegue", std::move(sink));
  logger->set_formatter(make_formatter());
  logger->flush_on(spdlog::level::trace);
  spdlog::set_default_logger(std::move(logger));
  spdlog::set_level(spdlog::level::from_str(logging.level));
}

void log(std::span<const rules::Diagnostic> diagnostics) {
  for (const rules::Diagnostic& each : diagnostics) {
    const auto level =
        each.severity == rules::Diagnostic::Severity::error ? spdlog::level::err : spdlog::level::warn;
    std::istringstream lines(rules::render(each, false));
    for (std::string line; std::getline(lines, line);)
      spdlog::log(level, "{}", line);
  }
}

}  // namespace pgsegue::cli

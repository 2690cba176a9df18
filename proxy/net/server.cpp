#include "proxy/net/server.hpp"

#include "proxy/config/load_config.hpp"
#include "proxy/net/runtime.hpp"
#include "proxy/net/systemd_notify.hpp"

#include <spdlog/spdlog.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>
#include <future>
#include <string>
#include <sys/resource.h>

namespace pgsegue::net {
namespace {

using Clock = std::chrono::steady_clock;

/// How long clients may take to receive their farewell when the process ends at once.
constexpr std::chrono::milliseconds farewell(200);
constexpr std::chrono::milliseconds drain_poll(20);
constexpr int no_signal = 0;

/// The signals this process waits for; blocked in all its threads.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (const int number : {SIGHUP, SIGTERM, SIGINT, SIGUSR1})
      sigaddset(&set_, number);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    // A peer that has gone is an error of one write, not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
  }
  int wait() const {
    int number = no_signal;
    while (sigwait(&set_, &number) != 0) {
    }
    return number;
  }
  int wait_for(std::chrono::milliseconds time) const {
    const timespec limit{time.count() / 1000, (time.count() % 1000) * 1'000'000};
    const int number = sigtimedwait(&set_, nullptr, &limit);
    return number > 0 ? number : no_signal;
  }

 private:
  sigset_t set_;
};

/// A session has two sockets, and the soft limit is often 1,024 where the hard one is far above.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void use_log_level(const config::Logging& logging) {
  spdlog::set_level(spdlog::level::from_str(logging.level));
}

spdlog::level::level_enum level_of(const rules::Diagnostic& finding) {
  return finding.severity == rules::Diagnostic::Severity::error ? spdlog::level::err : spdlog::level::warn;
}

/// What came while a start or reload was under way on another thread.
struct Meanwhile {
  bool end = false;     ///< SIGTERM or SIGINT: it was told to hurry
  bool reload = false;  ///< another SIGHUP
};

/// Waits for servers must not keep a signal to end waiting.
template <class Result>
Meanwhile wait_for(std::future<Result>& work, Runtime& runtime, const Signals& signals) {
  Meanwhile came;
  while (work.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    const int number = signals.wait_for(drain_poll);
    came.reload = came.reload || number == SIGHUP;
    came.end = came.end || number == SIGTERM || number == SIGINT;
    if (came.end) runtime.hurry();
  }
  return came;
}

/// `current` becomes the configuration now in force: the new one, or it stays if that one is refused.
Meanwhile reload(Runtime& runtime, const Signals& signals, config::Config& current) {
  const config::LoadResult loaded = config::load_config(current.file);
  for (const rules::Diagnostic& finding : loaded.diagnostics)
    spdlog::log(level_of(finding), "{}", rules::render(finding, false));
  Meanwhile came;
  std::string refusal = "it has errors";
  if (loaded.config) {
    auto work = std::async(std::launch::async, [&] { return runtime.reload(*loaded.config); });
    came = wait_for(work, runtime, signals);
    refusal = work.get();
  }
  if (came.end) return came;
  if (!refusal.empty()) {
    spdlog::error("{} is refused, the configuration in force stays: {}", current.file, refusal);
    return came;
  }
  current = *loaded.config;
  use_log_level(current.logging);
  spdlog::info("{} is in force; {}", current.file, runtime.status());
  return came;
}

/// False if a signal to end came first.
bool start(Runtime& runtime, const Signals& signals, const config::Config& config) {
  auto work = std::async(std::launch::async, [&] { runtime.start(config); });
  const Meanwhile came = wait_for(work, runtime, signals);
  if (came.end) work.wait();
  if (!came.end) work.get();
  return !came.end;
}

/// The next signal that asks for more than figures.
int wait_for_order(const Runtime& runtime, const Signals& signals) {
  int number = signals.wait();
  for (; number == SIGUSR1; number = signals.wait())
    spdlog::info("{}", runtime.statistics());
  return number;
}

void serve(Runtime& runtime, const Signals& signals, const SystemdNotify& notify, config::Config& config) {
  Meanwhile came;
  while (!came.end && (came.reload || wait_for_order(runtime, signals) == SIGHUP)) {
    notify.reloading();
    came = reload(runtime, signals, config);
    if (!came.end) notify.ready(runtime.status());
  }
}

void end_at_once(Runtime& runtime, const Signals& signals) {
  runtime.terminate("terminating connection because pgsegue is ending");
  const auto deadline = Clock::now() + farewell;
  while (runtime.sessions() > 0 && Clock::now() < deadline)
    signals.wait_for(drain_poll);
}

void drain(Runtime& runtime, const Signals& signals, std::chrono::milliseconds patience) {
  runtime.drain();
  const auto deadline = Clock::now() + patience;
  while (runtime.sessions() > 0 && Clock::now() < deadline) {
    const int number = signals.wait_for(drain_poll);
    if (number == SIGTERM || number == SIGINT) break;
  }
  if (runtime.sessions() == 0) return;
  spdlog::warn("{} sessions are ended in the middle of their work", runtime.sessions());
  end_at_once(runtime, signals);
}

}  // namespace

int run_server(const config::Config& first) {
  const Signals signals;
  const SystemdNotify notify;
  use_log_level(first.logging);
  raise_descriptor_limit();
  Runtime runtime;
  config::Config config = first;
  const bool is_started = start(runtime, signals, first);
  if (is_started) {
    spdlog::info("ready: {}", runtime.status());
    notify.ready(runtime.status());
    serve(runtime, signals, notify, config);
  }
  spdlog::info("draining {} sessions", runtime.sessions());
  notify.stopping("draining");
  drain(runtime, signals, config.limits.drain_timeout);
  if (is_started) spdlog::info("{}", runtime.statistics());
  spdlog::info("ended");
  return 0;
}

}  // namespace pgsegue::net

#include "proxy/net/runtime.hpp"

#include "proxy/net/listen_socket.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <future>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

namespace pgsegue::net {
namespace {

constexpr std::chrono::seconds patience_with_threads(1);

unsigned thread_count(const config::Config& config) {
  return config.threads > 0 ? config.threads : std::max(1u, std::thread::hardware_concurrency());
}

std::set<std::string> listener_names(const config::Config& config) {
  std::set<std::string> names;
  for (const config::Listener& listener : config.listeners)
    names.insert(listener_name(listener));
  return names;
}

}  // namespace

void Runtime::start(const config::Config& config) {
  if (const std::string failure = control_.reload(config); !failure.empty())
    throw std::runtime_error(failure);
  const auto generation = std::make_shared<const Generation>(Generation{
      config, control_.directory(), make_client_tls(config.client_tls), make_server_tls(config.server_tls)});
  Sockets sockets = open_new_listeners(config, thread_count(config));
  for (unsigned i = 0; i < thread_count(config); ++i)
    workers_.push_back(std::make_unique<Worker>(process_, control_, generation));
  for (const auto& worker : workers_)
    worker->start();
  start_listening(config, std::move(sockets));
}

// Threads post to each other's loops, and the control plane's post to all: none of them may run any more when
// the first loop goes.
Runtime::~Runtime() {
  while (!listeners_.empty())
    stop_listener(listeners_.begin()->first);
  for (const auto& worker : workers_)
    worker->stop();
  control_.stop();
  for (const auto& worker : workers_)
    worker->abandon_sessions();
}

std::string Runtime::reload(const config::Config& config) try {
  const TlsContext client_tls = make_client_tls(config.client_tls);
  const TlsContext server_tls = make_server_tls(config.server_tls);
  Sockets sockets = open_new_listeners(config, static_cast<unsigned>(workers_.size()));
  // Last of what can fail, for it takes effect at once.
  if (std::string refusal = control_.reload(config); !refusal.empty()) return refusal;
  const auto generation =
      std::make_shared<const Generation>(Generation{config, control_.directory(), client_tls, server_tls});
  for (const auto& worker : workers_)
    worker->use(generation);
  stop_listeners_without(config);
  start_listening(config, std::move(sockets));
  if (thread_count(config) != workers_.size())
    spdlog::warn("the number of threads stays at {} until the next start", workers_.size());
  return {};
} catch (const std::exception& failure) {
  return failure.what();
}

void Runtime::drain() {
  while (!listeners_.empty())
    stop_listener(listeners_.begin()->first);
  for (const auto& worker : workers_)
    worker->drain();
}

void Runtime::terminate(std::string_view reason) {
  for (const auto& worker : workers_)
    worker->terminate("57P01", std::string(reason));
}

std::string Runtime::status() const {
  std::string text = "listening on";
  for (const auto& [name, file] : listeners_)
    text += " " + name;
  return text + "; " + std::to_string(workers_.size()) + " threads";
}

std::string Runtime::statistics() const {
  std::vector<std::future<rules::Rewriter::Counters>> answers;
  for (const auto& worker : workers_)
    answers.push_back(worker->counters());
  rules::Rewriter::Counters all;
  const auto deadline = std::chrono::steady_clock::now() + patience_with_threads;
  for (auto& answer : answers) {
    if (answer.wait_until(deadline) != std::future_status::ready) continue;
    const rules::Rewriter::Counters each = answer.get();
    all.forwarded += each.forwarded, all.rewritten += each.rewritten, all.refused += each.refused;
    all.hits += each.hits, all.misses += each.misses;
    all.cached_shapes += each.cached_shapes, all.cached_bytes += each.cached_bytes;
  }
  return fmt::format(
      "statements of versions: forwarded={} rewritten={} refused={}; cache: hits={} misses={} shapes={} "
      "bytes={}",
      all.forwarded, all.rewritten, all.refused, all.hits, all.misses, all.cached_shapes, all.cached_bytes);
}

/// `threads`: as many as there are, for a socket that nobody accepts on would swallow its share of clients.
Runtime::Sockets Runtime::open_new_listeners(const config::Config& config, unsigned threads) const {
  Sockets sockets;
  for (const config::Listener& listener : config.listeners) {
    const std::string name = listener_name(listener);
    if (!listeners_.contains(name)) sockets.emplace(name, open_listener(listener, threads));
  }
  return sockets;
}

void Runtime::start_listening(const config::Config& config, Sockets sockets) {
  for (const config::Listener& listener : config.listeners) {
    const std::string name = listener_name(listener);
    const auto opened = sockets.find(name);
    if (opened == sockets.end()) continue;
    std::vector<UniqueFd>& sockets_of_it = opened->second.each;
    for (std::size_t i = 0; i < sockets_of_it.size() && i < workers_.size(); ++i)
      workers_[i]->listen(name, std::move(sockets_of_it[i]), listener.is_unix_socket(),
                          [this, i](Accepted accepted) { place(std::move(accepted), i); });
    listeners_.emplace(name, std::move(opened->second.file));
  }
}

void Runtime::stop_listeners_without(const config::Config& config) {
  const std::set<std::string> wanted = listener_names(config);
  std::vector<std::string> unwanted;
  for (const auto& [name, file] : listeners_)
    if (!wanted.contains(name)) unwanted.push_back(name);
  for (const std::string& name : unwanted)
    stop_listener(name);
}

void Runtime::stop_listener(const std::string& name) {
  for (const auto& worker : workers_)
    worker->stop_listening(name);
  listeners_.erase(listeners_.find(name));
}

/// Where it was accepted, unless another thread has clearly less to do: the kernel spreads by hash, and a
/// handful of busy connections on one thread would leave the others idle.
void Runtime::place(Accepted accepted, std::size_t accepting_worker) {
  std::size_t best = accepting_worker;
  for (std::size_t i = 0; i < workers_.size(); ++i)
    if (workers_[i]->load() < workers_[best]->load()) best = i;
  workers_[best]->adopt(std::move(accepted));
}

}  // namespace pgsegue::net

#include "proxy/net/worker.hpp"

#include "proxy/net/poller.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace pgsegue::net {
namespace {

rules::Rewriter::Limits rewriter_limits(const config::Limits& limits) {
  return {limits.cache_bytes, limits.max_statement_depth};
}

}  // namespace

Worker::Worker(ProcessState& process, control::ControlPlane& control,
               std::shared_ptr<const Generation> generation)
    : generation_(std::move(generation)),
      // Sockets are used by the loop's own thread only: no locks around them. Posting from others is safe.
      loop_(std::make_unique<asio::io_context>(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO)),
      context_(process, control, loop_->get_executor(), rewriter_limits(generation_->config.limits)) {
  asio::use_service<Poller>(*loop_).before_wait([this] { context_.sends.flush(); });
}

Worker::~Worker() {
  stop();
  abandon_sessions();
  acceptors_.clear();
  loop_.reset();
}

void Worker::start() {
  thread_.start([this] { run(); });
}

void Worker::run() {
  context_.sends.open();
  const auto work = asio::make_work_guard(*loop_);
  loop_->run();
}

void Worker::listen(const std::string& name, UniqueFd socket, bool is_unix_socket, Acceptor::Sink sink) {
  auto acceptor =
      std::make_shared<Acceptor>(context_.executor, std::move(socket), name, is_unix_socket, std::move(sink));
  asio::post(context_.executor, [this, name, acceptor] {
    acceptors_.insert_or_assign(name, acceptor);
    acceptor->start();
  });
}

void Worker::stop_listening(const std::string& name) {
  asio::post(context_.executor, [this, name] {
    const auto found = acceptors_.find(name);
    if (found == acceptors_.end()) return;
    found->second->stop();
    acceptors_.erase(found);
  });
}

void Worker::adopt(Accepted accepted) {
  context_.load.fetch_add(1);
  asio::post(context_.executor, [this, accepted = std::move(accepted)]() mutable {
    const auto session = std::make_shared<Session>(context_, generation_, std::move(accepted));
    session->start();
    if (draining_) session->begin_drain();
  });
}

std::future<rules::Rewriter::Counters> Worker::counters() {
  auto counted = std::make_shared<std::promise<rules::Rewriter::Counters>>();
  asio::post(context_.executor, [this, counted] { counted->set_value(context_.rewriter.counters()); });
  return counted->get_future();
}

void Worker::use(std::shared_ptr<const Generation> generation) {
  asio::post(context_.executor, [this, generation = std::move(generation)]() mutable {
    generation_ = std::move(generation);
    for_each_session([](Session& session) { session.on_configuration(); });
  });
}

template <class Function>
void Worker::for_each_session(Function function) {
  std::vector<std::shared_ptr<Session>> all;
  all.reserve(context_.sessions.size());
  for (const auto& [id, session] : context_.sessions)
    all.push_back(session);
  for (const auto& session : all)
    function(*session);
}

void Worker::drain() {
  asio::post(context_.executor, [this] {
    draining_ = true;
    for_each_session([](Session& session) { session.begin_drain(); });
  });
}

void Worker::terminate(std::string sqlstate, std::string message) {
  asio::post(context_.executor, [this, sqlstate = std::move(sqlstate), message = std::move(message)] {
    for_each_session([&](Session& session) { session.terminate(sqlstate, message); });
  });
}

void Worker::stop() {
  loop_->stop();
  thread_.join();
}

void Worker::abandon_sessions() {
  context_.sends.clear();
  for (const auto& [id, session] : context_.sessions)
    session->abandon();
  context_.sessions.clear();
}

}  // namespace pgsegue::net

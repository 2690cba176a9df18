#pragma once

#include "proxy/net/asio.hpp"

#include <boost/asio/post.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace pgsegue::net {

/// Lets one coroutine sleep until someone on the same thread has something for it. A notification without a
/// sleeper is lost: the sleeper checks its condition before it waits.
class Wake {
 public:
  explicit Wake(Executor executor) : executor_(std::move(executor)) {}

  auto wait() {
    return asio::async_initiate<const asio::deferred_t&, void()>(Initiate{this}, asio::deferred);
  }
  void notify() {
    if (sleeper_) std::exchange(sleeper_, nullptr)->resume_on(executor_);
  }
  bool has_sleeper() const { return sleeper_ != nullptr; }
  /// Destroys the sleeping coroutine.
  void drop() { sleeper_.reset(); }

 private:
  struct Sleeper {
    virtual ~Sleeper() = default;
    virtual void resume_on(const Executor& executor) = 0;
  };
  template <class Handler>
  struct SleepingHandler final : Sleeper {
    explicit SleepingHandler(Handler to_resume) : handler(std::move(to_resume)) {}
    void resume_on(const Executor& executor) override { asio::post(executor, std::move(handler)); }
    Handler handler;
  };
  struct Initiate {
    Wake* wake;
    template <class Handler>
    void operator()(Handler&& handler) const {
      wake->sleeper_ =
          std::make_unique<SleepingHandler<std::decay_t<Handler>>>(std::forward<Handler>(handler));
    }
  };

  Executor executor_;
  std::unique_ptr<Sleeper> sleeper_;
};

}  // namespace pgsegue::net

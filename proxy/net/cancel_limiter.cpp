#include "proxy/net/cancel_limiter.hpp"

#include <utility>

namespace pgsegue::net {
namespace {

constexpr auto window_length = std::chrono::seconds(1);

}  // namespace

CancelLimiter::Verdict CancelLimiter::ask(const std::string& address, std::size_t wrong_per_second,
                                          Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = windows_.find(address);
  if (found == windows_.end()) return Verdict::allow;
  Window& current = window(address, now);
  if (current.wrong < wrong_per_second) return Verdict::allow;
  return std::exchange(current.logged, true) ? Verdict::refuse : Verdict::refuse_and_log;
}

void CancelLimiter::count_wrong(const std::string& address, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  ++window(address, now).wrong;
}

std::size_t CancelLimiter::addresses() const {
  const std::lock_guard lock(mutex_);
  return windows_.size();
}

CancelLimiter::Window& CancelLimiter::window(const std::string& address, Clock::time_point now) {
  if (windows_.size() >= most_addresses) forget_old(now);
  // Still full: so many guessers at once are treated as one.
  static const std::string everybody;
  const bool has_room = windows_.size() < most_addresses || windows_.contains(address);
  Window& current = windows_.try_emplace(has_room ? address : everybody, Window{now}).first->second;
  if (now - current.begin >= window_length) current = Window{now};
  return current;
}

void CancelLimiter::forget_old(Clock::time_point now) {
  // A full table is searched once per second only: guessing must not become expensive for us.
  if (now - last_forgetting_ < window_length) return;
  last_forgetting_ = now;
  std::erase_if(windows_, [now](const auto& entry) { return now - entry.second.begin >= window_length; });
}

}  // namespace pgsegue::net

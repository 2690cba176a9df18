#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace pgsegue::net {

/// Slows down guessing of cancel keys: counts the wrong ones of each client address per second. Shared by all
/// threads; bounded memory.
class CancelLimiter {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Verdict : std::uint8_t { allow, refuse, refuse_and_log };

  /// May a cancel from this address be looked up? `refuse_and_log` is answered once per second and address.
  Verdict ask(const std::string& address, std::size_t wrong_per_second, Clock::time_point now);
  /// The key did not belong to any session.
  void count_wrong(const std::string& address, Clock::time_point now);
  std::size_t addresses() const;

 private:
  struct Window {
    Clock::time_point begin;
    std::size_t wrong = 0;
    bool logged = false;
  };
  Window& window(const std::string& address, Clock::time_point now);
  void forget_old(Clock::time_point now);

  static constexpr std::size_t most_addresses = 10'000;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Window> windows_;
  Clock::time_point last_forgetting_{};
};

}  // namespace pgsegue::net

#include "proxy/net/login_counter.hpp"

namespace pgsegue::net {

std::size_t LoginCounter::begin(const std::string& address) {
  const std::lock_guard lock(mutex_);
  return ++counts_[address];
}

void LoginCounter::end(const std::string& address) {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(address);
  if (found != counts_.end() && --found->second == 0) counts_.erase(found);
}

std::size_t LoginCounter::addresses() const {
  const std::lock_guard lock(mutex_);
  return counts_.size();
}

}  // namespace pgsegue::net

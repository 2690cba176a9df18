#include "proxy/control/stop_event.hpp"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace pgsegue::control {

stop_event::stop_event() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

stop_event::~stop_event() {
  close(descriptor_);
}

void stop_event::set() {
  set_.store(true, std::memory_order_release);
  const std::uint64_t one = 1;
  // A write can only fail if the counter is full, and then the descriptor is readable already.
  [[maybe_unused]] const ssize_t written = write(descriptor_, &one, sizeof one);
}

}  // namespace pgsegue::control

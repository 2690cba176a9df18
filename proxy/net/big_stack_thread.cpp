#include "proxy/net/big_stack_thread.hpp"

#include <system_error>
#include <utility>

namespace pgsegue::net {
namespace {

void* run(void* body) {
  (*static_cast<std::function<void()>*>(body))();
  return nullptr;
}

}  // namespace

void BigStackThread::start(std::function<void()> body) {
  body_ = std::move(body);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_bytes);
  const int error = pthread_create(&thread_, &attributes, run, &body_);
  pthread_attr_destroy(&attributes);
  if (error != 0)
    throw std::system_error(
        error, std::generic_category(),
        "a worker thread with a 256 MiB stack cannot be started; raise the limits on threads "
        "and address space, or lower `threads`");
  running_ = true;
}

void BigStackThread::join() {
  if (std::exchange(running_, false)) pthread_join(thread_, nullptr);
}

}  // namespace pgsegue::net

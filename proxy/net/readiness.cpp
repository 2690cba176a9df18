#include "proxy/net/readiness.hpp"

namespace pgsegue::net {

Readiness::Readiness(const Executor& executor, int fd)
    : executor_(executor), reactor_(asio::use_service<Reactor>(executor.context())), fd_(fd) {
  reactor_.init_task();
  if (reactor_.register_descriptor(fd_, data_) != 0) reactor_.cleanup_descriptor_data(data_);
}

void Readiness::cancel() {
  waiting_ = {};
  reactor_.cancel_ops(fd_, data_);
}

void Readiness::cancel_reads() {
  waiting_[Reactor::read_op] = 0;
  reactor_.cancel_ops_by_key(fd_, data_, Reactor::read_op, nullptr);
}

void Readiness::close() {
  waiting_ = {};
  reactor_.deregister_descriptor(fd_, data_, true);
  reactor_.cleanup_descriptor_data(data_);
}

}  // namespace pgsegue::net

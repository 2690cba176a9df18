// The rings are those of io_uring(7). liburing would be one more library for these few lines.

#include "proxy/net/send_ring.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <linux/io_uring.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pgsegue::net {
namespace {

int set_up(unsigned entries, io_uring_params& parameters) {
  return static_cast<int>(::syscall(__NR_io_uring_setup, entries, &parameters));
}

/// Linux 6.1 does less for a ring of one thread; older ones do not know these flags.
UniqueFd make_ring(io_uring_params& parameters) {
  parameters.flags = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN;
  UniqueFd fd(set_up(SendRing::capacity, parameters));
  if (fd) return fd;
  parameters = {};
  return UniqueFd(set_up(SendRing::capacity, parameters));
}

int enter(int fd, unsigned to_submit, unsigned to_wait_for) {
  return static_cast<int>(
      ::syscall(__NR_io_uring_enter, fd, to_submit, to_wait_for, IORING_ENTER_GETEVENTS, nullptr, 0));
}

std::uint32_t* at(void* rings, std::uint32_t offset) {
  return reinterpret_cast<std::uint32_t*>(static_cast<std::byte*>(rings) + offset);
}

std::uint32_t load(std::uint32_t* shared) {
  return std::atomic_ref(*shared).load(std::memory_order_acquire);
}

void store(std::uint32_t* shared, std::uint32_t value) {
  std::atomic_ref(*shared).store(value, std::memory_order_release);
}

}  // namespace

bool SendRing::open() {
  io_uring_params parameters{};
  fd_ = make_ring(parameters);
  if (fd_ && (parameters.features & IORING_FEAT_SINGLE_MMAP) != 0 && map(parameters)) return true;
  close();
  return false;
}

bool SendRing::map(const io_uring_params& parameters) {
  constexpr int protection = PROT_READ | PROT_WRITE;
  constexpr int flags = MAP_SHARED | MAP_POPULATE;
  const io_sqring_offsets& sq = parameters.sq_off;
  const io_cqring_offsets& cq = parameters.cq_off;
  const std::size_t rings_size = std::max(sq.array + parameters.sq_entries * sizeof(std::uint32_t),
                                          cq.cqes + parameters.cq_entries * sizeof(io_uring_cqe));
  void* rings = ::mmap(nullptr, rings_size, protection, flags, fd_.get(), IORING_OFF_SQ_RING);
  if (rings == MAP_FAILED) return false;
  rings_ = {rings, rings_size};
  const std::size_t entries_size = parameters.sq_entries * sizeof(io_uring_sqe);
  void* entries = ::mmap(nullptr, entries_size, protection, flags, fd_.get(), IORING_OFF_SQES);
  if (entries == MAP_FAILED) return false;
  entries_ = {entries, entries_size};

  submissions_ = static_cast<io_uring_sqe*>(entries);
  submission_tail_ = at(rings, sq.tail);
  submission_places_ = at(rings, sq.array);
  submission_mask_ = *at(rings, sq.ring_mask);
  completions_ = reinterpret_cast<io_uring_cqe*>(static_cast<std::byte*>(rings) + cq.cqes);
  completion_head_ = at(rings, cq.head);
  completion_tail_ = at(rings, cq.tail);
  completion_mask_ = *at(rings, cq.ring_mask);
  return true;
}

void SendRing::close() {
  for (Mapping* each : {&rings_, &entries_}) {
    if (each->address != nullptr) ::munmap(each->address, each->size);
    *each = {};
  }
  fd_ = UniqueFd();
}

void SendRing::put(unsigned index, const Request& request) {
  const std::uint32_t tail = *submission_tail_;  // written by this thread only
  const std::uint32_t place = tail & submission_mask_;
  io_uring_sqe& entry = submissions_[place];
  entry = {};
  entry.opcode = IORING_OP_SEND;
  entry.fd = request.fd;
  entry.addr = reinterpret_cast<std::uintptr_t>(request.bytes.data());
  entry.len = static_cast<std::uint32_t>(request.bytes.size());
  // Never waits and never goes on in the background: the answer is there when the system call returns.
  entry.msg_flags = MSG_NOSIGNAL | MSG_DONTWAIT;
  entry.user_data = index;
  submission_places_[place] = place;
  store(submission_tail_, tail + 1);
}

unsigned SendRing::take_answers(std::span<Request> requests) {
  std::uint32_t head = *completion_head_;  // written by this thread only
  const std::uint32_t tail = load(completion_tail_);
  unsigned answers = 0;
  for (; head != tail; ++head, ++answers) {
    const io_uring_cqe& answer = completions_[head & completion_mask_];
    if (answer.res > 0) requests[answer.user_data].taken = static_cast<std::size_t>(answer.res);
  }
  store(completion_head_, head);
  return answers;
}

void SendRing::send(std::span<Request> requests) {
  const auto count = static_cast<unsigned>(requests.size());
  for (unsigned i = 0; i < count; ++i)
    put(i, requests[i]);
  unsigned submitted = 0;
  unsigned answered = 0;
  bool works = true;
  while (answered < (works ? count : submitted)) {
    const unsigned to_submit = works ? count - submitted : 0;
    const int done = enter(fd_.get(), to_submit, submitted + to_submit - answered);
    const bool is_interrupted = done < 0 && errno == EINTR;
    if (done > 0) submitted += static_cast<unsigned>(done);
    answered += take_answers(requests);
    if (!works && done < 0 && !is_interrupted) break;
    works = works && (is_interrupted || (done >= 0 && submitted == count));
  }
  // What was not submitted must not be sent later, out of its place. Of what was, the answers are waited for:
  // without them it would be sent twice.
  if (!works) close();
}

}  // namespace pgsegue::net

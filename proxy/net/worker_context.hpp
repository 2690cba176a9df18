#pragma once

#include "proxy/control/control_plane.hpp"
#include "proxy/net/asio.hpp"
#include "proxy/net/buffer_pool.hpp"
#include "proxy/net/process_state.hpp"
#include "proxy/net/send_batch.hpp"
#include "proxy/session/action.hpp"
#include "rules/rewriter.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <sys/uio.h>
#include <unordered_map>
#include <vector>

namespace pgsegue::net {

class Session;

/// What the sessions of one thread share. Used on that thread only, except where noted.
struct WorkerContext {
  WorkerContext(ProcessState& shared, control::ControlPlane& plane, const Executor& thread,
                rules::Rewriter::Limits limits)
      : process(shared), control(plane), executor(thread), rewriter(limits) {}

  ProcessState& process;
  control::ControlPlane& control;
  Executor executor;
  BufferPool buffers;
  SendBatch sends;
  rules::Rewriter rewriter;
  /// Owns the sessions, by id.
  std::unordered_map<std::uint64_t, std::shared_ptr<Session>> sessions;
  /// Sessions here or on their way here. Any thread.
  std::atomic<std::size_t> load{0};

  /// Scratch space of one step of a session, so that idle sessions need none.
  session::Actions actions;
  std::array<std::vector<iovec>, 2> gathered;  ///< per side, in order
};

}  // namespace pgsegue::net

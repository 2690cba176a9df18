#pragma once

#include "proxy/net/cancel_forward.hpp"
#include "proxy/net/cancel_target.hpp"
#include "proxy/net/deadline.hpp"
#include "proxy/net/generation.hpp"
#include "proxy/net/leg.hpp"
#include "proxy/net/session_log.hpp"
#include "proxy/net/unique_fd.hpp"
#include "proxy/net/worker_context.hpp"
#include "proxy/session/session_core.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace pgsegue::net {

/// A client's connection as accepted.
struct Accepted {
  UniqueFd fd;
  std::string client_address;  ///< for the log and the limits
  std::string listener;        ///< its name, see listener_name()
  bool is_unix_socket = false;
};

/// One client connection and its server connection: carries out what the session core asks for. Lives on one
/// thread, owned by its WorkerContext until both connections are closed.
///
/// One coroutine per direction (`pump`) reads a side, feeds the core and has the resulting sends written at
/// once, all that go to one side in one system call; small ones may go with those of other sessions at the
/// end of what the thread has to do now (SendBatch). What a peer does not take is kept in the leg's outbox,
/// emptied by a coroutine that exists only meanwhile (`flush`), and until then the other side is not read. So
/// neither direction waits for the other, and memory is bounded by one read per side.
///
///   serving ──Close action──► closing (outboxes drain, a cancel under way ends) ──► ended
class Session final : public CancelTarget,
                      public BatchedSender,
                      public std::enable_shared_from_this<Session> {
 public:
  Session(WorkerContext& context, std::shared_ptr<const Generation> generation, Accepted accepted);

  /// Registers the session with its thread and starts it.
  void start();
  /// Another configuration is in force.
  void on_configuration();
  /// Ends at the next idle moment.
  void begin_drain();
  /// Ends now, with a FATAL to the client.
  void terminate(std::string_view sqlstate, std::string_view message);
  /// Forgets everything without a word: the thread is going to end.
  void abandon();

  void request_cancel(std::function<void()> done) override;
  void after_batch(unsigned mark, std::span<const std::byte> bytes, std::size_t taken) override;

 private:
  using Pointer = std::shared_ptr<Session>;
  using Side = session::Side;
  using Actions = session::Actions;

  Leg& leg(Side side) { return legs_[static_cast<std::size_t>(side)]; }

  // session.cpp: the life of the session
  template <class Call>
  void step(Call&& call);
  bool admit();
  void end_login();
  void report_broken_legs();
  void settle();
  void after_login();
  void close_when_flushed();
  void finish();

  // session_actions.cpp: one function per kind of action
  void carry_out(const Actions& actions);
  void perform(const session::Send& action);
  void perform(const session::StartTls& action);
  void perform(const session::Connect& action);
  void perform(const session::LookUpVerifier& action);
  void perform(const session::RouteCancel& action);
  void perform(const session::RegisterCancelKey& action);
  void perform(const session::CancelBackend& action);
  void perform(const session::RefreshSnapshot& action);
  void perform(const session::Close& action);
  void perform(const session::ShutdownSend& action);
  void refreshed(std::uint64_t number, bool is_read);
  void send_gathered(Side side);
  void send_now(Side side);
  bool put_aside(Leg& to, std::span<const iovec> pieces);
  void send_put_aside(const Leg& to);
  void after_write(Leg& leg, Outbox::Outcome outcome);

  // session_pump.cpp: the data path
  static Task<> run_client(Pointer self);
  static Task<> watch_ended_client(Pointer self);
  void watch_while_waiting(Leg& client);
  static Task<> watch_waiting_client(Pointer self);
  static Task<> pump(Pointer self, Side side);
  static Task<> flush(Pointer self, Side side);
  bool is_pumping(const Leg& leg) const;
  bool may_read(const Leg& leg) const;
  bool can_proceed(const Leg& leg) const;
  void after_wait(Leg& leg, const error_code& error);
  void read_and_feed(Leg& leg);
  void feed_held(Leg& leg);
  bool starts_with_tls();

  // session_connect.cpp: the server connection and TLS
  static Task<> run_server(Pointer self);
  static Task<> shake_hands(Pointer self, Side side);
  void start_tls(Leg& leg);
  ServerIdentity server_identity() const;
  std::chrono::milliseconds handshake_limit(Side side) const;

  // session_cancel.cpp
  void start_cancel(std::function<void()> done);
  static Task<> run_cancel(Pointer self, std::function<void()> done);
  void cancel_if_in_flight(std::function<void()> done);
  CancelRoute cancel_route();
  void cancel_routed();

  WorkerContext& context_;
  std::shared_ptr<const Generation> generation_;
  SessionRecord record_;
  session::SessionCore core_;
  std::array<Leg, 2> legs_;
  ServerPoint server_point_;
  std::unique_ptr<Deadline> deadline_;          ///< of the login, later of the closing; null in between
  std::unique_ptr<Deadline> refresh_deadline_;  ///< of the last request to read the catalog
  std::uint64_t refreshes_ = 0;                 ///< requests so far
  std::uint64_t refusals_logged_ = 0;
  std::uint64_t passes_logged_ = 0;
  unsigned cancels_open_ = 0;    ///< cancels on their way to the server: nothing new is read from the client
  bool cancel_routing_ = false;  ///< this connection is a cancel request whose target is at it
  bool login_counted_;           ///< in the process's LoginCounter
  bool key_registered_ = false;
  bool login_logged_ = false;
  bool connect_wanted_ = false;
  bool server_running_ = false;
  bool closing_ = false;
  bool closing_deadline_set_ = false;
  bool ended_ = false;
};

template <class Call>
void Session::step(Call&& call) {
  if (ended_) return;
  if (!closing_) {
    context_.actions.clear();
    call(context_.actions);
    carry_out(context_.actions);
    report_broken_legs();
  }
  settle();
}

}  // namespace pgsegue::net

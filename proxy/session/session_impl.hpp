#pragma once

#include "proxy/session/client_auth.hpp"
#include "proxy/session/client_stream.hpp"
#include "proxy/session/ending.hpp"
#include "proxy/session/extended_query.hpp"
#include "proxy/session/login_relay.hpp"
#include "proxy/session/relay.hpp"
#include "proxy/session/server_login.hpp"
#include "proxy/session/server_stream.hpp"
#include "proxy/session/session_core.hpp"
#include "proxy/session/simple_query.hpp"
#include "proxy/session/start_up.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace pgsegue::session {

/// The sub-machines of one session, and which of them is fed in which phase.
struct SessionCore::Impl {
  Impl(SessionSettings settings, std::shared_ptr<const Directory> directory, StatementRewriter& rewriter,
       std::uint32_t cancel_secret)
      : state(std::move(settings), std::move(directory), rewriter, cancel_secret) {}
  Impl(SessionSettings settings, std::shared_ptr<const Directory> directory,
       std::unique_ptr<StatementRewriter> rewriter, std::uint32_t cancel_secret)
      : own_rewriter(std::move(rewriter)),
        state(std::move(settings), std::move(directory), *own_rewriter, cancel_secret) {}

  std::unique_ptr<StatementRewriter> own_rewriter;  ///< null: the caller's is used
  SessionState state;
  SessionParameters parameters;
  StartUp start_up{state};
  ServerLogin server_login{state, start_up};
  ClientAuth client_auth{state, server_login};
  LoginRelay login{state, parameters, server_login, client_auth};

  Relay relay{state};

  Conversation conversation{state, parameters};
  PathProbe probe{conversation};
  StatementGate gate{conversation, probe};
  Refusal refusal{conversation};
  CopyDoubt copy_doubt{conversation};
  Copy copy{conversation, copy_doubt};
  Retry retry{conversation};
  StaleError stale_error{conversation};
  SimpleQuery simple{conversation, gate, refusal};
  ExtendedQuery extended{conversation, gate, refusal};
  ClientStream client{conversation, simple, extended, copy, copy_doubt, retry};
  ServerStream server{conversation, probe, copy, copy_doubt, retry, stale_error};
  Ending ending{conversation, retry};

  /// The span of one call into the core: where its actions go.
  class Call {
   public:
    Call(Impl& impl, Actions& out) : impl_(impl) {
      impl_.state.client_reader.reclaim();
      impl_.state.server_reader.reclaim();
      impl_.state.out = &out;
    }
    ~Call() { impl_.state.out = nullptr; }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

   private:
    Impl& impl_;
  };

  std::size_t feed(Side from, std::span<const std::byte> bytes);
  bool wants(Side side) const { return side == Side::client ? wants_client() : wants_server(); }
  void on_end_of_stream(Side side);
  void on_broken(Side side, std::string_view reason);
  void on_snapshot(bool is_read);
  void on_configuration();
  void begin_drain();
  void terminate(std::string_view sqlstate, std::string_view message);

  bool is_logged_in() const { return state.phase == Phase::session || state.phase == Phase::relay; }
  bool is_idle() const;
  bool is_in_flight() const;

 private:
  bool wants_client() const;
  bool wants_server() const;
  void feed_client(std::span<const std::byte>& input);
  void feed_server(std::span<const std::byte>& input);
  void feed_start_up(std::span<const std::byte>& input);
  void on_server_gone(std::string_view reason);
  void settle();
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/conversation.hpp"

#include <cstdint>
#include <span>

namespace pgsegue::session {

/// A COPY FROM STDIN has failed, and the client had sent Syncs before it ended the copy: those that the
/// server read while it copied in were ignored, those that it reads after its error are answered, and the
/// error does not tell which is which. The next message that is no ReadyForQuery does: whatever comes before
/// it is the client's, and Syncs that are not answered by then were ignored.
///
///   none --error--> due --client between two messages--> asked --no ReadyForQuery--> none
///
/// If the client has sent nothing else that is answered, the server is sent [Sync, Close of a portal that
/// does not exist, Sync]: the first ends the skipping in which it may be, the last makes it send its answers.
/// Then the last ReadyForQuery before CloseComplete is ours, and the client's next message waits for the end.
/// A ReadyForQuery is held until the next message shows whose it was.
class CopyDoubt {
 public:
  explicit CopyDoubt(Conversation& conversation) : conv_(conversation) {}

  enum class Proof : std::uint8_t { question, next_request };
  /// The front of the queue has failed; behind it are Syncs in doubt. Next_request: behind those, a Sync that
  /// is none, and a request.
  void begin(Proof proof);
  /// The client is between two messages: the server can be asked.
  void on_client_between();
  /// The server copies in, and the client, between two messages, goes on with a request. A server that has
  /// failed the copy by now answers the question, one that waits for data ends the session at the Close.
  void ask_ahead();
  bool is_open() const { return state_ != State::none; }
  bool is_asked() const { return state_ == State::asked; }
  /// Whether the ReadyForQuery that has come is to be given to exchange_ready.
  bool holds_ready() const;
  /// Holds `frame` and returns the one held until now, which is the client's; empty if there was none. Valid
  /// until the end of the call into the core.
  std::span<const std::byte> exchange_ready(std::span<const std::byte> frame);
  /// Something else has come. True: about our Close, which is at the front of the queue now.
  bool settle();

 private:
  enum class State : std::uint8_t { none, due, asked };
  void ask();

  Conversation& conv_;
  State state_ = State::none;
  Proof proof_ = Proof::question;
  bool skips_ = false;            ///< the server skips what comes up to a Sync
  bool client_answered_ = false;  ///< a ReadyForQuery since the error was the client's
  wire::Buffer held_;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/wire/error_response.hpp"

#include <span>

namespace pgsegue::session {

/// What a stale catalog costs: instead of the error, the client's batch once more.
///
///   idle --batch begins at rest--> recording --first response: no such name--> failed
///   failed --ReadyForQuery--> refreshing --epoch moved--> the batch is sent again, rewritten anew
///                                        `--not moved---> the error and ReadyForQuery go to the client
///
/// Only where nothing has been answered yet, outside a transaction block, and with nothing sent behind the
/// batch: then the failed attempt has left no trace. The same holding back is used after DDL, so that a
/// session that changed the schema goes on with the catalog as it is then.
class Retry {
 public:
  explicit Retry(Conversation& conversation) : conv_(conversation) {}

  /// The client begins a batch, at rest.
  void begin();
  /// Bytes of the batch, as the client sent them. `ends_batch`: with this message.
  void record(std::span<const std::byte> bytes);
  void end_of_batch() { complete_ = true; }
  /// A response has gone to the client, or something that cannot be sent again has been received.
  void give_up() { recording_ = false; }

  /// Whether the error that the front of the queue was answered with is to be held back.
  bool wants(const wire::ErrorClass& error) const;
  /// `error` as the client would get it.
  void hold_error(std::span<const std::byte> error);
  bool holds_error() const { return holds_error_; }
  /// Holds the ReadyForQuery back too and asks for the catalog.
  void hold_ready(std::span<const std::byte> frame);

  /// The catalog has been read, or could not be: the batch to be sent again, empty if the client was given
  /// what was held.
  std::span<const std::byte> on_snapshot(bool is_read);
  /// Gives the client what is held.
  void deliver();

 private:
  Conversation& conv_;
  wire::Buffer batch_;
  wire::Buffer replayed_;  ///< the batch while its parts are being sent
  wire::Buffer held_;
  wire::Buffer delivered_;
  bool recording_ = false;
  bool complete_ = false;
  bool holds_error_ = false;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/wire/error_response.hpp"

#include <span>

namespace pgsegue::session {

/// Whether a name that the server does not know may be one that has been renamed since the catalog was read,
/// or a prepared `SELECT *` would have other names now.
bool may_come_of_stale_catalog(const wire::ErrorClass& error);
/// What the client is told if so.
const rules::SqlError& transaction_is_outdated();

/// The error that a statement gets because the schema has changed under its transaction, where Retry cannot
/// send it again: in a transaction block, or behind other replies.
///
///   none --error--> held, and nothing more of the server's is read --catalog read--> none
///
/// If the catalog has moved, the client is told to begin its transaction again, as by any other change that
/// came between; else it gets the error.
class StaleError {
 public:
  explicit StaleError(Conversation& conversation) : conv_(conversation) {}

  /// Whether the error that the front of the queue was answered with is to be held.
  bool wants(const wire::ErrorClass& error) const;
  /// `error` as the client would get it.
  void hold(std::span<const std::byte> error);
  bool holds() const { return !held_.empty(); }
  /// The catalog has been read, or could not be.
  void on_snapshot();
  /// Gives the client what is held, if anything.
  void deliver();

 private:
  Conversation& conv_;
  wire::Buffer held_;
  wire::Buffer delivered_;
};

}  // namespace pgsegue::session

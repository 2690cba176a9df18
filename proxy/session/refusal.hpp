#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/wire/error_response.hpp"
#include "rules/sql_error.hpp"

#include <string_view>

namespace pgsegue::session {

/// Refuses a statement without disturbing the order of replies or the transaction: the server gets, in its
/// place, a text that parses and then fails for want of a column, and its error is exchanged for ours. In an
/// aborted transaction the server says 25P02 instead, and that is the client's to see.
class Refusal {
 public:
  explicit Refusal(Conversation& conversation) : conv_(conversation) {}

  /// `statement` is the client's text, for the log; empty: too long to be at hand.
  void refuse_query(const rules::SqlError& error, std::string_view statement = {});
  /// Also in place of a Bind or Describe whose statement cannot be used.
  void refuse_parse(const rules::SqlError& error, std::string_view statement = {});

 private:
  StatementRef record(const rules::SqlError& error, std::string_view statement);
  Conversation& conv_;
};

/// The error of a statement that the server has answered with `sqlstate`: null unless it was refused and the
/// server failed as planned.
const rules::SqlError* refusal_of(const Expected& expected, std::string_view sqlstate);

wire::ErrorReport report_of(const rules::SqlError& error);

}  // namespace pgsegue::session

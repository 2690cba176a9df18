#pragma once

#include "proxy/session/conversation.hpp"

#include <span>

namespace pgsegue::session {

/// Speaks of errors and notices in the client's terms: names and positions as in the text it sent.
class ErrorMapping {
 public:
  explicit ErrorMapping(Conversation& conversation) : conv_(conversation) {}

  /// The whole message as the client is to get it: `frame` itself or a translation in scratch memory.
  /// `statement` is what it is about; null: not known. The frame is a well-formed ErrorResponse or
  /// NoticeResponse.
  std::span<const std::byte> translate(std::span<const std::byte> frame, const StatementRecord* statement);

 private:
  Conversation& conv_;
  rules::ErrorFields fields_;
  std::string body_;
};

}  // namespace pgsegue::session

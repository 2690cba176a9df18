#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/copy.hpp"
#include "proxy/session/error_mapping.hpp"
#include "proxy/session/path_probe.hpp"
#include "proxy/session/response_rules.hpp"
#include "proxy/session/retry.hpp"
#include "proxy/session/stale_error.hpp"

#include <span>
#include <string_view>

namespace pgsegue::session {

/// The server's messages after login: each is matched with the response queue by its type, and passes by its
/// header. Read are ReadyForQuery, errors and notices, settings, and command tags.
class ServerStream {
 public:
  ServerStream(Conversation& conversation, PathProbe& probe, Copy& copy, CopyDoubt& doubt, Retry& retry,
               StaleError& stale)
      : conv_(conversation),
        probe_(probe),
        copy_(copy),
        doubt_(doubt),
        retry_(retry),
        stale_(stale),
        errors_(conversation) {}

  /// Consumes `input` up to an error that is held.
  void feed(std::span<const std::byte>& input);
  /// False: what the server sends next has to wait.
  bool wants() const { return !stale_.holds(); }

 private:
  /// At the beginning of a message.
  void pass_whole(std::span<const std::byte>& input);
  /// Of the message that `input` begins with; null: it does not pass without a closer look.
  const ResponseRule* passing_rule(std::span<const std::byte> input) const;
  bool note_complete(std::span<const std::byte> frame);
  void pass_rows(std::span<const std::byte>& input);
  void on_header();
  void on_async_header();
  void on_response_header(const ResponseRule& rule);
  void on_message(std::span<const std::byte> frame);
  void on_copy_in(std::span<const std::byte> frame);
  void on_command_complete(std::span<const std::byte> frame);
  void note_tag(std::string_view tag);
  void complete_front();
  void on_setting(std::span<const std::byte> frame);
  void on_notice(std::span<const std::byte> frame);
  void on_error(std::span<const std::byte> frame);
  void on_long_error();
  void answer_error(std::span<const std::byte> frame, wire::ErrorClass error);
  void settle_error();
  void discard_batch();
  void on_ready(std::span<const std::byte> frame);
  void settle_ready(std::span<const std::byte> frame, bool ours);
  void to_client(std::span<const std::byte> frame);
  void pop();
  void skip_marks();
  void misbehaved(std::string_view what);

  Conversation& conv_;
  PathProbe& probe_;
  Copy& copy_;
  CopyDoubt& doubt_;
  Retry& retry_;
  StaleError& stale_;
  ErrorMapping errors_;
};

}  // namespace pgsegue::session

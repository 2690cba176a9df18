#pragma once

#include "proxy/session/session_core.hpp"
#include "proxy/wire/writer.hpp"
#include "rules/rewriter.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace pgsegue::bench {

/// What the peers of a session send each other: a request and its answer.
struct Exchange {
  wire::Buffer client, server;
};

/// The protocol's ways to run a statement that returns one row.
Exchange simple(std::string_view text);
Exchange extended(std::string_view text);
/// Under the name `s`: once, and then each time.
Exchange preparation(std::string_view text);
Exchange prepared();
/// As extended(), `count` times before one Sync.
Exchange pipelined(std::string_view text, std::size_t count);
/// A simple query answered with that many rows of one value of so many bytes.
Exchange rows(std::string_view text, std::size_t count, std::size_t value_bytes);

/// A session core between an application and a server that say what they are told to.
class Dialogue {
 public:
  /// As many bytes as proxy/net reads at once.
  static constexpr std::size_t read_bytes = 16 * 1024;

  /// Logged in to the database of world(1, 10). `version`: v1, or raw.
  explicit Dialogue(std::string_view version);

  void run(const Exchange& exchange) {
    feed(session::Side::client, exchange.client);
    feed(session::Side::server, exchange.server);
  }
  /// True if every request has been answered.
  bool is_idle() const { return core_.idle(); }
  /// Of all that was sent so far.
  std::size_t sent_bytes() const { return sent_bytes_; }

 private:
  void feed(session::Side from, std::span<const std::byte> bytes);
  void log_in(std::string_view version);
  void learn_path();

  rules::Rewriter rewriter_{{}};
  session::Actions actions_;
  session::SessionCore core_;
  std::size_t sent_bytes_ = 0;
};

}  // namespace pgsegue::bench

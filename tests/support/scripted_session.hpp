#pragma once

#include "proxy/session/session_core.hpp"
#include "proxy/session/statement_rewriter.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::test {

/// Databases for tests: `shop` with the versions v1 (person.last_name) and v2 (person.surname), and `plain`
/// without rules.
class TestDirectory final : public session::Directory {
 public:
  TestDirectory();
  std::shared_ptr<const session::DatabaseEntry> find(std::string_view name) const override;
  std::vector<std::string> names() const override;

  session::DatabaseEntry& shop() { return *shop_; }
  session::DatabaseEntry& plain() { return *plain_; }
  /// Publishes a snapshot in which the server calls the column so.
  void publish(const std::string& column);

 private:
  std::shared_ptr<session::DatabaseEntry> shop_, plain_;
  std::uint64_t epoch_ = 0;
};

/// A SessionCore between two peers made of strings. What is sent is copied at once, as a driver must that has
/// not sent it yet; input that is not wanted is kept and fed later, as a driver would.
class ScriptedSession {
 public:
  static constexpr std::uint32_t secret = 4711;

  /// `chunk`: how many bytes are fed at a time; 0: all there are.
  ScriptedSession(std::shared_ptr<TestDirectory> directory, session::SessionSettings settings,
                  session::StatementRewriter& rewriter, std::size_t chunk);

  void send(session::Side from, std::string_view bytes);
  /// Calls an event function of the core and carries out what comes of it.
  template <class Call>
  void event(Call call) {
    call(core_, actions_);
    carry_out();
    pump();
  }
  /// What was sent to that side since the last call.
  std::string take(session::Side side);
  /// The other actions since the last call, by name, one per line.
  std::string take_events();

  session::SessionCore& core() { return core_; }
  std::size_t unread(session::Side side) const { return inbox(side).size(); }

 private:
  std::string& inbox(session::Side side) { return inboxes_[static_cast<int>(side)]; }
  const std::string& inbox(session::Side side) const { return inboxes_[static_cast<int>(side)]; }
  void pump();
  bool feed_some(session::Side from);
  void carry_out();

  std::shared_ptr<TestDirectory> directory_;
  session::SessionCore core_;
  session::Actions actions_;
  std::size_t chunk_;
  std::string inboxes_[2];
  std::string outboxes_[2];
  std::string events_;
  bool closed_ = false;
};

}  // namespace pgsegue::test

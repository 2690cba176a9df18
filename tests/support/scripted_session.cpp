#include "tests/support/scripted_session.hpp"

#include "proxy/session/snapshot_slot.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pgsegue::test {
namespace {

using session::Side;

constexpr std::string_view rule_file = R"(
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
)";

rules::CatalogRows catalog_with(const std::string& column) {
  rules::CatalogRows rows;
  rows.relations.push_back({.oid = 1000,
                            .schema = "public",
                            .name = "person",
                            .relkind = 'r',
                            .columns = {{"id", 1}, {column, 2}},
                            .parents = {}});
  rows.relations.push_back({.oid = 1001,
                            .schema = "public",
                            .name = "orders",
                            .relkind = 'r',
                            .columns = {{"id", 1}, {"total", 2}},
                            .parents = {}});
  rows.server_version_num = 150004;
  return rows;
}

struct EventName {
  std::string operator()(const session::Send&) const { return ""; }
  std::string operator()(const session::StartTls& a) const {
    return a.side == Side::client ? "StartTls client" : "StartTls server";
  }
  std::string operator()(const session::Connect&) const { return "Connect"; }
  std::string operator()(const session::LookUpVerifier&) const { return "LookUpVerifier"; }
  std::string operator()(const session::RouteCancel&) const { return "RouteCancel"; }
  std::string operator()(const session::RegisterCancelKey&) const { return "RegisterCancelKey"; }
  std::string operator()(const session::CancelBackend&) const { return "CancelBackend"; }
  std::string operator()(const session::RefreshSnapshot&) const { return "RefreshSnapshot"; }
  std::string operator()(const session::Close&) const { return "Close"; }
  std::string operator()(const session::ShutdownSend& a) const {
    return a.side == Side::client ? "ShutdownSend client" : "ShutdownSend server";
  }
};

}  // namespace

TestDirectory::TestDirectory()
    : shop_(std::make_shared<session::DatabaseEntry>()), plain_(std::make_shared<session::DatabaseEntry>()) {
  shop_->name = "shop";
  shop_->server_tls = session::SslMode::disable;
  shop_->snapshots = std::make_shared<session::SnapshotSlot>();
  plain_->name = "plain";
  plain_->server_tls = session::SslMode::disable;
  publish("surname");
}

std::shared_ptr<const session::DatabaseEntry> TestDirectory::find(std::string_view name) const {
  if (name == "shop") return shop_;
  if (name == "plain") return plain_;
  return nullptr;
}

std::vector<std::string> TestDirectory::names() const {
  return {"shop", "plain"};
}

void TestDirectory::publish(const std::string& column) {
  auto loaded = rules::parse_rules(rule_file, "shop.yaml");
  auto catalog = std::make_shared<const rules::PhysicalCatalog>(catalog_with(column));
  auto built = rules::build_snapshot(std::move(catalog), std::move(loaded.rules), ++epoch_);
  if (!built.snapshot) throw std::logic_error("the test's snapshot cannot be built");
  shop_->snapshots->publish(std::move(built.snapshot));
}

ScriptedSession::ScriptedSession(std::shared_ptr<TestDirectory> directory, session::SessionSettings settings,
                                 session::StatementRewriter& rewriter, std::size_t chunk)
    : directory_(std::move(directory)),
      core_(std::move(settings), directory_, rewriter, secret),
      chunk_(chunk) {}

void ScriptedSession::send(Side from, std::string_view bytes) {
  inbox(from).append(bytes);
  pump();
}

void ScriptedSession::pump() {
  while (feed_some(Side::client) || feed_some(Side::server)) {
  }
}

// The bytes are fed from memory of their own, which is overwritten afterwards: nothing may point into it.
bool ScriptedSession::feed_some(Side from) {
  std::string& waiting = inbox(from);
  if (closed_ || waiting.empty() || !core_.wants(from)) return false;
  const std::size_t count = chunk_ == 0 ? waiting.size() : std::min(chunk_, waiting.size());
  std::vector<std::byte> bytes(count);
  std::transform(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(count), bytes.begin(),
                 [](char c) { return static_cast<std::byte>(c); });
  const std::size_t consumed = core_.feed(from, bytes, actions_);
  carry_out();
  waiting.erase(0, consumed);
  return consumed > 0;
}

void ScriptedSession::carry_out() {
  for (const session::Action& action : actions_) {
    if (const auto* sent = std::get_if<session::Send>(&action)) {
      outboxes_[static_cast<int>(sent->to)].append(reinterpret_cast<const char*>(sent->bytes.data()),
                                                   sent->bytes.size());
      continue;
    }
    closed_ = closed_ || std::holds_alternative<session::Close>(action);
    events_ += std::visit(EventName{}, action) + '\n';
  }
  actions_.clear();
}

std::string ScriptedSession::take(Side side) {
  return std::exchange(outboxes_[static_cast<int>(side)], {});
}
std::string ScriptedSession::take_events() {
  return std::exchange(events_, {});
}

}  // namespace pgsegue::test

#include "bench/micro/dialogue.hpp"

#include "proxy/session/snapshot_slot.hpp"
#include "proxy/wire/bare_message.hpp"
#include "proxy/wire/bind.hpp"
#include "proxy/wire/execute.hpp"
#include "proxy/wire/parse.hpp"
#include "proxy/wire/query.hpp"
#include "proxy/wire/startup_packet.hpp"

#include "bench/micro/world.hpp"
#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

namespace pgsegue::bench {
namespace {

using session::Side;
using wire::Buffer;

/// The database `bench` of world(1, 10).
class OneDatabase final : public session::Directory {
 public:
  OneDatabase() {
    entry_->name = "bench";
    entry_->server_tls = session::SslMode::disable;
    entry_->snapshots = std::make_shared<session::SnapshotSlot>();
    entry_->snapshots->publish(world(1, 10).snapshot);
  }
  std::shared_ptr<const session::DatabaseEntry> find(std::string_view) const override { return entry_; }
  std::vector<std::string> names() const override { return {"bench"}; }

 private:
  std::shared_ptr<session::DatabaseEntry> entry_ = std::make_shared<session::DatabaseEntry>();
};

void put_ready(Buffer& to) {
  const wire::Message message(to, 'Z');
  wire::put(to, "I");
}

void put_row_description(Buffer& to) {
  const wire::Message message(to, 'T');
  wire::put_u16(to, 1);
  wire::put_cstring(to, "abalance");
  for (const std::uint16_t half : {0, 0, 0, 0, 23, 4, 0xFFFF, 0xFFFF, 0})
    wire::put_u16(to, half);
}

void put_row(Buffer& to, std::initializer_list<std::string_view> values) {
  const wire::Message message(to, 'D');
  wire::put_u16(to, static_cast<std::uint16_t>(values.size()));
  for (const std::string_view value : values) {
    wire::put_u32(to, static_cast<std::uint32_t>(value.size()));
    wire::put(to, value);
  }
}

void put_complete(Buffer& to, std::string_view tag) {
  const wire::Message message(to, 'C');
  wire::put_cstring(to, tag);
}

void put_parse(Buffer& to, std::string_view name, std::string_view text) {
  encode(to, wire::Parse{name, text, wire::no_parameter_types});
}

/// Bind, Describe and Execute of the unnamed portal.
void put_run(Buffer& to, std::string_view statement) {
  encode(to, wire::BindNames{"", statement});
  {
    const wire::Message describe(to, 'D');
    wire::put_cstring(to, "P");
  }
  encode(to, wire::Execute{"", 0});
}

void put_result(Buffer& to) {
  wire::encode_bare(to, '2');
  put_row_description(to);
  put_row(to, {"0"});
  put_complete(to, "SELECT 1");
}

}  // namespace

Exchange simple(std::string_view text) {
  return rows(text, 1, 1);
}

Exchange extended(std::string_view text) {
  return pipelined(text, 1);
}

Exchange preparation(std::string_view text) {
  Exchange made;
  put_parse(made.client, "s", text);
  wire::encode_bare(made.client, wire::sync_type);
  wire::encode_bare(made.server, '1');
  put_ready(made.server);
  return made;
}

Exchange prepared() {
  Exchange made;
  put_run(made.client, "s");
  wire::encode_bare(made.client, wire::sync_type);
  put_result(made.server);
  put_ready(made.server);
  return made;
}

Exchange pipelined(std::string_view text, std::size_t count) {
  Exchange made;
  for (std::size_t i = 0; i < count; ++i) {
    put_parse(made.client, "", text);
    put_run(made.client, "");
    wire::encode_bare(made.server, '1');
    put_result(made.server);
  }
  wire::encode_bare(made.client, wire::sync_type);
  put_ready(made.server);
  return made;
}

Exchange rows(std::string_view text, std::size_t count, std::size_t value_bytes) {
  Exchange made;
  encode(made.client, wire::Query{text});
  put_row_description(made.server);
  const std::string value(value_bytes, '0');
  for (std::size_t i = 0; i < count; ++i)
    put_row(made.server, {value});
  put_complete(made.server, "SELECT " + std::to_string(count));
  put_ready(made.server);
  return made;
}

Dialogue::Dialogue(std::string_view version)
    : core_(session::SessionSettings{}, std::make_shared<OneDatabase>(), rewriter_, 1) {
  log_in(version);
  if (version != "raw") learn_path();
  if (!is_idle()) throw std::runtime_error("the session of the benchmark has not begun");
}

void Dialogue::log_in(std::string_view version) {
  Exchange login;
  const std::string database = "bench@" + std::string(version);
  const wire::StartupPacket::Parameter parameters[] = {{"user", "ada"}, {"database", database}};
  encode_startup_packet(login.client, parameters);
  feed(Side::client, login.client);
  core_.on_connected(false, actions_);
  actions_.clear();
  {
    const wire::Message ok(login.server, 'R');
    wire::put_u32(login.server, 0);
  }
  for (const auto& [name, value] :
       {std::pair{"client_encoding", "UTF8"}, {"server_encoding", "UTF8"}, {"server_version", "15.4"}}) {
    const wire::Message status(login.server, 'S');
    wire::put_cstring(login.server, name);
    wire::put_cstring(login.server, value);
  }
  put_ready(login.server);
  feed(Side::server, login.server);
}

// The first statement makes the core ask for the search path.
void Dialogue::learn_path() {
  const Exchange first = simple(statement_of("of_60_bytes"));
  feed(Side::client, first.client);
  Buffer answer;
  for (const char type : {'3', '1', '2'})
    wire::encode_bare(answer, type);
  put_row(answer, {"p", "pg_catalog", "1"});
  put_row(answer, {"p", "public", "2"});
  put_complete(answer, "SELECT 2");
  wire::encode_bare(answer, '3');
  wire::encode_bare(answer, '3');
  put_ready(answer);
  feed(Side::server, answer);
  feed(Side::server, first.server);
}

void Dialogue::feed(Side from, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const auto read = bytes.first(std::min(read_bytes, bytes.size()));
    if (core_.feed(from, read, actions_) != read.size())
      throw std::runtime_error("the session of the benchmark does not go on");
    for (const session::Action& action : actions_) {
      if (const auto* sent = std::get_if<session::Send>(&action)) sent_bytes_ += sent->bytes.size();
    }
    actions_.clear();
    bytes = bytes.subspan(read.size());
  }
}

}  // namespace pgsegue::bench

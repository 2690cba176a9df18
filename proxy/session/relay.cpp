#include "proxy/session/relay.hpp"

#include "proxy/wire/ready_for_query.hpp"

namespace pgsegue::session {
namespace {

constexpr char copy_both_type = 'W';

}  // namespace

void Relay::feed_client(std::span<const std::byte>& input) {
  if (at_ == At::rest && !input.empty()) at_ = At::work;
  state_.send(Side::server, input);
  input = {};
}

void Relay::feed_server(std::span<const std::byte>& input) {
  while (!state_.closed()) {
    const auto piece = state_.server_reader.next(input);
    if (piece.kind == wire::FrameReader::Kind::need_more) return;
    if (piece.kind == wire::FrameReader::Kind::chunk) state_.send(Side::client, piece.bytes);
    if (piece.kind == wire::FrameReader::Kind::header) on_header();
  }
}

void Relay::on_header() {
  const wire::FrameHeader& header = state_.server_reader.header();
  const auto error = wire::check_header(header, wire::Origin::backend, wire::Phase::session);
  if (error != wire::HeaderError::none) {
    return state_.fatal("08P01",
                        "protocol violation by the server: it sent a message of unknown type or length");
  }
  if (header.type == wire::ready_for_query_type) at_ = At::rest;
  if (header.type == copy_both_type) at_ = At::stream;
  state_.server_reader.stream();
}

void Relay::finish_if_due() {
  if (!state_.draining || at_ == At::work || state_.server_reader.in_stream()) return;
  state_.fatal("57P01", "terminating connection due to administrator command");
}

}  // namespace pgsegue::session

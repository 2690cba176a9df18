#include "proxy/session/client_stream.hpp"

#include "proxy/session/request_rules.hpp"
#include "proxy/wire/bare_message.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::session {
namespace {

using wire::FrameHeader;
using wire::FrameReader;
using Reads = RequestRule::Reads;

// How many responses may be due before the client has to wait: far more than any client's pipeline, and a
// bound on memory.
constexpr std::size_t max_due = 16'384;
// Of a Bind, this much is gathered to find its names if it does not lie in the input as a whole.
constexpr std::uint64_t bind_front = 64 * 1024;

}  // namespace

bool ClientStream::can_go_on() const {
  return conv_.block == Block::none && !conv_.client_terminated && conv_.client_fault.empty() &&
         conv_.queue.size() < max_due && !conv_.state.closed();
}

void ClientStream::run(FrameReader& reader, std::span<const std::byte>& input) {
  while (can_go_on()) {
    if (reader.between() && run_whole(reader, input)) continue;
    const auto piece = reader.next(input);
    if (piece.kind == FrameReader::Kind::need_more) return;
    on_piece(reader, piece);
    if (conv_.copying_in && piece.kind == FrameReader::Kind::chunk) pass_copy_data(reader, input);
  }
}

// What was decided about one message of data holds for those behind it: it changes nothing.
void ClientStream::pass_copy_data(FrameReader& reader, std::span<const std::byte>& input) {
  if (reader.header().type != 'd') return;
  if (conv_.copy_fields) return;
  const auto data = reader.next_alike(input);
  retry_.record(data);
  conv_.state.send(Side::server, data);
}

// The content of a CopyData, without its header. Where one ends means nothing to the server.
void ClientStream::send_copy_data(FrameReader& reader, std::span<const std::byte> chunk) {
  if (reader.header().type != 'd') return conv_.state.send(Side::server, chunk);
  const std::size_t header = std::min(header_left_, chunk.size());
  header_left_ -= header;
  if (chunk.size() > header) send_fields(chunk.subspan(header));
}

void ClientStream::send_fields(std::span<const std::byte> data) {
  bool fits = true;
  conv_.state.write(Side::server, [&](wire::Buffer& to) {
    const wire::Message message(to, 'd');
    fits = conv_.copy_fields->feed(data, to);
  });
  if (fits) return;
  conv_.state.fatal("54000", "a value of COPY is too long to be written to several columns");
}

void ClientStream::finish_fields() {
  if (!conv_.copy_fields) return;
  conv_.state.write(Side::server, [&](wire::Buffer& to) {
    const wire::Message message(to, 'd');
    conv_.copy_fields->finish(to);
  });
}

void ClientStream::on_piece(FrameReader& reader, const FrameReader::Piece& piece) {
  switch (piece.kind) {
    case FrameReader::Kind::header:
      return on_header(reader);
    case FrameReader::Kind::chunk:
      retry_.record(piece.bytes);
      if (conv_.copy_fields) {
        send_copy_data(reader, piece.bytes);
      } else {
        conv_.state.send(Side::server, piece.bytes);
      }
      if (!reader.in_stream()) doubt_.on_client_between();
      return;
    case FrameReader::Kind::message:
      return on_message(reader, piece.bytes, false);
    case FrameReader::Kind::front:
      return on_message(reader, piece.bytes, true);
    case FrameReader::Kind::need_more:
      return;
  }
}

bool ClientStream::admit(const FrameHeader& header) {
  const wire::HeaderError error = wire::check_header(header, wire::Origin::frontend, wire::Phase::session);
  if (error == wire::HeaderError::none) return true;
  conv_.client_fault =
      error == wire::HeaderError::bad_length
          ? "invalid message length"
          : "invalid frontend message type " + std::to_string(static_cast<unsigned char>(header.type));
  // What it asked for before is still answered.
  if (conv_.batch_open) {
    conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::flush_type); });
  }
  return false;
}

void ClientStream::on_header(FrameReader& reader) {
  const char type = reader.header().type;
  if (!admit(reader.header())) return;
  if (type == wire::terminate_type) return reader.gather();
  if (conv_.discarding && type != wire::sync_type) return reader.drop();
  if (conv_.copying_in) return on_copy_header(reader);
  if (!begin_at_rest(reader)) return;
  if (conv_.is_versioned()) {
    inspect(reader);
  } else {
    pass(reader);
  }
}

bool ClientStream::begin_at_rest(const FrameReader& reader) {
  if (!conv_.at_rest()) return true;
  conv_.adopt_snapshot();
  if (conv_.state.closed()) return false;
  conv_.sent_copy_data = false;
  if (&reader == &replay_reader_) return true;
  resumed_ = {};
  retry_.begin();
  return true;
}

void ClientStream::on_copy_header(FrameReader& reader) {
  const char type = reader.header().type;
  if (type == wire::sync_type) {
    if (conv_.queue.size() + 1 >= max_due) return reader.drop();
    copy_.on_client_sync();
  }
  // It comes again when the server has failed the copy; else this ends the session, as it would.
  if (type != wire::sync_type && request_rule(type) != nullptr) return doubt_.ask_ahead();
  if (type == 'd') header_left_ = FrameHeader::size;
  if (type == 'c') finish_fields();
  if (type == 'c' || type == 'f') copy_.on_client_end();
  reader.stream();
}

void ClientStream::refuse(char type, const rules::SqlError& error) {
  if (type == 'Q' || type == 'F') {
    simple_.refuse(error);
  } else {
    extended_.refuse(error);
  }
}

// Counted, and sent on unread.
void ClientStream::pass(FrameReader& reader) {
  const char type = reader.header().type;
  reader.stream();
  if (type == 'd') conv_.sent_copy_data = true;
  if (type == 'c' || type == 'f') copy_.on_client_end();
  const RequestRule* rule = request_rule(type);
  if (rule == nullptr) return;
  if (rule->request == Request::query) return simple_.pass();
  conv_.queue.push({.request = rule->request, .statement = {}});
  if (rule->opens_batch) conv_.batch_open = true;
  if (rule->request == Request::function_call) conv_.note_end_of_batch();
  if (rule->request != Request::sync) return;
  conv_.note_end_of_batch();
  conv_.discarding = false;
}

void ClientStream::inspect(FrameReader& reader) {
  const FrameHeader& header = reader.header();
  const RequestRule* rule = request_rule(header.type);
  if (rule == nullptr || rule->reads == Reads::nothing) return pass(reader);
  if (rule->reads == Reads::front) return reader.gather_front(bind_front);
  const bool too_long =
      rule->reads == Reads::statement && header.body_size() > conv_.state.settings.max_statement_bytes;
  if (!too_long) return reader.gather();
  retry_.give_up();
  if (conv_.rewrites()) return refuse_too_long(reader);
  conv_.statements.remove_unnamed();
  pass(reader);
}

void ClientStream::refuse_too_long(FrameReader& reader) {
  const char type = reader.header().type;
  reader.drop();
  refuse(type, statement_too_long(conv_.state.settings.max_statement_bytes));
}

void ClientStream::on_message(FrameReader& reader, std::span<const std::byte> frame, bool is_front) {
  const auto outcome = dispatch(frame, is_front);
  if (outcome == ExtendedQuery::Outcome::held) return;
  retry_.record(frame);
  if (ends_batch(static_cast<char>(frame.front()))) retry_.end_of_batch();
  if (is_front && outcome == ExtendedQuery::Outcome::dropped) {
    reader.drop();
    retry_.give_up();
  }
}

ExtendedQuery::Outcome ClientStream::dispatch(std::span<const std::byte> frame, bool is_front) {
  switch (static_cast<char>(frame.front())) {
    case 'P':
      return extended_.parse(frame);
    case 'B':
      return extended_.bind(frame, is_front);
    case 'D':
      return extended_.describe(frame);
    case 'E':
      return extended_.execute(frame);
    case 'C':
      return extended_.close(frame);
    case 'S':
      return extended_.sync(frame);
    case wire::terminate_type:
      conv_.client_terminated = true;
      conv_.state.send(Side::server, frame);
      return ExtendedQuery::Outcome::sent;
    default:
      return simple_.handle(frame) ? ExtendedQuery::Outcome::sent : ExtendedQuery::Outcome::held;
  }
}

void ClientStream::resume() {
  // What is held waits for the server, which waits for data that the client would send behind it.
  if (conv_.copying_in && !conv_.held.empty()) doubt_.ask_ahead();
  if (conv_.block != Block::none || conv_.state.closed()) return;
  if (!conv_.held.empty()) resume_held();
  if (!replay_rest_.empty()) run(replay_reader_, replay_rest_);
}

void ClientStream::resume_held() {
  const bool is_front = conv_.held.is_front;
  resumed_ = std::exchange(conv_.held, {}).frame;
  if (conv_.at_rest()) conv_.adopt_snapshot();
  if (conv_.state.closed()) return;
  if (!conv_.discarding) return on_message(conv_.state.client_reader, resumed_, is_front);
  // What came while the message was held has failed its batch.
  if (is_front) conv_.state.client_reader.drop();
}

void ClientStream::replay(std::span<const std::byte> batch) {
  replay_reader_ = {};
  replay_rest_ = batch;
  run(replay_reader_, replay_rest_);
}

}  // namespace pgsegue::session

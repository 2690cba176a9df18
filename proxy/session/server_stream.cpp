#include "proxy/session/server_stream.hpp"

#include "proxy/session/refusal.hpp"
#include "proxy/session/response_rules.hpp"
#include "proxy/wire/copy_in_response.hpp"
#include "proxy/wire/parameter_status.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::session {
namespace {

using wire::FrameHeader;
using wire::FrameReader;

// Settings, notices and errors beyond this pass unread: what is in them cannot be about a name.
constexpr std::uint64_t max_read = 1u << 20;

bool is_ddl_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 3> verbs{"CREATE ", "ALTER ", "DROP "};
  for (const std::string_view verb : verbs) {
    if (tag.starts_with(verb)) return true;
  }
  return false;
}

// The tags that change what is known of a session begin with one of these letters: CREATE, ALTER, DROP,
// DEALLOCATE, DISCARD, PREPARE.
bool may_tell_something(char first) {
  return first == 'A' || first == 'C' || first == 'D' || first == 'P';
}

}  // namespace

void ServerStream::feed(std::span<const std::byte>& input) {
  while (!conv_.state.closed() && wants()) {
    FrameReader& reader = conv_.state.server_reader;
    if (reader.between()) pass_whole(input);
    const auto piece = reader.next(input);
    switch (piece.kind) {
      case FrameReader::Kind::need_more:
        return;
      case FrameReader::Kind::header:
        on_header();
        break;
      case FrameReader::Kind::chunk:
        conv_.state.send(Side::client, piece.bytes);
        if (!reader.in_stream()) pass_rows(input);
        break;
      case FrameReader::Kind::message:
      case FrameReader::Kind::front:
        on_message(piece.bytes);
        break;
    }
  }
}

// What was decided about one row holds for those behind it: it changes nothing.
void ServerStream::pass_rows(std::span<const std::byte>& input) {
  FrameReader& reader = conv_.state.server_reader;
  const char type = reader.header().type;
  if (type == 'D' || type == 'd') conv_.state.send(Side::client, reader.next_alike(input));
}

void ServerStream::misbehaved(std::string_view what) {
  conv_.state.fatal("08P01", "protocol violation by the server: it " + std::string(what));
}

// Marks between requests count for nothing once the requests before them are answered.
void ServerStream::skip_marks() {
  while (!conv_.queue.empty() && conv_.queue.front().request == Request::copy_end)
    conv_.queue.pop();
}

void ServerStream::pop() {
  // The answer to a statement before it may have taken the note that was made when it was sent.
  const Expected& front = conv_.queue.front();
  const bool has_run = front.request == Request::query || front.request == Request::execute;
  if (has_run && front.statement && front.statement->effects.is_ddl) conv_.ddl_seen = true;
  conv_.queue.pop();
  skip_marks();
}

void ServerStream::to_client(std::span<const std::byte> frame) {
  retry_.give_up();
  conv_.state.send(Side::client, frame);
}

void ServerStream::on_header() {
  FrameReader& reader = conv_.state.server_reader;
  const FrameHeader& header = reader.header();
  if (wire::check_header(header, wire::Origin::backend, wire::Phase::session) != wire::HeaderError::none) {
    return misbehaved("sent a message of unknown type or impossible length");
  }
  if (header.type == 'E') {
    if (header.body_size() <= max_read) return reader.gather();
    on_long_error();
    return reader.stream();
  }
  if (header.type == 'N' || header.type == 'A' || header.type == 'S') return on_async_header();
  if (header.type != wire::ready_for_query_type) doubt_.settle();
  const ResponseRule* rule = response_rule(header.type);
  if (rule == nullptr || conv_.queue.empty() || !rule->answers_to(conv_.queue.front().request)) {
    return misbehaved("sent a response that nothing was asked for");
  }
  on_response_header(*rule);
}

void ServerStream::on_async_header() {
  FrameReader& reader = conv_.state.server_reader;
  const bool reads = reader.header().type == 'S' || (reader.header().type == 'N' && conv_.rewrites());
  if (reads && reader.header().body_size() <= max_read) {
    reader.gather();
  } else {
    reader.stream();
  }
}

void ServerStream::on_response_header(const ResponseRule& rule) {
  FrameReader& reader = conv_.state.server_reader;
  const Expected& front = conv_.queue.front();
  const bool probe_row = front.is_probe && rule.type == 'D';
  if (probe_row && reader.header().body_size() > max_read) return misbehaved("sent too long a name");
  if (rule.type == 'Z' || probe_row) return reader.gather();
  if (rule.type == 'C') copy_.on_complete();
  if (rule.type == 'C' && conv_.is_versioned() && !front.ours) return reader.gather();
  if (rule.type == 'G') copy_.on_copy_in();
  if (rule.type == 'G' && conv_.copy_fields && !front.ours && reader.header().body_size() <= max_read)
    return reader.gather();
  if (front.ours) {
    reader.drop();
  } else {
    retry_.give_up();
    reader.stream();
  }
  if (!rule.is_complete_for(front.request)) return;
  const bool probe = front.is_probe;
  complete_front();
  if (probe && conv_.queue.empty()) probe_.finish(), conv_.block = Block::none;
}

// The server has done what the front of the queue asked for.
void ServerStream::complete_front() {
  const Expected& front = conv_.queue.front();
  if (front.request == Request::parse && front.statement && !front.ours)
    conv_.statements.confirm(*front.statement);
  if (front.request == Request::close && front.statement && !front.ours)
    conv_.statements.remove(*front.statement);
  pop();
}

void ServerStream::on_message(std::span<const std::byte> frame) {
  switch (static_cast<char>(frame.front())) {
    case 'Z':
      return on_ready(frame);
    case 'C':
      return on_command_complete(frame);
    case wire::CopyInResponse::type:
      return on_copy_in(frame);
    case 'S':
      return on_setting(frame);
    case 'N':
      return on_notice(frame);
    case 'E':
      return on_error(frame);
    default:
      if (!probe_.take_row(wire::body_of(frame))) misbehaved("sent a row that was not asked for");
  }
}

// Of the columns of the table, those that the client has asked for.
void ServerStream::on_copy_in(std::span<const std::byte> frame) {
  wire::CopyInResponse response;
  if (!conv_.copy_fields) return to_client(frame);
  if (decode(wire::body_of(frame), response) != wire::Decode::ok)
    return misbehaved("sent a malformed CopyInResponse");
  const std::size_t columns = conv_.copy_fields->width() * wire::CopyInResponse::bytes_per_column;
  response.column_formats = response.column_formats.first(std::min(columns, response.column_formats.size()));
  wire::Buffer& to = conv_.state.fresh();
  encode(to, response);
  to_client(to);
}

void ServerStream::on_command_complete(std::span<const std::byte> frame) {
  wire::Cursor body(wire::body_of(frame));
  const std::string_view tag = body.cstring();
  if (body.finish() != wire::Decode::ok) return misbehaved("sent a malformed CommandComplete");
  note_tag(tag);
  to_client(frame);
  if (conv_.queue.front().request == Request::execute) pop();
}

void ServerStream::note_tag(std::string_view tag) {
  if (tag.empty() || !may_tell_something(tag.front())) return;
  if (is_ddl_tag(tag)) conv_.ddl_seen = true;
  if (tag == "DEALLOCATE ALL" || tag == "DISCARD ALL") return conv_.forget_prepared();
  const StatementRef& statement = conv_.queue.front().statement;
  if (!statement) return;
  using Kind = rules::PreparedCommand::Kind;
  if (tag == "PREPARE" && statement->prepared.kind == Kind::prepare) conv_.sql_statements.add(statement);
  if (tag != "DEALLOCATE" || statement->prepared.kind != Kind::deallocate) return;
  conv_.sql_statements.remove(statement->prepared.name.str());
  conv_.statements.forget(statement->prepared.name.str());
}

void ServerStream::on_setting(std::span<const std::byte> frame) {
  wire::ParameterStatus status;
  if (decode(wire::body_of(frame), status) != wire::Decode::ok)
    return misbehaved("sent a malformed ParameterStatus");
  conv_.parameters.set(status.name, status.value);
  conv_.state.send(Side::client, frame);
}

void ServerStream::on_notice(std::span<const std::byte> frame) {
  const StatementRecord* about = conv_.queue.empty() ? nullptr : conv_.queue.front().statement.get();
  conv_.state.send(Side::client, errors_.translate(frame, about));
}

void ServerStream::on_error(std::span<const std::byte> frame) {
  wire::ErrorClass error;
  if (wire::decode_error_class(wire::body_of(frame), error) != wire::Decode::ok) {
    return misbehaved("sent a malformed ErrorResponse");
  }
  if (error.ends_session() || conv_.queue.empty()) {
    conv_.fatal_seen = conv_.fatal_seen || error.ends_session();
    return to_client(errors_.translate(frame, nullptr));
  }
  // A cancel that came late has hit the question.
  if (doubt_.settle()) return conv_.queue.pop();
  // What the core runs in front of a client's EXECUTE fails unseen: so does the EXECUTE then.
  const bool is_renewal = conv_.queue.front().ours && conv_.queue.front().request == Request::query;
  if (!is_renewal) answer_error(frame, error);
  settle_error();
}

void ServerStream::on_long_error() {
  retry_.give_up();
  if (!conv_.queue.empty()) settle_error();
}

void ServerStream::answer_error(std::span<const std::byte> frame, wire::ErrorClass error) {
  const Expected& front = conv_.queue.front();
  std::span<const std::byte> answer;
  if (const rules::SqlError* refusal = refusal_of(front, error.sqlstate)) {
    wire::Buffer& to = conv_.state.fresh();
    encode(to, report_of(*refusal));
    answer = to;
    error.sqlstate = refusal->sqlstate;
  } else {
    answer = errors_.translate(frame, front.statement.get());
  }
  if (retry_.wants(error)) {
    retry_.hold_error(answer);
  } else if (stale_.wants(error)) {
    stale_.hold(answer);
  } else {
    to_client(answer);
  }
}

// What an error does to the responses due.
void ServerStream::settle_error() {
  copy_.on_error();
  const Expected& front = conv_.queue.front();
  const bool probe = front.is_probe;
  if (front.request == Request::parse && front.statement) {
    if (front.ours) front.statement->epoch = front.statement->sent_hash = 0;
    if (!front.ours && !front.statement->refusal) conv_.statements.fail(*front.statement);
  }
  switch (front.request) {
    case Request::query:
    case Request::sync:
    case Request::function_call:
    case Request::copy_end:
      break;  // ReadyForQuery follows
    default:
      discard_batch();
  }
  if (probe) probe_.fail();
}

// The server skips everything up to the next Sync.
void ServerStream::discard_batch() {
  while (!conv_.queue.empty() && conv_.queue.front().request != Request::sync) {
    Expected& front = conv_.queue.front();
    const bool was_parse = front.request == Request::parse && front.statement && !front.statement->refusal;
    if (was_parse && !front.ours) conv_.statements.skip(*front.statement);
    if (was_parse && front.ours) front.statement->epoch = front.statement->sent_hash = 0;
    conv_.queue.pop();
  }
  conv_.discarding = conv_.queue.empty();
}

void ServerStream::on_ready(std::span<const std::byte> frame) {
  if (doubt_.holds_ready()) frame = doubt_.exchange_ready(frame);
  if (frame.empty()) return;
  if (decode(wire::body_of(frame), conv_.status) != wire::Decode::ok)
    return misbehaved("sent a malformed ReadyForQuery");
  const bool ours = conv_.queue.front().ours;
  const bool probe = conv_.queue.front().is_probe;
  pop();
  if (conv_.queue.empty()) {
    conv_.lexing_open = false;
    conv_.path.on_ready();
    if (conv_.status == wire::TransactionStatus::idle) {
      conv_.statements.clear_portals();
      conv_.path.settle();
    }
  }
  if (probe && ours) {
    // The probe's rows are there unless it failed, and then nothing is held any more.
    if (conv_.block == Block::until_probe) probe_.finish(), conv_.block = Block::none;
    return;
  }
  settle_ready(frame, ours);
}

void ServerStream::settle_ready(std::span<const std::byte> frame, bool ours) {
  if (ours && conv_.block == Block::until_copy_is_settled) conv_.block = Block::none;
  if (ours) return;
  if (retry_.holds_error()) return retry_.hold_ready(frame);
  const bool refresh =
      conv_.ddl_seen && conv_.is_versioned() && conv_.status == wire::TransactionStatus::idle;
  if (refresh) {
    conv_.ddl_seen = false;
    // A session goes on with the catalog as it left it; only if more was sent already there is no waiting.
    const bool may_wait = conv_.block == Block::none || conv_.block == Block::until_quiet;
    if (conv_.queue.empty() && may_wait) return retry_.hold_ready(frame);
    conv_.state.out->add(RefreshSnapshot{});
  }
  to_client(frame);
}

}  // namespace pgsegue::session

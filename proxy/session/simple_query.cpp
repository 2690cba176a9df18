#include "proxy/session/simple_query.hpp"

#include "proxy/wire/frame_header.hpp"
#include "proxy/wire/query.hpp"

#include <utility>

namespace pgsegue::session {

rules::SqlError statement_too_long(std::size_t limit) {
  return {.sqlstate = "54000",
          .message = "statement is longer than " + std::to_string(limit) + " bytes",
          .detail = "pgsegue reads statements of clients that speak a schema version as a whole.",
          .hint =
              "Raise limits: max_statement_bytes in the configuration of pgsegue, or send the values as "
              "parameters."};
}

void SimpleQuery::begin() {
  conv_.batch_open = false;
  conv_.statements.remove_unnamed();
}

void SimpleQuery::pass() {
  begin();
  conv_.queue.push({.request = Request::query, .statement = {}});
}

void SimpleQuery::refuse_too_long() {
  begin();
  refusal_.refuse_query(statement_too_long(conv_.state.settings.max_statement_bytes));
}

bool SimpleQuery::handle(std::span<const std::byte> frame) {
  wire::Query query;
  if (decode(frame.subspan(wire::FrameHeader::size), query) != wire::Decode::ok) {
    conv_.state.fatal("08P01", "invalid Query message");
    return true;
  }
  const Verdict verdict = gate_.judge(query.text);
  if (verdict.kind == Verdict::Kind::wait) {
    conv_.hold(frame, false, verdict.until);
    return false;
  }
  begin();
  if (verdict.kind == Verdict::Kind::refuse) {
    refusal_.refuse_query(*verdict.error, query.text);
  } else {
    send(frame, query.text, verdict);
  }
  return true;
}

void SimpleQuery::send(std::span<const std::byte> frame, std::string_view text, const Verdict& verdict) {
  StatementRef statement;
  const auto& effects = verdict.effects;
  if (verdict.affected || effects.have_any()) {
    statement = conv_.records.acquire();
    statement->affected = verdict.affected;
    statement->effects = effects;
    if (text.size() <= max_kept_text) statement->original = text;
  }
  conv_.note_execution(statement.get());
  if (verdict.kind == Verdict::Kind::replace) {
    wire::Buffer& to = conv_.state.scratch.fresh();
    encode(to, wire::Query{verdict.text});
    frame = to;
  }
  conv_.forward(frame, Request::query, std::move(statement));
}

}  // namespace pgsegue::session

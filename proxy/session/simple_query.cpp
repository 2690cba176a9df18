#include "proxy/session/simple_query.hpp"

#include "proxy/session/malformed.hpp"
#include "proxy/wire/frame_header.hpp"
#include "proxy/wire/query.hpp"
#include "rules/hash_bytes.hpp"

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
  conv_.note_end_of_batch();
  conv_.statements.remove_unnamed();
}

void SimpleQuery::pass() {
  begin();
  conv_.queue.push({.request = Request::query, .statement = {}});
}

void SimpleQuery::refuse(const rules::SqlError& error) {
  begin();
  refusal_.refuse_query(error);
}

// It fails before it is a statement: the unnamed one stays.
void SimpleQuery::pass_malformed(std::span<const std::byte> frame) {
  wire::Buffer& to = conv_.state.fresh();
  blank_sql(frame, to);
  conv_.note_end_of_batch();
  conv_.forward(to, Request::query);
}

bool SimpleQuery::handle(std::span<const std::byte> frame) {
  wire::Query query;
  if (decode(frame.subspan(wire::FrameHeader::size), query) != wire::Decode::ok) {
    pass_malformed(frame);
    return true;
  }
  Verdict verdict = gate_.judge(query.text);
  if (verdict.kind == Verdict::Kind::wait) {
    conv_.hold(frame, false, verdict.until);
    return false;
  }
  if (verdict.kind != Verdict::Kind::refuse && verdict.effects.runs_prepared) {
    const auto renewal = renewal_.bring_up_to_date(verdict.prepared);
    if (renewal == Reparse::Outcome::wait) {
      conv_.hold(frame, false, renewal_.block());
      return false;
    }
    // Judging the prepared text has overwritten what was said about this one.
    verdict = gate_.judge(query.text);
    if (renewal == Reparse::Outcome::refused) {
      verdict.kind = Verdict::Kind::refuse;
      verdict.error = &renewal_.error();
    }
  }
  begin();
  if (verdict.kind == Verdict::Kind::refuse) {
    refusal_.refuse_query(*verdict.error, query.text);
  } else {
    send(frame, query.text, verdict);
  }
  return true;
}

void SimpleQuery::note_prepared(StatementRecord& statement, const Verdict& verdict, std::string_view text) {
  using Kind = rules::PreparedCommand::Kind;
  if (verdict.prepared.kind == Kind::none) return;
  statement.prepared = verdict.prepared;
  conv_.note_parameters(statement, verdict.parameters);
  statement.epoch = conv_.epoch();
  const bool same = verdict.kind == Verdict::Kind::forward;
  statement.sent_hash = rules::hash_bytes(same ? text : verdict.text);
  if (!verdict.affected) return;
  const bool has_name = verdict.prepared.kind == Kind::prepare && statement.original_is_kept;
  if (has_name) conv_.sql_statements.note_affected(conv_.epoch());
  if (!has_name) conv_.sql_statements.note_unnamed(conv_.epoch());
}

void SimpleQuery::send(std::span<const std::byte> frame, std::string_view text, const Verdict& verdict) {
  StatementRef statement;
  const auto& effects = verdict.effects;
  if (verdict.affected || effects.have_any() || verdict.prepared.kind != rules::PreparedCommand::Kind::none) {
    statement = new_record();
    statement->affected = verdict.affected;
    statement->effects = effects;
    statement->original_is_kept = text.size() <= max_kept_text;
    if (statement->original_is_kept) statement->original = text;
    statement->encoding = conv_.parameters.encoding();
    Conversation::note_copy(*statement, verdict.copy);
    note_prepared(*statement, verdict, text);
  }
  conv_.note_execution(statement.get());
  if (verdict.kind == Verdict::Kind::replace) {
    wire::Buffer& to = conv_.state.fresh();
    encode(to, wire::Query{verdict.text});
    frame = to;
  }
  conv_.forward(frame, Request::query, std::move(statement));
}

}  // namespace pgsegue::session

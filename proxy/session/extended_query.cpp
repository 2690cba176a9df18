#include "proxy/session/extended_query.hpp"

#include "proxy/session/malformed.hpp"
#include "proxy/session/simple_query.hpp"
#include "proxy/wire/bind.hpp"
#include "proxy/wire/close.hpp"
#include "proxy/wire/describe.hpp"
#include "proxy/wire/execute.hpp"
#include "proxy/wire/frame_header.hpp"
#include "rules/hash_bytes.hpp"

#include <utility>

namespace pgsegue::session {
namespace {

std::size_t hash_of_sent(const wire::Parse& parse, const Verdict& verdict) {
  const bool same = verdict.kind == Verdict::Kind::forward;
  return rules::hash_bytes(same ? parse.text : verdict.text);
}

}  // namespace

ExtendedQuery::Outcome ExtendedQuery::send(std::span<const std::byte> frame, Request request,
                                           StatementRecord* statement) {
  conv_.batch_open = true;
  conv_.forward(frame, request, statement);
  return Outcome::sent;
}

ExtendedQuery::Outcome ExtendedQuery::parse_malformed(std::span<const std::byte> frame) {
  wire::Buffer& to = conv_.state.fresh();
  blank_sql(frame, to);
  return send(to, Request::parse, nullptr);
}

StatementRef ExtendedQuery::new_record(const wire::Parse& parse, Verdict& verdict) {
  StatementRef record = session::new_record();
  record->name = parse.statement;
  record->original_is_kept = parse.text.size() <= max_kept_text;
  if (record->original_is_kept) record->original = parse.text;
  record->encoding = conv_.parameters.encoding();
  record->parameter_types.assign(parse.parameter_types.begin(), parse.parameter_types.end());
  record->epoch = conv_.epoch();
  record->affected = verdict.affected;
  record->effects = std::move(verdict.effects);
  conv_.note_parameters(*record, verdict.parameters);
  Conversation::note_copy(*record, verdict.copy);
  if (verdict.prepared.kind != rules::PreparedCommand::Kind::none)
    record->prepared = std::move(verdict.prepared);
  record->sent_hash = hash_of_sent(parse, verdict);
  record->batch = conv_.batch;
  return record;
}

ExtendedQuery::Outcome ExtendedQuery::parse(std::span<const std::byte> frame) {
  wire::Parse parse;
  if (decode(wire::body_of(frame), parse) != wire::Decode::ok) return parse_malformed(frame);
  Verdict verdict = gate_.judge_parse(parse.text);
  if (verdict.kind == Verdict::Kind::wait) {
    conv_.hold(frame, false, verdict.until);
    return Outcome::held;
  }
  if (verdict.kind == Verdict::Kind::refuse) {
    refusal_.refuse_parse(*verdict.error, parse.text);
    return Outcome::dropped;
  }
  if (StatementRecord* same = find_same(parse, verdict)) {
    same->batch = conv_.batch;
    conv_.statements.add_again(*same);
    return send_parse(frame, parse, verdict, same);
  }
  const StatementRef record = new_record(parse, verdict);
  if (verdict.affected && !parse.statement.empty()) note_affected(parse.statement);
  // SQL's EXECUTE runs statements of the protocol too.
  if (!parse.statement.empty() && record->effects.have_any()) conv_.prepared_may_change_names = true;
  conv_.statements.add(record);
  return send_parse(frame, parse, verdict, record.get());
}

ExtendedQuery::Outcome ExtendedQuery::send_parse(std::span<const std::byte> frame, const wire::Parse& parse,
                                                 const Verdict& verdict, StatementRecord* record) {
  if (verdict.kind == Verdict::Kind::replace) {
    wire::Buffer& to = conv_.state.fresh();
    encode(to, wire::Parse{parse.statement, verdict.text, parse.parameter_types});
    frame = to;
  }
  return send(frame, Request::parse, record);
}

/// The unnamed statement, if this Parse makes the same again and there is no telling them apart: what becomes
/// of the one is known before the other is read, or decides it.
StatementRecord* ExtendedQuery::find_same(const wire::Parse& parse, const Verdict& verdict) const {
  StatementRecord* last = parse.statement.empty() ? conv_.statements.find({}) : nullptr;
  if (last == nullptr || (last->parses_due > 0 && last->batch != conv_.batch)) return nullptr;
  if (last->is_closed || (last->parses_due == 0 && !last->is_made)) return nullptr;
  const bool is_plain = last->is_plain() && verdict.is_plain();
  const bool is_same = is_plain && last->epoch == conv_.epoch() && last->original_is_kept &&
                       last->original == parse.text && last->affected == verdict.affected &&
                       last->encoding == conv_.parameters.encoding() &&
                       wire::as_text(last->parameter_types) == wire::as_text(parse.parameter_types);
  return is_same && last->sent_hash == hash_of_sent(parse, verdict) ? last : nullptr;
}

/// EXECUTE finds it under a name in UTF-8.
void ExtendedQuery::note_affected(std::string_view name) {
  conv_.sql_statements.note_affected(conv_.epoch());
  const bool has_other_name = !conv_.parameters.encoding().is_utf8() && parser::has_high_byte(name);
  if (has_other_name) conv_.sql_statements.note_unnamed(conv_.epoch());
}

void ExtendedQuery::refuse(const rules::SqlError& error) {
  refusal_.refuse_parse(error);
}

ExtendedQuery::Outcome ExtendedQuery::settle(Reparse::Outcome outcome, std::span<const std::byte> frame,
                                             bool is_front) {
  if (outcome != Reparse::Outcome::wait) return Outcome::dropped;
  conv_.hold(frame, is_front, reparse_.block());
  return Outcome::held;
}

ExtendedQuery::Outcome ExtendedQuery::bind(std::span<const std::byte> frame, bool is_front) {
  wire::BindNames names;
  switch (decode_front(wire::body_of(frame), !is_front, names)) {
    case wire::Decode::ok:
      break;
    case wire::Decode::malformed:
      return send(frame, Request::bind, nullptr);  // the server says what is wrong with it
    case wire::Decode::need_more:
      refusal_.refuse_parse({.sqlstate = "54000",
                             .message = "the name of a portal or prepared statement is too long",
                             .detail = {},
                             .hint = {}});
      return Outcome::dropped;
  }
  StatementRecord* statement = conv_.statements.find(names.statement);
  const auto outcome = reparse_.bring_up_to_date(statement);
  if (outcome != Reparse::Outcome::ready) return settle(outcome, frame, is_front);
  if (statement != nullptr && !statement->parameters.empty()) {
    const auto translated = values_.translate(frame, is_front, *statement);
    if (translated == NameValues::Outcome::refused) return Outcome::dropped;
    if (translated == NameValues::Outcome::wait) {
      conv_.hold(frame, is_front, values_.block());
      return Outcome::held;
    }
  }
  values_.note_bind(names.portal);
  conv_.statements.bind_portal(names.portal, statement);
  return send(frame, Request::bind, statement);
}

ExtendedQuery::Outcome ExtendedQuery::describe(std::span<const std::byte> frame) {
  wire::NamedObject object;
  if (decode(wire::body_of(frame), object) != wire::Decode::ok)
    return send(frame, Request::describe, nullptr);
  if (object.is_portal) return send(frame, Request::describe, conv_.statements.find_portal(object.name));
  StatementRecord* statement = conv_.statements.find(object.name);
  const auto outcome = reparse_.bring_up_to_date(statement);
  if (outcome != Reparse::Outcome::ready) return settle(outcome, frame, false);
  return send(frame, Request::describe, statement);
}

/// SQL's EXECUTE of a statement that cannot be renewed now: an injected Query would end the batch.
bool ExtendedQuery::runs_outdated(const StatementRecord& statement) const {
  using Kind = rules::PreparedCommand::Kind;
  const bool runs = statement.prepared.kind == Kind::execute || statement.prepared.kind == Kind::other;
  return runs && conv_.sql_statements.any_may_be_outdated(conv_.epoch());
}

ExtendedQuery::Outcome ExtendedQuery::execute(std::span<const std::byte> frame) {
  wire::Execute execute;
  if (decode(wire::body_of(frame), execute) != wire::Decode::ok)
    return send(frame, Request::execute, nullptr);
  StatementRecord* statement = conv_.statements.find_portal(execute.portal);
  if (statement != nullptr && runs_outdated(*statement)) {
    refusal_.refuse_parse(
        {.sqlstate = "0A000",
         .message = "pgsegue cannot run with EXECUTE what was prepared before the schema changed",
         .detail = {},
         .hint = "Prepare it again."});
    return Outcome::dropped;
  }
  if (!values_.may_run(execute.portal)) {
    refusal_.refuse_parse(
        {.sqlstate = "0A000",
         .message = "pgsegue cannot run a portal that was bound before the search path changed",
         .detail = "The value of a parameter is the name of a table without a schema.",
         .hint = "Bind it again, or pass the name with its schema."});
    return Outcome::dropped;
  }
  conv_.note_execution(statement);
  values_.note_run(execute.portal);
  return send(frame, Request::execute, statement);
}

ExtendedQuery::Outcome ExtendedQuery::close(std::span<const std::byte> frame) {
  wire::NamedObject object;
  if (decode(wire::body_of(frame), object) != wire::Decode::ok) return send(frame, Request::close, nullptr);
  StatementRecord* statement = nullptr;
  if (object.is_portal) {
    conv_.statements.bind_portal(object.name, nullptr);
  } else {
    statement = conv_.statements.find(object.name);
    if (statement != nullptr) statement->is_closed = true;
  }
  return send(frame, Request::close, statement);
}

ExtendedQuery::Outcome ExtendedQuery::sync(std::span<const std::byte> frame) {
  conv_.forward(frame, Request::sync);
  conv_.note_end_of_batch();
  conv_.discarding = false;
  return Outcome::sent;
}

}  // namespace pgsegue::session

#include "proxy/session/refusal.hpp"

#include "proxy/wire/parse.hpp"
#include "proxy/wire/query.hpp"

namespace pgsegue::session {
namespace {

constexpr std::string_view refusal_text = "SELECT \"pgsegue refused this statement\"";
constexpr std::string_view refusal_name = "pgsegue refused";
constexpr std::string_view undefined_column = "42703";

}  // namespace

StatementRef Refusal::record(const rules::SqlError& error, std::string_view statement) {
  conv_.note_refusal(error, statement);
  StatementRef record = new_record();
  record->refusal = error;
  return record;
}

void Refusal::refuse_query(const rules::SqlError& error, std::string_view statement) {
  conv_.state.write(Side::server, [](wire::Buffer& to) { encode(to, wire::Query{refusal_text}); });
  conv_.queue.push({.request = Request::query, .statement = record(error, statement)});
}

void Refusal::refuse_parse(const rules::SqlError& error, std::string_view statement) {
  conv_.state.write(Side::server, [](wire::Buffer& to) {
    encode(to, wire::Parse{refusal_name, refusal_text, wire::no_parameter_types});
  });
  conv_.queue.push({.request = Request::parse, .statement = record(error, statement)});
  conv_.batch_open = true;
}

const rules::SqlError* refusal_of(const Expected& expected, std::string_view sqlstate) {
  const bool planned = expected.statement && expected.statement->refusal && sqlstate == undefined_column;
  return planned ? &*expected.statement->refusal : nullptr;
}

wire::ErrorReport report_of(const rules::SqlError& error) {
  return {.severity = "ERROR",
          .sqlstate = error.sqlstate,
          .message = error.message,
          .detail = error.detail,
          .hint = error.hint,
          .position = error.position};
}

}  // namespace pgsegue::session

#include "proxy/session/name_values.hpp"

#include "proxy/wire/cursor.hpp"
#include "proxy/wire/frame_header.hpp"

#include <algorithm>
#include <iterator>

namespace pgsegue::session {
namespace {

std::uint32_t last_parameter(const StatementRecord& statement) {
  std::uint32_t last = 0;
  for (const parser::ParameterUse& use : statement.parameters)
    last = std::max(last, use.number);
  return last;
}

/// The type that Parse gave a parameter; 0: none.
std::uint32_t declared_type(const StatementRecord& statement, std::size_t index) {
  const wire::Buffer& types = statement.parameter_types;
  const std::size_t at = 2 + 4 * index;
  return at + 4 <= types.size() ? wire::load_u32(types.data() + at) : 0;
}

std::vector<rules::ParameterValue> values_of(const StatementRecord& statement,
                                             std::span<const wire::BindValue> values) {
  std::vector<rules::ParameterValue> result;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].is_null) continue;
    result.push_back({.number = static_cast<std::uint32_t>(i + 1),
                      .bytes = wire::as_text(values[i].bytes),
                      .is_binary = values[i].is_binary,
                      .type = declared_type(statement, i)});
  }
  return result;
}

}  // namespace

NameValues::Outcome NameValues::refuse(const rules::SqlError& error, const StatementRecord& statement) {
  refusal_.refuse_parse(error, statement.original);
  return Outcome::refused;
}

NameValues::Outcome NameValues::translate(std::span<const std::byte>& frame, bool is_front,
                                          const StatementRecord& statement) {
  names_ = {};
  const auto body = frame.subspan(wire::FrameHeader::size);
  switch (wire::decode_values(body, !is_front, last_parameter(statement), values_)) {
    case wire::Decode::ok:
      break;
    case wire::Decode::malformed:
      return Outcome::ready;  // the server says what is wrong with it
    case wire::Decode::need_more:
      return refuse({.sqlstate = "54000",
                     .message = "pgsegue cannot read a name behind this much of other values",
                     .detail = {},
                     .hint = "Make the parameters that are names the first ones."},
                    statement);
  }
  const Verdict verdict = gate_.judge_values(statement.parameters, values_of(statement, values_), names_);
  switch (verdict.kind) {
    case Verdict::Kind::forward:
      return Outcome::ready;
    case Verdict::Kind::replace:
      return exchange(frame, statement);
    case Verdict::Kind::refuse:
      return refuse(*verdict.error, statement);
    case Verdict::Kind::wait:
      break;
  }
  block_ = verdict.until;
  return Outcome::wait;
}

NameValues::Outcome NameValues::exchange(std::span<const std::byte>& frame,
                                         const StatementRecord& statement) {
  std::vector<wire::NewValue> changes;
  std::transform(names_.values.begin(), names_.values.end(), std::back_inserter(changes),
                 [](const auto& value) {
                   return wire::NewValue{value.number - 1, value.bytes};
                 });
  wire::Buffer& to = conv_.state.fresh();
  if (!wire::encode_with(to, frame, values_, changes))
    return refuse({.sqlstate = "54000", .message = "invalid message length", .detail = {}, .hint = {}},
                  statement);
  frame = to;
  return Outcome::ready;
}

const NameValues::Portal* NameValues::find(std::string_view portal) const {
  const auto found = std::find_if(portals_.begin(), portals_.end(),
                                  [portal](const Portal& each) { return each.name == portal; });
  return found == portals_.end() ? nullptr : &*found;
}

void NameValues::note_bind(std::string_view portal) {
  if (!portals_.empty()) {
    if (conv_.status == wire::TransactionStatus::idle && conv_.queue.empty()) portals_.clear();
    std::erase_if(portals_, [portal](const Portal& each) { return each.name == portal; });
  }
  if (names_.depend_on_path) portals_.push_back({std::string(portal), conv_.path.changes});
  names_ = {};
}

bool NameValues::may_run(std::string_view portal) const {
  const Portal* found = portals_.empty() ? nullptr : find(portal);
  return found == nullptr || found->path_changes == conv_.path.changes;
}

void NameValues::note_run(std::string_view portal) {
  for (Portal& each : portals_) {
    if (each.name == portal) each.path_changes = conv_.path.changes;
  }
}

}  // namespace pgsegue::session

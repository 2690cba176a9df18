// The short way of a client's messages: those that are read as a whole and lie in the input as a whole, one
// behind the other, with nothing under way that makes a header decide.
#include "proxy/session/client_stream.hpp"
#include "proxy/session/request_rules.hpp"

namespace pgsegue::session {
namespace {

using wire::FrameHeader;
using Reads = RequestRule::Reads;

// Every message may be this long (PQ_SMALL_MESSAGE_LIMIT). Longer ones go the long way.
constexpr std::uint32_t longest_request = 10'000;

}  // namespace

std::size_t ClientStream::whole_message(std::span<const std::byte> input) const {
  if (input.size() < FrameHeader::size) return 0;
  const FrameHeader header = wire::load_header(input);
  const bool is_whole =
      header.length >= 4 && header.length <= longest_request && header.frame_size() <= input.size();
  if (!is_whole) return 0;
  const RequestRule* rule = request_rule(header.type);
  if (rule == nullptr || rule->reads == Reads::nothing) return 0;
  const bool is_too_long =
      rule->reads == Reads::statement && header.body_size() > conv_.state.settings.max_statement_bytes;
  return is_too_long ? 0 : static_cast<std::size_t>(header.frame_size());
}

bool ClientStream::run_whole(wire::FrameReader& reader, std::span<const std::byte>& input) {
  const bool may_run = conv_.is_versioned() && !conv_.discarding && !conv_.copying_in;
  std::size_t size = may_run ? whole_message(input) : 0;
  if (size == 0) return false;
  if (!begin_at_rest(reader)) return true;
  const std::byte* passed = input.data();  // and not yet recorded
  for (; size != 0 && can_go_on(); size = whole_message(input)) {
    const auto frame = input.first(size);
    input = input.subspan(size);
    const bool is_held = dispatch(frame, false) == ExtendedQuery::Outcome::held;
    const std::byte* const end = is_held ? frame.data() : input.data();
    if (!is_held && !ends_batch(static_cast<char>(frame.front()))) continue;
    retry_.record({passed, end});
    passed = input.data();
    if (!is_held) retry_.end_of_batch();
  }
  retry_.record({passed, input.data()});
  return true;
}

}  // namespace pgsegue::session

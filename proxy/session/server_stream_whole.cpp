// The short way of a server's messages: answers to the client's requests that lie in the input as a whole,
// one behind the other, and pass to the client in one piece. Looked into are the tags of commands only.
#include "proxy/session/response_rules.hpp"
#include "proxy/session/server_stream.hpp"

#include <cstring>
#include <string_view>

namespace pgsegue::session {
namespace {

using wire::FrameHeader;

// Every message may be this long (fe-protocol3.c). Longer ones go the long way.
constexpr std::uint32_t longest_answer = 30'000;

/// Of a CommandComplete; it holds no NUL but the one at its end, or else it is malformed.
std::string_view tag_of(std::span<const std::byte> frame) {
  const std::string_view body = wire::as_text(frame.subspan(FrameHeader::size));
  return body.substr(0, body.find('\0'));
}

bool is_well_formed(std::string_view tag, std::span<const std::byte> frame) {
  return FrameHeader::size + tag.size() + 1 == frame.size();
}

}  // namespace

const ResponseRule* ServerStream::passing_rule(std::span<const std::byte> input) const {
  if (input.size() < FrameHeader::size || conv_.queue.empty()) return nullptr;
  const FrameHeader header = wire::load_header(input);
  const bool is_whole =
      header.length >= 4 && header.length <= longest_answer && header.frame_size() <= input.size();
  const ResponseRule* rule = is_whole ? response_rule(header.type) : nullptr;
  if (rule == nullptr || rule->needs_look) return nullptr;
  const Expected& front = conv_.queue.front();
  return !front.ours && !front.is_probe && rule->answers_to(front.request) ? rule : nullptr;
}

void ServerStream::pass_whole(std::span<const std::byte>& input) {
  if (doubt_.is_open()) return;
  const std::byte* const begin = input.data();
  while (const ResponseRule* rule = passing_rule(input)) {
    const bool is_row = rule->type == 'D' || rule->type == 'd';
    const std::size_t size = is_row ? wire::whole_alike(input, rule->type)
                                    : static_cast<std::size_t>(wire::load_header(input).frame_size());
    if (rule->type == 'C' && !note_complete(input.first(size))) break;
    input = input.subspan(size);
    if (rule->is_complete_for(conv_.queue.front().request)) complete_front();
  }
  if (input.data() != begin) to_client({begin, input.data()});
}

// False: the tag is malformed.
bool ServerStream::note_complete(std::span<const std::byte> frame) {
  const std::string_view tag = tag_of(frame);
  if (!is_well_formed(tag, frame)) return false;
  copy_.on_complete();
  if (conv_.is_versioned()) note_tag(tag);
  return true;
}

}  // namespace pgsegue::session

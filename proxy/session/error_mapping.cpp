#include "proxy/session/error_mapping.hpp"

#include "proxy/wire/error_response.hpp"
#include "proxy/wire/frame_header.hpp"

#include <algorithm>

namespace pgsegue::session {

std::span<const std::byte> ErrorMapping::translate(std::span<const std::byte> frame,
                                                   const StatementRecord* statement) {
  if (!conv_.rewrites()) return frame;
  fields_.fields.clear();
  if (wire::decode_error_fields(frame.subspan(wire::FrameHeader::size), fields_.fields) != wire::Decode::ok) {
    return frame;
  }
  const bool affected = statement != nullptr && statement->affected;
  const bool has_position =
      std::any_of(fields_.fields.begin(), fields_.fields.end(), [](const auto& f) { return f.type == 'P'; });
  // A position in a text that was forwarded as it came is right, and so are the names beside it.
  if (!affected && has_position) return frame;
  body_.clear();
  const std::string_view original = affected ? std::string_view(statement->original) : std::string_view();
  rules::StatementContext context = conv_.context_of_answer();
  fields_.encoding = context.encoding;
  if (affected) context.encoding = statement->encoding;
  if (!conv_.state.rewriter.translate_error(fields_, original, context, body_)) return frame;
  wire::Buffer& to = conv_.state.fresh();
  {
    const wire::Message message(to, static_cast<char>(frame.front()));
    wire::put(to, body_);
    wire::put_u8(to, 0);
  }
  return to;
}

}  // namespace pgsegue::session

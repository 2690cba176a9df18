#include "proxy/session/malformed.hpp"

#include "proxy/wire/frame_header.hpp"
#include "proxy/wire/parse.hpp"

#include <algorithm>

namespace pgsegue::session {

void blank_sql(std::span<const std::byte> frame, wire::Buffer& to) {
  constexpr std::byte nul{0}, blank{' '};
  wire::put(to, frame);
  auto at = to.begin() + wire::FrameHeader::size;
  if (static_cast<char>(frame.front()) == wire::Parse::type) {
    // A NUL ends the name, another the text; behind it are counts.
    at = std::find(at, to.end(), nul);
    if (at != to.end()) std::fill(at + 1, std::find(at + 1, to.end(), nul), blank);
  } else {
    std::replace_if(
        at, to.end(), [](std::byte byte) { return byte != nul; }, blank);
  }
}

}  // namespace pgsegue::session

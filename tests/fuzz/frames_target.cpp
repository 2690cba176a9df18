#include "proxy/wire/cursor.hpp"
#include "proxy/wire/frame_reader.hpp"
#include "tests/fuzz/targets.hpp"

#include <algorithm>
#include <string>

namespace pgsegue::fuzz {
namespace {

using wire::FrameReader;

/// What is to become of a message follows from its type.
void decide(FrameReader& reader) {
  switch (static_cast<unsigned char>(reader.header().type) % 4) {
    case 0:
      return reader.stream();
    case 1:
      return reader.gather();
    case 2:
      return reader.gather_front(3);
    default:
      return reader.drop();
  }
}

std::string take_pieces(FrameReader& reader, std::span<const std::byte> bytes, bool& sound) {
  std::string result;
  // A message of the same type is decided alike, so those that are streamed may be taken together.
  const auto alike = [&] {
    const bool is_streamed = static_cast<unsigned char>(reader.header().type) % 4 == 0;
    return is_streamed ? wire::as_text(reader.next_alike(bytes)) : std::string_view();
  };
  for (auto piece = reader.next(bytes); piece.kind != FrameReader::Kind::need_more;
       piece = reader.next(bytes)) {
    if (piece.kind == FrameReader::Kind::header) {
      sound = reader.header().length >= 4;  // shorter ones are for check_header, and end the session
      if (!sound) return result;
      decide(reader);
    } else if (piece.kind == FrameReader::Kind::chunk) {
      result += wire::as_text(piece.bytes);
      result += alike();
    } else {
      result.append("[").append(wire::as_text(piece.bytes)).append("]");
    }
  }
  return result;
}

std::string read_all(std::string_view input, std::size_t piece_size) {
  FrameReader reader;
  std::string result;
  bool sound = true;
  while (!input.empty() && sound) {
    // A buffer of its own: nothing may point into one that is gone.
    const std::string copy(input.substr(0, piece_size));
    input.remove_prefix(copy.size());
    result += take_pieces(reader, wire::as_bytes(copy), sound);
    reader.reclaim();
  }
  return result;
}

}  // namespace

void frames(std::string_view input) {
  const std::string whole = read_all(input, std::max<std::size_t>(input.size(), 1));
  for (const std::size_t size : {1u, 2u, 7u})
    require(read_all(input, size) == whole, "cut into pieces, other messages come out");
  for (const auto origin : {wire::Origin::frontend, wire::Origin::backend}) {
    for (const auto phase : {wire::Phase::login, wire::Phase::session}) {
      if (input.size() >= wire::FrameHeader::size)
        check_header(wire::load_header(wire::as_bytes(input)), origin, phase);
    }
  }
}

}  // namespace pgsegue::fuzz

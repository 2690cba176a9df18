#pragma once

#include "tests/support/wire_grammar.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::test {

/// Bytes of the messages written one per line (tests/data/wire/README.md). Also `Bytes "…"` for bytes as they
/// are, and `Startup key="value" …`, `SSLRequest`, `GSSENCRequest`, `CancelRequest pid secret` for the first
/// packets. Throws std::invalid_argument for what it does not know.
std::string encode_wire_lines(std::string_view lines, std::span<const WireGrammar> grammar);

/// The reverse: one line per message. What is no message is shown as `Bytes`.
std::string decode_wire_bytes(std::string_view bytes, std::span<const WireGrammar> grammar);

/// A start-up packet, or other first packet, as a line.
std::string decode_first_packet_line(std::string_view packet);

}  // namespace pgsegue::test

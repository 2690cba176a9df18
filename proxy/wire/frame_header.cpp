#include "proxy/wire/frame_header.hpp"

#include <array>
#include <string_view>

namespace pgsegue::wire {
namespace {

// Longest length words. Small and large: pqcomm.h, PQ_SMALL_MESSAGE_LIMIT and PQ_LARGE_MESSAGE_LIMIT; token:
// auth.h, PG_MAX_AUTH_TOKEN_LENGTH; reply: libpq takes 30,000 where it does not expect a long message.
constexpr std::uint32_t small_limit = 10'000;
constexpr std::uint32_t large_limit = 0x3fffffff - 1;
constexpr std::uint32_t token_limit = 65'535;
constexpr std::uint32_t reply_limit = 30'000;
constexpr std::uint32_t any_limit = 0x7fffffff;

using Limits = std::array<std::uint32_t, 128>;

constexpr void allow(Limits& limits, std::string_view types, std::uint32_t limit) {
  for (const char type : types)
    limits[static_cast<unsigned char>(type)] = limit;
}
constexpr Limits frontend_session() {
  Limits limits{};
  allow(limits, "QFPBd", large_limit);
  allow(limits, "CDEHSXcf", small_limit);
  return limits;
}
constexpr Limits frontend_login() {
  Limits limits{};
  allow(limits, "p", token_limit);
  return limits;
}
constexpr Limits backend_session() {
  Limits limits{};
  allow(limits, "TDdVENAtSC", any_limit);
  allow(limits, "123IZGHWcns", reply_limit);
  return limits;
}
constexpr Limits backend_login() {
  Limits limits{};
  allow(limits, "RENSKvZA", reply_limit);
  return limits;
}

constexpr Limits tables[2][2] = {{frontend_login(), frontend_session()},
                                 {backend_login(), backend_session()}};

}  // namespace

HeaderError check_header(const FrameHeader& header, Origin origin, Phase phase) {
  const Limits& limits = tables[static_cast<int>(origin)][static_cast<int>(phase)];
  const auto type = static_cast<unsigned char>(header.type);
  if (type >= limits.size() || limits[type] == 0) return HeaderError::unknown_type;
  return header.length < 4 || header.length > limits[type] ? HeaderError::bad_length : HeaderError::none;
}

}  // namespace pgsegue::wire

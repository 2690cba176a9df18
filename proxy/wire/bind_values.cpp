#include "proxy/wire/bind_values.hpp"

#include "proxy/wire/frame_header.hpp"

#include <algorithm>
#include <limits>

namespace pgsegue::wire {
namespace {

constexpr std::int32_t null_length = -1;
// Source: PQ_LARGE_MESSAGE_LIMIT, PostgreSQL src/include/libpq/libpq.h.
constexpr std::int64_t max_message = 0x3fffffff;

/// One code is for all values, none means text.
bool is_binary(std::span<const std::byte> formats, std::size_t index) {
  if (formats.empty()) return false;
  const std::size_t at = formats.size() == 2 ? 0 : 2 * index;
  return at + 1 < formats.size() && formats[at + 1] == std::byte{1};
}

void put_length(Buffer& to, std::int64_t length) {
  put_u32(to, static_cast<std::uint32_t>(length));
}

}  // namespace

Decode decode_values(std::span<const std::byte> front, bool whole, std::uint32_t count,
                     std::vector<BindValue>& values) {
  Cursor cursor(front, whole);
  cursor.cstring();
  cursor.cstring();
  const std::uint16_t format_count = cursor.u16();
  const auto formats = cursor.bytes(std::uint64_t{format_count} * 2);
  const std::uint32_t wanted = std::min<std::uint32_t>(cursor.u16(), count);
  values.clear();
  for (std::uint32_t i = 0; i < wanted && cursor.status() == Decode::ok; ++i) {
    const std::int32_t length = cursor.i32();
    if (length < null_length) cursor.fail();
    const bool is_null = length == null_length;
    const auto bytes = cursor.bytes(is_null ? 0 : static_cast<std::uint64_t>(std::max(length, 0)));
    values.push_back({is_null, is_binary(formats, i), bytes});
  }
  return cursor.status();
}

bool encode_with(Buffer& to, std::span<const std::byte> frame, std::span<const BindValue> values,
                 std::span<const NewValue> changes) {
  const auto declared = static_cast<std::int64_t>(load_u32(frame.data() + 1));
  const std::size_t begin = to.size();
  const std::byte* copied = frame.data();
  const auto copy_up_to = [&](const std::byte* end) {
    to.insert(to.end(), copied, end);
    copied = end;
  };
  std::int64_t length = declared;
  for (const NewValue& change : changes) {
    const auto old = values[change.index].bytes;
    copy_up_to(old.data() - sizeof(std::uint32_t));
    put_length(to, static_cast<std::int64_t>(change.bytes.size()));
    put(to, change.bytes);
    copied = old.data() + old.size();
    length += static_cast<std::int64_t>(change.bytes.size()) - static_cast<std::int64_t>(old.size());
  }
  copy_up_to(frame.data() + frame.size());
  if (length > max_message) return false;
  for (unsigned i = 0; i < sizeof(std::uint32_t); ++i)
    to[begin + 1 + i] = std::byte(static_cast<std::uint8_t>(length >> (24 - 8 * i)));
  return true;
}

}  // namespace pgsegue::wire

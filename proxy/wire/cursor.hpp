#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pgsegue::wire {

/// The three answers of a decoder.
enum class Decode : std::uint8_t {
  ok,
  need_more,  ///< the bytes end too early, and more of the message is to come
  malformed,  ///< no continuation makes this a message
};

/// Text view of bytes, and back. The memory is the caller's.
inline std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline std::span<const std::byte> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

/// Big-endian 32 bits at `at`; the caller has checked that they are there.
inline std::uint32_t load_u32(const std::byte* at) {
  return std::to_integer<std::uint32_t>(at[0]) << 24 | std::to_integer<std::uint32_t>(at[1]) << 16 |
         std::to_integer<std::uint32_t>(at[2]) << 8 | std::to_integer<std::uint32_t>(at[3]);
}

/// Reads a message body front to back. Every read checks what is left; the first failure sticks, and reads
/// after it return zero or nothing, so that a decoder may check once at its end. Views point into the bytes
/// given. Source: PostgreSQL documentation, "Message Data Types".
class Cursor {
 public:
  /// `complete`: the bytes are the whole body, so running out of them is malformed.
  explicit Cursor(std::span<const std::byte> bytes, bool complete = true)
      : rest_(bytes), when_short_(complete ? Decode::malformed : Decode::need_more) {}

  std::uint8_t u8() {
    const auto taken = bytes(1);
    return taken.empty() ? 0 : std::to_integer<std::uint8_t>(taken[0]);
  }
  std::uint16_t u16() {
    const auto taken = bytes(2);
    if (taken.empty()) return 0;
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(taken[0]) << 8 |
                                      std::to_integer<unsigned>(taken[1]));
  }
  std::uint32_t u32() {
    const auto taken = bytes(4);
    return taken.empty() ? 0 : load_u32(taken.data());
  }
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }

  /// Up to the next NUL, which is consumed.
  std::string_view cstring() {
    if (status_ != Decode::ok) return {};
    const std::string_view text = as_text(rest_);
    // Most names are empty.
    const std::size_t end = text.starts_with('\0') ? 0 : text.find('\0');
    if (end == std::string_view::npos) return fail(when_short_), std::string_view{};
    rest_ = rest_.subspan(end + 1);
    return text.substr(0, end);
  }

  std::span<const std::byte> bytes(std::uint64_t count) {
    if (status_ != Decode::ok) return {};
    if (count > rest_.size()) return fail(when_short_), std::span<const std::byte>{};
    const auto taken = rest_.first(static_cast<std::size_t>(count));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }

  std::span<const std::byte> rest() const { return rest_; }
  Decode status() const { return status_; }
  void fail(Decode why = Decode::malformed) { status_ = why; }
  /// The answer of a decoder that has read all its fields: a byte left over is malformed.
  Decode finish() const { return status_ == Decode::ok && !rest_.empty() ? Decode::malformed : status_; }

 private:
  std::span<const std::byte> rest_;
  Decode when_short_;
  Decode status_ = Decode::ok;
};

}  // namespace pgsegue::wire

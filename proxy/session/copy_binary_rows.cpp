#include "proxy/session/copy_binary_rows.hpp"

#include <algorithm>
#include <limits>

namespace pgsegue::session {
namespace {

constexpr std::size_t header_size = 19, count_size = 2, length_size = 4;
constexpr std::uint32_t null_length = 0xFFFFFFFF;

std::uint32_t number_in(std::span<const std::byte> bytes) {
  std::uint32_t number = 0;
  for (const std::byte byte : bytes)
    number = number << 8 | std::to_integer<std::uint32_t>(byte);
  return number;
}

}  // namespace

/// How many bytes more the part at hand has.
std::size_t CopyBinaryRows::wanted() const {
  switch (part_) {
    case Part::header:
      return header_size - number_.size();
    case Part::count:
      return count_size - number_.size();
    case Part::length:
      return length_size - number_.size();
    case Part::extension:
    case Part::value:
      return left_;
    case Part::rest:
      return std::numeric_limits<std::size_t>::max();
  }
  return 0;
}

bool CopyBinaryRows::feed(std::span<const std::byte> data, wire::Buffer& to) {
  while (!data.empty()) {
    const std::size_t count = std::min(wanted(), data.size());
    if (!take(data.first(count), to)) return false;
    data = data.subspan(count);
  }
  return true;
}

bool CopyBinaryRows::take(std::span<const std::byte> bytes, wire::Buffer& to) {
  const bool is_number = part_ == Part::header || part_ == Part::count || part_ == Part::length;
  if (is_number) {
    const bool is_complete = wanted() == bytes.size();
    wire::put(number_, bytes);
    if (!is_complete) return true;
    if (part_ == Part::count) return take_count(to), true;
    if (part_ == Part::length) return take_length(to);
    wire::put(to, number_);
    left_ = number_in(std::span(number_).last(length_size));
    number_.clear();
    part_ = left_ > 0 ? Part::extension : Part::count;
    return true;
  }
  wire::put(to, bytes);
  if (part_ == Part::rest) return true;
  left_ -= static_cast<std::uint32_t>(bytes.size());
  const bool fits = part_ != Part::value || repeated_.add(bytes);
  if (left_ > 0 || !fits) return fits;
  if (part_ == Part::value) return next_field(to), true;
  part_ = Part::count;
  return true;
}

void CopyBinaryRows::take_count(wire::Buffer& to) {
  fields_ = number_in(number_);
  const bool is_row = fields_ == width_ && fields_ > 0;
  wire::put_u16(to, static_cast<std::uint16_t>(is_row ? fields_ + repeated_.size() : fields_));
  number_.clear();
  part_ = is_row ? Part::length : Part::rest;
  field_ = 0;
  repeated_.begin_row();
  repeated_.begin_field(0);
}

bool CopyBinaryRows::take_length(wire::Buffer& to) {
  wire::put(to, number_);
  left_ = number_in(number_);
  const bool fits = repeated_.add(number_);
  number_.clear();
  if (left_ == null_length || left_ == 0) return next_field(to), fits;
  part_ = Part::value;
  return fits;
}

void CopyBinaryRows::next_field(wire::Buffer& to) {
  part_ = ++field_ < fields_ ? Part::length : Part::count;
  repeated_.begin_field(field_);
  if (part_ == Part::length) return;
  repeated_.for_each_value([&](std::span<const std::byte> value) { wire::put(to, value); });
}

}  // namespace pgsegue::session

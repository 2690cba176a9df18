#include "proxy/wire/frame_reader.hpp"

#include <algorithm>

namespace pgsegue::wire {
namespace {

// Buffers above this are given back after use, so that one long statement does not stay for the session.
constexpr std::size_t keep_capacity = 1024;

}  // namespace

std::size_t whole_alike(std::span<const std::byte> input, char type) {
  const std::byte* const data = input.data();
  const std::size_t size = input.size();
  std::size_t end = 0;
  while (size - end >= FrameHeader::size && data[end] == static_cast<std::byte>(type)) {
    const std::uint64_t length = load_u32(data + end + 1);
    const bool is_whole = length >= FrameHeader::size - 1 && length < size - end;
    if (!is_whole) break;
    end += static_cast<std::size_t>(length) + 1;
  }
  return end;
}

FrameReader::Piece FrameReader::next(std::span<const std::byte>& input) {
  const bool is_in_one_piece =
      state_ == State::between && input.size() >= FrameHeader::size && carry_size() == 0;
  if (is_in_one_piece) {
    begin(load_header(input));
    return {Kind::header, {}};
  }
  while (true) {
    switch (state_) {
      case State::between:
        if (!next_header(input)) return {Kind::need_more, {}};
        break;
      case State::decide:
        return {Kind::header, {}};
      case State::streaming:
        return next_chunk(input);
      case State::gathering:
        return next_gathered(input);
      case State::dropping:
        next_dropped(input);
        if (left_ != 0) return {Kind::need_more, {}};
        state_ = State::between;
        break;
    }
  }
}

std::span<const std::byte> FrameReader::next_alike(std::span<const std::byte>& input) {
  if (!between()) return {};
  const std::size_t end = whole_alike(input, header_.type);
  const auto alike = input.first(end);
  input = input.subspan(end);
  return alike;
}

void FrameReader::gather_front(std::uint64_t body_bytes) {
  wanted_ = FrameHeader::size + std::min(body_bytes, header_.body_size());
  state_ = State::gathering;
}

void FrameReader::reclaim() {
  std::vector<std::byte>& spent = carries_[current_ ^ 1u];
  if (spent.capacity() > keep_capacity) spent = {};
}

// The gathered bytes; what comes next is put into the other buffer.
std::span<const std::byte> FrameReader::turn_over() {
  const std::span<const std::byte> gathered = carry();
  current_ ^= 1u;
  carry().clear();
  return gathered;
}

void FrameReader::take(std::span<const std::byte>& input, std::uint64_t count) {
  const auto taken = input.first(static_cast<std::size_t>(std::min<std::uint64_t>(count, input.size())));
  carry().insert(carry().end(), taken.begin(), taken.end());
  input = input.subspan(taken.size());
}

bool FrameReader::next_header(std::span<const std::byte>& input) {
  if (carry_size() == 0 && input.size() >= FrameHeader::size) {
    begin(load_header(input));
    return true;
  }
  take(input, FrameHeader::size - carry_size());
  if (carry_size() < FrameHeader::size) return false;
  begin(load_header(carry()));
  return true;
}

FrameReader::Piece FrameReader::hand_out(std::span<const std::byte> bytes) {
  left_ -= bytes.size();
  if (left_ == 0) state_ = State::between;
  return {Kind::chunk, bytes};
}

FrameReader::Piece FrameReader::next_chunk(std::span<const std::byte>& input) {
  if (carry_size() > 0) return hand_out(turn_over());
  if (input.empty()) return {Kind::need_more, {}};
  const auto bytes = input.first(static_cast<std::size_t>(std::min<std::uint64_t>(left_, input.size())));
  input = input.subspan(bytes.size());
  return hand_out(bytes);
}

void FrameReader::next_dropped(std::span<const std::byte>& input) {
  if (carry_size() > 0) left_ -= turn_over().size();
  const auto count = std::min<std::uint64_t>(left_, input.size());
  input = input.subspan(static_cast<std::size_t>(count));
  left_ -= count;
}

FrameReader::Piece FrameReader::next_gathered(std::span<const std::byte>& input) {
  std::span<const std::byte> bytes;
  if (carry_size() == 0 && input.size() >= wanted_) {
    bytes = input.first(static_cast<std::size_t>(wanted_));
    input = input.subspan(bytes.size());
  } else {
    take(input, wanted_ - carry_size());
    if (carry_size() < wanted_) return {Kind::need_more, {}};
    bytes = turn_over();
  }
  left_ -= bytes.size();
  state_ = left_ == 0 ? State::between : State::streaming;
  return {left_ == 0 ? Kind::message : Kind::front, bytes};
}

}  // namespace pgsegue::wire

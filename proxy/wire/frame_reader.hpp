#pragma once

#include "proxy/wire/frame_header.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pgsegue::wire {

/// How many bytes of whole messages of that type `input` begins with.
std::size_t whole_alike(std::span<const std::byte> input, char type);

/// Splits one direction's byte stream into messages, resumable at any byte. It pulls: the caller asks for the
/// next piece, and on every header says what is to become of the message.
///
///   between --5 bytes--> header --stream()--> streaming --last chunk--> between
///                          |-----drop()-----> dropping --------------> between
///                          |----gather()----> gathering --message----> between
///                          `-gather_front()-> gathering --front------> streaming
///
/// While the caller has not said it, the same header comes again and nothing of it is consumed from the
/// input, unless it arrived in parts. Pieces point into the input where the message lies in it as a whole,
/// else into the reader; they are valid until the input ends or reclaim is called.
class FrameReader {
 public:
  enum class Kind : std::uint8_t {
    need_more,  ///< all input is consumed (or, before a header, waits for a decision)
    header,     ///< header(): call stream, drop, gather or gather_front
    chunk,      ///< bytes of a streamed message, header included
    message,    ///< a gathered message, header included
    front,      ///< header and first bytes of a message; the rest follows as chunks
  };
  struct Piece {
    Kind kind;
    std::span<const std::byte> bytes;
  };

  /// The next piece of `input`, which is advanced past what was consumed.
  Piece next(std::span<const std::byte>& input);

  /// Behind a streamed message, the whole messages of the same type that lie next in `input`, as one chunk,
  /// and no header() for each: for the rows of a result. Empty: there is none, or it must be asked for by
  /// next().
  std::span<const std::byte> next_alike(std::span<const std::byte>& input);

  const FrameHeader& header() const { return header_; }
  void stream() { state_ = State::streaming; }
  void drop() { state_ = State::dropping; }
  void gather() { gather_front(header_.body_size()); }
  /// Gathers the header and the first `body_bytes` of the body (all of it, if it is shorter).
  void gather_front(std::uint64_t body_bytes);

  /// True at a message boundary: no byte of a message has been taken.
  bool between() const { return state_ == State::between && carry_size() == 0; }
  /// True if a part of a message has been handed out as chunks and the rest is still to come.
  bool in_stream() const { return state_ == State::streaming; }
  /// The pieces handed out so far are done with: gives back the memory of long ones.
  void reclaim();

 private:
  enum class State : std::uint8_t { between, decide, streaming, dropping, gathering };

  std::size_t carry_size() const { return carry().size(); }
  std::vector<std::byte>& carry() { return carries_[current_]; }
  const std::vector<std::byte>& carry() const { return carries_[current_]; }
  std::span<const std::byte> turn_over();
  void take(std::span<const std::byte>& input, std::uint64_t count);

  void begin(const FrameHeader& header) {
    header_ = header;
    left_ = header.frame_size();
    state_ = State::decide;
  }
  bool next_header(std::span<const std::byte>& input);
  Piece next_chunk(std::span<const std::byte>& input);
  Piece next_gathered(std::span<const std::byte>& input);
  void next_dropped(std::span<const std::byte>& input);
  Piece hand_out(std::span<const std::byte> bytes);

  State state_ = State::between;
  FrameHeader header_;
  std::uint64_t wanted_ = 0;  ///< gathering: bytes of the frame to collect
  std::uint64_t left_ = 0;    ///< of the frame, not yet handed out or dropped
  // Two buffers, used in turn: a message gathered over several inputs may still be in use while the start of
  // another is put aside.
  std::array<std::vector<std::byte>, 2> carries_;
  unsigned current_ = 0;
};

}  // namespace pgsegue::wire

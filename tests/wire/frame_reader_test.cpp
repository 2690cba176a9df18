#include "proxy/wire/frame_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace pgsegue::wire {
namespace {

std::string frame(char type, std::string_view body) {
  const auto length = static_cast<std::uint32_t>(body.size() + 4);
  std::string bytes(1, type);
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes += static_cast<char>(length >> shift);
  return bytes.append(body);
}

/// What a reader makes of the input when fed in pieces: streamed bytes, and gathered messages in brackets.
std::string read_all(std::string_view input, std::size_t piece_size) {
  FrameReader reader;
  std::string result;
  while (!input.empty()) {
    const std::string copy(input.substr(0, piece_size));
    input.remove_prefix(copy.size());
    auto bytes = as_bytes(copy);
    for (auto piece = reader.next(bytes); piece.kind != FrameReader::Kind::need_more;
         piece = reader.next(bytes)) {
      if (piece.kind == FrameReader::Kind::header) {
        const char type = reader.header().type;
        if (type == 's') reader.stream();
        if (type == 'g') reader.gather();
        if (type == 'f') reader.gather_front(2);
        if (type == 'x') reader.drop();
      } else if (piece.kind == FrameReader::Kind::chunk) {
        result += as_text(piece.bytes);
      } else {
        result.append("[").append(as_text(piece.bytes)).append("]");
      }
    }
    reader.reclaim();
  }
  EXPECT_TRUE(reader.between());
  return result;
}

TEST(FrameReader, SplitsTheSameAtEveryByte) {
  const std::string input = frame('s', "stream") + frame('g', "gather") + frame('x', "drop") +
                            frame('g', "") + frame('s', "") + frame('f', "front") + frame('f', "f") +
                            frame('x', "") + frame('g', std::string(5000, 'y')) +
                            frame('s', std::string(3000, 'z'));
  const std::string whole = read_all(input, input.size());
  EXPECT_NE(whole.find("[" + frame('g', "gather") + "]"), std::string::npos);
  EXPECT_EQ(whole.find("drop"), std::string::npos);
  for (std::size_t size = 1; size < 40; ++size)
    EXPECT_EQ(read_all(input, size), whole) << size;
}

TEST(FrameReader, TakesWholeMessagesOfOneTypeAtOnce) {
  const std::string one = frame('s', "one"), two = frame('s', ""), other = frame('t', "other");
  const auto alike_behind = [](std::string_view first, std::string_view rest) {
    FrameReader reader;
    auto input = as_bytes(first);
    reader.next(input);
    reader.stream();
    reader.next(input);
    auto bytes = as_bytes(rest);
    const std::string alike(as_text(reader.next_alike(bytes)));
    EXPECT_EQ(alike + std::string(as_text(bytes)), rest) << "what is not taken is still there";
    return alike;
  };
  EXPECT_EQ(alike_behind(one, one + two + other + one), one + two);
  EXPECT_EQ(alike_behind(one, one + two.substr(0, 4)), one) << "half a header";
  EXPECT_EQ(alike_behind(one, two + one.substr(0, 7)), two) << "half a body";
  EXPECT_EQ(alike_behind(one, other + one), "");
  EXPECT_EQ(alike_behind(one, ""), "");
  EXPECT_EQ(alike_behind(one.substr(0, 6), one), "") << "in the middle of a message";
  const std::string impossible{'s', 0, 0, 0, 3, 's', 0, 0, 0, 4};
  EXPECT_EQ(alike_behind(one, impossible), "") << "its header is to be looked at";
  EXPECT_EQ(alike_behind(one, std::string{'s', -1, -1, -1, -1, 'x'}), "");
}

TEST(FrameReader, LeavesAHeaderThatIsNotDecided) {
  const std::string input = frame('q', "body");
  FrameReader reader;
  auto bytes = as_bytes(input);
  EXPECT_EQ(reader.next(bytes).kind, FrameReader::Kind::header);
  EXPECT_EQ(reader.next(bytes).kind, FrameReader::Kind::header);
  EXPECT_EQ(bytes.size(), input.size());
}

TEST(CheckHeader, JudgesTypeBeforeLength) {
  EXPECT_EQ(check_header({'?', 0xffffffff}, Origin::frontend, Phase::session), HeaderError::unknown_type);
  EXPECT_EQ(check_header({'\xff', 4}, Origin::backend, Phase::session), HeaderError::unknown_type);
  EXPECT_EQ(check_header({'Q', 3}, Origin::frontend, Phase::session), HeaderError::bad_length);
}

TEST(CheckHeader, HasPostgresLimits) {
  EXPECT_EQ(check_header({'Q', 0x3ffffffe}, Origin::frontend, Phase::session), HeaderError::none);
  EXPECT_EQ(check_header({'Q', 0x3fffffff}, Origin::frontend, Phase::session), HeaderError::bad_length);
  EXPECT_EQ(check_header({'S', 10'000}, Origin::frontend, Phase::session), HeaderError::none);
  EXPECT_EQ(check_header({'S', 10'001}, Origin::frontend, Phase::session), HeaderError::bad_length);
  EXPECT_EQ(check_header({'p', 65'536}, Origin::frontend, Phase::login), HeaderError::bad_length);
  EXPECT_EQ(check_header({'p', 5}, Origin::frontend, Phase::session), HeaderError::unknown_type);
}

}  // namespace
}  // namespace pgsegue::wire

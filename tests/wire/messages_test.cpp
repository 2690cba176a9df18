#include "proxy/wire/bind.hpp"
#include "proxy/wire/describe.hpp"
#include "proxy/wire/error_response.hpp"
#include "proxy/wire/frame_header.hpp"
#include "proxy/wire/parse.hpp"
#include "proxy/wire/query.hpp"
#include "proxy/wire/startup_packet.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgsegue::wire {
namespace {

using namespace std::string_literals;

std::span<const std::byte> body_of(const Buffer& frame) {
  return std::span<const std::byte>(frame).subspan(FrameHeader::size);
}

TEST(Messages, ReadBackWhatTheyWrite) {
  Buffer frame;
  const std::string types = "\0\1\0\0\0\x17"s;
  encode(frame, Parse{"name", "SELECT $1", as_bytes(types)});
  EXPECT_EQ(load_header(frame).frame_size(), frame.size());
  Parse parse;
  ASSERT_EQ(decode(body_of(frame), parse), Decode::ok);
  EXPECT_EQ(parse.statement, "name");
  EXPECT_EQ(parse.text, "SELECT $1");
  EXPECT_EQ(as_text(parse.parameter_types), types);
}

// Every body but the whole one is malformed: nothing may be missing, nothing left over.
TEST(Messages, AreConsumedExactly) {
  Buffer frame;
  encode(frame, Parse{"name", "SELECT $1", as_bytes("\0\1\0\0\0\x17"s)});
  const auto body = body_of(frame);
  for (std::size_t size = 0; size < body.size(); ++size) {
    Parse parse;
    EXPECT_EQ(decode(body.first(size), parse), Decode::malformed) << size;
  }
  Query query;
  EXPECT_EQ(decode(as_bytes("SELECT 1\0"s), query), Decode::ok);
  EXPECT_EQ(decode(as_bytes("SELECT 1\0x\0"s), query), Decode::malformed);
  EXPECT_EQ(decode(as_bytes("SELECT 1"s), query), Decode::malformed);
  NamedObject object;
  EXPECT_EQ(decode(as_bytes("Xname\0"s), object), Decode::malformed);
}

TEST(Messages, AskForMoreOnlyWhereMoreMayCome) {
  BindNames names;
  EXPECT_EQ(decode_front(as_bytes("portal\0stat"s), false, names), Decode::need_more);
  EXPECT_EQ(decode_front(as_bytes("portal\0stat"s), true, names), Decode::malformed);
  const std::string enough = "portal\0statement\0\0\1"s;
  EXPECT_EQ(decode_front(as_bytes(enough), false, names), Decode::ok);
  EXPECT_EQ(names.statement, "statement");
}

TEST(Messages, TakeErrorsAsTheyAre) {
  ErrorClass error;
  EXPECT_EQ(decode_error_class(as_bytes("\0"s), error), Decode::ok);
  EXPECT_TRUE(error.sqlstate.empty());
  const std::string localised = "SFEHLER\0VFATAL\0C57P01\0?what\0\0"s;
  EXPECT_EQ(decode_error_class(as_bytes(localised), error), Decode::ok);
  EXPECT_TRUE(error.ends_session());
  EXPECT_EQ(error.sqlstate, "57P01");
  EXPECT_EQ(decode_error_class(as_bytes("SFATAL"s), error), Decode::malformed);
  EXPECT_EQ(decode_error_class(as_bytes(""s), error), Decode::malformed);
}

TEST(Messages, TellFirstPacketsApart) {
  const auto decoded = [](const std::string& packet) { return decode_first_packet(as_bytes(packet)); };
  EXPECT_TRUE(std::holds_alternative<SslRequest>(decoded("\0\0\0\x08\x04\xd2\x16\x2f"s)));
  EXPECT_TRUE(std::holds_alternative<GssEncRequest>(decoded("\0\0\0\x08\x04\xd2\x16\x30"s)));
  EXPECT_TRUE(std::holds_alternative<MalformedPacket>(decoded("\0\0\0\x09\x04\xd2\x16\x2fx"s)));
  EXPECT_TRUE(std::holds_alternative<MalformedPacket>(decoded("\0\0\0\x0c\x04\xd2\x16\x2e\0\0\0\1"s)));
  EXPECT_TRUE(std::holds_alternative<CancelRequest>(decoded("\0\0\0\x10\x04\xd2\x16\x2e\0\0\0\1\0\0\0\2"s)));
  EXPECT_TRUE(std::holds_alternative<UnsupportedProtocol>(decoded("\0\0\0\x08\0\2\0\0"s)));
}

}  // namespace
}  // namespace pgsegue::wire

#include "proxy/net/outbox.hpp"

#include "proxy/net/plain_transport.hpp"
#include "proxy/net/unique_fd.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace pgsegue::net {
namespace {

using Outcome = Outbox::Outcome;

/// Takes so many bytes per call as told, would block when told to, fails at the n-th call.
struct ScriptedTransport final : Transport {
  std::size_t takes = 1;
  int blocks_every = 0;  ///< each n-th call would block; 0: never
  int fails_at = 0;      ///< that call fails; 0: none
  int calls = 0;
  std::string written;

  IoResult read(std::span<std::byte>) override { return {IoStatus::end}; }
  IoResult write(std::span<const iovec> pieces) override {
    ++calls;
    if (calls == fails_at) return {IoStatus::failed};
    if (blocks_every > 0 && calls % blocks_every == 0) return {IoStatus::wants_write};
    std::size_t done = 0;
    for (const iovec& piece : pieces) {
      const std::size_t n = std::min(piece.iov_len, takes - done);
      written.append(static_cast<const char*>(piece.iov_base), n);
      done += n;
    }
    return {IoStatus::done, done};
  }
  bool may_have_more() const override { return false; }
  bool is_drained() const override { return true; }
  void end_sending() override {}
  std::string failure() const override { return "scripted"; }
};

iovec piece(std::string& text) {
  return {text.data(), text.size()};
}

TEST(Outbox, WritesPiecesInOrderWhateverTheTransportTakes) {
  for (std::size_t takes = 1; takes <= 12; ++takes) {
    std::string a = "hello", b = ", ", c = "world";
    std::array pieces{piece(a), piece(b), piece(c)};
    ScriptedTransport transport;
    transport.takes = takes;
    Outbox outbox;
    EXPECT_EQ(outbox.write(transport, pieces), Outcome::sent);
    EXPECT_EQ(transport.written, "hello, world");
    EXPECT_EQ(outbox.total_sent(), 12u);
  }
}

TEST(Outbox, KeepsTheRestAndSendsItFirst) {
  std::string a = "abcdef", b = "ghi";
  std::array first{piece(a)};
  std::array second{piece(b)};
  ScriptedTransport transport;
  transport.takes = 2;
  transport.blocks_every = 2;
  Outbox outbox;
  EXPECT_EQ(outbox.write(transport, first), Outcome::kept);
  EXPECT_EQ(outbox.kept_bytes(), 4u);
  a.assign(a.size(), '?');  // what is kept is a copy
  EXPECT_EQ(outbox.write(transport, second), Outcome::kept);
  while (outbox.resume(transport) == Outcome::kept) {
  }
  EXPECT_TRUE(outbox.empty());
  EXPECT_EQ(transport.written, "abcdefghi");
}

TEST(Outbox, ReportsAFailureAtEveryCall) {
  for (int n = 1; n <= 6; ++n) {
    std::string a = "abcdef";
    std::array pieces{piece(a)};
    ScriptedTransport transport;
    transport.fails_at = n;
    Outbox outbox;
    EXPECT_EQ(outbox.write(transport, pieces), Outcome::failed) << n;
    EXPECT_EQ(outbox.total_sent(), static_cast<std::uint64_t>(n - 1));
  }
}

TEST(Outbox, FailureWhileResuming) {
  std::string a = "abcdef";
  std::array pieces{piece(a)};
  ScriptedTransport transport;
  transport.blocks_every = 2;
  transport.fails_at = 5;
  Outbox outbox;
  EXPECT_EQ(outbox.write(transport, pieces), Outcome::kept);
  EXPECT_EQ(outbox.resume(transport), Outcome::kept);
  EXPECT_EQ(outbox.resume(transport), Outcome::failed);
}

TEST(Outbox, ASlowReaderGetsEverythingThroughASmallSocket) {
  int pair[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
  const UniqueFd ours(pair[0]), theirs(pair[1]);
  PlainTransport out(ours.get()), in(theirs.get());
  std::string sent(3'000'000, '\0');
  for (std::size_t i = 0; i < sent.size(); ++i)
    sent[i] = static_cast<char>(i * 31 % 251);
  std::array pieces{piece(sent)};
  Outbox outbox;
  ASSERT_EQ(outbox.write(out, pieces), Outcome::kept);
  std::string received;
  std::array<std::byte, 1000> buffer;
  while (received.size() < sent.size()) {
    const IoResult result = in.read(buffer);
    if (result.status == IoStatus::done) {
      received.append(reinterpret_cast<const char*>(buffer.data()), result.bytes);
    } else {
      ASSERT_NE(outbox.resume(out), Outcome::failed);
    }
  }
  EXPECT_EQ(received, sent);
  EXPECT_TRUE(outbox.empty());
}

TEST(Outbox, GathersIntoOneSystemCall) {
  int pair[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0, pair), 0);
  const UniqueFd ours(pair[0]), theirs(pair[1]);
  PlainTransport out(ours.get());
  std::string a = "one ", b = "packet";
  std::array pieces{piece(a), piece(b)};
  Outbox outbox;
  ASSERT_EQ(outbox.write(out, pieces), Outcome::sent);
  char text[64];
  EXPECT_EQ(::recv(theirs.get(), text, sizeof(text), 0), 10);
}

TEST(PlainTransport, TellsEndAndBreakApart) {
  int pair[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
  const UniqueFd ours(pair[0]);
  UniqueFd theirs(pair[1]);
  PlainTransport transport(ours.get());
  std::array<std::byte, 4> buffer;
  EXPECT_EQ(transport.read(buffer).status, IoStatus::wants_read);
  theirs = UniqueFd();
  EXPECT_EQ(transport.read(buffer).status, IoStatus::end);
  std::string a = "x";
  const iovec one = piece(a);
  EXPECT_EQ(transport.write({&one, 1}).status, IoStatus::failed);
  EXPECT_EQ(transport.failure(), "Broken pipe");
}

}  // namespace
}  // namespace pgsegue::net

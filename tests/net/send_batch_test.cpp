#include "proxy/net/send_batch.hpp"

#include "tests/net/socket_pair.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace pgsegue::net {
namespace {

struct Pair : test::SocketPair {
  std::string received() const {
    std::string text(1 << 20, '\0');
    const ssize_t n = ::recv(far.get(), text.data(), text.size(), MSG_DONTWAIT);
    text.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    return text;
  }
  void fill() const {
    const std::string much(4096, 'x');
    while (::send(near.get(), much.data(), much.size(), MSG_DONTWAIT) > 0) {
    }
  }
};

std::span<const std::byte> bytes_of(const std::string& text) {
  return std::as_bytes(std::span(text));
}

class send_ring : public testing::Test {
 protected:
  void SetUp() override {
    if (!ring_.open()) GTEST_SKIP() << "no io_uring here";
  }
  SendRing ring_;
};

TEST_F(send_ring, sends_to_each_socket_what_is_for_it) {
  const std::vector<Pair> pairs(SendRing::capacity);
  for (int round = 0; round < 3; ++round) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      texts.push_back("message " + std::to_string(round) + " for " + std::to_string(i));
    std::vector<SendRing::Request> requests;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      requests.push_back({pairs[i].near.get(), bytes_of(texts[i])});
    ring_.send(requests);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      EXPECT_EQ(requests[i].taken, texts[i].size());
      EXPECT_EQ(pairs[i].received(), texts[i]);
    }
  }
  EXPECT_TRUE(ring_.is_open());
}

TEST_F(send_ring, does_not_wait_for_a_full_socket_nor_send_to_it_later) {
  const Pair full, free, broken;
  full.fill();
  ::shutdown(broken.near.get(), SHUT_WR);
  const std::string text = "text";
  std::array<SendRing::Request, 3> requests{{{full.near.get(), bytes_of(text)},
                                             {broken.near.get(), bytes_of(text)},
                                             {free.near.get(), bytes_of(text)}}};
  ring_.send(requests);
  EXPECT_EQ(requests[0].taken, 0u);
  EXPECT_EQ(requests[1].taken, 0u);
  EXPECT_EQ(requests[2].taken, 4u);
  EXPECT_EQ(free.received(), text);
  while (!full.received().empty()) {
  }
  std::array again{SendRing::Request{free.near.get(), bytes_of(text)}};
  ring_.send(again);
  EXPECT_EQ(full.received(), "");
}

TEST(SendRing, IsClosedUntilItIsOpened) {
  SendRing ring;
  EXPECT_FALSE(ring.is_open());
  ring.close();
}

/// Keeps what it is told.
struct Recorder final : BatchedSender {
  struct Told {
    unsigned mark;
    std::string bytes;
    std::size_t taken;
  };
  void after_batch(unsigned mark, std::span<const std::byte> bytes, std::size_t taken) override {
    told.push_back({mark, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}, taken});
  }
  std::vector<Told> told;
};

class send_batch : public testing::Test {
 protected:
  void SetUp() override {
    batch_.open();
    if (!batch_.is_open()) GTEST_SKIP() << "no io_uring here";
  }
  bool put_aside(const Pair& to, unsigned mark, std::string text) {
    const std::size_t half = text.size() / 2;
    const std::array pieces{iovec{text.data(), half}, iovec{text.data() + half, text.size() - half}};
    const bool taken = batch_.put_aside(recorder_, mark, to.near.get(), pieces);
    std::fill(text.begin(), text.end(), '?');  // the batch has its own copy
    return taken;
  }
  SendBatch batch_;
  Recorder recorder_;
};

TEST_F(send_batch, sends_nothing_before_it_is_flushed) {
  const Pair a, b;
  EXPECT_TRUE(put_aside(a, 1, "first"));
  EXPECT_TRUE(put_aside(b, 2, "second"));
  EXPECT_EQ(a.received(), "");
  batch_.flush();
  EXPECT_EQ(a.received(), "first");
  EXPECT_EQ(b.received(), "second");
  ASSERT_EQ(recorder_.told.size(), 2u);
  EXPECT_EQ(recorder_.told[1].mark, 2u);
  EXPECT_EQ(recorder_.told[1].taken, 6u);
  batch_.flush();
  EXPECT_EQ(recorder_.told.size(), 2u);
}

TEST_F(send_batch, tells_what_was_not_taken) {
  for (const bool alone : {true, false}) {
    const Pair full, other;
    full.fill();
    put_aside(full, 7, "rest");
    if (!alone) put_aside(other, 8, "other");
    recorder_.told.clear();
    batch_.flush();
    ASSERT_EQ(recorder_.told.size(), alone ? 1u : 2u);
    EXPECT_EQ(recorder_.told[0].bytes, "rest");
    EXPECT_EQ(recorder_.told[0].taken, 0u);
  }
}

TEST_F(send_batch, makes_room_by_sending) {
  const std::vector<Pair> pairs(100);
  const std::string text(1000, 'y');
  for (std::size_t i = 0; i < pairs.size(); ++i)
    ASSERT_TRUE(put_aside(pairs[i], static_cast<unsigned>(i), text + std::to_string(i)));
  batch_.flush();
  ASSERT_EQ(recorder_.told.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i)
    EXPECT_EQ(pairs[i].received(), text + std::to_string(i));
}

TEST_F(send_batch, leaves_what_is_long_to_others) {
  const Pair pair;
  EXPECT_FALSE(put_aside(pair, 1, std::string(SendBatch::most_bytes + 1, 'z')));
  EXPECT_TRUE(batch_.empty());
}

TEST(SendBatch, PutsNothingAsideWithoutARing) {
  SendBatch batch;
  Recorder recorder;
  const Pair pair;
  char byte = 'x';
  const iovec piece{&byte, 1};
  EXPECT_FALSE(batch.put_aside(recorder, 0, pair.near.get(), {&piece, 1}));
}

}  // namespace
}  // namespace pgsegue::net

// A worker between sockets in the steady state: no allocation per transaction, by whatever part of the
// process.
#include "proxy/control/control_plane.hpp"
#include "proxy/net/worker.hpp"
#include "tests/support/malloc_counter.hpp"
#include "tests/support/scripted_session.hpp"
#include "tests/support/wire_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>

namespace pgsegue::net {
namespace {

constexpr const char* select = "\"SELECT last_name FROM person WHERE id = 1\"";
constexpr const char* rows =
    "RowDescription \"a\"\nDataRow \"1\"\nDataRow \"2\"\nCommandComplete \"SELECT 2\"\nReadyForQuery I";

/// One end of a connection, which the test holds. A peer that says nothing for five seconds fails the test.
class Peer {
 public:
  explicit Peer(int fd) : fd_(fd) {
    const timeval patience{5, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  void send(std::string_view bytes) {
    if (::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
      throw std::runtime_error("the proxy takes nothing");
  }
  /// What comes next, at most a few kilobytes.
  std::string_view receive() {
    const ssize_t n = ::recv(fd_.get(), buffer_.data(), buffer_.size(), 0);
    if (n <= 0) throw std::runtime_error("the proxy says nothing");
    return {buffer_.data(), static_cast<std::size_t>(n)};
  }
  void receive(std::size_t bytes) {
    while (bytes > 0)
      bytes -= std::min(bytes, receive().size());
  }

 private:
  UniqueFd fd_;
  std::array<char, 65'536> buffer_{};
};

/// A socket on loopback that listens for the proxy's connection.
class ServerSocket {
 public:
  ServerSocket() : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool listens = ::bind(fd_.get(), reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                         ::listen(fd_.get(), 1) == 0 &&
                         ::getsockname(fd_.get(), reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!listens) throw std::runtime_error("no port to listen on");
    port_ = ntohs(address.sin_port);
  }
  std::uint16_t port() const { return port_; }
  std::unique_ptr<Peer> accept() {
    const int fd = ::accept(fd_.get(), nullptr, nullptr);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return std::make_unique<Peer>(fd);
  }

 private:
  UniqueFd fd_;
  std::uint16_t port_ = 0;
};

class NetSteadyState : public testing::TestWithParam<const char*> {
 protected:
  NetSteadyState() : worker_(process_, control_, make_generation()) {}

  void SetUp() override {
    if (!test::counts_mallocs) GTEST_SKIP() << "a sanitizer has its own malloc";
    worker_.start();
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    client_ = std::make_unique<Peer>(ends[0]);
    worker_.adopt(
        {.fd = UniqueFd(ends[1]), .client_address = "test", .listener = {}, .is_unix_socket = true});
    client_->send(frontend("Startup user=\"ada\" database=\"" + std::string(GetParam()) + "\""));
    server_ = listening_.accept();
    server_->receive();
    exchange("", backend("AuthenticationOk\nBackendKeyData 1 2\nReadyForQuery I"));
    if (std::string_view(GetParam()) == "shop@v1") learn_path();
  }
  void TearDown() override {
    worker_.stop();
    worker_.abandon_sessions();
  }

  static std::string frontend(const std::string& lines) {
    return test::encode_wire_lines(lines, test::frontend_grammar());
  }
  static std::string backend(const std::string& lines) {
    return test::encode_wire_lines(lines, test::backend_grammar());
  }

  /// The first statement that is rewritten makes the proxy ask for the search path.
  void learn_path() {
    client_->send(frontend(std::string("Query ") + select));
    server_->receive();
    server_->send(backend(
        "CloseComplete\nParseComplete\nBindComplete\nDataRow \"p\" \"pg_catalog\" \"1\"\nDataRow \"p\" "
        "\"public\" \"2\"\nCommandComplete \"SELECT 2\"\nCloseComplete\nCloseComplete\nReadyForQuery I"));
    server_->receive();
    exchange("", backend(rows));
  }

  /// `answer` arrives as it is.
  void exchange(std::string_view request, std::string_view answer) {
    if (!request.empty()) {
      client_->send(request);
      server_->receive();
    }
    for (std::string_view rest = answer; !rest.empty();) {
      const std::string_view part = rest.substr(0, 16'384);
      server_->send(part);
      client_->receive(part.size());
      rest.remove_prefix(part.size());
    }
  }

  std::size_t mallocs_of_a_hundred(const std::string& request_lines, const std::string& answer_lines) {
    const std::string request = frontend(request_lines), answer = backend(answer_lines);
    for (int i = 0; i < 20; ++i)
      exchange(request, answer);
    const std::size_t before = test::mallocs();
    for (int i = 0; i < 100; ++i)
      exchange(request, answer);
    return test::mallocs() - before;
  }

 private:
  std::shared_ptr<const Generation> make_generation() {
    Generation made;
    made.config.servers = {{"127.0.0.1", listening_.port()}};
    made.databases = std::make_shared<test::TestDirectory>();
    return std::make_shared<const Generation>(std::move(made));
  }

  ServerSocket listening_;
  control::ControlPlane control_;
  ProcessState process_;
  Worker worker_;
  std::unique_ptr<Peer> client_, server_;
};

TEST_P(NetSteadyState, SimpleQueriesDoNotAllocate) {
  EXPECT_EQ(mallocs_of_a_hundred(std::string("Query ") + select, rows), 0u);
  EXPECT_EQ(mallocs_of_a_hundred("Query \"SELECT total FROM orders WHERE id = 1\"", rows), 0u);
}

TEST_P(NetSteadyState, ExtendedQueriesDoNotAllocate) {
  const std::string one =
      std::string("Parse \"\" ") + select + "\nBind \"\" \"\"\nDescribe P \"\"\nExecute \"\" 0\n";
  const std::string answer =
      "ParseComplete\nBindComplete\nRowDescription \"a\"\nDataRow \"1\"\nCommandComplete \"SELECT 1\"\n";
  EXPECT_EQ(mallocs_of_a_hundred(one + "Sync", answer + "ReadyForQuery I"), 0u);
  std::string many, answers;
  for (int i = 0; i < 20; ++i)
    many += one, answers += answer;
  EXPECT_EQ(mallocs_of_a_hundred(many + "Sync", answers + "ReadyForQuery I"), 0u);
}

TEST_P(NetSteadyState, PreparedStatementsDoNotAllocate) {
  exchange(frontend(std::string("Parse \"s\" ") + select + "\nSync"),
           backend("ParseComplete\nReadyForQuery I"));
  EXPECT_EQ(
      mallocs_of_a_hundred("Bind \"\" \"s\"\nExecute \"\" 0\nSync",
                           "BindComplete\nDataRow \"1\"\nCommandComplete \"SELECT 1\"\nReadyForQuery I"),
      0u);
}

TEST_P(NetSteadyState, LargeResultsDoNotAllocate) {
  EXPECT_EQ(mallocs_of_a_hundred(std::string("Query ") + select,
                                 "RowDescription \"a\"\nDataRow \"" + std::string(200'000, 'x') +
                                     "\"\nDataRow \"1\"\nCommandComplete \"SELECT 2\"\nReadyForQuery I"),
            0u);
}

TEST(MallocCounter, Counts) {
  if (!test::counts_mallocs) GTEST_SKIP() << "a sanitizer has its own malloc";
  const std::size_t before = test::mallocs();
  ::operator delete(::operator new(1));
  EXPECT_EQ(test::mallocs(), before + 1);
}

INSTANTIATE_TEST_SUITE_P(Net, NetSteadyState, testing::Values("plain", "shop@v1", "shop@v2"),
                         [](const testing::TestParamInfo<const char*>& database) {
                           std::string name = database.param;
                           std::replace(name.begin(), name.end(), '@', '_');
                           return name;
                         });

}  // namespace
}  // namespace pgsegue::net

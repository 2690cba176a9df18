#include "proxy/net/cancel_forward.hpp"

#include "proxy/net/unique_fd.hpp"
#include "proxy/net/unix_address.hpp"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>

namespace pgsegue::net {
namespace {

/// Accepts one connection on a unix socket, reads a CancelRequest and closes.
class CancelServer {
 public:
  CancelServer() : listening_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    std::filesystem::create_directories(directory_);
    const auto address = UnixAddress::of_path(directory_ + "/.s.PGSQL.5432");
    if (::bind(listening_.get(), address->data(), address->size()) != 0 || ::listen(listening_.get(), 1) != 0)
      throw std::runtime_error("cannot listen");
  }
  ~CancelServer() {
    if (thread_.joinable()) thread_.join();
    std::filesystem::remove_all(directory_);
  }
  void serve_one() {
    thread_ = std::thread([this] {
      const UniqueFd fd(::accept(listening_.get(), nullptr, nullptr));
      std::array<char, 16> request;
      ssize_t n = 0;
      while (received_.size() < request.size() &&
             (n = ::recv(fd.get(), request.data(), request.size(), 0)) > 0)
        received_.append(request.data(), static_cast<std::size_t>(n));
    });
  }
  const std::string& received() {
    thread_.join();
    return received_;
  }
  const std::string& directory() const { return directory_; }

 private:
  const std::string directory_ =
      std::filesystem::temp_directory_path() / ("pgsegue-cancel-" + std::to_string(::getpid()));
  UniqueFd listening_;
  std::thread thread_;
  std::string received_;
};

CancelRoute route_to(const std::string& directory) {
  const auto address = UnixAddress::of_path(directory + "/.s.PGSQL.5432");
  CancelRoute route;
  route.point = {{directory, 5432}, Endpoint(address->data(), address->size(), 0)};
  route.key = {0x01020304, 0x05060708};
  return route;
}

std::string run(const CancelRoute& route) {
  asio::io_context loop;
  std::string failure = "did not finish";
  asio::co_spawn(loop.get_executor(), forward_cancel(loop.get_executor(), route),
                 [&](const std::exception_ptr& thrown, std::string result) {
                   failure = thrown ? "threw" : std::move(result);
                 });
  loop.run();
  return failure;
}

TEST(CancelForward, SendsTheKeyAndWaitsForTheEnd) {
  CancelServer server;
  server.serve_one();
  EXPECT_EQ(run(route_to(server.directory())), "");
  EXPECT_EQ(server.received(), std::string("\0\0\0\x10\x04\xd2\x16\x2e\x01\x02\x03\x04\x05\x06\x07\x08", 16));
}

TEST(CancelForward, SaysWhyTheServerCannotBeReached) {
  const std::string failure = run(route_to("/nonexistent"));
  EXPECT_EQ(failure,
            "connection to server at \"/nonexistent/.s.PGSQL.5432\" failed: No such file or directory");
}

TEST(ServerConnector, TriesTheAddressesInOrder) {
  CancelServer server;  // its backlog accepts
  asio::io_context loop;
  const std::vector<config::ServerAddress> addresses{{"/nonexistent", 5432}, {server.directory(), 5432}};
  const config::Limits limits;
  std::string reached;
  asio::co_spawn(loop.get_executor(), connect_to_any(loop.get_executor(), addresses, limits),
                 [&](const std::exception_ptr&, const ConnectResult& result) {
                   if (result.socket) reached = result.point.address.host;
                 });
  loop.run();
  EXPECT_EQ(reached, server.directory());
}

TEST(ServerConnector, NamesEveryFailure) {
  asio::io_context loop;
  const std::vector<config::ServerAddress> addresses{{"/nonexistent", 5432}, {"/missing", 5433}};
  const config::Limits limits;
  std::string failure;
  asio::co_spawn(loop.get_executor(), connect_to_any(loop.get_executor(), addresses, limits),
                 [&](const std::exception_ptr&, const ConnectResult& result) { failure = result.failure; });
  loop.run();
  EXPECT_EQ(failure,
            "connection to server at \"/nonexistent/.s.PGSQL.5432\" failed: No such file or directory; "
            "connection to "
            "server at \"/missing/.s.PGSQL.5433\" failed: No such file or directory");
}

}  // namespace
}  // namespace pgsegue::net

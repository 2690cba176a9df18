#include "proxy/net/cancel_forward.hpp"

#include "proxy/net/deadline.hpp"
#include "proxy/net/stream.hpp"

#include <array>
#include <chrono>
#include <cstring>
#include <utility>

namespace pgsegue::net {
namespace {

constexpr std::chrono::seconds longest_wait(10);
constexpr std::uint32_t ssl_request_code = 80877103;
constexpr std::uint32_t cancel_request_code = 80877102;

template <std::size_t n>
std::array<std::byte, 4 * n> big_endian(const std::array<std::uint32_t, n>& words) {
  std::array<std::byte, 4 * n> bytes;
  for (std::size_t i = 0; i < 4 * n; ++i)
    bytes[i] = static_cast<std::byte>(words[i / 4] >> (8 * (3 - i % 4)));
  return bytes;
}

Task<bool> start_tls(Stream& stream, const CancelRoute& route) {
  const auto request = big_endian<2>({8, ssl_request_code});
  if (!co_await stream.write_all(request)) co_return false;
  std::array<std::byte, 1> answer;
  const IoResult result = co_await stream.read_some(answer);
  if (result.status != IoStatus::done || answer[0] != std::byte{'S'}) co_return false;
  stream.start_tls(route.tls, route.identity);
  co_return co_await stream.handshake() == IoStatus::done;
}

Task<bool> exchange(Stream& stream, const CancelRoute& route) {
  if (route.tls && !co_await start_tls(stream, route)) co_return false;
  const auto request = big_endian<4>({16, cancel_request_code, route.key.process_id, route.key.secret});
  if (!co_await stream.write_all(request)) co_return false;
  std::array<std::byte, 64> ignored;
  IoResult result{IoStatus::done};
  while (result.status == IoStatus::done)
    result = co_await stream.read_some(ignored);
  // A reset is as good as an orderly end: the postmaster's child has done its work and gone.
  co_return true;
}

}  // namespace

Task<std::string> forward_cancel(Executor executor, const CancelRoute& route) {
  ConnectResult connected = co_await connect_to_point(executor, route.point, route.limits);
  if (!connected.socket) co_return connected.failure;
  Stream stream(executor, std::move(connected.socket));
  const Deadline deadline(executor, longest_wait, [&stream] { stream.close(); });
  const bool sent = co_await exchange(stream, route);
  if (deadline.expired()) co_return "the server did not answer within 10 seconds";
  co_return sent ? std::string() : stream.failure();
}

}  // namespace pgsegue::net

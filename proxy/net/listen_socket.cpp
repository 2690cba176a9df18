#include "proxy/net/listen_socket.hpp"

#include "proxy/net/unix_address.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace pgsegue::net {
namespace {

using boost::asio::ip::tcp;

const char* remedy(int error) {
  switch (error) {
    case EADDRINUSE:
      return "stop the other process that listens there, or choose another port";
    case EADDRNOTAVAIL:
      return "use an address of this machine, or 0.0.0.0 or :: for all";
    case EACCES:
      return "choose a port above 1023 or a directory this user may write to";
    case EEXIST:
      return "there is a file of that name that is no socket: move it away, or choose another directory";
    case ENOENT:
      return "create the directory first";
    default:
      return "check the listener's address and port";
  }
}

[[noreturn]] void fail(const config::Listener& listener, int error) {
  throw std::system_error(error, std::generic_category(),
                          "cannot listen on " + listener_name(listener) + " (" + remedy(error) + ")");
}

void set(int fd, int level, int option) {
  const int on = 1;
  ::setsockopt(fd, level, option, &on, sizeof(on));
}

UniqueFd bound_tcp(const config::Listener& listener, const tcp::endpoint& endpoint, bool shared) {
  UniqueFd fd(::socket(endpoint.protocol().family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd) fail(listener, errno);
  set(fd.get(), SOL_SOCKET, SO_REUSEADDR);
  if (shared) set(fd.get(), SOL_SOCKET, SO_REUSEPORT);
  // Without this, "::" would also take the IPv4 port that "0.0.0.0" asks for.
  if (endpoint.address().is_v6()) set(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY);
  if (::bind(fd.get(), endpoint.data(), static_cast<socklen_t>(endpoint.size())) != 0) fail(listener, errno);
  return fd;
}

void listen_on(const config::Listener& listener, const UniqueFd& fd) {
  if (::listen(fd.get(), SOMAXCONN) != 0) fail(listener, errno);
}

ListenSockets open_tcp(const config::Listener& listener, unsigned threads) {
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(listener.address, error);
  if (error) fail(listener, EINVAL);
  const tcp::endpoint endpoint(address, listener.port);
  // Sharing would hide that a second process took half of the connections: see first whether it is free.
  static_cast<void>(bound_tcp(listener, endpoint, false));
  ListenSockets sockets;
  for (unsigned i = 0; i < threads; ++i)
    sockets.each.push_back(bound_tcp(listener, endpoint, true));
  for (const UniqueFd& fd : sockets.each)
    listen_on(listener, fd);
  return sockets;
}

bool somebody_listens(const UnixAddress& address) {
  const UniqueFd probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  return ::connect(probe.get(), address.data(), address.size()) == 0;
}

void remove_old_socket(const config::Listener& listener, const std::string& path) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) != 0) return;
  if (!S_ISSOCK(facts.st_mode)) fail(listener, EEXIST);
  ::unlink(path.c_str());
}

ListenSockets open_unix(const config::Listener& listener) {
  const std::string path = listener_name(listener);
  const auto address = UnixAddress::of_path(path);
  if (!address) fail(listener, ENAMETOOLONG);
  if (somebody_listens(*address)) fail(listener, EADDRINUSE);
  remove_old_socket(listener, path);
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd) fail(listener, errno);
  if (::bind(fd.get(), address->data(), address->size()) != 0) fail(listener, errno);
  ListenSockets sockets{{}, SocketFile(path)};
  // Whoever may enter the directory may connect, as with PostgreSQL's default.
  ::chmod(path.c_str(), 0777);
  listen_on(listener, fd);
  sockets.each.push_back(std::move(fd));
  return sockets;
}

}  // namespace

ListenSockets open_listener(const config::Listener& listener, unsigned threads) {
  return listener.is_unix_socket() ? open_unix(listener) : open_tcp(listener, threads);
}

std::string listener_name(const config::Listener& listener) {
  const std::string port = std::to_string(listener.port);
  if (listener.is_unix_socket()) return listener.address + "/.s.PGSQL." + port;
  if (listener.address.find(':') != std::string::npos) return "[" + listener.address + "]:" + port;
  return listener.address + ":" + port;
}

}  // namespace pgsegue::net

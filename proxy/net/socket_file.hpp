#pragma once

#include <string>
#include <unistd.h>
#include <utility>

namespace pgsegue::net {

/// Owns the file of a unix socket that this process listens on: it goes when nobody listens any more.
class SocketFile {
 public:
  SocketFile() = default;  ///< of a TCP listener: none
  explicit SocketFile(std::string path) : path_(std::move(path)) {}
  SocketFile(SocketFile&& from) noexcept : path_(std::exchange(from.path_, {})) {}
  SocketFile& operator=(SocketFile&& from) noexcept {
    std::swap(path_, from.path_);
    return *this;
  }
  ~SocketFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }

 private:
  std::string path_;
};

}  // namespace pgsegue::net

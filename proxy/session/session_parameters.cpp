#include "proxy/session/session_parameters.hpp"

#include <charconv>

namespace pgsegue::session {
void SessionParameters::set(std::string_view name, std::string_view value) {
  if (name == "standard_conforming_strings") standard_conforming_strings_ = value == "on";
  if (name == "client_encoding") client_encoding_ = value;
  if (name == "server_encoding") server_encoding_ = value;
  if (name.ends_with("_encoding"))
    encoding_ = parser::TextEncoding::between(client_encoding_, server_encoding_);
  if (name == "server_version") set_server_version(value);
}

void SessionParameters::set_server_version(std::string_view value) {
  int major = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), major);
  if (error == std::errc{}) server_major_ = major;
}

}  // namespace pgsegue::session

#include "proxy/session/session_parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pgsegue::session {
namespace {

// Encodings a server cannot store, for their second bytes look like ASCII (pg_wchar.h, "followings are for
// client encoding only").
constexpr std::array<std::string_view, 7> client_only_encodings{"SJIS",    "BIG5",  "GBK",           "UHC",
                                                                "GB18030", "JOHAB", "SHIFT_JIS_2004"};

}  // namespace

void SessionParameters::set(std::string_view name, std::string_view value) {
  if (name == "standard_conforming_strings") standard_conforming_strings_ = value == "on";
  if (name == "client_encoding") set_client_encoding(value);
  if (name == "server_version") set_server_version(value);
}

void SessionParameters::set_client_encoding(std::string_view value) {
  client_encoding_ = value;
  encoding_is_ascii_safe_ = std::find(client_only_encodings.begin(), client_only_encodings.end(), value) ==
                            client_only_encodings.end();
}

void SessionParameters::set_server_version(std::string_view value) {
  int major = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), major);
  if (error == std::errc{}) server_major_ = major;
}

}  // namespace pgsegue::session

#pragma once

#include "proxy/wire/parameter_status.hpp"

#include <string>
#include <string_view>

namespace pgsegue::session {

/// The settings that decide how a session's text is read, as the server reports them. Never taken from the
/// client's own statements: a rollback or a function may say otherwise.
class SessionParameters {
 public:
  void set(std::string_view name, std::string_view value);

  bool standard_conforming_strings() const { return standard_conforming_strings_; }
  const std::string& client_encoding() const { return client_encoding_; }
  /// False where a byte below 0x80 can be the second of a character: SJIS, BIG5, GBK, UHC, GB18030, JOHAB.
  bool encoding_is_ascii_safe() const { return encoding_is_ascii_safe_; }
  bool encoding_is_utf8() const { return client_encoding_ == "UTF8"; }
  int server_major() const { return server_major_; }

 private:
  void set_client_encoding(std::string_view value);
  void set_server_version(std::string_view value);

  bool standard_conforming_strings_ = true;
  bool encoding_is_ascii_safe_ = true;
  int server_major_ = 15;
  std::string client_encoding_ = "UTF8";
};

}  // namespace pgsegue::session

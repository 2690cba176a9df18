#pragma once

#include "parser/encoding/text_encoding.hpp"
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
  const parser::TextEncoding& encoding() const { return encoding_; }
  int server_major() const { return server_major_; }

 private:
  void set_server_version(std::string_view value);

  bool standard_conforming_strings_ = true;
  int server_major_ = 15;
  std::string client_encoding_ = "UTF8", server_encoding_ = "UTF8";
  parser::TextEncoding encoding_;
};

}  // namespace pgsegue::session

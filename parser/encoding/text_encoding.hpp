#pragma once

#include "parser/encoding/character_set.hpp"

#include <cstdint>
#include <string_view>

namespace pgsegue::parser {

/// In what encoding a session's texts come, and what the server makes of them before it reads them. Default:
/// UTF-8 on both sides.
class TextEncoding {
 public:
  enum class Form : std::uint8_t {
    utf8,        ///< UTF-8 for the client and the server
    converted,   ///< must be converted to be read
    bytes,       ///< the database is SQL_ASCII: texts and its names are bytes without a meaning
    ascii_only,  ///< the server takes nothing but ASCII
    unreadable,  ///< what is beyond ASCII cannot be read
  };

  TextEncoding() = default;
  /// `client` and `server` are client_encoding and server_encoding as the server reports them.
  static TextEncoding between(std::string_view client, std::string_view server);

  Form form() const { return form_; }
  bool is_utf8() const { return form_ == Form::utf8; }
  /// What the client writes and gets, of a form that is converted; with client_encoding SQL_ASCII it is the
  /// server's.
  const CharacterSet& client() const { return *client_; }
  const CharacterSet& server() const { return *server_; }
  /// False: the server takes no text with these bytes from this client.
  bool admits(std::string_view text) const;

  bool operator==(const TextEncoding&) const = default;

 private:
  Form form_ = Form::utf8;
  const CharacterSet* client_ = &utf8_character_set();  ///< null: not known, or not checked
  const CharacterSet* server_ = &utf8_character_set();
};

inline bool has_high_byte(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text)
    all |= static_cast<unsigned char>(c);
  return all >= 0x80;
}

}  // namespace pgsegue::parser

#include "parser/encoding/text_encoding.hpp"

namespace pgsegue::parser {

namespace {

// Encoding of which the server converts and checks nothing (src/backend/utils/mb/mbutils.c).
constexpr std::string_view no_encoding = "SQL_ASCII";

}  // namespace

TextEncoding TextEncoding::between(std::string_view client, std::string_view server) {
  TextEncoding encoding;
  const CharacterSet* of_client = find_character_set(client == no_encoding ? server : client);
  if (server == no_encoding) {
    const bool is_stored = of_client == nullptr || of_client->is_of_servers;
    encoding.form_ = is_stored ? Form::bytes : Form::ascii_only;
    encoding.client_ = of_client;
    return encoding;
  }
  const CharacterSet* of_server = find_character_set(server);
  if (of_client == nullptr || of_server == nullptr) {
    encoding.form_ = Form::unreadable;
    encoding.client_ = nullptr;
    return encoding;
  }
  const bool is_utf8 = of_client->is_utf8() && of_server->is_utf8();
  encoding.form_ = is_utf8 ? Form::utf8 : Form::converted;
  encoding.client_ = of_client;
  encoding.server_ = of_server;
  return encoding;
}

bool TextEncoding::admits(std::string_view text) const {
  if (form_ == Form::ascii_only) return !has_high_byte(text);
  if (client_ == nullptr) return true;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_ascii = static_cast<unsigned char>(text[i]) < 0x80;
    const std::size_t length = is_ascii ? 1 : client_->length(text.substr(i));
    if (length == 0) return false;
    i += length;
  }
  return true;
}

}  // namespace pgsegue::parser

#include "tests/support/wire_fields.hpp"
#include "tests/support/wire_text.hpp"

#include <sstream>
#include <stdexcept>

namespace pgsegue::test {
namespace {

std::string u16(std::size_t value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value)};
}
std::string u32(std::uint64_t value) {
  return u16(value >> 16 & 0xffff) + u16(value & 0xffff);
}
std::string cstring(std::string_view text) {
  return std::string(text) + '\0';
}

/// The fields of one line, taken in order.
class Fields {
 public:
  explicit Fields(std::vector<WireField> fields) : fields_(std::move(fields)) {}
  bool more() const { return at_ < fields_.size(); }
  WireField next() { return more() ? fields_[at_++] : throw std::invalid_argument("a field is missing"); }
  std::string text() { return next().text.value_or(""); }
  std::size_t left() const { return fields_.size() - at_; }

 private:
  std::vector<WireField> fields_;
  std::size_t at_ = 0;
};

std::string column(const std::string& name) {
  constexpr unsigned text_oid = 25;
  return cstring(name) + u32(0) + u16(0) + u32(text_oid) + u16(0xffff) + u32(0xffffffff) + u16(0);
}

std::string values(Fields& fields) {
  std::string body = u16(fields.left());
  while (fields.more()) {
    const auto value = fields.next().text;
    body += value ? u32(value->size()) + *value : u32(0xffffffff);
  }
  return body;
}

std::string type_oids(Fields& fields) {
  std::string body = u16(fields.left());
  while (fields.more())
    body += u32(std::stoul(fields.text()));
  return body;
}

std::string columns(Fields& fields) {
  std::string body = u16(fields.left());
  while (fields.more())
    body += column(fields.text());
  return body;
}

std::string error_fields(Fields& fields) {
  std::string body;
  while (fields.more()) {
    const WireField field = fields.next();
    body += field.key + cstring(field.text.value_or(""));
  }
  return body + '\0';
}

std::string texts(Fields& fields) {
  std::string body;
  while (fields.more())
    body += cstring(fields.text());
  return body + '\0';
}

std::string counted_texts(Fields& fields) {
  std::string body = u32(fields.left());
  while (fields.more())
    body += cstring(fields.text());
  return body;
}

std::string part(char letter, Fields& fields) {
  switch (letter) {
    case 's':
      return cstring(fields.text());
    case 'i':
      return u32(std::stoull(fields.text()));
    case 'b':
      return fields.text().substr(0, 1);
    case 'd':
      return fields.more() ? fields.text() : "";
    case 'p':
      return u16(0);
    case 'g':
      return std::string(1, '\0') + u16(0);
    case 'v':
      return values(fields);
    case 't':
      return type_oids(fields);
    case 'c':
      return columns(fields);
    case 'f':
      return error_fields(fields);
    case 'l':
      return counted_texts(fields);
    default:
      return texts(fields);
  }
}

std::string first_packet(const std::string& name, Fields& fields) {
  std::string body;
  if (name == "SSLRequest") body = u32(80877103);
  if (name == "GSSENCRequest") body = u32(80877104);
  if (name == "CancelRequest") body = u32(80877102) + part('i', fields) + part('i', fields);
  if (name == "Startup") {
    body = u32(196608);
    while (fields.more()) {
      const WireField field = fields.next();
      if (field.key == "protocol") {
        body = u32(std::stoul(*field.text));
      } else {
        body += cstring(field.key) + cstring(*field.text);
      }
    }
    body += '\0';
  }
  return body.empty() ? body : u32(body.size() + 4) + body;
}

std::string encode_line(const std::string& line, std::span<const WireGrammar> grammar) {
  Fields fields(split_wire_line(line));
  const std::string name = fields.text();
  if (name == "Bytes") return fields.text();
  if (const std::string packet = first_packet(name, fields); !packet.empty()) return packet;
  for (const WireGrammar& rule : grammar) {
    if (rule.name != name) continue;
    std::string body = rule.code < 0 ? "" : u32(static_cast<unsigned>(rule.code));
    for (const char letter : rule.body)
      body += part(letter, fields);
    return rule.type + u32(body.size() + 4) + body;
  }
  throw std::invalid_argument("unknown message: " + line);
}

}  // namespace

std::string encode_wire_lines(std::string_view lines, std::span<const WireGrammar> grammar) {
  std::istringstream stream{std::string(lines)};
  std::string bytes;
  for (std::string line; std::getline(stream, line);)
    bytes += encode_line(line, grammar);
  return bytes;
}

}  // namespace pgsegue::test

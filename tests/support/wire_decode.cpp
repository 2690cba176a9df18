#include "tests/support/wire_fields.hpp"
#include "tests/support/wire_text.hpp"

#include <stdexcept>

namespace pgsegue::test {
namespace {

/// Takes a body apart; throws std::out_of_range where it is too short.
class Body {
 public:
  explicit Body(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t count) {
    if (count > rest_.size()) throw std::out_of_range("body too short");
    const auto taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::uint32_t number(std::size_t size) {
    std::uint32_t value = 0;
    for (const char c : take(size))
      value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  std::string text() {
    const std::size_t end = rest_.find('\0');
    if (end == std::string_view::npos) throw std::out_of_range("no NUL");
    const auto text = take(end);
    take(1);
    return quote_wire_text(text);
  }
  std::string_view rest() { return take(rest_.size()); }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::string values(Body& body) {
  std::string line;
  for (std::uint32_t n = body.number(2); n > 0; --n) {
    const std::uint32_t size = body.number(4);
    line += size == 0xffffffff ? " NULL" : ' ' + quote_wire_text(body.take(size));
  }
  return line;
}

std::string type_oids(Body& body) {
  std::string line;
  for (std::uint32_t n = body.number(2); n > 0; --n)
    line += ' ' + std::to_string(body.number(4));
  return line;
}

std::string columns(Body& body) {
  constexpr std::size_t behind_name = 18;
  std::string line;
  for (std::uint32_t n = body.number(2); n > 0; --n) {
    line += ' ' + body.text();
    body.take(behind_name);
  }
  return line;
}

std::string error_fields(Body& body) {
  std::string line;
  while (true) {
    const char type = body.take(1)[0];
    if (type == '\0') return line;
    line += std::string(" ") + type + '=' + body.text();
  }
}

std::string texts(Body& body) {
  std::string line;
  while (true) {
    if (body.done()) return line;
    const std::string text = body.text();
    if (text == "\"\"") return line;
    line += ' ' + text;
  }
}

std::string counted_texts(Body& body) {
  std::string line;
  for (std::uint32_t n = body.number(4); n > 0; --n)
    line += ' ' + body.text();
  return line;
}

std::string part(char letter, Body& body) {
  switch (letter) {
    case 's':
      return ' ' + body.text();
    case 'i':
      return ' ' + std::to_string(body.number(4));
    case 'b':
      return std::string(" ") + std::string(body.take(1));
    case 'd':
      return ' ' + quote_wire_text(body.rest());
    case 'p':
      body.take(2);
      return "";
    case 'g':
      body.take(3);
      return "";
    case 'v':
      return values(body);
    case 't':
      return type_oids(body);
    case 'c':
      return columns(body);
    case 'f':
      return error_fields(body);
    case 'l':
      return counted_texts(body);
    default:
      return texts(body);
  }
}

std::string line_of(const WireGrammar& rule, std::string_view bytes) {
  Body body(bytes);
  if (rule.code >= 0 && body.number(4) != static_cast<std::uint32_t>(rule.code)) return "";
  std::string line(rule.name);
  for (const char letter : rule.body)
    line += part(letter, body);
  if (!body.done()) throw std::out_of_range("bytes left over");
  return line;
}

std::string decode_message(char type, std::string_view body, std::span<const WireGrammar> grammar) {
  for (const WireGrammar& rule : grammar) {
    if (rule.type != type) continue;
    if (const std::string line = line_of(rule, body); !line.empty()) return line;
  }
  throw std::out_of_range("unknown message");
}

}  // namespace

std::string decode_wire_bytes(std::string_view bytes, std::span<const WireGrammar> grammar) {
  std::string lines;
  try {
    while (!bytes.empty()) {
      Body frame(bytes);
      const char type = frame.take(1)[0];
      const std::uint32_t length = frame.number(4);
      const std::string_view body = frame.take(length - 4);
      lines += decode_message(type, body, grammar) + '\n';
      bytes.remove_prefix(length + 1);
    }
  } catch (const std::out_of_range&) {
    lines += "Bytes " + quote_wire_text(bytes) + '\n';
  }
  return lines;
}

std::string decode_first_packet_line(std::string_view packet) {
  Body body(packet);
  body.take(4);
  const std::uint32_t code = body.number(4);
  if (code == 80877103) return "SSLRequest\n";
  std::string line = "Startup";
  while (true) {
    const std::string name = body.text();
    if (name == "\"\"") return line + '\n';
    line += ' ' + name.substr(1, name.size() - 2) + '=' + body.text();
  }
}

}  // namespace pgsegue::test

#include "tests/support/wire_fields.hpp"

#include <cstdio>

namespace pgsegue::test {
namespace {

char unescape(std::string_view line, std::size_t& at) {
  const char c = line[at++];
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'x':
      at += 2;
      return static_cast<char>(std::stoi(std::string(line.substr(at - 2, 2)), nullptr, 16));
    default:
      return c;
  }
}

std::string read_quoted(std::string_view line, std::size_t& at) {
  std::string text;
  for (++at; at < line.size() && line[at] != '"';) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      text += unescape(line, ++at);
    } else {
      text += line[at++];
    }
  }
  ++at;
  return text;
}

WireField read_field(std::string_view line, std::size_t& at) {
  WireField field;
  std::string word;
  while (at < line.size() && line[at] != ' ' && line[at] != '"' && line[at] != '=')
    word += line[at++];
  if (at < line.size() && line[at] == '=') {
    field.key = word;
    word.clear();
    ++at;
    if (at >= line.size() || line[at] != '"') {
      while (at < line.size() && line[at] != ' ')
        word += line[at++];
      field.text = word;
      return field;
    }
  }
  if (at < line.size() && line[at] == '"') {
    field.text = read_quoted(line, at);
  } else if (word != "NULL") {
    field.text = word;
  }
  return field;
}

}  // namespace

std::vector<WireField> split_wire_line(std::string_view line) {
  std::vector<WireField> fields;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
    } else {
      fields.push_back(read_field(line, at));
    }
  }
  return fields;
}

std::string quote_wire_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte >= 0x7f) {
      char hex[5];
      std::snprintf(hex, sizeof hex, "\\x%02x", byte);
      quoted += hex;
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace pgsegue::test

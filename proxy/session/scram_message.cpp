#include "proxy/session/scram_message.hpp"

#include <algorithm>
#include <cstdio>

namespace pgsegue::session {

namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

rules::SqlError malformed_scram(std::string detail) {
  rules::SqlError error;
  error.sqlstate = "08P01";
  error.message = "malformed SCRAM message";
  error.detail = std::move(detail);
  return error;
}

std::string shown_byte(std::string_view rest) {
  const unsigned char byte = rest.empty() ? 0 : static_cast<unsigned char>(rest.front());
  if (byte >= 0x21 && byte <= 0x7e) return {static_cast<char>(byte)};
  char text[8];
  std::snprintf(text, sizeof text, "0x%02x", byte);
  return text;
}

std::string shown_text(std::string_view text) {
  std::string shown(text.substr(0, 30));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < 0x21 || c > 0x7e; }, '?');
  return shown;
}

bool is_scram_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x21 && c <= 0x7e && c != ','; });
}

std::string_view scram_reader::attribute(char name) {
  if (error_) return {};
  if (next() != name || rest_.empty()) {
    fail(std::string("Expected attribute \"") + name + "\" but found \"" + shown_byte(rest_) + "\".");
    return {};
  }
  return value(name);
}

scram_reader::any scram_reader::any_attribute() {
  if (error_) return {};
  if (rest_.empty()) {
    fail("Attribute expected, but found end of string.");
    return {};
  }
  const char name = rest_.front();
  if (!is_letter(name)) {
    fail("Attribute expected, but found invalid character \"" + shown_byte(rest_) + "\".");
    return {};
  }
  return {name, value(name)};
}

std::string_view scram_reader::value(char name) {
  rest_.remove_prefix(1);
  if (next() != '=') {
    fail(std::string("Expected character \"=\" for attribute \"") + name + "\".");
    return {};
  }
  rest_.remove_prefix(1);
  const std::string_view found = rest_.substr(0, rest_.find(','));
  rest_.remove_prefix(std::min(found.size() + 1, rest_.size()));
  return found;
}

void scram_reader::fail(std::string detail) {
  error_ = malformed_scram(std::move(detail));
}

}  // namespace pgsegue::session

#include "parser/bind/construct_name.hpp"

namespace pgsegue::parser::bind {

namespace {

std::string in_capitals(std::string_view field) {
  constexpr std::string_view suffix = "_stmt";
  if (field.size() > suffix.size() && field.substr(field.size() - suffix.size()) == suffix)
    field.remove_suffix(suffix.size());
  std::string words;
  for (const char c : field) {
    if (c == '_') {
      words += ' ';
    } else {
      words += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return words;
}

}  // namespace

std::string construct_name(const Node& node) {
  const ProtobufCMessageDescriptor& kinds = *node.base.descriptor;
  for (unsigned i = 0; i < kinds.n_fields; ++i) {
    if (kinds.fields[i].id == static_cast<std::uint32_t>(node.node_case))
      return in_capitals(kinds.fields[i].name);
  }
  return "this statement";
}

}  // namespace pgsegue::parser::bind

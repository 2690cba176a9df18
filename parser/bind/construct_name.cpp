#include "parser/bind/construct_name.hpp"

#include <array>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

/// Where the tree's word is not the grammar's.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> other_words = {
    {{"index_stmt", "CREATE INDEX"},
     {"view_stmt", "CREATE VIEW"},
     {"rule_stmt", "CREATE RULE"},
     {"create_stmt", "CREATE TABLE"},
     {"create_trig_stmt", "CREATE TRIGGER"},
     {"refresh_mat_view_stmt", "REFRESH MATERIALIZED VIEW"},
     {"rename_stmt", "ALTER … RENAME"},
     {"create_foreign_table_stmt", "CREATE FOREIGN TABLE"}}};

std::string in_capitals(std::string_view field) {
  for (const auto& [tree_word, words] : other_words) {
    if (tree_word == field) return std::string(words);
  }
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

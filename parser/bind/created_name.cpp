#include "parser/bind/created_name.hpp"

#include <algorithm>
#include <string>

namespace pgsegue::parser::bind {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t max_bytes = 63;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The column names with underscores between, in as many bytes as a name can have.
std::string joined(const std::vector<Identifier>& columns) {
  std::string text;
  for (const Identifier& column : columns) {
    if (!text.empty()) text += '_';
    text += column.str();
    if (text.size() > max_bytes) break;
  }
  return text;
}

/// Source: makeObjectName, indexcmds.c: the longer part is cut first. Where it is cut depends on the
/// database's encoding if not all of it is ASCII: nothing then.
std::string chosen_name(std::string table, std::string columns, std::string_view label) {
  const std::size_t overhead = label.size() + 1 + (columns.empty() ? 0 : 1);
  const bool is_cut = table.size() + columns.size() + overhead > max_bytes;
  if (is_cut && !(is_ascii(table) && is_ascii(columns))) return {};
  while (table.size() + columns.size() + overhead > max_bytes)
    (table.size() > columns.size() ? table : columns).pop_back();
  if (!columns.empty()) table += '_' + columns;
  return table + '_' + std::string(label);
}

}  // namespace

void add_created_relation(Context& context, const PgQuery__RangeVar* range) {
  if (range == nullptr) return;
  CreatedName created;
  created.name = identifier_of(range->relname);
  created.is_temporary = range->relpersistence == "t"sv || range->schemaname == "pg_temp"sv;
  context.out.created.push_back(std::move(created));
}

void add_created_name(Context& context, const NameSource& source, CreatedName created) {
  created.is_written = *source.written != '\0';
  const std::string chosen = created.is_written
                                 ? std::string()
                                 : chosen_name(source.table.str(), joined(source.columns), source.label);
  if (!created.is_written && chosen.empty())
    context.add_doubt(DoubtKind::chosen_name, "a long name that the server chooses");
  created.name = identifier_of(created.is_written ? source.written : chosen.c_str());
  context.out.created.push_back(std::move(created));
}

void add_column_name(std::vector<Identifier>& columns, const Identifier& name) {
  const auto is_taken = [&](const Identifier& candidate) {
    return std::find(columns.begin(), columns.end(), candidate) != columns.end();
  };
  Identifier candidate = name;
  for (int i = 1; is_taken(candidate); ++i) {
    const std::string number = std::to_string(i);
    candidate = Identifier::from_catalog(name.str().substr(0, max_bytes - number.size()) + number);
  }
  columns.push_back(std::move(candidate));
}

}  // namespace pgsegue::parser::bind

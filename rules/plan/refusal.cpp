#include "rules/plan/refusal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::rules::plan {

namespace {

constexpr std::array<std::pair<parser::Role, std::string_view>, 24> clause_names = {{
    {parser::Role::target, "the select list"},
    {parser::Role::values, "VALUES"},
    {parser::Role::where, "WHERE"},
    {parser::Role::join_on, "JOIN … ON"},
    {parser::Role::join_using, "JOIN … USING or NATURAL JOIN"},
    {parser::Role::from, "FROM"},
    {parser::Role::group_by, "GROUP BY"},
    {parser::Role::having, "HAVING"},
    {parser::Role::order_by, "ORDER BY"},
    {parser::Role::distinct_on, "DISTINCT ON"},
    {parser::Role::window, "a window"},
    {parser::Role::limit, "LIMIT"},
    {parser::Role::returning, "RETURNING"},
    {parser::Role::insert_column, "INSERT"},
    {parser::Role::set_column, "SET"},
    {parser::Role::set_value, "SET"},
    {parser::Role::conflict_target, "ON CONFLICT"},
    {parser::Role::conflict_where, "ON CONFLICT"},
    {parser::Role::locked, "FOR UPDATE"},
    {parser::Role::copy_column, "COPY"},
    {parser::Role::maintained_column, "ANALYZE"},
    {parser::Role::merge_when, "WHEN of MERGE"},
    {parser::Role::defined_column, "a definition"},
    {parser::Role::definition, "a definition"},
}};

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// What is refused of a row is that the names of its columns would be seen.
std::string hint_for(const parser::Reference& reference) {
  const bool is_row = reference.kind == parser::ReferenceKind::whole_row || reference.row;
  return is_row ? "Select the columns one by one instead of the row, or a subquery's row: SELECT r FROM "
                  "(SELECT …) r."
                : "Write the column with its table's name or alias in front.";
}

}  // namespace

std::string_view clause_name(parser::Role role) {
  const auto* found = std::find_if(clause_names.begin(), clause_names.end(),
                                   [&](const auto& entry) { return entry.first == role; });
  return found == clause_names.end() ? std::string_view("this clause") : found->second;
}

SqlError refusal(std::string_view what, std::string hint) {
  SqlError error;
  error.sqlstate = "0A000";
  error.message = "pgsegue cannot rewrite " + std::string(what) + " in this version";
  error.hint = std::move(hint);
  return error;
}

SqlError reference_refusal(const parser::Reference& reference, const parser::Identifier& column,
                           const parser::Identifier& table) {
  std::string what = "the reference to ";
  if (reference.kind == parser::ReferenceKind::whole_row) {
    what += "a whole row of table \"" + table.str() + "\"";
  } else if (reference.kind == parser::ReferenceKind::value) {
    what += "a row that an expression gives";
  } else {
    what += "column \"" + column.str() + "\"";
    if (!table.empty()) what += " of table \"" + table.str() + "\"";
  }
  what += " in ";
  what += clause_name(reference.role);
  const bool merges = reference.role == parser::Role::join_using;
  return refusal(what, merges ? "Join with ON and name the columns on both sides." : hint_for(reference));
}

std::uint32_t character_position(std::string_view text, std::size_t byte, bool encoding_is_utf8) {
  const std::string_view before = text.substr(0, byte);
  const auto continued =
      encoding_is_utf8 ? std::count_if(before.begin(), before.end(), continues_character) : 0;
  return static_cast<std::uint32_t>(before.size() - static_cast<std::size_t>(continued) + 1);
}

SqlError server_error(const parser::Problem& problem, std::string_view text, bool encoding_is_utf8) {
  SqlError error{problem.sqlstate, problem.message, problem.detail, problem.hint, 0};
  if (problem.at) error.position = character_position(text, *problem.at, encoding_is_utf8);
  return error;
}

}  // namespace pgsegue::rules::plan

#pragma once

#include <array>
#include <string_view>

/// The keys of a rule file. The reader, conf/pgsegue-rules.schema.json and docs/rules.md name the same ones.
namespace pgsegue::rules::keys {

inline constexpr std::array<std::string_view, 3> file{"database", "physical", "versions"};
inline constexpr std::array<std::string_view, 2> version{"name", "changes"};
inline constexpr std::array<std::string_view, 5> rename_column{"table", "from", "to", "expanded", "complete"};
inline constexpr std::array<std::string_view, 3> add_column{"table", "column", "supply"};
inline constexpr std::array<std::string_view, 3> drop_column{"table", "column", "supply"};
inline constexpr std::array<std::string_view, 3> rename_table{"from", "to", "expanded"};
inline constexpr std::array<std::string_view, 2> rename_schema{"from", "to"};
inline constexpr std::array<std::string_view, 2> rename_sequence{"from", "to"};
inline constexpr std::array<std::string_view, 3> rename_constraint{"table", "from", "to"};
inline constexpr std::array<std::string_view, 2> rename_type{"from", "to"};

/// The kinds of change that this release carries out.
inline constexpr std::array<std::string_view, 8> supported_changes{
    "rename_column", "add_column",      "drop_column",       "rename_table",
    "rename_schema", "rename_sequence", "rename_constraint", "rename_type"};

}  // namespace pgsegue::rules::keys

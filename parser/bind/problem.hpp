#pragma once

#include "parser/bind/context.hpp"

#include <cstddef>
#include <optional>

namespace pgsegue::parser::bind {

struct Scope;

// The errors PostgreSQL's parse analysis gives for names, in its words. Source: src/backend/parser/
// parse_relation.c, parse_target.c, parse_clause.c. `location` is a byte offset.

Problem ambiguous_column(const Identifier& name, std::uint32_t location);
Problem ambiguous_table(const Identifier& name, std::uint32_t location);
Problem missing_column(const Context& context, const Scope& scope, const std::optional<Identifier>& table,
                       const Identifier& name, std::uint32_t location);
Problem missing_target_column(const Identifier& relation, const Identifier& name,
                              std::optional<std::uint32_t> location);
/// `words` go between the name and "does not exist".
Problem missing_defined_column(const Identifier& name, const char* words);
Problem repeated_column(const Identifier& name, std::uint32_t location);
/// `owner` is empty, or says whose constraint it would be.
Problem missing_constraint(const Identifier& name, const std::string& owner);
Problem missing_type(const std::vector<Identifier>& name, bool is_array, std::int32_t location);
Problem missing_index(const Identifier& name, const Identifier& table);
Problem missing_relation(const std::optional<Identifier>& schema, const Identifier& name,
                         std::uint32_t location);
Problem invalid_lateral_reference(const RangeItem& item, std::uint32_t location);
Problem ambiguous_output(const char* clause, const Identifier& name, std::uint32_t location);
Problem missing_using_column(const Identifier& name, bool left);
Problem repeated_using_column(const Identifier& name, bool left);
/// MERGE whose source has the target's name.
Problem merged_with_itself(const Identifier& name);
/// An alias list with more names than the item has columns.
Problem too_many_aliases(const Identifier& item, std::size_t columns, std::size_t aliases);
Problem repeated_table(const Identifier& name);
Problem missing_locked_table(const Identifier& name, const char* strength, std::uint32_t location);

/// Looks among all items of the query levels, visible or not, for what may have been meant.
Problem missing_from_entry(const Context& context, const Scope& scope, const Identifier& name,
                           const std::optional<Identifier>& schema, std::uint32_t location);

}  // namespace pgsegue::parser::bind

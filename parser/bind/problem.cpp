#include "parser/bind/problem.hpp"

#include "parser/bind/column_hint.hpp"
#include "parser/bind/scope.hpp"

namespace pgsegue::parser::bind {

namespace {

constexpr const char* undefined_column = "42703";
constexpr const char* undefined_table = "42P01";
constexpr const char* undefined_object = "42704";
constexpr const char* ambiguous_column_state = "42702";
constexpr const char* ambiguous_alias = "42P09";
constexpr const char* invalid_column_reference = "42P10";
constexpr const char* duplicate_column = "42701";

std::string quoted(const Identifier& name) {
  return '"' + name.str() + '"';
}

Problem at(const char* sqlstate, std::string message, std::optional<std::uint32_t> location,
           std::string hint = {}) {
  return {sqlstate, std::move(message), {}, std::move(hint), location};
}

bool is_meant(const Context& context, const RangeItem& item, const Identifier& name,
              const std::optional<Identifier>& schema) {
  if (item.kind == ItemKind::relation && item.has_alias) {
    const bool same_schema = !schema || item.relation->schema == *schema;
    if (same_schema && item.relation->name == name) return true;
  }
  // An alias counts whatever schema is named.
  return item.name == name || (schema && item.kind == ItemKind::relation &&
                               item.relation == context.input.catalog.find(*schema, name));
}

}  // namespace

Problem ambiguous_column(const Identifier& name, std::uint32_t location) {
  return at(ambiguous_column_state, "column reference " + quoted(name) + " is ambiguous", location);
}

Problem ambiguous_table(const Identifier& name, std::uint32_t location) {
  return at(ambiguous_alias, "table reference " + quoted(name) + " is ambiguous", location);
}

Problem missing_column(const Context& context, const Scope& scope, const std::optional<Identifier>& table,
                       const Identifier& name, std::uint32_t location) {
  const std::string column = table ? table->str() + '.' + name.str() : quoted(name);
  return at(undefined_column, "column " + column + " does not exist", location,
            column_hint(context, scope, table, name));
}

Problem missing_target_column(const Identifier& relation, const Identifier& name,
                              std::optional<std::uint32_t> location) {
  return at(undefined_column,
            "column " + quoted(name) + " of relation " + quoted(relation) + " does not exist", location);
}

Problem missing_defined_column(const Identifier& name, const char* words) {
  return at(undefined_column, "column " + quoted(name) + words + " does not exist", std::nullopt);
}

Problem repeated_column(const Identifier& name, std::uint32_t location) {
  return at(duplicate_column, "column " + quoted(name) + " specified more than once", location);
}

Problem missing_relation(const std::optional<Identifier>& schema, const Identifier& name,
                         std::uint32_t location) {
  const std::string full = schema ? schema->str() + "." + name.str() : name.str();
  return at(undefined_table, "relation \"" + full + "\" does not exist", location);
}

Problem missing_constraint(const Identifier& name, const std::string& owner) {
  return at(undefined_object, "constraint " + quoted(name) + owner + " does not exist", std::nullopt);
}

Problem missing_type(const std::vector<Identifier>& name, bool is_array, std::int32_t location) {
  std::string full;
  for (const Identifier& part : name)
    full += (full.empty() ? "" : ".") + part.str();
  if (is_array) full += "[]";
  return at(undefined_object, "type \"" + full + "\" does not exist",
            location < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(location)));
}

Problem missing_index(const Identifier& name, const Identifier& table) {
  return at(undefined_object, "index " + quoted(name) + " for table " + quoted(table) + " does not exist",
            std::nullopt);
}

Problem invalid_lateral_reference(const RangeItem& item, std::uint32_t location) {
  Problem problem = at(invalid_column_reference,
                       "invalid reference to FROM-clause entry for table " + quoted(item.name), location);
  if (item.alias_use == AliasUse::name_only) {
    problem.hint = "There is an entry for table " + quoted(item.name) +
                   ", but it cannot be referenced from this part of the query.";
  } else {
    problem.detail = "The combining JOIN type must be INNER or LEFT for a LATERAL reference.";
  }
  return problem;
}

Problem ambiguous_output(const char* clause, const Identifier& name, std::uint32_t location) {
  return at(ambiguous_column_state, std::string(clause) + " " + quoted(name) + " is ambiguous", location);
}

Problem missing_using_column(const Identifier& name, bool left) {
  return at(undefined_column,
            "column " + quoted(name) + " specified in USING clause does not exist in " +
                (left ? "left" : "right") + " table",
            std::nullopt);
}

Problem repeated_using_column(const Identifier& name, bool left) {
  return at(ambiguous_column_state,
            "common column name " + quoted(name) + " appears more than once in " + (left ? "left" : "right") +
                " table",
            std::nullopt);
}

Problem too_many_aliases(const Identifier& item, std::size_t columns, std::size_t aliases) {
  return at(invalid_column_reference,
            "table " + quoted(item) + " has " + std::to_string(columns) + " columns available but " +
                std::to_string(aliases) + " columns specified",
            std::nullopt);
}

Problem repeated_table(const Identifier& name) {
  return at("42712", "table name " + quoted(name) + " specified more than once", std::nullopt);
}

Problem merged_with_itself(const Identifier& name) {
  Problem problem = at("42712", "name " + quoted(name) + " specified more than once", std::nullopt);
  problem.detail = "The name is used both as MERGE target table and data source.";
  return problem;
}

Problem missing_locked_table(const Identifier& name, const char* strength, std::uint32_t location) {
  return at(undefined_table,
            "relation " + quoted(name) + " in " + strength + " clause not found in FROM clause", location);
}

Problem missing_from_entry(const Context& context, const Scope& scope, const Identifier& name,
                           const std::optional<Identifier>& schema, std::uint32_t location) {
  for (const Scope* level = &scope; level != nullptr; level = level->parent) {
    for (const ItemIndex index : level->range_table) {
      const RangeItem& item = context.out.item(index);
      if (!is_meant(context, item, name, schema)) continue;
      const bool alias_is_reachable =
          item.has_alias && item.name != name &&
          find_item(context, scope, std::nullopt, item.name, location).item == index;
      std::string hint = alias_is_reachable
                             ? "Perhaps you meant to reference the table alias " + quoted(item.name) + "."
                             : "There is an entry for table " + quoted(item.name) +
                                   ", but it cannot be referenced from this part of the query.";
      return at(undefined_table, "invalid reference to FROM-clause entry for table " + quoted(name), location,
                std::move(hint));
    }
  }
  return at(undefined_table, "missing FROM-clause entry for table " + quoted(name), location);
}

}  // namespace pgsegue::parser::bind

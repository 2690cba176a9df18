#pragma once

#include "rules/rule_set.hpp"
#include "rules/yaml_reader.hpp"

#include <optional>

namespace pgsegue::rules {

/// A column or bare table name written as in SQL: `last_name`, `'"Last"'` (YAML takes the outer quotes away).
/// Nothing, and an error at the place, if it is no such name.
std::optional<Located<parser::Identifier>> read_identifier(const YamlNode& node);

/// The same for a schema; one of the system's own is an error.
std::optional<Located<parser::Identifier>> read_schema_name(const YamlNode& node);

struct WrittenName {
  std::optional<parser::Identifier> schema;  ///< as written; nothing: none was
  parser::Identifier name;
};

/// A name with or without a schema: `person`, `archive.person`, `'"Order".items'`. Nothing, and an error at
/// the place, if it is no such name or in a schema of the system's own.
std::optional<Located<WrittenName>> read_written_name(const YamlNode& node);

/// The same as a table; no schema means public.
std::optional<Located<TableName>> read_table_name(const YamlNode& node);

}  // namespace pgsegue::rules

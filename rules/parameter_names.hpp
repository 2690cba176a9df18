#pragma once

#include "parser/bound_statement.hpp"
#include "rules/sql_error.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pgsegue::rules {

struct NeedsPath;
struct PlanInput;

/// The value of a parameter as Bind has it.
struct ParameterValue {
  std::uint32_t number = 0;  ///< from 1
  std::string_view bytes;
  bool is_binary = false;
  std::uint32_t type = 0;  ///< the oid of the type that the client has given it; 0: none
};

/// Values in which names stand for those that the server has.
struct TranslatedNames {
  struct Value {
    std::uint32_t number;  ///< of the parameter
    std::string bytes;     ///< what to put in its place
    bool operator==(const Value&) const = default;
  };
  std::vector<Value> values;  ///< those that change, by number
  /// What a name means depends on the search path, and the server looks for it only when the statement runs.
  bool depend_on_path = false;
};

/// Translates the values of a statement that uses its parameters so. Every name is read in both schemas: what
/// does not mean the same thing on the server, and what is used as something else too, is refused. NULLs are
/// left out of `values`. Of `input` the text plays no part.
std::variant<TranslatedNames, SqlError, NeedsPath> translate_names(std::span<const parser::ParameterUse> uses,
                                                                   std::span<const ParameterValue> values,
                                                                   const PlanInput& input);

}  // namespace pgsegue::rules

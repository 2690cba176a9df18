#pragma once

#include "parser/bind/scope.hpp"

#include <optional>
#include <vector>

namespace pgsegue::parser::bind {

/// A field of a row value.
struct Field {
  ColumnId target;
  std::optional<BaseColumn> base;
  RowValue row;
};

/// Empty: the value is no row that is known, or has no such field.
std::optional<Field> find_field(const Context& context, const RowValue& value, const Identifier& name);
ReferenceIndex add_field(Context& context, Role role, const Field& field, std::vector<TokenRange> parts);

/// The token at which the subscripts and fields behind a value begin, which has been bound: in
/// `(value).field` the dot. The tree has no location for it. Past the end: not found.
std::size_t steps_behind(const Context& context, const Node* value);
/// The token behind the `[…]` that opens at `index`.
std::size_t after_subscript(const TokenNames& names, std::size_t index);

}  // namespace pgsegue::parser::bind

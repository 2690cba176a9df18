#pragma once

#include "parser/bind/tree.hpp"
#include "parser/bound_statement.hpp"

#include <optional>
#include <string_view>

namespace pgsegue::parser::bind {

/// A function of the system's that takes an oid or name of a relation.
struct NameReader {
  std::string_view name;
  /// How many arguments at the end follow the relation: it is found from there, because a role may stand
  /// before it. -1: none of the arguments is a name, only oids.
  int behind;
  bool takes_text = false;                 ///< of a name as text; else of a regclass
  bool column_follows = false;             ///< the next argument is a column of the relation
  DoubtKind shows = DoubtKind::construct;  ///< `construct`: the result is no name
  bool relation_is_first = false;          ///< more arguments may follow than `behind`
};

/// The name of a function that may be the system's; empty: it is another schema's.
std::string_view system_function(const PgQuery__FuncCall& call);

/// Null: the call is of none of them.
const NameReader* find_name_reader(const PgQuery__FuncCall& call);

/// Which argument the relation is; nothing: none.
std::optional<std::size_t> relation_argument(const NameReader& reader, const PgQuery__FuncCall& call);

/// True if a function of this name finds names in its arguments in a way that is not followed here.
bool may_read_names(const PgQuery__FuncCall& call);

}  // namespace pgsegue::parser::bind

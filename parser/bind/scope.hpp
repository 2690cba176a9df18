#pragma once

#include "parser/bind/context.hpp"

#include <deque>
#include <optional>
#include <vector>

namespace pgsegue::parser::bind {

/// A range item as one query level sees it. Source: struct ParseNamespaceItem, PostgreSQL
/// src/include/parser/parse_node.h.
struct NamespaceItem {
  ItemIndex item{};
  bool rel_visible = true;    ///< `item.column` finds it
  bool cols_visible = true;   ///< a bare column name finds it
  bool lateral_only = false;  ///< only from LATERAL parts of the same FROM
  bool lateral_ok = true;     ///< false: being found from there is an error
};

using Namespace = std::vector<NamespaceItem>;

struct Scope;

/// A WITH query. Bound when its WITH clause is, except that with RECURSIVE one that is named earlier is bound
/// there.
struct CommonTable {
  enum class State { unbound, binding, bound };
  Identifier name;
  const PgQuery__CommonTableExpr* node = nullptr;
  Scope* owner = nullptr;
  State state = State::unbound;
  QueryColumns columns;
  QueryColumns self_columns;  ///< what the query sees of itself: without SEARCH and CYCLE columns
  bool self_known = false;
};

/// One query level. Source: struct ParseState, src/include/parser/parse_node.h.
struct Scope {
  Scope* parent = nullptr;
  Namespace names;
  std::vector<ItemIndex> range_table;  ///< every item of this level, visible or not
  std::deque<CommonTable> common_tables;
  bool recursive = false;              ///< WITH RECURSIVE: all of them are visible, not only the ones before
  bool lateral_active = false;         ///< what is bound now may see `lateral_only` items
  RowUse result_use = RowUse::result;  ///< of the rows in its result
};

/// Where an expression stands.
struct Place {
  Scope& scope;
  Role role;
  RowUse row_use = RowUse::named;  ///< what becomes of the expression's value if it is a row
  bool only_oid = false;           ///< of a regclass here only the oid counts: its name is not shown
};

struct ColumnMatch {
  ItemIndex item{};
  std::uint32_t depth = 0;
  ItemColumn column;
};

/// The outcome of looking for a column by name.
struct ColumnLookup {
  std::optional<ColumnMatch> match;
  bool saw_unknown = false;  ///< an item whose columns are not known was passed on the way
  std::optional<Problem> problem;
};

struct ItemLookup {
  std::optional<ItemIndex> item;
  std::uint32_t depth = 0;
  std::optional<Problem> problem;
};

/// A column by bare name, level by level outwards. Source: colNameToVar, parse_relation.c.
ColumnLookup find_column(const Context& context, const Scope& scope, const Identifier& name,
                         std::uint32_t location, bool local_only = false);

/// A range item by name. Source: refnameNamespaceItem, parse_relation.c.
ItemLookup find_item(const Context& context, const Scope& scope, const std::optional<Identifier>& schema,
                     const Identifier& name, std::uint32_t location);

/// A column within one item, system columns included. Source: scanNSItemForColumn, parse_relation.c.
ColumnLookup find_in_item(const Context& context, ItemIndex item, const Identifier& name,
                          std::uint32_t location);

/// A WITH query by name, level by level outwards. Source: scanNameSpaceForCTE, parse_relation.c.
CommonTable* find_common_table(Scope& scope, const Identifier& name, std::uint32_t& depth);

/// True if a WITH item has this name that is not visible yet.
bool is_future_common_table(const Scope& scope, const Identifier& name);

/// Adds an item to the level's range table and makes it visible.
void show_item(Scope& scope, ItemIndex item, bool rel_visible = true, bool cols_visible = true);

void set_lateral(Namespace& names, bool only, bool ok);
void hide_columns(Namespace& names);

}  // namespace pgsegue::parser::bind

#pragma once

#include "parser/bind/token_names.hpp"
#include "parser/bind/tree.hpp"
#include "parser/bind/using_list.hpp"
#include "parser/binder.hpp"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pgsegue::parser::bind {

/// The result columns of a query as the enclosing query sees them.
struct QueryColumns {
  std::vector<Identifier> names;
  bool known = true;
  std::vector<RowValue> rows{};  ///< of the first of them; of those beyond nothing is known

  RowValue row(std::size_t i) const { return i < rows.size() ? rows[i] : RowValue{}; }
};

/// How many columns of items and results one statement may have in all. Stars over joins and subqueries
/// multiply them: without a limit a short text could ask for any amount of memory. (The server takes 1,664
/// per result.)
constexpr std::size_t max_columns = 200'000;

/// How many pairs of names in FROM are looked at for equal ones: their number grows with the square of the
/// items. Beyond it the server alone finds them.
constexpr std::size_t max_name_pairs = 10'000'000;

/// All that the functions of one bind share.
struct Context {
  const BindInput& input;
  BoundStatement& out;
  TokenNames names;
  bool needs_path = false;
  /// ColumnRef, A_Indirection and FuncCall nodes that name a column, for naming result columns after them.
  std::unordered_map<const void*, ReferenceIndex> reference_of;
  /// Subselects already bound: the name of the first result column.
  std::unordered_map<const void*, Identifier> first_output_of;
  /// TypeName and FuncCall nodes already bound: the type, if a user has made it.
  std::unordered_map<const void*, TypeId> type_of;
  /// Expressions already bound that are known to be rows.
  std::unordered_map<const void*, RowValue> row_of;
  /// A_Indirection nodes already bound: the token behind.
  std::unordered_map<const void*, std::size_t> end_of;
  UsingLists using_lists;
  /// What becomes of rows in the result of the query bound next, if that is not to be judged by its columns.
  std::optional<RowUse> use_of_next_query;
  /// TypeName nodes already bound that are the names of relations' row types.
  std::unordered_map<const void*, RelationId> relation_of_type = {};
  /// The rows that the parameters $1, $2, … hold, where their types are declared.
  std::vector<RowValue> parameter_rows = {};
  /// The parameters of the function whose body is bound.
  std::optional<ItemIndex> parameters = {};
  std::size_t columns_left = max_columns;
  std::size_t name_pairs_left = max_name_pairs;
  /// ParamRef nodes: the index of the parameter's use.
  std::unordered_map<const void*, std::size_t> parameter_of{};
  /// Values that are read as names come out of the rows of subqueries, to which any parameter may have gone.
  bool names_come_from_rows = false;

  ItemIndex add_item(RangeItem item) {
    if (!take_columns(item.columns.size())) {
      item.columns.clear();
      item.columns_known = false;
    }
    out.items.push_back(std::move(item));
    return static_cast<ItemIndex>(out.items.size() - 1);
  }
  ReferenceIndex add_reference(Reference reference) {
    out.references.push_back(std::move(reference));
    return static_cast<ReferenceIndex>(out.references.size() - 1);
  }
  /// The client is shown no names of a row's columns; other queries' results have uses of their own.
  RowUse take_result_use(bool is_outermost) {
    const RowUse use = use_of_next_query.value_or(is_outermost ? RowUse::harmless : RowUse::result);
    use_of_next_query.reset();
    return use;
  }
  /// False, with a doubt, if that many columns more are too many.
  bool take_columns(std::size_t count) {
    if (count <= columns_left) {
      columns_left -= count;
      return true;
    }
    if (columns_left > 0) add_doubt(DoubtKind::construct, "a statement of this many columns");
    columns_left = 0;
    return false;
  }
  void add_doubt(DoubtKind kind, std::string construct, Identifier name = {}) {
    out.doubts.push_back(Doubt{kind, std::move(construct), std::move(name), std::nullopt});
  }
};

/// The oid of a schema of the catalog that is bound against; 0: it has none of that name.
inline std::uint32_t schema_id(const Context& context, const Identifier& name) {
  const auto id = context.input.catalog.find_schema(name);
  return id ? static_cast<std::uint32_t>(*id) : 0;
}

}  // namespace pgsegue::parser::bind

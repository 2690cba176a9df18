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
};

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
  UsingLists using_lists;

  ItemIndex add_item(RangeItem item) {
    out.items.push_back(std::move(item));
    return static_cast<ItemIndex>(out.items.size() - 1);
  }
  ReferenceIndex add_reference(Reference reference) {
    out.references.push_back(std::move(reference));
    return static_cast<ReferenceIndex>(out.references.size() - 1);
  }
  void add_doubt(DoubtKind kind, std::string construct, Identifier name = {}) {
    out.doubts.push_back(Doubt{kind, std::move(construct), std::move(name), std::nullopt});
  }
};

}  // namespace pgsegue::parser::bind

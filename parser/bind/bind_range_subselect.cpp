#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

ItemIndex bind_range_subselect(Context& context, Scope& scope, const PgQuery__RangeSubselect& range,
                               Namespace& names) {
  scope.lateral_active = range.lateral != 0;
  const QueryColumns columns = bind_query(context, &scope, range.subquery);
  scope.lateral_active = false;
  RangeItem item;
  item.kind = ItemKind::query;
  set_query_columns(item, static_cast<ItemIndex>(context.out.items.size()), columns);
  apply_alias(item, range.alias);
  const bool is_named = item.has_alias;
  const ItemIndex index = context.add_item(std::move(item));
  scope.range_table.push_back(index);
  names.push_back({index, is_named, true, false, true});
  return index;
}

}  // namespace pgsegue::parser::bind

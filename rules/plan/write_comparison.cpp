#include "rules/plan/comparison.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::AttrNumber;
using parser::BoundStatement;
using parser::Write;
using numbers = std::vector<AttrNumber>;

/// The columns written, in order; of such as are not there 0.
numbers columns_of(const BoundStatement& bound, const Write& write) {
  numbers columns;
  for (const parser::WrittenColumn& column : write.columns) {
    const auto& base = bound.references[static_cast<std::size_t>(column.reference)].base;
    columns.push_back(base ? base->number : AttrNumber{});
  }
  return columns;
}

bool contains(const numbers& columns, AttrNumber column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// The columns that have to be among the written ones because of this mirror. Of an INSERT that leaves all of
/// them out they all get their default, or all a value.
numbers expected_of(const Mirror& mirror, const numbers& logical, const numbers& physical) {
  if (!contains(logical, mirror.read) && !contains(physical, mirror.read)) return {};
  numbers expected{mirror.read};
  expected.insert(expected.end(), mirror.also.begin(), mirror.also.end());
  return expected;
}

bool fails_on_server(const Write& write) {
  return write.kind == Write::Kind::query && write.width && *write.width != write.columns.size();
}

bool has_values_for_all(const Write& logical, const Write& physical) {
  const std::size_t added =
      physical.columns.size() - std::min(physical.columns.size(), logical.columns.size());
  if (physical.kind == Write::Kind::query) return physical.width == physical.columns.size();
  if (physical.kind != Write::Kind::values) return true;
  if (logical.kind == Write::Kind::defaults)
    return physical.rows.size() == 1 && physical.rows.front().values.size() == physical.columns.size();
  return std::equal(logical.rows.begin(), logical.rows.end(), physical.rows.begin(), physical.rows.end(),
                    [added](const parser::WrittenRow& a, const parser::WrittenRow& b) {
                      return b.values.size() == a.values.size() + added;
                    });
}

bool same_columns(const numbers& before, const numbers& after, const ColumnWrites& extra, bool is_insert) {
  numbers expected = before;
  for (const Mirror& mirror : extra.mirrors) {
    for (const AttrNumber column : expected_of(mirror, before, after)) {
      if (!contains(expected, column)) expected.push_back(column);
    }
  }
  for (const Supply& supply : extra.supplies) {
    if (is_insert && !contains(expected, supply.column)) expected.push_back(supply.column);
  }
  numbers found = after;
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  return expected == found;
}

bool same_write(const BoundStatement& logical, const Write& before, const BoundStatement& physical,
                const Write& after, const AffectedNames& affected) {
  const parser::Relation* relation = logical.item(before.item).relation;
  const auto extra = relation != nullptr ? affected.writes.find(relation->id) : affected.writes.end();
  if (extra == affected.writes.end() || fails_on_server(before)) return true;
  return same_columns(columns_of(logical, before), columns_of(physical, after), extra->second,
                      before.kind != Write::Kind::set) &&
         has_values_for_all(before, after);
}

}  // namespace

bool same_writes(const BoundStatement& logical, const BoundStatement& physical,
                 const AffectedNames& affected) {
  return std::equal(logical.writes.begin(), logical.writes.end(), physical.writes.begin(),
                    physical.writes.end(), [&](const Write& before, const Write& after) {
                      return same_write(logical, before, physical, after, affected);
                    });
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/comparison.hpp"

#include <algorithm>
#include <string_view>

namespace pgsegue::rules::plan {

namespace {

using parser::BoundStatement;
using parser::OutputColumn;
using parser::RangeItem;
using parser::Reference;

bool same_item(const RangeItem& a, const RangeItem& b) {
  if (a.kind != b.kind || (a.relation == nullptr) != (b.relation == nullptr)) return false;
  return a.relation == nullptr || a.relation->id == b.relation->id;
}

/// The server's own words are what the client gets, so they must be those of its version.
bool same_problem(const parser::Problem& a, const parser::Problem& b) {
  return a.sqlstate == b.sqlstate && a.message == b.message && a.detail == b.detail && a.hint == b.hint;
}

/// Names that the server looks up on Execute, as the client expects, and without a hint.
bool is_checked_on_execute(parser::Role role) {
  return role == parser::Role::copy_column || role == parser::Role::maintained_column ||
         role == parser::Role::defined_column;
}

/// Both say that there is no such column in the same table, whose name is translated on the way back.
bool same_but_for_table(const parser::Problem& a, const parser::Problem& b) {
  const auto without_table = [](const parser::Problem& problem) {
    return std::string_view(problem.message).substr(0, problem.message.find("\" of relation "));
  };
  return a.sqlstate == b.sqlstate && without_table(a) == without_table(b);
}

/// What becomes of a row; and of which relation's row a field is, where it is not an item's.
bool same_row(const Reference& a, const Reference& b) {
  const bool is_row = a.row || a.kind == parser::ReferenceKind::whole_row;
  if (is_row && a.row_use != b.row_use) return false;
  return a.row == b.row && (a.kind != parser::ReferenceKind::field ||
                            (!a.base == !b.base && (!a.base || a.base->relation == b.base->relation)));
}

bool same_reference(const Reference& a, const Reference& b) {
  if (a.kind != b.kind || a.target != b.target || a.role != b.role || !same_row(a, b)) return false;
  if (!a.problem != !b.problem) return false;
  if (a.problem && is_checked_on_execute(a.role)) return same_but_for_table(*a.problem, *b.problem);
  return !a.problem || same_problem(*a.problem, *b.problem);
}

/// Of a path only the schemas that exist count.
std::vector<std::uint32_t> meant_by(const parser::NameUse& use) {
  std::vector<std::uint32_t> ids = use.ids;
  if (use.kind == parser::NamedKind::path) std::erase(ids, 0U);
  // A type may have got its schema in front.
  if (use.kind == parser::NamedKind::type) ids.resize(1);
  return ids;
}

/// A name that no type has may be one that no type has on the server, and then is none of its users' either:
/// both fail alike.
std::vector<const parser::NameUse*> uses_that_count(const BoundStatement& bound) {
  std::vector<const parser::NameUse*> uses;
  for (const parser::NameUse& use : bound.name_uses) {
    if (use.kind != parser::NamedKind::type || use.ids.front() != 0) uses.push_back(&use);
  }
  return uses;
}

bool same_outputs(const std::vector<OutputColumn>& a, const std::vector<OutputColumn>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const OutputColumn& x, const OutputColumn& y) { return x.name == y.name; });
}

bool same_keyed_json(const parser::KeyedJson& a, const parser::KeyedJson& b) {
  return a.relation == b.relation && a.is_binary == b.is_binary && a.is_set == b.is_set;
}

bool same_created(const parser::CreatedName& a, const parser::CreatedName& b) {
  return a.name == b.name && a.is_relation == b.is_relation && a.is_temporary == b.is_temporary;
}

/// A type that no relation and no type which differs is called like.
bool is_settled(const parser::Doubt& doubt, const AffectedNames& affected) {
  return doubt.kind == parser::DoubtKind::type_name && !affected.relations.contains(doubt.name) &&
         !affected.types.contains(doubt.name) && !affected.renamed_types.contains(doubt.name);
}

/// True if `bound` has every doubt of `other`, once or more often, but for such as are settled.
bool has_doubts_of(const BoundStatement& other, const BoundStatement& bound, const AffectedNames& affected) {
  return std::all_of(other.doubts.begin(), other.doubts.end(), [&](const parser::Doubt& doubt) {
    return is_settled(doubt, affected) ||
           std::any_of(bound.doubts.begin(), bound.doubts.end(), [&](const parser::Doubt& each) {
             return each.kind == doubt.kind && each.construct == doubt.construct && each.name == doubt.name;
           });
  });
}

template <typename Element, typename Same>
std::vector<std::size_t> differences(const std::vector<Element>& a, const std::vector<Element>& b,
                                     Same same) {
  std::vector<std::size_t> found;
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (!same(a[i], b[i])) found.push_back(i);
  }
  if (a.size() == b.size()) return found;
  // Behind a reference too many or too few the others do not stand face to face.
  found.push_back(common);
  found.resize(1);
  return found;
}

}  // namespace

bool same_name_use(const parser::NameUse& a, const parser::NameUse& b) {
  return a.kind == b.kind && meant_by(a) == meant_by(b);
}

std::optional<Difference> find_difference(const BoundStatement& logical, const BoundStatement& physical) {
  using Kind = Difference::Kind;
  auto items = differences(logical.items, physical.items, same_item);
  if (!items.empty()) return Difference{Kind::item, std::move(items)};
  auto references = differences(logical.references, physical.references, same_reference);
  if (!references.empty()) return Difference{Kind::reference, std::move(references)};
  auto name_uses =
      differences(uses_that_count(logical), uses_that_count(physical),
                  [](const parser::NameUse* a, const parser::NameUse* b) { return same_name_use(*a, *b); });
  if (!name_uses.empty()) return Difference{Kind::name_use, std::move(name_uses)};
  if (logical.parameter_uses != physical.parameter_uses) return Difference{Kind::parameter, {0}};
  auto outputs = differences(logical.outputs, physical.outputs, same_outputs);
  if (!outputs.empty()) return Difference{Kind::output, std::move(outputs)};
  auto keyed = differences(logical.keyed_json, physical.keyed_json, same_keyed_json);
  if (!keyed.empty()) return Difference{Kind::output, std::move(keyed)};
  auto created = differences(logical.created, physical.created, same_created);
  if (!created.empty()) return Difference{Kind::created, std::move(created)};
  return std::nullopt;
}

bool same_problems_and_result(const BoundStatement& logical, const BoundStatement& physical,
                              const AffectedNames& affected) {
  const auto problems = [](const BoundStatement& bound) {
    return std::count_if(bound.references.begin(), bound.references.end(),
                         [](const Reference& reference) { return reference.problem.has_value(); });
  };
  const bool same_doubts =
      has_doubts_of(logical, physical, affected) && has_doubts_of(physical, logical, affected);
  if (problems(logical) != problems(physical) || !same_doubts) return false;
  auto expected = logical.outputs.begin();
  for (const auto& outputs : physical.outputs) {
    if (expected != logical.outputs.end() && same_outputs(*expected, outputs)) ++expected;
  }
  return expected == logical.outputs.end();
}

bool same_header(const BoundStatement& logical, const BoundStatement& physical) {
  const auto& header = logical.copy_header;
  if (!header || physical.copy_header) return true;
  const bool is_query_of_it = physical.outputs.size() == 1 && physical.items.size() == 1 &&
                              same_item(logical.item(header->item), physical.items.front());
  if (!is_query_of_it || physical.outputs.front().size() != header->count) return false;
  for (std::uint32_t i = 0; i < header->count; ++i) {
    const parser::ColumnId& target = logical.references[header->first + i].target;
    const auto& columns = logical.item(header->item).columns;
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [&](const parser::ItemColumn& each) { return each.origin == target; });
    const OutputColumn& output = physical.outputs.front()[i];
    if (column == columns.end() || output.name != column->name || !output.column ||
        output.column->column != target.column)
      return false;
  }
  return true;
}

}  // namespace pgsegue::rules::plan

#include "proxy/cli/name_uses.hpp"

#include "parser/binder.hpp"
#include "parser/parse_tree.hpp"
#include "parser/token.hpp"
#include "proxy/cli/rename_reasons.hpp"
#include "rules/physical_catalog.hpp"
#include "rules/version_view.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace pgsegue::cli {
namespace {

using namespace parser;

std::string qualified(const Relation& relation) {
  return relation.schema.to_sql() + "." + relation.name.to_sql();
}

/// Resolves the names of one statement after the other and collects what they stand for.
class use_collector {
 public:
  use_collector(std::string_view text, std::span<const Token> tokens, const rules::Snapshot& snapshot,
                rules::VersionIndex version)
      : text_(text),
        tokens_(tokens),
        snapshot_(snapshot),
        version_(static_cast<std::size_t>(version)),
        reasons_(snapshot.rules()) {}

  void add_statement(const BoundStatement& statement) {
    for (const RangeItem& item : statement.items)
      add_relation(item);
    for (const Reference& reference : statement.references) {
      if (reference.problem) add_problem(*reference.problem);
      if (!reference.parts.empty()) add_reference(statement, reference);
    }
    for (const Star& star : statement.stars)
      add_star(statement, star);
    for (const NameUse& use : statement.name_uses) {
      if (use.problem) add_problem(*use.problem);
      if (use.kind == NamedKind::constraint && use.tokens.count > 0) add_constraint(use);
    }
  }

  name_resolution take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const name_use& a, const name_use& b) { return a.position < b.position; });
    return {std::move(found_), std::move(problem_)};
  }

 private:
  void add_relation(const RangeItem& item) {
    if (item.kind != ItemKind::relation || item.relation == nullptr || item.parts.empty()) return;
    const Relation* const physical = snapshot_.catalog().find(item.relation->id);
    if (physical == nullptr) return;
    const std::string logical = qualified(*item.relation), there = qualified(*physical);
    if (logical == there) return add(item.parts, logical, {}, {});
    add(item.parts, logical, there, reasons_.of_table(*item.relation, *physical, version_));
  }

  void add_reference(const BoundStatement& statement, const Reference& reference) {
    if (reference.kind != ReferenceKind::column) return add_other(statement, reference);
    if (const auto column = table_column(statement, reference.target)) return add_column(reference, *column);
    const RangeItem& item = statement.item(reference.target.item);
    const std::string of = item.name.empty() ? "a subquery" : item.name.to_sql();
    add(reference.parts, "a column of " + of, {}, {});
  }

  void add_other(const BoundStatement& statement, const Reference& reference) {
    switch (reference.kind) {
      case ReferenceKind::whole_row:
        return add(reference.parts, "the whole row of " + statement.item(reference.target.item).name.to_sql(),
                   {}, {});
      case ReferenceKind::output:
        return add(reference.parts, "column " + std::to_string(reference.target.column) + " of the result",
                   {}, {});
      case ReferenceKind::unresolved:
        return add(reference.parts, reference.problem ? reference.problem->message : "an error", {}, {});
      case ReferenceKind::field:
        return add(reference.parts, "a field of a row", {}, {});
      case ReferenceKind::value:
        return add(reference.parts, "a row that a function returns", {}, {});
      case ReferenceKind::unknown:
        return add(reference.parts, "not known", {}, {});
      case ReferenceKind::relation:
      case ReferenceKind::column:
        return;
    }
  }

  /// The table and number behind a column, through the joins that pass it on.
  static std::optional<std::pair<const Relation*, std::int32_t>> table_column(const BoundStatement& statement,
                                                                              ColumnId id) {
    const RangeItem* item = &statement.item(id.item);
    while (item->kind == ItemKind::join && id.column > 0 &&
           static_cast<std::size_t>(id.column) <= item->columns.size()) {
      const ColumnId origin = item->columns[static_cast<std::size_t>(id.column) - 1].origin;
      if (origin == id) break;
      id = origin;
      item = &statement.item(id.item);
    }
    if (item->relation == nullptr || id.column == 0) return std::nullopt;
    return std::pair(item->relation, id.column);
  }

  void add_column(const Reference& reference, const std::pair<const Relation*, std::int32_t>& column) {
    const auto [relation, number] = column;
    const Identifier* const logical = name_of(*relation, number);
    const Relation* const table = snapshot_.catalog().find(relation->id);
    const Identifier* const physical = table == nullptr ? nullptr : name_of(*table, number);
    if (logical == nullptr || physical == nullptr)
      return add(reference.parts, qualified(*relation) + ", a system column", {}, {});
    const std::string here = qualified(*relation) + "." + logical->to_sql();
    const std::string there = qualified(*table) + "." + physical->to_sql();
    const std::string along = is_written(reference) ? written_along(*table, number) : std::string();
    if (here == there) return add(reference.parts, here, along.empty() ? "" : there + along, {});
    if (*logical == *physical)
      return add(reference.parts, here, there + along, reasons_.of_table(*relation, *table, version_));
    add(reference.parts, here, there + along, reasons_.of_column(*relation, *logical, *physical, version_));
  }

  static bool is_written(const Reference& reference) {
    return reference.role == parser::Role::insert_column || reference.role == parser::Role::set_column ||
           reference.role == parser::Role::copy_column;
  }

  /// The columns that get the same value as this one.
  std::string written_along(const Relation& table, std::int32_t number) const {
    const auto& writes = snapshot_.version(static_cast<rules::VersionIndex>(version_)).affected().writes;
    const auto extra = writes.find(table.id);
    std::string names;
    if (extra == writes.end()) return names;
    for (const rules::Mirror& mirror : extra->second.mirrors) {
      if (static_cast<std::int32_t>(mirror.read) != number) continue;
      for (const parser::AttrNumber also : mirror.also)
        names += " and " + name_of(table, static_cast<std::int32_t>(also))->to_sql();
    }
    return names;
  }

  void add_constraint(const NameUse& use) {
    const auto id = static_cast<ConstraintId>(use.ids.back());
    const rules::PhysicalCatalog& server = snapshot_.catalog();
    const auto& version = snapshot_.version(static_cast<rules::VersionIndex>(version_));
    const Relation* const table = server.table_of(id);
    const Relation* const own_table = table == nullptr ? nullptr : version.find(table->id);
    const Constraint* const own = version.find_constraint(id);
    if (own_table == nullptr || own == nullptr) return;
    const Identifier& name = server.find_constraint(id)->name;
    const std::string here = qualified(*own_table) + "." + own->name.to_sql();
    const std::string there = qualified(*table) + "." + name.to_sql();
    if (here == there) return add(std::vector{use.tokens}, here, {}, {});
    add(std::vector{use.tokens}, here, there,
        own->name == name ? reasons_.of_table(*own_table, *table, version_)
                          : reasons_.of_constraint(*own_table, own->name, name, version_));
  }

  static const Identifier* name_of(const Relation& relation, std::int32_t number) {
    for (const Column& column : relation.columns) {
      if (static_cast<std::int32_t>(column.number) == number) return &column.name;
    }
    return nullptr;
  }

  void add_star(const BoundStatement& statement, const Star& star) {
    std::string logical, physical;
    for (const StarPart& part : star.parts) {
      for (const ItemColumn& column : statement.item(part.item).columns) {
        logical += (logical.empty() ? "" : ", ") + column.name.to_sql();
        physical += (physical.empty() ? "" : ", ") + physical_name(column).to_sql();
      }
      if (part.known) continue;
      logical += ", …";
      physical += ", …";
    }
    add(std::vector{star.tokens}, logical, logical == physical ? "" : physical, {});
  }

  const Identifier& physical_name(const ItemColumn& column) const {
    const Relation* const table = column.base ? snapshot_.catalog().find(column.base->relation) : nullptr;
    const Identifier* const name =
        table == nullptr ? nullptr : name_of(*table, static_cast<std::int32_t>(column.base->number));
    return name == nullptr ? column.name : *name;
  }

  void add_problem(const Problem& problem) {
    const std::uint32_t position =
        problem.at ? static_cast<std::uint32_t>(characters_before(*problem.at) + 1) : 0;
    if (problem_ && problem_->position <= position) return;
    problem_ = rules::SqlError{problem.sqlstate, problem.message, problem.detail, problem.hint, position};
  }

  void add(std::span<const TokenRange> parts, std::string logical, std::string physical, std::string why) {
    const auto first = static_cast<std::size_t>(parts.front().first);
    const TokenRange& end = parts.back();
    const std::size_t last = static_cast<std::size_t>(end.first) + end.count - 1;
    if (last >= tokens_.size()) return;
    const std::uint32_t begin = tokens_[first].begin;
    name_use use{characters_before(begin) + 1, std::string(text_.substr(begin, tokens_[last].end - begin)),
                 std::move(logical), std::move(physical), std::move(why)};
    found_.push_back(std::move(use));
  }

  std::size_t characters_before(std::uint32_t byte) const {
    const std::string_view before = text_.substr(0, byte);
    return static_cast<std::size_t>(std::count_if(
        before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const rules::Snapshot& snapshot_;
  std::size_t version_;
  rename_reasons reasons_;
  std::vector<name_use> found_;
  std::optional<rules::SqlError> problem_;
};

}  // namespace

name_resolution resolve_names(std::string_view statement, const rules::Snapshot& snapshot,
                              rules::VersionIndex version, const SearchPath& path) {
  std::vector<Token> tokens;
  if (scan(statement, {}, tokens) != ScanStatus::ok) {
    return {{},
            rules::SqlError{"42601",
                            "a string, a quoted name or a comment does not end, or a character is invalid",
                            {},
                            {},
                            0}};
  }
  const ParseOutcome parsed = parse(statement, tokens, {}, {});
  const ParseTree* const tree = std::get_if<ParseTree>(&parsed);
  if (tree == nullptr) return {};
  use_collector names(statement, tokens, snapshot, version);
  const BindInput input{statement, tokens, snapshot.version(version), &path, {}};
  const PgQuery__ParseResult& root = tree->root();
  for (std::size_t i = 0; i < root.n_stmts; ++i)
    names.add_statement(bind_statement(*root.stmts[i], input).statement);
  return names.take();
}

}  // namespace pgsegue::cli

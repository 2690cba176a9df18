#pragma once

#include "parser/catalog_view.hpp"

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace pgsegue::test {

/// A catalog from lines such as
///     person(id, first_name, last_name)
///     archive.person(id, -, last_name)
///     person_view(id) view
///     initials()
///     find_people() returns person
///     visit(id, guest:person, party:person[])
/// Schema public unless given, `-` is a dropped column; a line without columns is a function. Relation ids
/// count from 1000.
class TestCatalog final : public parser::CatalogView {
 public:
  explicit TestCatalog(std::string_view text);

  const parser::Relation* find(const parser::Identifier& schema,
                               const parser::Identifier& name) const override;
  const parser::Relation* find(parser::RelationId id) const override;
  bool function_exists(const parser::Identifier& name) const override { return functions_.contains(name); }
  bool user_function_exists(const parser::Identifier& name) const override { return function_exists(name); }
  bool takes_any_row(const parser::Identifier& name) const override { return function_exists(name); }
  bool is_volatile_function(const parser::Identifier& name) const override {
    return name.str() == "random" || function_exists(name);
  }
  bool has_volatile_operators() const override { return false; }
  std::optional<parser::RelationId> row_function(const parser::Identifier& name) const override {
    const auto found = row_functions_.find(name);
    if (found == row_functions_.end()) return std::nullopt;
    return found->second;
  }

 private:
  void add_line(const std::string& line);

  std::vector<parser::Relation> relations_;
  std::set<parser::Identifier> functions_;
  std::map<parser::Identifier, parser::RelationId> row_functions_;
};

}  // namespace pgsegue::test

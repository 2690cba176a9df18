#include "tests/support/test_catalog.hpp"

#include <algorithm>
#include <sstream>
#include <string>

namespace pgsegue::test {

using parser::AttrNumber;
using parser::Column;
using parser::Identifier;
using parser::Relation;
using parser::RelationId;
using parser::RelationKind;
using parser::RowType;

namespace {

/// `name`, `name:relation` or `name:relation[]`.
Column column_of(std::string name, AttrNumber number, const std::vector<Relation>& relations) {
  RowType row;
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
    const std::size_t bracket = std::min(name.find('['), name.size());
    const std::string type = name.substr(colon + 1, bracket - colon - 1);
    row.array_levels = static_cast<std::uint16_t>((name.size() - bracket) / 2);
    for (const Relation& relation : relations) {
      if (relation.name.str() == type) row.relation = relation.id;
    }
    name.erase(colon);
  }
  return {Identifier::from_catalog(name), number, row};
}

std::vector<Column> columns_of(const std::string& list, const std::vector<Relation>& relations) {
  std::istringstream stream(list);
  std::vector<Column> columns;
  std::int16_t number = 0;
  for (std::string name; std::getline(stream, name, ',');) {
    name.erase(0, name.find_first_not_of(' '));
    ++number;
    if (name != "-") columns.push_back(column_of(name, AttrNumber{number}, relations));
  }
  return columns;
}

}  // namespace

TestCatalog::TestCatalog(std::string_view text) {
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) add_line(line);
  }
}

void TestCatalog::add_line(const std::string& line) {
  const std::size_t open = line.find('('), close = line.find(')');
  std::string name = line.substr(0, open);
  if (close == open + 1) {
    functions_.insert(Identifier::from_catalog(name));
    constexpr std::string_view returns = ") returns ";
    for (const Relation& relation : relations_) {
      if (line.compare(close, std::string::npos, std::string(returns) + relation.name.str()) == 0)
        row_functions_[Identifier::from_catalog(name)] = relation.id;
    }
    return;
  }
  std::string schema = "public";
  if (const std::size_t dot = name.find('.'); dot != std::string::npos) {
    schema = name.substr(0, dot);
    name.erase(0, dot + 1);
  }
  Relation relation;
  relation.id = RelationId{static_cast<std::uint32_t>(1000 + relations_.size())};
  relation.schema = Identifier::from_catalog(schema);
  relation.name = Identifier::from_catalog(name);
  if (line.find("view", close) != std::string::npos) relation.kind = RelationKind::view;
  relation.columns = columns_of(line.substr(open + 1, close - open - 1), relations_);
  relations_.push_back(std::move(relation));
}

const Relation* TestCatalog::find(const Identifier& schema, const Identifier& name) const {
  for (const Relation& relation : relations_) {
    if (relation.schema == schema && relation.name == name) return &relation;
  }
  return nullptr;
}

const Relation* TestCatalog::find(RelationId id) const {
  for (const Relation& relation : relations_) {
    if (relation.id == id) return &relation;
  }
  return nullptr;
}

}  // namespace pgsegue::test

#include "tests/rules/catalog_text.hpp"

#include "rules/rule_set.hpp"
#include "rules/snapshot.hpp"
#include "rules/version_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace pgsegue::rules {
namespace {

constexpr std::string_view marker = "# catalog: ";

struct row_reader {
  CatalogRows rows;
  std::map<std::string, std::uint32_t> oids;  ///< by name as written
  std::uint32_t last_constraint = 3000;

  /// What may stand behind a column's name and row type; false: nothing does.
  static bool take_property(std::string& text, ColumnRow& column) {
    static const std::regex last(
        R"((.+) (generated|identity|not null|default ('[^']*'|\S+)|type (\d+)|modifier (\d+)|collation (\d+)|action (\d+)))");
    std::smatch parts;
    if (!std::regex_match(text, parts, last)) return false;
    const std::string word = parts[2];
    column.is_generated |= word == "generated";
    column.is_identity |= word == "identity";
    column.not_null |= word == "not null";
    if (parts[3].matched) column.has_default = true, column.default_expression = parts[3];
    if (parts[4].matched) column.type = static_cast<std::uint32_t>(std::stoul(parts[4]));
    if (parts[5].matched) column.type_modifier = std::stoi(parts[5]);
    if (parts[6].matched) column.collation = static_cast<std::uint32_t>(std::stoul(parts[6]));
    if (parts[7].matched) column.key_actions = std::stoul(parts[7]);
    text = std::string(parts[1]);
    return true;
  }

  ColumnRow read_column(std::string text, std::int16_t number) const {
    ColumnRow column;
    column.number = number;
    while (take_property(text, column)) {
    }
    read_name(text, column);
    return column;
  }

  /// `name`, or of a row type `name:relation`, in an array `name:relation[]`.
  void read_name(const std::string& text, ColumnRow& column) const {
    static const std::regex typed(R"(([^:]+):([^\[\]]+)((?:\[\])*))");
    std::smatch parts;
    const bool is_typed = std::regex_match(text, parts, typed);
    column.name = is_typed ? parts[1].str() : text;
    if (!is_typed) return;
    column.row_of = oids.at(parts[2]);
    column.array_levels = static_cast<std::uint16_t>(parts[3].length() / 2);
  }

  void read_relation(const std::smatch& parts) {
    RelationRow row;
    row.oid = static_cast<std::uint32_t>(1000 + rows.relations.size());
    row.schema = parts[1].matched ? parts[1].str() : "public";
    row.name = parts[2];
    std::stringstream columns(parts[3].str());
    std::int16_t number = 0;
    for (std::string column; std::getline(columns, column, ',');) {
      ++number;
      column.erase(0, column.find_first_not_of(' '));
      if (column != "-") row.columns.push_back(read_column(column, number));
    }
    if (parts[4].matched) row.parents.push_back(oids.at(parts[4]));
    if (parts[5].matched) row.relkind = parts[5].str()[0];
    add_schema(row.schema);
    oids[row.schema == "public" ? row.name : row.schema + "." + row.name] = row.oid;
    rows.relations.push_back(std::move(row));
  }

  void read_constraint(const std::smatch& parts) {
    const std::uint32_t table = oids.at(parts[3]);
    const auto row = std::find_if(rows.relations.begin(), rows.relations.end(),
                                  [table](const RelationRow& each) { return each.oid == table; });
    const char kind = parts[2].str()[0];
    ConstraintRow constraint{++last_constraint, parts[1], 0, kind == 'c'};
    const std::string schema = row->schema;
    const bool has_index = kind == 'p' || kind == 'u' || kind == 'x';
    if (has_index) constraint.index = static_cast<std::uint32_t>(1000 + rows.relations.size());
    row->constraints.push_back(constraint);
    if (!has_index) return;
    RelationRow index;
    index.oid = constraint.index;
    index.schema = schema;
    index.name = constraint.name;
    index.relkind = 'i';
    rows.relations.push_back(std::move(index));
  }

  void add_schema(const std::string& name) {
    SchemaRow row{parser::SchemaId{static_cast<std::uint32_t>(100 + rows.schemas.size())},
                  parser::Identifier::from_catalog(name)};
    const auto same = [&](const SchemaRow& each) { return each.name == row.name; };
    if (std::none_of(rows.schemas.begin(), rows.schemas.end(), same)) rows.schemas.push_back(std::move(row));
  }

  void read_line(const std::string& line) {
    static const std::regex relation(
        R"((?:([\w ]+)\.)?([^(:]+)\(([^)]*)\)(?: inherits (\S+))?(?: is (\w))?)");
    static const std::regex function(R"((\w+)\(\) (returns|holds) (\S+))");
    static const std::regex plain_function(R"((\w+)\(\) is (volatile|stable))");
    static const std::regex view(R"((\S+) reads (\S+))");
    static const std::regex type(R"((\w+) over (\S+))");
    static const std::regex constraint(R"(([\w ]+): (\w) of (\S+))");
    static const std::regex plain_type(R"(type (?:(\w+)\.)?([\w ]+))");
    std::smatch parts;
    if (std::regex_match(line, parts, constraint)) {
      read_constraint(parts);
    } else if (std::regex_match(line, parts, plain_type)) {
      const std::string schema = parts[1].matched ? parts[1].str() : "public";
      add_schema(schema);
      rows.types.push_back({static_cast<std::uint32_t>(5000 + rows.types.size()), schema, parts[2]});
    } else if (std::regex_match(line, parts, type)) {
      rows.row_types.push_back({parts[1], oids.at(parts[2])});
    } else if (std::regex_match(line, parts, function)) {
      rows.functions.push_back({parts[1], oids.at(parts[3]), parts[2] == "returns"});
    } else if (std::regex_match(line, parts, plain_function)) {
      rows.functions.push_back({parts[1], 0, false, false, false, parts[2] == "volatile"});
    } else if (std::regex_match(line, parts, view)) {
      rows.relations[oids.at(parts[1]) - 1000].reads_from.push_back(oids.at(parts[2]));
    } else if (std::regex_match(line, parts, relation)) {
      read_relation(parts);
    } else {
      ADD_FAILURE() << "not a catalog line: " << line;
    }
  }
};

void print_constraints(const RelationLens& lens, std::ostream& out) {
  const char* joint = "; ";
  for (const parser::Constraint& constraint : lens.physical->constraints) {
    const parser::Identifier* logical = lens.logical_name(constraint.id);
    if (logical != nullptr && *logical == constraint.name) continue;
    out << joint << (logical != nullptr ? logical->to_sql() : "nothing") << " = " << constraint.name.to_sql();
    joint = ", ";
  }
}

void print_writes(const RelationLens& lens, std::ostream& out) {
  const char* joint = "; writes ";
  for (const Mirror& mirror : lens.writes.mirrors) {
    for (const parser::AttrNumber also : mirror.also) {
      out << joint << lens.physical_name(also)->to_sql() << " as "
          << lens.physical_name(mirror.read)->to_sql();
      joint = ", ";
    }
  }
  for (const Supply& supply : lens.writes.supplies) {
    out << joint << lens.physical_name(supply.column)->to_sql() << " as " << supply.expression;
    joint = ", ";
  }
}

void print_lens(const RelationLens& lens, std::ostream& out) {
  const TableName logical{lens.logical.schema, lens.logical.name};
  const TableName physical{lens.physical->schema, lens.physical->name};
  out << "  " << logical.to_sql();
  if (physical != logical) out << " = " << physical.to_sql();
  out << "(";
  for (const parser::Column& column : lens.logical.columns) {
    if (&column != &lens.logical.columns.front()) out << ", ";
    const parser::Identifier& real = *lens.physical_name(column.number);
    out << column.name.to_sql();
    if (real != column.name) out << " = " << real.to_sql();
  }
  print_writes(lens, out);
  print_constraints(lens, out);
  out << ")";
  for (const parser::Identifier& column : lens.missing)
    out << " without " << column.to_sql();
  out << "\n";
}

std::set<parser::RelationId> sorted(const std::unordered_set<parser::RelationId>& ids) {
  return {ids.begin(), ids.end()};
}

}  // namespace

CatalogRows catalog_rows(std::string_view text) {
  row_reader reader;
  for (const char* schema : {"pg_catalog", "public"})
    reader.add_schema(schema);
  std::stringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(marker)) reader.read_line(line.substr(marker.size()));
  }
  reader.rows.server_version_num = 150004;
  return reader.rows;
}

std::shared_ptr<const PhysicalCatalog> catalog_of(std::string_view text) {
  return std::make_shared<const PhysicalCatalog>(catalog_rows(text));
}

std::string print_views(const Snapshot& snapshot) {
  std::stringstream out;
  for (std::uint32_t i = 0; i < snapshot.version_count(); ++i) {
    const VersionView& view = snapshot.version(VersionIndex{i});
    out << view.name() << (view.is_identity() ? ": as on the server\n" : "\n");
    for (const RelationLens& lens : view.lenses())
      print_lens(lens, out);
    for (const TypeLens& lens : view.types()) {
      out << "  type " << TableName{lens.logical.schema, lens.logical.name}.to_sql() << " = "
          << TableName{lens.physical->schema, lens.physical->name}.to_sql() << "\n";
    }
    for (const parser::RelationId over : sorted(view.affected().views_over_writes))
      out << "  writes pass through: " << snapshot.catalog().find(over)->name.to_sql() << "\n";
    for (const parser::Relation& relation : snapshot.catalog().relations()) {
      if (view.find(relation.id) == nullptr)
        out << "  hidden: " << TableName{relation.schema, relation.name}.to_sql() << "\n";
    }
  }
  return out.str();
}

}  // namespace pgsegue::rules

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "rules/version_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

// Random rule files of many versions: chains, swaps and rings of names, names used again for something else,
// of schemas, tables, sequences and columns. Whatever version's shape the server has, every version must see
// each thing under the name it gave it.

namespace pgsegue::rules {
namespace {

using parser::AttrNumber;
using parser::Identifier;
using parser::RelationId;
using parser::SchemaId;

Identifier name_of(const std::string& text) {
  return Identifier::from_catalog(text);
}

/// What things of one kind in one place are called in every version.
struct Names {
  std::vector<std::vector<std::string>> by_version;

  explicit Names(std::vector<std::string> first) { by_version.push_back(std::move(first)); }
  const std::string& at(std::size_t version, std::size_t index) const { return by_version[version][index]; }
  std::size_t count() const { return by_version.front().size(); }
};

struct Model {
  Names schemas{{"s0", "s1"}};
  std::vector<Names> tables;                ///< per schema: two tables and a sequence
  std::vector<std::vector<Names>> columns;  ///< per schema and table
  std::vector<std::string> changes;         ///< of each version but the first, as YAML
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Model make(std::size_t versions) {
    Model model;
    for (std::size_t s = 0; s < model.schemas.count(); ++s) {
      model.tables.emplace_back(std::vector<std::string>{"t0", "t1", "q0"});
      model.columns.push_back({Names({"c0", "c1", "c2"}), Names({"c0", "c1", "c2"})});
    }
    for (std::size_t v = 1; v < versions; ++v)
      add_version(model);
    return model;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  /// Renames some of the names: round a ring, to a new one, or to one that was given up. `describe(i, to)` is
  /// told of each.
  template <class Describe>
  void step(Names& names, std::size_t likely, const std::string& prefix, Describe describe) {
    std::vector<std::string> next = names.by_version.back();
    const std::vector<std::string> before = next;
    if (below(likely) == 0) {
      switch (below(3)) {
        case 0: {
          const std::size_t length = 2 + below(names.count() - 1);
          std::rotate(next.begin(), next.begin() + 1, next.begin() + static_cast<std::ptrdiff_t>(length));
          break;
        }
        case 1:
          next[below(names.count())] = prefix + std::to_string(++fresh_);
          break;
        default:
          reuse(names, next);
      }
    }
    names.by_version.push_back(next);
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (next[i] != before[i]) describe(i, next[i]);
    }
  }

  void reuse(const Names& names, std::vector<std::string>& next) {
    const std::string& old = names.at(below(names.by_version.size()), below(names.count()));
    if (std::find(next.begin(), next.end(), old) == next.end()) next[below(names.count())] = old;
  }

  void add_version(Model& model) {
    const std::size_t before = model.schemas.by_version.size() - 1;
    std::string changes;
    const auto add = [&](const std::string& kind, const std::string& keys) {
      changes += "      - " + kind + ": { " + keys + " }\n";
    };
    step(model.schemas, 3, "ns", [&](std::size_t i, const std::string& to) {
      add("rename_schema", "from: " + model.schemas.at(before, i) + ", to: " + to);
    });
    for (std::size_t s = 0; s < model.schemas.count(); ++s) {
      const std::string schema = model.schemas.at(before, s) + ".";
      Names& tables = model.tables[s];
      step(tables, 2, "nt", [&](std::size_t i, const std::string& to) {
        add(i == 2 ? "rename_sequence" : "rename_table",
            "from: " + schema + tables.at(before, i) + ", to: " + to);
      });
      for (std::size_t t = 0; t < model.columns[s].size(); ++t) {
        Names& columns = model.columns[s][t];
        step(columns, 2, "nc", [&](std::size_t i, const std::string& to) {
          add("rename_column",
              "table: " + schema + tables.at(before, t) + ", from: " + columns.at(before, i) + ", to: " + to);
        });
      }
    }
    model.changes.push_back(changes);
  }

  std::mt19937 random_;
  int fresh_ = 0;
};

std::string rule_file(const Model& model, const std::string& head) {
  std::string text = "database: shop\n" + head + "versions:\n  - name: v0\n";
  for (std::size_t v = 0; v < model.changes.size(); ++v) {
    text += "  - name: v" + std::to_string(v + 1) + "\n";
    if (!model.changes[v].empty()) text += "    changes:\n" + model.changes[v];
  }
  return text;
}

std::uint32_t oid(std::size_t schema, std::size_t table) {
  return static_cast<std::uint32_t>(1000 + schema * 10 + table);
}

/// The catalog of a server whose schema is that of this version.
std::shared_ptr<const PhysicalCatalog> model_catalog(const Model& model, std::size_t version) {
  CatalogRows rows;
  rows.server_version_num = 150000;
  for (std::size_t s = 0; s < model.schemas.count(); ++s) {
    const std::string& schema = model.schemas.at(version, s);
    rows.schemas.push_back({SchemaId{static_cast<std::uint32_t>(100 + s)}, name_of(schema)});
    for (std::size_t t = 0; t < model.tables[s].count(); ++t) {
      RelationRow row;
      row.oid = oid(s, t);
      row.schema = schema;
      row.name = model.tables[s].at(version, t);
      row.relkind = t == 2 ? 'S' : 'r';
      for (std::size_t c = 0; t < 2 && c < model.columns[s][t].count(); ++c)
        row.columns.push_back(
            {.name = model.columns[s][t].at(version, c), .number = static_cast<std::int16_t>(c + 1)});
      rows.relations.push_back(std::move(row));
    }
  }
  return std::make_shared<const PhysicalCatalog>(std::move(rows));
}

void expect_version(const Model& model, const VersionView& view, std::size_t version) {
  for (std::size_t s = 0; s < model.schemas.count(); ++s) {
    const Identifier schema = name_of(model.schemas.at(version, s));
    EXPECT_EQ(view.find_schema(schema), SchemaId{static_cast<std::uint32_t>(100 + s)});
    for (std::size_t t = 0; t < model.tables[s].count(); ++t) {
      const parser::Relation* table = view.find(schema, name_of(model.tables[s].at(version, t)));
      ASSERT_NE(table, nullptr);
      ASSERT_EQ(table->id, RelationId{oid(s, t)});
      for (std::size_t c = 0; t < 2 && c < model.columns[s][t].count(); ++c) {
        const parser::Column* column = table->find_column(name_of(model.columns[s][t].at(version, c)));
        ASSERT_NE(column, nullptr);
        EXPECT_EQ(column->number, AttrNumber{static_cast<std::int16_t>(c + 1)});
      }
    }
  }
}

BuiltSnapshot build(const Model& model, std::size_t physical, const std::string& head) {
  const LoadedRules loaded = parse_rules(rule_file(model, head), "random.yaml");
  for (const Diagnostic& finding : loaded.diagnostics)
    ADD_FAILURE() << render(finding, false);
  if (loaded.rules == nullptr) return {};
  return build_snapshot(model_catalog(model, physical), loaded.rules, 1);
}

TEST(rename_chains, every_version_sees_its_own_names_whatever_the_server_has) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const std::size_t versions = 2 + seed % 7;
    const Model model = Generator(seed).make(versions);
    for (std::size_t physical = 0; physical < versions; ++physical) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", server at v" + std::to_string(physical));
      const BuiltSnapshot built = build(model, physical, "physical: v" + std::to_string(physical) + "\n");
      for (const Diagnostic& finding : built.diagnostics)
        ADD_FAILURE() << render(finding, false) << rule_file(model, "");
      if (built.snapshot == nullptr) continue;
      for (std::size_t v = 0; v < versions; ++v)
        expect_version(model, built.snapshot->version(VersionIndex{static_cast<std::uint32_t>(v)}), v);
    }
  }
}

/// Where the file does not say, names may not tell; where they do, they must tell the truth.
TEST(rename_chains, what_names_tell_without_being_told_is_true) {
  std::size_t decided = 0, undecided = 0;
  for (unsigned seed = 1; seed <= 200; ++seed) {
    const std::size_t versions = 2 + seed % 4;
    const Model model = Generator(seed).make(versions);
    for (std::size_t physical = 0; physical < versions; ++physical) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", server at v" + std::to_string(physical));
      const BuiltSnapshot built = build(model, physical, "");
      ++(built.snapshot != nullptr ? decided : undecided);
      for (std::size_t v = 0; built.snapshot != nullptr && v < versions; ++v)
        expect_version(model, built.snapshot->version(VersionIndex{static_cast<std::uint32_t>(v)}), v);
    }
  }
  EXPECT_GT(decided, 50U);
  EXPECT_GT(undecided, 50U);
}

TEST(rename_chains, a_version_holds_no_more_the_longer_the_chain) {
  const auto lens_count = [](std::size_t versions) {
    Model model = Generator(7).make(versions);
    const BuiltSnapshot built =
        build(model, versions - 1, "physical: v" + std::to_string(versions - 1) + "\n");
    return built.snapshot == nullptr ? 0 : built.snapshot->version(VersionIndex{0}).lenses().size();
  };
  EXPECT_EQ(lens_count(40), 6U);
  EXPECT_EQ(lens_count(160), 6U);
}

}  // namespace
}  // namespace pgsegue::rules

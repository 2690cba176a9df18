#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "rules/rewriter.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace pgsegue::bench {
namespace {

using namespace rules;
using Action = Rewrite::Action;

constexpr const char* rule_text = R"(
database: bench
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: accounts, from: abalance, to: balance }
)";

CatalogRows make_catalog() {
  CatalogRows rows;
  rows.server_version_num = 150000;
  for (const char* name : {"accounts", "other"}) {
    RelationRow& row = rows.relations.emplace_back();
    row.oid = static_cast<std::uint32_t>(rows.relations.size());
    row.schema = "public";
    row.name = name;
    row.columns = {{"aid", 1}, {"balance", 2}};
  }
  return rows;
}

struct Stage {
  Stage() {
    const LoadedRules loaded = parse_rules(rule_text, "bench.yaml");
    snapshot =
        build_snapshot(std::make_shared<const PhysicalCatalog>(make_catalog()), loaded.rules, 1).snapshot;
    if (snapshot == nullptr) throw std::runtime_error("the benchmark's rules do not fit its catalog");
    context.snapshot = snapshot.get();
    context.search_path = &path;
    context.temporary_relations = &temporary;
  }
  std::shared_ptr<const Snapshot> snapshot;
  parser::SearchPath path{parser::Identifier::from_catalog("pg_catalog"),
                          parser::Identifier::from_catalog("public")};
  std::vector<parser::Identifier> temporary;
  StatementContext context;
};

void rewrite_text(benchmark::State& state, Rewriter::Limits limits, Action expected,
                  const std::string& text) {
  const Stage stage;
  Rewriter rewriter(limits);
  if (rewriter.rewrite(text, stage.context).action != expected)
    state.SkipWithError("not the expected action");
  for (auto _ : state) {
    benchmark::DoNotOptimize(rewriter.rewrite(text, stage.context).action);
  }
}

constexpr Rewriter::Limits no_cache{.cache_bytes = 0};

BENCHMARK_CAPTURE(rewrite_text, forward, {}, Action::forward,
                  "SELECT balance FROM other WHERE aid = 4242424242");
BENCHMARK_CAPTURE(rewrite_text, cache_hit, {}, Action::replace,
                  "SELECT abalance FROM accounts WHERE aid = 4242424242");
BENCHMARK_CAPTURE(rewrite_text, miss, no_cache, Action::replace,
                  "SELECT abalance FROM accounts WHERE aid = 4242424242");

}  // namespace
}  // namespace pgsegue::bench

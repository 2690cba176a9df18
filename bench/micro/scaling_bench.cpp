// What a statement costs with many rules, many tables, a long text, and more shapes than the cache holds.
#include "rules/rewriter.hpp"

#include <benchmark/benchmark.h>

#include "bench/micro/world.hpp"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::bench {
namespace {

using Action = rules::Rewrite::Action;
using Limits = rules::Rewriter::Limits;

constexpr Limits without_cache{.cache_bytes = 0};
constexpr Limits whole_cache{.cache_bytes = std::size_t{1} << 30};

void rewrite(benchmark::State& state, const World& here, Limits limits, std::string_view text) {
  rules::Rewriter rewriter(limits);
  if (rewriter.rewrite(text, here.context).action != Action::replace)
    state.SkipWithError("it is not rewritten");
  for (auto _ : state)
    benchmark::DoNotOptimize(rewriter.rewrite(text, here.context).action);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void rewrite_in_world(benchmark::State& state, Limits limits, std::string_view text) {
  const World& here =
      world(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  rewrite(state, here, limits, text);
}

std::string in_list(std::size_t bytes) {
  std::string text = "SELECT x FROM t0 WHERE id IN (1000000";
  while (text.size() + 9 < bytes)
    text += "," + std::to_string(1'000'000 + text.size() % 9'000'000);
  return text + ")";
}

/// Statements of every length with a cache that holds them, and without one.
void lengths(benchmark::State& state, Limits limits) {
  rewrite(state, world(1, 10), limits, in_list(static_cast<std::size_t>(state.range(0))));
}

/// So many shapes in turn: beyond what the cache holds, each has been forgotten when it comes again.
void shapes(benchmark::State& state, Limits limits) {
  std::vector<std::string> texts;
  for (std::int64_t i = 0; i < state.range(0); ++i)
    texts.push_back("SELECT abalance AS v" + std::to_string(i) +
                    " FROM pgbench_accounts WHERE aid = 4242424242");
  const World& here = world(1, 10);
  rules::Rewriter rewriter(limits);
  for (const std::string& text : texts)
    rewriter.rewrite(text, here.context);
  const rules::Rewriter::Counters before = rewriter.counters();
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(rewriter.rewrite(texts[next], here.context).action);
    if (++next == texts.size()) next = 0;
  }
  const rules::Rewriter::Counters after = rewriter.counters();
  const double asked = static_cast<double>(after.hits + after.misses - before.hits - before.misses);
  state.counters["hit_ratio"] = static_cast<double>(after.hits - before.hits) / asked;
  state.counters["cached_shapes"] = static_cast<double>(after.cached_shapes);
  state.counters["cached_bytes"] = static_cast<double>(after.cached_bytes);
}

void add_scaling_benchmarks() {
  for (const auto& [name, limits] : {std::pair{"hit_in_world", Limits{}}, {"miss_in_world", without_cache}}) {
    benchmark::RegisterBenchmark(name, rewrite_in_world, limits, statement_of("of_200_bytes"))
        ->ArgNames({"rules", "tables"})
        ->Args({1, 10})
        ->Args({1, 10'000})
        ->Args({100, 10'000})
        ->Args({10'000, 10'000});
  }
  for (const std::int64_t bytes :
       {50, 200, 1'000, 10'000, 100'000, 1'000'000, 2'000'000, 4'000'000, 8'000'000}) {
    const auto unit = bytes < 1'000'000 ? benchmark::kMicrosecond : benchmark::kMillisecond;
    benchmark::RegisterBenchmark("in_list_miss", lengths, without_cache)->Arg(bytes)->Unit(unit);
    benchmark::RegisterBenchmark("in_list_hit", lengths, whole_cache)->Arg(bytes)->Unit(unit);
  }
  benchmark::RegisterBenchmark("shapes", shapes, Limits{})->RangeMultiplier(10)->Range(1, 100'000);
  benchmark::RegisterBenchmark("shapes_without_cache", shapes, without_cache)->Arg(100'000);
}

const bool scaling_added = (add_scaling_benchmarks(), true);

}  // namespace
}  // namespace pgsegue::bench

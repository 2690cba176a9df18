// What a statement costs, step by step and by its class, and whether the number of rules or tables counts.
#include "parser/binder.hpp"
#include "parser/parse_tree.hpp"
#include "rules/plan.hpp"
#include "rules/rewriter.hpp"
#include "rules/splice.hpp"
#include "rules/version_view.hpp"

#include <benchmark/benchmark.h>

#include "bench/micro/world.hpp"
#include <string>
#include <variant>
#include <vector>

namespace pgsegue::bench {
namespace {

using Action = rules::Rewrite::Action;

constexpr rules::Rewriter::Limits no_cache{.cache_bytes = 0};

/// A text, its tokens, tree and program.
struct Prepared {
  explicit Prepared(std::string_view statement) : text(statement), here(world(1, 10)) {
    scan(text, {}, tokens);
  }
  parser::ParseOutcome parse() const { return parser::parse(text, tokens, {}, {}); }
  rules::PlanResult plan() const {
    const rules::VersionView& view = here.snapshot->version(here.context.version);
    return rules::plan_statement({.text = text,
                                  .tokens = tokens,
                                  .logical = view,
                                  .physical = view.physical(),
                                  .affected = view.affected(),
                                  .search_path = &here.path,
                                  .temporary_relations = {},
                                  .lexing = {},
                                  .max_depth = 50'000,
                                  .grammar_matches_server = true,
                                  .encoding_is_utf8 = true});
  }
  std::string_view text;
  const World& here;
  std::vector<parser::Token> tokens;
};

void parse(benchmark::State& state, std::string_view text) {
  const Prepared prepared(text);
  for (auto _ : state)
    benchmark::DoNotOptimize(prepared.parse());
}

void bind(benchmark::State& state, std::string_view text) {
  const Prepared prepared(text);
  const parser::ParseOutcome outcome = prepared.parse();
  const auto& tree = std::get<parser::ParseTree>(outcome).root();
  const parser::BindInput input{
      text, prepared.tokens, prepared.here.snapshot->version({}), &prepared.here.path, {}};
  for (auto _ : state)
    benchmark::DoNotOptimize(parser::bind_statement(*tree.stmts[0], input));
}

/// Parse, bind, plan edits, parse and bind the result: plan_statement as a whole.
void plan(benchmark::State& state, std::string_view text) {
  const Prepared prepared(text);
  for (auto _ : state)
    benchmark::DoNotOptimize(prepared.plan());
}

void splice(benchmark::State& state, std::string_view text) {
  const Prepared prepared(text);
  const auto program = std::get<rules::EditProgram>(prepared.plan().outcome);
  std::string out;
  for (auto _ : state)
    benchmark::DoNotOptimize(rules::splice(text, prepared.tokens, program, out));
}

void rewrite(benchmark::State& state, const World& here, rules::Rewriter::Limits limits,
             std::string_view text) {
  rules::Rewriter rewriter(limits);
  if (rewriter.rewrite(text, here.context).action != Action::replace)
    state.SkipWithError("it is not rewritten");
  for (auto _ : state)
    benchmark::DoNotOptimize(rewriter.rewrite(text, here.context).action);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

std::string in_list(std::size_t bytes) {
  std::string text = "SELECT x FROM t0 WHERE id IN (1000000";
  while (text.size() + 9 < bytes)
    text += "," + std::to_string(1'000'000 + text.size() % 9'000'000);
  return text + ")";
}

/// Statements of every length with a cache that holds them, and without one.
void lengths(benchmark::State& state, rules::Rewriter::Limits limits) {
  rewrite(state, world(1, 10), limits, in_list(static_cast<std::size_t>(state.range(0))));
}

void add_benchmarks() {
  for (const StatementClass& each : statement_classes) {
    const auto named = [&](const char* step) { return std::string(step) + "/" + each.name; };
    const std::string_view text = each.text;
    benchmark::RegisterBenchmark(named("parse").c_str(), [text](auto& state) { parse(state, text); });
    benchmark::RegisterBenchmark(named("bind").c_str(), [text](auto& state) { bind(state, text); });
    benchmark::RegisterBenchmark(named("plan").c_str(), [text](auto& state) { plan(state, text); });
    benchmark::RegisterBenchmark(named("splice").c_str(), [text](auto& state) { splice(state, text); });
    benchmark::RegisterBenchmark(named("hit").c_str(),
                                 [text](auto& state) { rewrite(state, world(1, 10), {}, text); });
    benchmark::RegisterBenchmark(named("miss").c_str(),
                                 [text](auto& state) { rewrite(state, world(1, 10), no_cache, text); });
  }
  struct Size {
    std::size_t rules, tables;
  };
  for (const Size size : {Size{1, 10}, {1, 10'000}, {100, 10'000}, {10'000, 10'000}}) {
    const std::string name =
        "miss_in_world/rules:" + std::to_string(size.rules) + "/tables:" + std::to_string(size.tables);
    benchmark::RegisterBenchmark(name.c_str(), [size](auto& state) {
      rewrite(state, world(size.rules, size.tables), no_cache, statement_classes[6].text);
    });
  }
  constexpr std::size_t whole_cache = std::size_t{1} << 30;
  for (const std::int64_t bytes :
       {50, 200, 1'000, 10'000, 100'000, 1'000'000, 2'000'000, 4'000'000, 8'000'000}) {
    const auto unit = bytes < 1'000'000 ? benchmark::kMicrosecond : benchmark::kMillisecond;
    benchmark::RegisterBenchmark("in_list_miss", lengths, no_cache)->Arg(bytes)->Unit(unit);
    benchmark::RegisterBenchmark("in_list_hit", lengths, rules::Rewriter::Limits{.cache_bytes = whole_cache})
        ->Arg(bytes)
        ->Unit(unit);
  }
}

const bool added = (add_benchmarks(), true);

}  // namespace
}  // namespace pgsegue::bench

// What a statement costs, step by step and by its class.
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

void rewrite(benchmark::State& state, rules::Rewriter::Limits limits, std::string_view text) {
  const World& here = world(1, 10);
  rules::Rewriter rewriter(limits);
  if (rewriter.rewrite(text, here.context).action != Action::replace)
    state.SkipWithError("it is not rewritten");
  for (auto _ : state)
    benchmark::DoNotOptimize(rewriter.rewrite(text, here.context).action);
}

void add_statement_benchmarks() {
  for (const StatementClass& each : statement_classes) {
    const auto named = [&](const char* step) { return std::string(step) + "/" + each.name; };
    const std::string_view text = each.text;
    benchmark::RegisterBenchmark(named("parse").c_str(), [text](auto& state) { parse(state, text); });
    benchmark::RegisterBenchmark(named("bind").c_str(), [text](auto& state) { bind(state, text); });
    benchmark::RegisterBenchmark(named("plan").c_str(), [text](auto& state) { plan(state, text); });
    benchmark::RegisterBenchmark(named("splice").c_str(), [text](auto& state) { splice(state, text); });
    benchmark::RegisterBenchmark(named("hit").c_str(), [text](auto& state) { rewrite(state, {}, text); });
    benchmark::RegisterBenchmark(named("miss").c_str(),
                                 [text](auto& state) { rewrite(state, no_cache, text); });
  }
}

const bool statement_added = (add_statement_benchmarks(), true);

}  // namespace
}  // namespace pgsegue::bench

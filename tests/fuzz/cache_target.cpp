#include "parser/token.hpp"
#include "rules/rewriter.hpp"
#include "rules/snapshot.hpp"
#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/stage.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/rules/rule_snapshot.hpp"

#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace pgsegue::fuzz {
namespace {

using parser::Identifier;
using parser::TokenKind;
using Random = std::minstd_rand;

std::size_t pick(Random& random, std::size_t size) {
  return random() % size;
}

bool toss(Random& random) {
  return pick(random, 2) == 0;
}

const char* other_number(Random& random) {
  constexpr const char* values[] = {"0", "1", "4242424242", "1.5e3", ".5"};
  return values[pick(random, std::size(values))];
}

/// Some of them are names, where names are read from constants.
const char* other_string(Random& random) {
  constexpr const char* values[] = {"''",           "'x'",         "'person'",
                                    "'people'",     "'last_name'", "'public.person'",
                                    "$$SELECT 1$$", "N'it''s'",    "E'\\x70erson'",
                                    "'{person,1}'", "'public'",    "'select surname from people'"};
  return values[pick(random, std::size(values))];
}

/// The same shape with other constants and another layout, if the text can be scanned.
std::string vary(std::string_view text, Random& random) {
  std::vector<parser::Token> tokens;
  if (scan(text, {}, tokens) != parser::ScanStatus::ok) return std::string(text);
  std::string varied;
  std::size_t copied = 0;
  for (const parser::Token& token : tokens) {
    const bool is_changed = pick(random, 3) == 0;
    varied +=
        is_changed && token.begin > copied ? " /* other */\t" : text.substr(copied, token.begin - copied);
    if (is_changed && token.kind == TokenKind::number) {
      varied += other_number(random);
    } else if (is_changed && token.kind == TokenKind::string) {
      varied += other_string(random);
    } else {
      varied += text_of(text, token);
    }
    copied = token.end;
  }
  return varied.append(text.substr(copied));
}

/// A statement that SQL's EXECUTE runs: its first parameter is a table's name.
class OneReader final : public parser::PreparedNames {
 public:
  std::optional<std::span<const parser::ParameterUse>> find(const Identifier&) const override {
    return uses_;
  }

 private:
  std::array<parser::ParameterUse, 1> uses_{{{.number = 1, .role = parser::ParameterUse::Role::name}}};
};

/// The parts that contexts are made of.
struct Parts {
  std::array<std::shared_ptr<const rules::Snapshot>, 2> snapshots{
      stage().snapshot, rules::snapshot_of_rules(PGSEGUE_TEST_DATA "/rewrite/shop_renamed.yaml")};
  std::array<parser::SearchPath, 3> paths{path({"pg_catalog", "public"}),
                                          path({"pg_catalog", "archive", "public"}),
                                          path({"pg_temp_3", "pg_catalog", "public"})};
  std::array<std::vector<Identifier>, 2> relations{std::vector<Identifier>{},
                                                   {Identifier::from_catalog("person")}};
  OneReader reader;

  static parser::SearchPath path(std::initializer_list<const char*> schemas) {
    parser::SearchPath made;
    for (const char* schema : schemas)
      made.push_back(Identifier::from_catalog(schema));
    return made;
  }
};

const Parts& parts() {
  static const Parts made;
  for (const auto& snapshot : made.snapshots)
    require(snapshot != nullptr, "the rules do not fit the catalog");
  return made;
}

/// Mostly the plain one in one respect or another.
rules::StatementContext any_context(Random& random) {
  const Parts& from = parts();
  const auto seldom = [&random] { return pick(random, 6) == 0; };
  constexpr const char* encodings[][2] = {{"LATIN1", "UTF8"}, {"UTF8", "SQL_ASCII"}, {"SJIS", "UTF8"}};
  const auto& [client, server] = encodings[pick(random, std::size(encodings))];
  const auto& snapshot = from.snapshots[toss(random) ? 0 : 1];
  const auto version = static_cast<std::uint32_t>(pick(random, snapshot->version_count()));
  rules::StatementContext context;
  context.snapshot = snapshot.get();
  context.version = rules::VersionIndex{version};
  context.search_path = seldom() ? nullptr : &from.paths[seldom() ? 1 + pick(random, 2) : 0];
  context.temporary_relations = context.search_path == nullptr ? nullptr : &from.relations[seldom() ? 1 : 0];
  context.names_changed_in_transaction = seldom();
  context.prepared_may_change_names = seldom();
  if (seldom()) context.made = &from.relations[1];
  context.lexing.standard_conforming_strings = !seldom();
  if (seldom()) context.encoding = parser::TextEncoding::between(client, server);
  if (seldom()) context.server_major = 14;
  context.pass = {.ddl = seldom(), .code = seldom()};
  if (seldom()) context.prepared = &from.reader;
  context.comes_again = toss(random);
  return context;
}

std::string translated(rules::Rewriter& rewriter, std::string_view text,
                       const rules::StatementContext& context) {
  const std::string position = std::to_string(text.size() / 2 + 1);
  const rules::ErrorFields fields{{{'S', "ERROR"},
                                   {'C', "42703"},
                                   {'M', "column \"surname\" of relation \"people\" does not exist"},
                                   {'P', position}}};
  std::string out;
  return rewriter.translate_error(fields, text, context, out) ? out : "";
}

}  // namespace

void cache(std::string_view input) {
  static rules::Rewriter cold({.cache_bytes = 0, .max_depth = max_depth});
  constexpr std::size_t sizes[] = {std::size_t{1} << 13, std::size_t{1} << 15, std::size_t{1} << 20};
  Random random(static_cast<Random::result_type>(std::hash<std::string_view>{}(input)));
  rules::Rewriter warm({.cache_bytes = sizes[pick(random, std::size(sizes))], .max_depth = max_depth});
  const std::array<std::string, 3> texts{std::string(input), vary(input, random), vary(input, random)};
  const std::array<rules::StatementContext, 3> contexts{any_context(random), any_context(random),
                                                        any_context(random)};
  std::optional<Answer> expected[3][3];
  for (int step = 0; step < 16; ++step) {
    const std::size_t at = pick(random, 3), in = pick(random, 3);
    std::optional<Answer>& answer = expected[at][in];
    if (!answer) answer = ask(cold, texts[at], contexts[in]);
    const Answer found = ask(warm, texts[at], contexts[in]);
    if (!(found == *answer))
      require(false, "the cache changes the answer",
              texts[at] + "\ncold: " + describe(*answer) + "warm: " + describe(found));
    if (step % 4 != 0) continue;
    require(translated(warm, texts[at], contexts[in]) == translated(cold, texts[at], contexts[in]),
            "the cache changes an error", texts[at]);
  }
}

}  // namespace pgsegue::fuzz

#include "parser/binder.hpp"
#include "parser/parse_tree.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "rules/physical_catalog.hpp"
#include "rules/plan.hpp"
#include "tests/fuzz/stage.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/rules/catalog_text.hpp"

#include <vector>

namespace pgsegue::fuzz {
namespace {

using namespace parser;

class BoundCheck {
 public:
  BoundCheck(const BoundStatement& statement, std::size_t tokens, std::string_view text)
      : statement_(statement), tokens_(tokens), text_(text) {}

  void run() const {
    tokens(statement_.tokens);
    for (const RangeItem& each : statement_.items)
      parts(each.parts);
    for (const Reference& each : statement_.references) {
      parts(each.parts);
      const bool has_target = each.kind == ReferenceKind::column || each.kind == ReferenceKind::whole_row ||
                              each.kind == ReferenceKind::relation;
      if (has_target) item(each.target.item);
      if (each.problem && each.problem->at)
        require(*each.problem->at <= text_.size(), "a position is outside", text_);
    }
    for (const Star& star : statement_.stars) {
      tokens(star.tokens);
      for (const StarPart& part : star.parts)
        references(part.first, part.count);
    }
    for (const ImplicitList& list : statement_.implicit_lists)
      references(list.first, list.count);
  }

 private:
  void tokens(const TokenRange& range) const {
    require(static_cast<std::size_t>(range.first) + range.count <= tokens_, "tokens that there are not",
            text_);
  }
  void parts(const std::vector<TokenRange>& ranges) const {
    for (const TokenRange& range : ranges)
      tokens(range);
  }
  void item(ItemIndex index) const {
    require(static_cast<std::size_t>(index) < statement_.items.size(), "an item that there is not", text_);
  }
  void references(std::size_t first, std::size_t count) const {
    require(first + count <= statement_.references.size(), "references that there are not", text_);
  }

  const BoundStatement& statement_;
  std::size_t tokens_;
  std::string_view text_;
};

void bind_all(std::string_view text, const std::vector<Token>& tokens, const PgQuery__ParseResult& tree,
              const SearchPath* path) {
  const BindInput input{text, tokens, stage().snapshot->catalog(), path, {}};
  for (std::size_t i = 0; i < tree.n_stmts; ++i) {
    const BindResult bound = bind_statement(*tree.stmts[i], input);
    if (!bound.needs_path) BoundCheck(bound.statement, tokens.size(), text).run();
  }
}

/// Every table counts as affected, so that every statement is planned; no name differs.
void plan_between_equal_catalogs(std::string_view text, const std::vector<Token>& tokens) {
  static const rules::AffectedNames affected = [] {
    rules::AffectedNames names;
    for (const char* name : {"people", "account", "orders", "address", "plain", "swapped", "person"})
      names.relations.insert(Identifier::from_catalog(name));
    return names;
  }();
  const auto& catalog = stage().snapshot->catalog();
  const rules::PlanResult result = rules::plan_statement({.text = text,
                                                          .tokens = tokens,
                                                          .logical = catalog,
                                                          .physical = catalog,
                                                          .affected = affected,
                                                          .search_path = &stage().path,
                                                          .temporary_relations = {},
                                                          .lexing = {},
                                                          .max_depth = max_depth,
                                                          .grammar_matches_server = true,
                                                          .encoding_is_utf8 = true});
  const auto* program = std::get_if<rules::EditProgram>(&result.outcome);
  require(program == nullptr || program->edits.empty(), "an edit where no name differs", text);
}

/// One version, no changes.
const rules::Snapshot& unruled() {
  static const auto made =
      rules::build_snapshot(rules::catalog_of("# catalog: person(id, last_name)"),
                            rules::parse_rules("database: d\nversions: [{ name: v1 }]", "d.yaml").rules, 1);
  return *made.snapshot;
}

}  // namespace

void bind(std::string_view input) {
  std::vector<Token> tokens;
  if (parser::scan(input, {}, tokens) != ScanStatus::ok) return;
  const ParseOutcome outcome = parse(input, tokens, {}, {.max_depth = max_depth});
  if (const auto* tree = std::get_if<ParseTree>(&outcome)) {
    bind_all(input, tokens, tree->root(), &stage().path);
    bind_all(input, tokens, tree->root(), nullptr);
    plan_between_equal_catalogs(input, tokens);
  }
  static rules::Rewriter rewriter({});
  rules::StatementContext context = stage().context({});
  context.snapshot = &unruled();
  const rules::Rewrite rewrite = rewriter.rewrite(input, context);
  const bool sets_version =
      rewrite.error != nullptr && rewrite.error->message.find("pgsegue.version") != std::string::npos;
  require(rewrite.action == rules::Rewrite::Action::forward || sets_version, "not forwarded without rules",
          input);
}

}  // namespace pgsegue::fuzz

#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::Identifier;
using parser::ItemColumn;
using parser::RangeItem;
using parser::Star;
using parser::StarPart;

/// True if on the server the star would give this item's columns under other names, or other columns.
bool differs(const StatementEdits& plan, const StarPart& part, bool names_matter) {
  const RangeItem& item = plan.bound.item(part.item);
  if (part.known && !plan.choices.keep_stars && plan.is_unsettled(item)) return true;
  return std::any_of(item.columns.begin(), item.columns.end(), [&](const ItemColumn& column) {
    if (!column.base) return false;
    return !plan.names.same_columns(column.base->relation) || (names_matter && plan.new_name(column.base));
  });
}

/// The column by its name on the server, qualified as far as it can be.
std::string column_text(const StatementEdits& plan, const RangeItem& item, const ItemColumn& column,
                        bool with_name) {
  const auto changed = plan.new_name(column.base);
  const std::string qualifier =
      plan.qualifier_of(item.name.empty() ? plan.bound.item(column.origin.item) : item);
  std::string text = qualifier.empty() ? "" : qualifier + '.';
  text += (changed ? *changed : column.name).to_sql();
  if (changed && with_name) text += " AS " + column.name.to_sql();
  return text;
}

std::string part_text(StatementEdits& plan, const Star& star, const StarPart& part) {
  const RangeItem& item = plan.bound.item(part.item);
  const bool expand = differs(plan, part, star.names_matter);
  if (!expand && !item.name.empty()) return plan.qualifier_of(item) + ".*";
  if (!part.known) {
    plan.obstruct(refusal("* over a function whose columns are not known",
                          "Name the columns of the select list one by one."));
  }
  std::string text;
  for (const ItemColumn& column : item.columns)
    text += (text.empty() ? "" : ", ") + column_text(plan, item, column, star.names_matter);
  return text;
}

void expand(StatementEdits& plan, const Star& star) {
  std::string text;
  for (const StarPart& part : star.parts) {
    const std::string columns = part_text(plan, star, part);
    if (!columns.empty()) text += (text.empty() ? "" : ", ") + columns;
  }
  if (star.tokens.count == 0) {
    plan.obstruct(refusal("a * of this form", "Name the columns of the select list one by one."));
  } else {
    plan.edits.replace(star.tokens, text);
  }
}

/// TABLE takes no alias, so that it has to become the SELECT it stands for.
void expand_table_command(StatementEdits& plan, const Star& star, bool must_expand) {
  const StarPart& part = star.parts.front();
  const RangeItem& item = plan.bound.item(part.item);
  const bool changes = must_expand || plan.gets_alias(item) || plan.is_substituted(part.item);
  if (star.tokens.count == 0 || !changes) return;
  const std::string columns = must_expand ? part_text(plan, star, part) : "*";
  plan.edits.replace(star.tokens, "SELECT " + columns + " FROM");
}

/// `table.*` and `schema.table.*` where the table's name or schema does not stay.
void requalify(StatementEdits& plan, const Star& star) {
  constexpr std::uint32_t tokens_with_table = 3, tokens_with_schema = 5;
  if (star.parts.size() != 1 || star.tokens.count < tokens_with_table) return;
  const RangeItem& item = plan.bound.item(star.parts.front().item);
  const bool goes_by_alias = plan.gets_alias(item) && star.tokens.count >= tokens_with_schema;
  const bool is_renamed = plan.shares_name(item) && !plan.names.same_name(*item.relation);
  if (goes_by_alias || is_renamed) plan.edits.replace(star.tokens, plan.qualifier_of(item) + ".*");
  const bool has_own_name = item.kind == parser::ItemKind::relation && !item.has_alias && !goes_by_alias &&
                            !is_renamed && star.tokens.count >= tokens_with_schema &&
                            !plan.names.same_name(*item.relation);
  const parser::Relation* server = has_own_name ? plan.names.physical(*item.relation) : nullptr;
  if (server != nullptr)
    plan.edits.replace(star.tokens, server->schema.to_sql() + '.' + server->name.to_sql() + ".*");
}

}  // namespace

void edit_stars(StatementEdits& plan) {
  for (const Star& star : plan.bound.stars) {
    const bool must_expand = std::any_of(star.parts.begin(), star.parts.end(), [&](const StarPart& part) {
      return differs(plan, part, star.names_matter);
    });
    if (star.is_table_command && star.parts.size() == 1) {
      expand_table_command(plan, star, must_expand);
    } else if (must_expand) {
      expand(plan, star);
    } else {
      requalify(plan, star);
    }
  }
}

}  // namespace pgsegue::rules::plan

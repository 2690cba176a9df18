#include "rules/plan/refusal.hpp"
#include "rules/plan/written_columns.hpp"

#include <utility>

namespace pgsegue::rules::plan {

namespace {

using parser::Write;
using parser::WrittenRow;
using parser::WrittenValue;

std::string value_name(std::size_t number) {
  return 'v' + std::to_string(number);
}

/// VALUES with one value more per row for each column that is added. What must not be evaluated twice goes to
/// a WITH query of one row, from where all columns get it:
///
///     WITH pgsegue_once AS MATERIALIZED (SELECT random()::text AS v1)
///     INSERT INTO person (last_name, surname)
///     VALUES ((SELECT v1 FROM pgsegue_once), (SELECT v1 FROM pgsegue_once))
class RowEdits {
 public:
  RowEdits(StatementEdits& plan, const WrittenColumns& columns)
      : plan_(plan), columns_(columns), write_(columns.write()) {}

  void run() {
    for (const Mirror& mirror : columns_.extra().mirrors)
      add_mirror(mirror);
    for (const Supply& supply : columns_.extra().supplies) {
      if (columns_.is_mirrored(supply.column)) continue;
      names_ += ", " + columns_.name(supply.column);
      for (TextParts& added : added_)
        added.push_back({", (" + supply.expression + ')'});
    }
    add_to_column_list(plan_, columns_, names_);
    for (std::size_t row = 0; row < write_.rows.size(); ++row)
      plan_.edits.append(*write_.rows[row].end, std::move(added_[row]));
    if (!once_.empty()) add_once();
  }

 private:
  void add_mirror(const Mirror& mirror) {
    const auto place = columns_.place_of(mirror.read);
    if (!place && columns_.has_one_default(mirror)) return;
    if (!place) names_ += ", " + columns_.name(mirror.read);
    for (const parser::AttrNumber column : mirror.also)
      names_ += ", " + columns_.name(column);
    for (std::size_t row = 0; row < write_.rows.size(); ++row)
      add_values(mirror, place, row);
  }

  void add_values(const Mirror& mirror, std::optional<std::size_t> place, std::size_t row) {
    const std::size_t copies = mirror.also.size() + (place ? 0 : 1);
    const TextPart part = place ? given_value(mirror, *place, write_.rows[row]) : default_value(mirror);
    for (std::size_t i = 0; i < copies; ++i)
      added_[row].push_back({", " + part.text, part.tokens});
  }

  /// What the columns get that are written with this one.
  TextPart given_value(const Mirror& mirror, std::size_t place, const WrittenRow& row) {
    // The server will say that there are fewer values than columns.
    if (place >= row.values.size()) return {"DEFAULT"};
    const WrittenValue& value = row.values[place];
    if (value.is_default) {
      if (columns_.has_one_default(mirror)) return {"DEFAULT"};
      const TextPart part = default_value(mirror);
      plan_.edits.move(value.tokens, part.text);
      return part;
    }
    if (write_.columns[place].is_part) obstruct_part(plan_);
    if (value.is_repeatable) return {"", value.tokens};
    const std::string text = take_once({"", value.tokens});
    plan_.edits.move(value.tokens, text);
    return {text};
  }

  TextPart default_value(const Mirror& mirror) {
    const DefaultValue value = columns_.default_of(mirror);
    return {value.is_repeatable ? value.text : take_once({value.text})};
  }

  std::string take_once(TextPart value) {
    once_.push_back(std::move(value));
    return "(SELECT " + value_name(once_.size()) + " FROM " + once_name + ')';
  }

  void add_once() {
    if (!write_.keyword)
      return plan_.obstruct(
          refusal("an INSERT of MERGE with a volatile expression for a column that is kept in "
                  "several on the server",
                  "Compute the value in the source of MERGE."));
    TextParts parts{{std::string(write_.has_with ? ", " : "WITH ") + once_name + " AS MATERIALIZED ("}};
    for (std::size_t i = 0; i < once_.size(); ++i) {
      parts.push_back({(i == 0 ? "SELECT " : ", ") + once_[i].text, once_[i].tokens});
      parts.push_back({" AS " + value_name(i + 1)});
    }
    parts.push_back({") "});
    plan_.edits.append(*write_.keyword, std::move(parts));
  }

  static void obstruct_part(StatementEdits& plan) {
    plan.obstruct(
        refusal("an assignment to an element or a field of a column that is kept in several on the server",
                "Assign the whole column."));
  }

  StatementEdits& plan_;
  const WrittenColumns& columns_;
  const Write& write_;
  std::string names_;
  std::vector<TextParts> added_ = std::vector<TextParts>(write_.rows.size());
  std::vector<TextPart> once_;
};

}  // namespace

void edit_inserted_rows(StatementEdits& plan, const WrittenColumns& columns) {
  RowEdits(plan, columns).run();
}

/// DEFAULT VALUES where some column does not get its own default.
void edit_inserted_defaults(StatementEdits& plan, const WrittenColumns& columns) {
  const Write& write = columns.write();
  std::string names, values, once;
  const auto add = [&](parser::AttrNumber column, const std::string& value) {
    names += (names.empty() ? "(" : ", ") + columns.name(column);
    values += (values.empty() ? "(" : ", ") + value;
  };
  std::size_t count = 0;
  for (const Mirror& mirror : columns.extra().mirrors) {
    if (columns.has_one_default(mirror)) continue;
    DefaultValue value = columns.default_of(mirror);
    if (!value.is_repeatable) {
      once += (once.empty() ? "SELECT " : ", ") + value.text + " AS " + value_name(++count);
      value.text = "(SELECT " + value_name(count) + " FROM " + once_name + ')';
    }
    add(mirror.read, value.text);
    for (const parser::AttrNumber column : mirror.also)
      add(column, value.text);
  }
  for (const Supply& supply : columns.extra().supplies) {
    if (!columns.is_mirrored(supply.column)) add(supply.column, '(' + supply.expression + ')');
  }
  if (names.empty()) return;
  plan.edits.move(write.source, names + ") VALUES " + values + ')');
  if (once.empty()) return;
  if (!write.keyword)
    return plan.obstruct(
        refusal("an INSERT of MERGE with DEFAULT VALUES", "Name the columns and their values."));
  plan.edits.append(*write.keyword, {{std::string(write.has_with ? ", " : "WITH ") + once_name +
                                      " AS MATERIALIZED (" + once + ") "}});
}

}  // namespace pgsegue::rules::plan

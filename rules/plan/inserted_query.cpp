#include "rules/plan/refusal.hpp"
#include "rules/plan/written_columns.hpp"

#include <utility>

namespace pgsegue::rules::plan {

namespace {

using parser::Write;

/// The query becomes a subquery, from which the added columns get their values too:
///
///     INSERT INTO person (id, last_name, surname)
///     SELECT pgsegue_rows.c1, pgsegue_rows.c2, pgsegue_rows.c2
///     FROM (SELECT id, name FROM guest) AS pgsegue_rows (c1, c2)
///
/// A constant or parameter by itself would be text there: it stands outside, where it takes the column's
/// type.
class QueryEdits {
 public:
  QueryEdits(StatementEdits& plan, const WrittenColumns& columns)
      : plan_(plan), columns_(columns), write_(columns.write()) {}

  void run() {
    for (std::size_t i = 0; i < write_.columns.size(); ++i)
      add_result(i);
    for (const Mirror& mirror : columns_.extra().mirrors)
      add_mirror(mirror);
    for (const Supply& supply : columns_.extra().supplies) {
      if (!columns_.is_mirrored(supply.column)) add(supply.column, {'(' + supply.expression + ')'});
    }
    if (names_.empty()) return add_to_column_list(plan_, columns_, {});
    if (!write_.width || *write_.width != write_.columns.size())
      return plan_.obstruct(refusal("an INSERT of a query whose columns are not known",
                                    "Name the columns of the select list one by one."));
    add_to_column_list(plan_, columns_, names_);
    take_parameters_out();
    results_.push_back({" FROM " + defaults_in_front() + '('});
    plan_.edits.append(write_.source.first, std::move(results_));
    plan_.edits.append(end_of_source(),
                       {{") AS " + std::string(rows_name) + column_aliases() + defaults_behind()}});
  }

 private:
  static std::string column(std::size_t i) { return std::string(rows_name) + ".c" + std::to_string(i + 1); }

  parser::TokenIndex end_of_source() const {
    return static_cast<parser::TokenIndex>(static_cast<std::size_t>(write_.source.first) +
                                           write_.source.count);
  }

  bool is_untyped(std::size_t i) const { return i < write_.untyped.size() && write_.untyped[i].has_no_type; }

  TextPart result(std::size_t i) const {
    return is_untyped(i) ? TextPart{"", write_.untyped[i].tokens} : TextPart{column(i)};
  }

  void add_result(std::size_t i) {
    TextPart part = result(i);
    part.text.insert(0, i == 0 ? "SELECT " : ", ");
    if (is_untyped(i) && part.tokens.count == 0)
      plan_.obstruct(
          refusal("an INSERT of a query with a constant in this form", "Cast the constant to its type."));
    results_.push_back(std::move(part));
  }

  void add(parser::AttrNumber target, TextPart value) {
    names_ += ", " + columns_.name(target);
    value.text.insert(0, ", ");
    results_.push_back(std::move(value));
  }

  void add_mirror(const Mirror& mirror) {
    const auto place = columns_.place_of(mirror.read);
    if (!place && columns_.has_one_default(mirror)) return;
    if (place && write_.columns[*place].is_part)
      plan_.obstruct(
          refusal("an assignment to an element or a field of a column that is kept in several on the server",
                  "Assign the whole column."));
    const TextPart value = place ? result(*place) : TextPart{default_value(mirror)};
    if (!place) add(mirror.read, value);
    for (const parser::AttrNumber column : mirror.also)
      add(column, value);
  }

  /// Evaluated once for every row, one level deeper.
  std::string default_value(const Mirror& mirror) {
    const DefaultValue value = columns_.default_of(mirror);
    if (value.is_repeatable) return value.text;
    defaults_.push_back(value.text);
    return std::string(rows_name) + ".d" + std::to_string(defaults_.size());
  }

  std::string defaults_in_front() const {
    if (defaults_.empty()) return {};
    std::string text = std::string("(SELECT ") + rows_name + ".*";
    for (std::size_t i = 0; i < defaults_.size(); ++i)
      text += ", " + defaults_[i] + " AS d" + std::to_string(i + 1);
    return text + " FROM ";
  }

  std::string defaults_behind() const {
    return defaults_.empty() ? std::string() : std::string(") AS ") + rows_name;
  }

  std::string column_aliases() const {
    std::string text;
    for (std::size_t i = 0; i < write_.columns.size(); ++i)
      text += (i == 0 ? " (c" : ", c") + std::to_string(i + 1);
    return text + ')';
  }

  /// In the subquery they would become text.
  void take_parameters_out() {
    for (const parser::WrittenValue& value : write_.untyped) {
      if (value.is_parameter && value.tokens.count > 0) plan_.edits.move(value.tokens, "NULL");
    }
  }

  StatementEdits& plan_;
  const WrittenColumns& columns_;
  const Write& write_;
  std::string names_;
  TextParts results_;
  std::vector<std::string> defaults_;
};

}  // namespace

void edit_inserted_query(StatementEdits& plan, const WrittenColumns& columns) {
  QueryEdits(plan, columns).run();
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/refusal.hpp"
#include "rules/plan/written_columns.hpp"

namespace pgsegue::rules::plan {

namespace {

using parser::AssignedGroup;
using parser::AttrNumber;
using parser::Write;
using parser::WrittenValue;

/// SET with an assignment more for each column that is added. What must not be evaluated twice comes from a
/// subquery, which names a column of the row: else the server would evaluate it once for all rows.
///
///     SET (last_name, surname) =
///       (SELECT v, v FROM (SELECT random()::text AS v WHERE (person.last_name IS NULL) IS NOT NULL) AS
///       pgsegue_once)
class SetListEdits {
 public:
  SetListEdits(StatementEdits& plan, const WrittenColumns& columns)
      : plan_(plan), columns_(columns), write_(columns.write()) {}

  void run() {
    for (const Mirror& mirror : columns_.extra().mirrors) {
      const auto place = columns_.place_of(mirror.read);
      if (place) add_mirror(mirror, *place);
    }
  }

 private:
  void add_mirror(const Mirror& mirror, std::size_t place) {
    if (write_.columns[place].is_part)
      return obstruct(
          "an assignment to an element or a field of a column that is kept in several on the server",
          "Assign the whole column.");
    const bool is_known = !write_.rows.empty() && place < write_.rows.front().values.size();
    if (!is_known) return obstruct("SET in this form", "Assign each column by itself.");
    const WrittenValue& value = write_.rows.front().values[place];
    if (write_.columns[place].group) {
      add_to_group(mirror, place, value, write_.groups[*write_.columns[place].group]);
    } else if (value.tokens.count == 0) {
      obstruct("SET in this form", "Assign each column by itself.");
    } else {
      add_single(mirror, place, value);
    }
  }

  void add_single(const Mirror& mirror, std::size_t place, const WrittenValue& value) {
    if (value.is_default) return add_default(mirror, place, value);
    if (!value.is_repeatable) return add_once(mirror, place, value);
    for (const AttrNumber column : mirror.also)
      plan_.edits.append(*write_.rows.front().end, {{", " + columns_.name(column) + " = ", value.tokens}});
  }

  void add_default(const Mirror& mirror, std::size_t place, const WrittenValue& value) {
    const DefaultValue given = columns_.default_of(mirror);
    const bool is_same = columns_.has_one_default(mirror);
    if (!is_same) plan_.edits.move(value.tokens, given.text);
    if (!is_same && !given.is_repeatable) return set_from_query(mirror, place, value, given.text);
    for (const AttrNumber column : mirror.also)
      plan_.edits.append(*write_.rows.front().end,
                         {{", " + columns_.name(column) + " = " + (is_same ? "DEFAULT" : given.text)}});
  }

  std::string names_of(const Mirror& mirror) const {
    std::string names;
    for (const AttrNumber column : mirror.also)
      names += ", " + columns_.name(column);
    return names;
  }

  /// `v, v, …`, one for each column.
  static std::string repeated(const Mirror& mirror) {
    std::string text = "v";
    for (std::size_t i = 0; i < mirror.also.size(); ++i)
      text += ", v";
    return text;
  }

  /// The column in its place becomes several.
  bool put_in_parentheses(const Mirror& mirror, std::size_t place) {
    const auto& parts =
        plan_.bound.references[static_cast<std::size_t>(write_.columns[place].reference)].parts;
    if (parts.empty() || write_.is_merge) {
      obstruct(
          "a volatile expression for a column that is kept in several on the server in this place",
          write_.is_merge ? "Compute the value in the source of MERGE." : "Assign each column by itself.");
      return false;
    }
    plan_.edits.wrap(parts.back(), "(", names_of(mirror) + ')');
    return true;
  }

  void add_once(const Mirror& mirror, std::size_t place, const WrittenValue& value) {
    if (!put_in_parentheses(mirror, place)) return;
    plan_.edits.wrap(value.tokens, in_front(mirror), behind(mirror));
  }

  void set_from_query(const Mirror& mirror, std::size_t place, const WrittenValue& value,
                      const std::string& expression) {
    if (!put_in_parentheses(mirror, place)) return;
    plan_.edits.move(value.tokens, in_front(mirror) + expression + behind(mirror));
  }

  static std::string in_front(const Mirror& mirror) {
    return "(SELECT " + repeated(mirror) + " FROM (SELECT ";
  }

  /// The condition is always true.
  std::string behind(const Mirror& mirror) const {
    return " AS v WHERE (" + plan_.qualifier_of(plan_.bound.item(write_.item)) + '.' +
           columns_.name(mirror.read) + " IS NULL) IS NOT NULL) AS " + once_name + ')';
  }

  /// `(a, b) = (x, y)` and `(a, b) = (SELECT …)`
  void add_to_group(const Mirror& mirror, std::size_t place, const WrittenValue& value,
                    const AssignedGroup& group) {
    if (group.query.count > 0 && !write_.is_merge) return add_to_query(mirror, place, group);
    const bool is_plain = value.tokens.count > 0 && value.is_repeatable;
    if (!is_plain || (value.is_default && !columns_.has_one_default(mirror)))
      return obstruct("SET of several columns at once with a value that is not to be computed twice",
                      "Assign each column by itself.");
    plan_.edits.append(group.names_end, {{names_of(mirror)}});
    for (std::size_t i = 0; i < mirror.also.size(); ++i)
      plan_.edits.append(group.values_end, {{", ", value.tokens}});
  }

  std::size_t width_of(const AssignedGroup& group) const {
    std::size_t width = 0;
    for (const parser::WrittenColumn& column : write_.columns)
      width += column.group && &write_.groups[*column.group] == &group ? 1 : 0;
    return width;
  }

  void add_to_query(const Mirror& mirror, std::size_t place, const AssignedGroup& group) {
    std::size_t first = place;
    while (first > 0 && write_.columns[first - 1].group == write_.columns[place].group)
      --first;
    if (is_taken_twice(group))
      return obstruct(
          "SET of several columns from one SELECT, two of which are kept in several on the server",
          "Assign each column by itself.");
    std::string results, aliases;
    for (std::size_t i = 0; i < width_of(group); ++i) {
      const std::string name = 'c' + std::to_string(i + 1);
      results += (i == 0 ? "SELECT " : ", ") + name;
      aliases += (i == 0 ? " (" : ", ") + name;
    }
    for (std::size_t i = 0; i < mirror.also.size(); ++i)
      results += ", c" + std::to_string(place - first + 1);
    plan_.edits.append(group.names_end, {{names_of(mirror)}});
    plan_.edits.append(group.query.first, {{results + " FROM ("}});
    plan_.edits.append(group.values_end, {{std::string(") AS ") + rows_name + aliases + ')'}});
  }

  /// True if more than one mirror's column is in the group.
  bool is_taken_twice(const AssignedGroup& group) const {
    std::size_t count = 0;
    for (const Mirror& mirror : columns_.extra().mirrors) {
      const auto place = columns_.place_of(mirror.read);
      count +=
          place && write_.columns[*place].group && &write_.groups[*write_.columns[*place].group] == &group
              ? 1
              : 0;
    }
    return count > 1;
  }

  void obstruct(const std::string& what, const std::string& hint) { plan_.obstruct(refusal(what, hint)); }

  StatementEdits& plan_;
  const WrittenColumns& columns_;
  const Write& write_;
};

}  // namespace

void edit_set_list(StatementEdits& plan, const WrittenColumns& columns) {
  SetListEdits(plan, columns).run();
}

}  // namespace pgsegue::rules::plan

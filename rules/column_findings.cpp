#include "rules/column_findings.hpp"

#include "rules/physical_catalog.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Column;
using parser::Identifier;

class column_checker {
 public:
  column_checker(const ResolvedRelation& relation, const PhysicalCatalog& catalog, const RuleSet& rules,
                 std::vector<Diagnostic>& findings)
      : relation_(*relation.relation),
        table_(TableName{relation_.schema, relation_.name}.to_sql()),
        catalog_(catalog),
        rules_(rules),
        findings_(findings) {}

  void check(const ResolvedColumn& column) {
    if (column.present.empty()) return;
    const Column& first = *relation_.find_column(column.present.front());
    for (std::size_t i = 1; i < column.present.size(); ++i)
      check_pair(*column.line, first, *relation_.find_column(column.present[i]));
    for (const std::optional<PresenceStep>& step : {column.line->added, column.line->dropped}) {
      if (step && step->supply) check_supply(*step->supply, first);
    }
    check_inserts(*column.line, first);
  }

 private:
  /// Both sides of an expanded rename.
  void check_pair(const NameLine& line, const Column& old, const Column& other) {
    const std::string both =
        old.name.to_sql() + " and " + other.name.to_sql() + " of table " + table_ + " are written together, ";
    const SourcePosition at = step_to(line, other.name);
    for (const Column* column : {&old, &other}) {
      if (!column->is_generated && !column->is_identity) continue;
      report(at,
             both + "but " + column->name.to_sql() +
                 (column->is_generated ? " is generated" : " is an identity"),
             "the server gives it its values itself: drop that, or one of the two columns");
      return;
    }
    if (old.type != other.type) {
      report(at, both + "but one is of type " + type_name(old) + " and the other of type " + type_name(other),
             "give both the same type");
    } else if (old.type_modifier != other.type_modifier) {
      report(at, both + "but differ in length or precision", "give both the same type");
    } else if (old.collation != other.collation) {
      report(at, both + "but differ in collation", "give both the same collation");
    } else if (old.key_actions != other.key_actions) {
      report(
          at,
          both + "but a foreign key's ON UPDATE or ON DELETE changes only one of them, or both differently",
          "give both columns the same foreign key");
    }
  }

  void check_supply(const Located<std::string>& supply, const Column& column) {
    if (!column.is_generated && !column.is_identity) return;
    report(supply.at,
           "column " + column.name.to_sql() + " of table " + table_ +
               (column.is_generated ? " is generated" : " is an identity") +
               ", which gives itself its values",
           "remove \"supply\"");
  }

  void check_inserts(const NameLine& line, const Column& column) {
    const bool needs_value =
        column.not_null && !column.has_default && !column.is_generated && !column.is_identity;
    if (!needs_value) return;
    if (line.added && !line.added->supply) warn(line.added->at, column, 0, line.added->version);
    if (line.dropped && !line.dropped->supply)
      warn(line.dropped->at, column, line.dropped->version, rules_.versions().size());
  }

  void warn(SourcePosition at, const Column& column, std::size_t first, std::size_t end) {
    std::string versions;
    for (std::size_t v = first; v < end; ++v)
      versions += (versions.empty() ? "" : ", ") + rules_.versions()[v].name.value;
    Diagnostic warning = rules_.diagnose(
        at,
        "column " + column.name.to_sql() + " of table " + table_ +
            " is NOT NULL and has no default, so that " + versions + " cannot insert",
        "say here what their inserts give it, \"supply: <SQL expression>\", or give it a default");
    warning.severity = Diagnostic::Severity::warning;
    findings_.push_back(std::move(warning));
  }

  /// Where the file gives the line this name.
  static SourcePosition step_to(const NameLine& line, const Identifier& name) {
    const auto step = std::find_if(line.steps.begin(), line.steps.end(),
                                   [&](const RenameStep& each) { return line.names[each.version] == name; });
    return step == line.steps.end() ? line.first_mention : step->to;
  }

  std::string type_name(const Column& column) const {
    const parser::Type* type = catalog_.find_type(column.type);
    return type == nullptr ? "another relation's rows" : type->name.to_sql();
  }

  void report(SourcePosition at, std::string message, std::string hint) {
    findings_.push_back(rules_.diagnose(at, std::move(message), std::move(hint)));
  }

  const parser::Relation& relation_;
  std::string table_;
  const PhysicalCatalog& catalog_;
  const RuleSet& rules_;
  std::vector<Diagnostic>& findings_;
};

}  // namespace

void check_columns(const ResolvedRelation& relation, const PhysicalCatalog& catalog, const RuleSet& rules,
                   std::vector<Diagnostic>& findings) {
  column_checker checker(relation, catalog, rules, findings);
  for (const ResolvedColumn& column : relation.columns)
    checker.check(column);
}

}  // namespace pgsegue::rules

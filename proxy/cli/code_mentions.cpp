#include "proxy/cli/code_mentions.hpp"

#include "parser/character_class.hpp"
#include "proxy/cli/patience.hpp"
#include "proxy/control/pg_connection.hpp"
#include "proxy/control/stop_event.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

/// Kind, name, whether it is text, definition. Every object and operator is qualified, as in
/// control/catalog_sql.cpp: nothing that a user has created may run with the control user's rights.
constexpr const char* definitions = R"sql(
WITH own AS (
  SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n
  WHERE n.nspname OPERATOR(pg_catalog.<>) ALL ('{pg_catalog,information_schema}'::pg_catalog.name[])
), code (kind, name, is_text, definition) AS (
  SELECT CASE p.prokind WHEN 'p'::pg_catalog."char" THEN 'procedure' ELSE 'function' END,
         pg_catalog.format('%I.%I(%s)', own.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
         p.prosqlbody IS NULL, COALESCE(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc)
  FROM pg_catalog.pg_proc p
  JOIN own ON own.oid OPERATOR(pg_catalog.=) p.pronamespace
  JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
  WHERE l.lanname OPERATOR(pg_catalog.<>) ALL ('{c,internal}'::pg_catalog.name[])
  UNION ALL
  SELECT 'trigger', pg_catalog.format('%I on %I.%I', t.tgname, own.nspname, c.relname),
         t.tgnargs OPERATOR(pg_catalog.>) 0::pg_catalog.int2, pg_catalog.pg_get_triggerdef(t.oid)
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid
  JOIN own ON own.oid OPERATOR(pg_catalog.=) c.relnamespace
  WHERE NOT t.tgisinternal
  UNION ALL
  SELECT CASE c.relkind WHEN 'm'::pg_catalog."char" THEN 'materialized view' ELSE 'view' END,
         pg_catalog.format('%I.%I', own.nspname, c.relname), false, pg_catalog.pg_get_viewdef(c.oid)
  FROM pg_catalog.pg_class c JOIN own ON own.oid OPERATOR(pg_catalog.=) c.relnamespace
  WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog."char"[])
  UNION ALL
  SELECT 'rule', pg_catalog.format('%I on %I.%I', r.rulename, own.nspname, c.relname), false,
         pg_catalog.pg_get_ruledef(r.oid)
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) r.ev_class
  JOIN own ON own.oid OPERATOR(pg_catalog.=) c.relnamespace
  WHERE r.rulename OPERATOR(pg_catalog.<>) '_RETURN'::pg_catalog.name
  UNION ALL
  SELECT 'policy', pg_catalog.format('%I on %I.%I', p.polname, own.nspname, c.relname), false,
         pg_catalog.concat_ws(' ', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                              pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
  FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) p.polrelid
  JOIN own ON own.oid OPERATOR(pg_catalog.=) c.relnamespace
  UNION ALL
  SELECT 'default', pg_catalog.format('%I.%I.%I', own.nspname, c.relname, a.attname), false,
         pg_catalog.pg_get_expr(d.adbin, d.adrelid)
  FROM pg_catalog.pg_attrdef d
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.adrelid
  JOIN pg_catalog.pg_attribute a
    ON a.attrelid OPERATOR(pg_catalog.=) d.adrelid AND a.attnum OPERATOR(pg_catalog.=) d.adnum
  JOIN own ON own.oid OPERATOR(pg_catalog.=) c.relnamespace
)
SELECT kind, name, is_text, definition FROM code ORDER BY kind, name)sql";

void add(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

struct name_adder {
  std::vector<std::string>& names;

  void operator()(const rules::RenameColumn& change) const {
    add(names, change.from.value.str());
    add(names, change.to.value.str());
  }
  void operator()(const rules::AddColumn& change) const { add(names, change.column.value.str()); }
  void operator()(const rules::DropColumn& change) const { add(names, change.column.value.str()); }
  void operator()(const rules::RenameConstraint& change) const {
    add(names, change.from.value.str());
    add(names, change.to.value.str());
  }
  void operator()(const rules::RenameTable& change) const {
    add(names, change.from.value.name.str());
    add(names, change.to.value.str());
  }
  void operator()(const rules::RenameSequence& change) const {
    add(names, change.from.value.name.str());
    add(names, change.to.value.str());
  }
  void operator()(const rules::RenameType& change) const {
    add(names, change.from.value.name.str());
    add(names, change.to.value.str());
  }
  void operator()(const rules::RenameSchema& change) const {
    add(names, change.from.value.str());
    add(names, change.to.value.str());
  }
};

bool is_name_part(char c) {
  return parser::has_flag(c, parser::flag_identifier_part);
}

std::string lower(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), parser::ascii_lower);
  return word;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::vector<std::string> changed_names(const rules::RuleSet& rules) {
  std::vector<std::string> names;
  for (const rules::DeclaredVersion& version : rules.versions()) {
    for (const rules::Change& change : version.changes)
      std::visit(name_adder{names}, change);
  }
  return names;
}

std::vector<std::string> find_names(const std::string& text, const std::vector<std::string>& names) {
  std::vector<std::string> found;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_name_part);
    const auto end = std::find_if_not(begin, text.end(), is_name_part);
    for (const std::string& word : {std::string(begin, end), lower(std::string(begin, end))}) {
      if (std::find(names.begin(), names.end(), word) != names.end()) add(found, word);
    }
    begin = end;
  }
  // A name that is no word stands in double quotes.
  for (const std::string& name : names) {
    if (!std::all_of(name.begin(), name.end(), is_name_part) && text.find('"' + name + '"') != text.npos)
      add(found, name);
  }
  return found;
}

std::vector<code_mention> read_code_mentions(const control::control_login& login,
                                             const rules::RuleSet& rules) {
  const control::stop_event never;
  control::pg_connection connection(login, never);
  const std::string failure = connection.connect();
  if (!failure.empty()) throw std::runtime_error(failure);
  const control::query_outcome outcome =
      connection.run(definitions, control::pg_connection::clock::now() + patience);
  if (!outcome.failure.empty()) throw std::runtime_error(outcome.failure);
  const std::vector<std::string> names = changed_names(rules);
  std::vector<code_mention> mentions;
  PGresult* const rows = outcome.results.front().get();
  for (int row = 0; row < PQntuples(rows); ++row) {
    const auto value = [&](int column) { return std::string(PQgetvalue(rows, row, column)); };
    code_mention mention{value(0), value(1), value(2) == "t", find_names(value(3), names)};
    if (!mention.names.empty()) mentions.push_back(std::move(mention));
  }
  return mentions;
}

std::string describe_mentions(const std::vector<code_mention>& mentions) {
  if (mentions.empty()) return {};
  std::string out = "  code in the database that names what differs:\n";
  for (const code_mention& each : mentions) {
    out += "    " + each.kind + " " + each.name + ": " + joined(each.names) +
           (each.is_text ? " in text, which no rename changes\n" : "; follows a rename\n");
  }
  return out;
}

}  // namespace pgsegue::cli

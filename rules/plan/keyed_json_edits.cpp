#include "parser/name_list.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/row_wrap.hpp"
#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

namespace {

using parser::Identifier;
using parser::KeyedJson;
using parser::Relation;

/// True if rows in the columns, whose keys are names too, are the same on the server.
bool has_plain_fields(const StatementEdits& plan, const Relation& relation) {
  for (const parser::Column& column : relation.columns) {
    if (!plan.names.same_column_names_within(column.row)) return false;
  }
  return true;
}

/// The keys on their way to the server: a name of the version becomes the server's, and one that only the
/// server has is left out, for in the version it is no column's.
struct Keys {
  std::string renamed;  ///< WHEN 'last_name' THEN 'surname' …
  std::string hidden;   ///< 'surname', …
};

Keys keys_of(const StatementEdits& plan, const Relation& logical, const Relation& server) {
  Keys keys;
  for (const parser::Column& column : server.columns) {
    if (logical.find_column(column.name) == nullptr)
      keys.hidden += (keys.hidden.empty() ? "" : ", ") + parser::string_constant(column.name.str());
  }
  for (const parser::Column& column : logical.columns) {
    const auto name = plan.names.new_name({logical.id, column.number, parser::no_item});
    if (!name) continue;
    keys.renamed += "WHEN " + parser::string_constant(column.name.str()) + " THEN " +
                    parser::string_constant(name->str()) + ' ';
  }
  return keys;
}

/// An object, as the expression `json`, with the server's keys.
std::string object_text(const Keys& keys, const std::string& prefix, const std::string& json) {
  std::string text = "(SELECT COALESCE(pg_catalog." + prefix + "_object_agg(";
  text += keys.renamed.empty() ? "e.key" : "CASE e.key " + keys.renamed + "ELSE e.key END";
  text += ", e.value), '{}') FROM pg_catalog." + prefix + "_each(" + json + ") AS e";
  if (!keys.hidden.empty()) text += " WHERE e.key NOT IN (" + keys.hidden + ')';
  return text + ')';
}

std::string if_object(const Keys& keys, const std::string& prefix, const std::string& json) {
  return "CASE pg_catalog." + prefix + "_typeof(" + json + ") WHEN 'object' THEN " +
         object_text(keys, prefix, json) + " ELSE " + json + " END";
}

std::string if_array(const Keys& keys, const std::string& prefix, const std::string& json) {
  return "CASE pg_catalog." + prefix + "_typeof(" + json +
         ") WHEN 'array' THEN (SELECT COALESCE(pg_catalog." + prefix + "_agg(" +
         if_object(keys, prefix, "a.value") + " ORDER BY a.ordinality), '[]') FROM pg_catalog." + prefix +
         "_array_elements(" + json + ") WITH ORDINALITY AS a) ELSE " + json + " END";
}

/// The JSON stands in a subquery without FROM, where names mean what they meant before, and is read once.
bool edit_keys(StatementEdits& plan, const KeyedJson& json) {
  const Relation* logical = plan.names.logical(json.relation);
  const Relation* server = plan.names.physical(json.relation);
  if (logical == nullptr || server == nullptr || json.tokens.count == 0 || !allows_subquery(json.role) ||
      !has_plain_fields(plan, *logical))
    return false;
  const Keys keys = keys_of(plan, *logical, *server);
  const std::string prefix = json.is_binary ? "jsonb" : "json";
  const std::string inside = json.is_set ? if_array(keys, prefix, "w.j") : if_object(keys, prefix, "w.j");
  if (inside.size() > most_wrap_bytes) return false;
  const std::string type = json.has_no_type ? "CAST(" : "";
  plan.edits.wrap(json.tokens, "(SELECT " + inside + " FROM (SELECT " + type,
                  (json.has_no_type ? "AS pg_catalog." + prefix + ") " : "") + "AS j) AS w)");
  return true;
}

}  // namespace

void edit_keyed_json(StatementEdits& plan) {
  for (const KeyedJson& json : plan.bound.keyed_json) {
    if (plan.names.same_column_names_within(json.relation)) continue;
    if (!edit_keys(plan, json))
      plan.obstruct(refusal("JSON that is read by the names of a table's columns, in this form",
                            "Use json_to_record or json_to_recordset with a column definition list."));
  }
}

}  // namespace pgsegue::rules::plan

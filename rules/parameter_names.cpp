#include "rules/parameter_names.hpp"

#include "parser/name_list.hpp"
#include "parser/name_reading.hpp"
#include "rules/affected_gate.hpp"
#include "rules/plan.hpp"
#include "rules/plan/comparison.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"
#include "rules/server_path.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace pgsegue::rules {

namespace {

using parser::Identifier;
using parser::NamedKind;
using parser::NameUse;
using parser::ParameterUse;
using parser::RelationId;

/// What the server takes the bytes of a value for.
enum class Reading {
  text,
  number,  ///< an oid
  unsure
};

// Source: pg_type.dat of PostgreSQL.
Reading reading_of(const ParameterValue& value, bool is_text) {
  switch (value.type) {
    case 25:    // text
    case 1042:  // bpchar
    case 1043:  // varchar
    case 19:    // name
    case 2275:  // cstring
      return Reading::text;
    case 20:  // int8
    case 21:  // int2
    case 23:  // int4
    case 26:  // oid
      return Reading::number;
    case 0:
    case 705:  // unknown
      return value.is_binary && !is_text ? Reading::number : Reading::text;
    case 2205:  // regclass
      return value.is_binary ? Reading::number : Reading::text;
    default:
      return value.is_binary ? Reading::unsure : Reading::text;
  }
}

SqlError refuse_parameter(const ParameterUse& use, const std::string& what, std::string hint) {
  return plan::refusal("parameter $" + std::to_string(use.number) + what, std::move(hint));
}

SqlError refuse_mixed(const ParameterUse& use) {
  return refuse_parameter(use, ", a name that is used as something else too",
                          "Pass the name in a parameter of its own.");
}

SqlError refuse_other_meaning(const ParameterUse& use, const NameUse& name) {
  return refuse_parameter(use,
                          ", the name \"" +
                              parser::join_names(name.parts, name.kind == NamedKind::path ? ',' : '.') +
                              "\", which means something else on the server",
                          "Pass a name that this version has.");
}

std::string written(const NameUse& name, const std::vector<Identifier>& parts) {
  switch (name.kind) {
    case NamedKind::relation:
      return parser::join_names(parts, '.');
    case NamedKind::path:
      return parser::join_names(parts, ',');
    default:
      break;
  }
  return parts.front().str();
}

/// The outcome of one use: the value to pass, or the question, or the refusal.
using Outcome = std::variant<std::string, SqlError, NeedsPath>;

/// Translates the values of one Bind.
class Translator {
 public:
  Translator(std::span<const ParameterUse> uses, std::span<const ParameterValue> values,
             const PlanInput& input)
      : uses_(uses), values_(values), input_(input) {
    if (input.search_path != nullptr)
      logical_path_ = version_path(*input.search_path, input.logical, input.physical);
  }

  std::variant<TranslatedNames, SqlError, NeedsPath> run();

 private:
  std::optional<Outcome> translate(std::uint32_t number, const ParameterValue& value);
  Outcome translate_use(const ParameterUse& use, const ParameterValue& value);
  Outcome translate_relation(const ParameterUse& use, std::string_view value);
  Outcome translate_column(const ParameterUse& use, std::string_view value);
  Outcome exchange(const ParameterUse& use, const NameUse& name, std::string_view value);
  std::optional<SqlError> judge_column(const ParameterUse& use, const NameUse& relation) const;
  std::variant<RelationId, SqlError, NeedsPath> relation_of(const ParameterUse& use) const;

  parser::ReadName read(std::string_view value) const {
    return parser::read_relation_name(
        {input_.logical, logical_path_ ? &*logical_path_ : nullptr, input_.temporary_relations}, value);
  }
  std::optional<NameUse> read_on_server(const NameUse& name, const std::string& value) const;
  const ParameterValue* find(std::uint32_t number) const;
  bool mentions(std::string_view value) const;
  bool may_differ(const std::vector<Identifier>& parts) const;

  std::span<const ParameterUse> uses_;
  std::span<const ParameterValue> values_;
  const PlanInput& input_;
  std::optional<parser::SearchPath> logical_path_;
  bool depend_on_path_ = false;
};

const ParameterValue* Translator::find(std::uint32_t number) const {
  const auto found = std::find_if(values_.begin(), values_.end(),
                                  [number](const ParameterValue& value) { return value.number == number; });
  return found == values_.end() ? nullptr : &*found;
}

/// True if some part is a name that differs, or that of a relation whose columns do.
bool Translator::may_differ(const std::vector<Identifier>& parts) const {
  const AffectedNames& names = input_.affected;
  return std::any_of(parts.begin(), parts.end(), [&](const Identifier& part) {
    return names.relations.contains(part) || names.renamed.contains(part) || names.schemas.contains(part) ||
           names.renamed_types.contains(part);
  });
}

/// True if the value holds a name that differs, or is the name of such a column.
bool Translator::mentions(std::string_view value) const {
  if (input_.affected.columns.contains(value)) return true;
  const auto parts = parser::split_names(value, '.');
  return (parts && may_differ(*parts)) ||
         AffectedGate(input_.affected, AffectedGate::Use::once).mentions(value);
}

/// The translated name, read as the server will.
std::optional<NameUse> Translator::read_on_server(const NameUse& name, const std::string& value) const {
  switch (name.kind) {
    case NamedKind::relation:
      return parser::read_relation_name({input_.physical, input_.search_path, input_.temporary_relations},
                                        value)
          .use;
    case NamedKind::column:
      return parser::read_column_name(input_.physical, static_cast<RelationId>(name.ids.front()), value);
    case NamedKind::schema:
      return parser::read_schema_name(input_.physical, value);
    default:
      break;
  }
  return parser::read_path(input_.physical, value);
}

Outcome Translator::exchange(const ParameterUse& use, const NameUse& name, std::string_view value) {
  const std::vector<Identifier> parts = plan::server_name(input_, name);
  std::string text = parts == name.parts ? std::string(value) : written(name, parts);
  const auto found = read_on_server(name, text);
  if (!found || !plan::same_name_use(name, *found)) return refuse_other_meaning(use, name);
  if (use.is_shown && text != value && use.kind == NamedKind::path)
    return refuse_parameter(use, ", a search path that would be shown as the server has it",
                            "Use SET search_path, or write the path as a constant.");
  if (use.is_shown && text != value)
    return refuse_parameter(use, ", the name of a table that would be shown as the server has it",
                            "Compare it with 'table'::regclass, or cast it to oid.");
  return text;
}

/// A constant of the statement names a column of this relation.
std::optional<SqlError> Translator::judge_column(const ParameterUse& use, const NameUse& relation) const {
  if (!use.column) return std::nullopt;
  const auto id = static_cast<RelationId>(relation.ids.front());
  const NameUse before = parser::read_column_name(input_.logical, id, use.column->str());
  const NameUse after = parser::read_column_name(input_.physical, id, use.column->str());
  if (plan::same_name_use(before, after)) return std::nullopt;
  return refuse_parameter(use, ", the table of column \"" + use.column->str() + "\" in a string constant",
                          "Pass the name of the column in a parameter too.");
}

Outcome Translator::translate_relation(const ParameterUse& use, std::string_view value) {
  const auto parts = parser::split_names(value, '.');
  if (!parts || !may_differ(*parts)) return std::string(value);
  if (parts->size() > 2)
    return refuse_parameter(use, ", a name with that of a database in front", "Leave the database out.");
  const parser::ReadName name = read(value);
  if (name.needs_path) return NeedsPath{};
  if (!name.use) return std::string(value);
  depend_on_path_ |= use.is_text && parts->size() == 1;
  if (auto error = judge_column(use, *name.use)) return std::move(*error);
  return exchange(use, *name.use, value);
}

/// The relation that another parameter names, or a constant. 0: none.
std::variant<RelationId, SqlError, NeedsPath> Translator::relation_of(const ParameterUse& use) const {
  if (use.relation_parameter == 0) return use.relation;
  const ParameterValue* value = find(use.relation_parameter);
  if (value == nullptr) return RelationId{};
  std::uint32_t oid = 0;
  const char* end = value->bytes.data() + value->bytes.size();
  if (!value->is_binary && std::from_chars(value->bytes.data(), end, oid).ptr == end)
    return static_cast<RelationId>(oid);
  const auto named = std::find_if(uses_.begin(), uses_.end(), [&](const ParameterUse& each) {
    return each.number == value->number && each.role == ParameterUse::Role::name;
  });
  if (named == uses_.end() || reading_of(*value, named->is_text) != Reading::text)
    return refuse_parameter(use, ", a column of a table that is given by its oid",
                            "Pass the table's name as text.");
  const parser::ReadName name = read(value->bytes);
  if (name.needs_path) return NeedsPath{};
  return name.use ? static_cast<RelationId>(name.use->ids.front()) : RelationId{};
}

Outcome Translator::translate_column(const ParameterUse& use, std::string_view value) {
  if (!input_.affected.columns.contains(value)) return std::string(value);
  auto relation = relation_of(use);
  if (auto* error = std::get_if<SqlError>(&relation)) return std::move(*error);
  if (std::holds_alternative<NeedsPath>(relation)) return NeedsPath{};
  return exchange(use, parser::read_column_name(input_.logical, std::get<RelationId>(relation), value),
                  value);
}

Outcome Translator::translate_use(const ParameterUse& use, const ParameterValue& value) {
  switch (use.kind) {
    case NamedKind::relation:
      return translate_relation(use, value.bytes);
    case NamedKind::column:
      return translate_column(use, value.bytes);
    case NamedKind::schema: {
      const NameUse name = parser::read_schema_name(input_.logical, value.bytes);
      if (!input_.affected.schemas.contains(name.parts.front())) return std::string(value.bytes);
      return exchange(use, name, value.bytes);
    }
    default:
      break;
  }
  const auto name = parser::read_path(input_.logical, value.bytes);
  if (!name || !may_differ(name->parts)) return std::string(value.bytes);
  return exchange(use, *name, value.bytes);
}

/// Nothing: the value stays. What all uses agree on is exchanged.
std::optional<Outcome> Translator::translate(std::uint32_t number, const ParameterValue& value) {
  std::optional<std::string> agreed;
  const ParameterUse* changed = nullptr;
  bool has_other_use = false, disagree = false;
  for (const ParameterUse& use : uses_) {
    if (use.number != number) continue;
    const Reading reading = reading_of(value, use.is_text);
    if (reading == Reading::number && use.role == ParameterUse::Role::name) continue;
    has_other_use |= use.role != ParameterUse::Role::name || reading == Reading::unsure;
    if (use.role == ParameterUse::Role::value) continue;
    if (use.role == ParameterUse::Role::part) {
      if (mentions(value.bytes))
        return refuse_parameter(use, ", of which the server may make a name that differs",
                                "Pass a whole name, and read it as one: $1::regclass.");
      continue;
    }
    Outcome outcome = translate_use(use, value);
    if (!std::holds_alternative<std::string>(outcome)) return outcome;
    std::string& text = std::get<std::string>(outcome);
    disagree |= agreed && *agreed != text;
    if (text != value.bytes) changed = &use;
    agreed = std::move(text);
  }
  if (changed == nullptr) return std::nullopt;
  if (has_other_use || disagree) return refuse_mixed(*changed);
  return Outcome(std::move(*agreed));
}

std::variant<TranslatedNames, SqlError, NeedsPath> Translator::run() {
  TranslatedNames names;
  for (const ParameterValue& value : values_) {
    auto outcome = translate(value.number, value);
    if (!outcome) continue;
    if (auto* error = std::get_if<SqlError>(&*outcome)) return std::move(*error);
    if (std::holds_alternative<NeedsPath>(*outcome)) return NeedsPath{};
    names.values.push_back({value.number, std::move(std::get<std::string>(*outcome))});
  }
  names.depend_on_path = depend_on_path_;
  return names;
}

}  // namespace

std::variant<TranslatedNames, SqlError, NeedsPath> translate_names(std::span<const parser::ParameterUse> uses,
                                                                   std::span<const ParameterValue> values,
                                                                   const PlanInput& input) {
  return Translator(uses, values, input).run();
}

}  // namespace pgsegue::rules

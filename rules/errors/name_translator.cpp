#include "rules/errors/name_translator.hpp"

#include "parser/character_class.hpp"

#include <algorithm>

namespace pgsegue::rules {

using parser::Column;
using parser::Identifier;
using parser::Relation;
using Answer = NameTranslator::Answer;

namespace {

Answer changed_to(std::string_view from, std::string to) {
  if (from == to) return {};
  return {Answer::Kind::translated, std::move(to)};
}

bool is_name_byte(char c) {
  return parser::has_flag(c, parser::flag_identifier_part);
}

/// What this version calls all relations that the server calls by this bare name; null: none, or not all
/// alike.
const std::string* common_name(const VersionView& version, std::string_view physical_name) {
  const std::string* common = nullptr;
  for (const RelationLens& lens : version.lenses()) {
    if (lens.physical->name.str() != physical_name) continue;
    if (common != nullptr && *common != lens.logical.name.str()) return nullptr;
    common = &lens.logical.name.str();
  }
  return common;
}

const RelationLens* only_of_statement(const StatementNames& statement, std::string_view physical_name) {
  const RelationLens* only = nullptr;
  for (const RelationLens* lens : statement.relations()) {
    if (lens->physical->name.str() != physical_name) continue;
    if (only != nullptr) return nullptr;
    only = lens;
  }
  return only;
}

}  // namespace

Answer translate_column(const RelationLens& lens, std::string_view physical_name) {
  const auto& columns = lens.physical->columns;
  const auto column = std::find_if(columns.begin(), columns.end(),
                                   [&](const Column& each) { return each.name.str() == physical_name; });
  if (column == columns.end()) return {};
  if (const Identifier* logical = lens.logical_name(column->number))
    return changed_to(physical_name, logical->str());
  const Identifier* written = lens.logical_name(lens.writes.mirrored_from(column->number));
  return {Answer::Kind::hidden, written == nullptr ? std::string() : written->str()};
}

Answer translate_constraint(const RelationLens& lens, std::string_view physical_name) {
  const auto& constraints = lens.physical->constraints;
  const auto constraint =
      std::find_if(constraints.begin(), constraints.end(),
                   [&](const parser::Constraint& each) { return each.name.str() == physical_name; });
  if (constraint == constraints.end()) return {};
  const Identifier* logical = lens.logical_name(constraint->id);
  if (logical == nullptr) return {Answer::Kind::hidden, {}};
  return changed_to(physical_name, logical->str());
}

NameTranslator::NameTranslator(const VersionView& version, const StatementNames& statement, const Own& own)
    : version_(version), statement_(statement), own_(own) {
  if (own.table.empty()) return;
  const Relation* relation = version.physical().find(Identifier::from_catalog(std::string(own.schema)),
                                                     Identifier::from_catalog(std::string(own.table)));
  if (relation != nullptr) own_lens_ = version.lens(relation->id);
}

Answer NameTranslator::column(std::string_view name) const {
  if (own_lens_ != nullptr) return translate_column(*own_lens_, name);
  if (!own_.table.empty() || !version_.affected().columns.contains(name)) return {};
  if (const auto target = statement_.target(); target && own_.is_about_target)
    return *target != nullptr ? translate_column(**target, name) : Answer{};
  Answer only;
  for (const RelationLens* lens : statement_.relations()) {
    if (statement_.has_alias_list(*lens)) continue;
    Answer answer = translate_column(*lens, name);
    if (answer.kind == Answer::Kind::same) continue;
    const bool differs =
        only.kind != Answer::Kind::same && (only.kind != answer.kind || only.name != answer.name);
    if (differs) return {Answer::Kind::unknown, {}};
    only = std::move(answer);
  }
  // A name that the client wrote itself may be an unaffected table's; one it did not write came from us.
  if (only.kind != Answer::Kind::same && statement_.sends_word(name)) return {Answer::Kind::unknown, {}};
  return only;
}

Answer NameTranslator::qualified_column(std::string_view qualifier, std::string_view name) const {
  const RelationLens* lens = statement_.qualified_by(qualifier);
  if (lens == nullptr && !own_.table.empty() && own_.table == qualifier) lens = own_lens_;
  if (lens == nullptr) {
    const bool is_certain = statement_.is_known() && !version_.affected().columns.contains(name);
    return is_certain ? Answer{} : Answer{Answer::Kind::unknown, {}};
  }
  Answer answer = statement_.has_alias_list(*lens) ? Answer{} : translate_column(*lens, name);
  if (answer.kind == Answer::Kind::hidden && answer.name.empty()) return answer;
  const bool is_alias = lens->physical->name.str() != qualifier;
  const std::string from = std::string(qualifier) + "." + std::string(name);
  const std::string& owner = lens->logical.name.str();
  Answer both = changed_to(from, (is_alias ? std::string(qualifier) : owner) + "." + answer.name_or(name));
  if (answer.kind == Answer::Kind::hidden) both.kind = answer.kind;
  return both;
}

Answer NameTranslator::relation(std::string_view name) const {
  if (!own_.table.empty() && own_.table == name)
    return own_lens_ == nullptr ? Answer{} : changed_to(name, own_lens_->logical.name.str());
  const RelationLens* lens = lens_named(name);
  const std::string* logical = lens != nullptr ? &lens->logical.name.str() : common_name(version_, name);
  if (logical == nullptr) return {};
  Answer answer = changed_to(name, *logical);
  if (answer.kind == Answer::Kind::translated && statement_.sends_word(name))
    return {Answer::Kind::unknown, {}};
  return answer;
}

Answer NameTranslator::qualified_relation(std::string_view schema, std::string_view name) const {
  const Relation* relation = version_.physical().find(Identifier::from_catalog(std::string(schema)),
                                                      Identifier::from_catalog(std::string(name)));
  const RelationLens* lens = relation == nullptr ? nullptr : version_.lens(relation->id);
  if (relation == nullptr && !statement_.sends_word(schema)) {
    Answer answer = this->schema(schema);
    if (answer.kind == Answer::Kind::translated) answer.name += "." + std::string(name);
    return answer;
  }
  if (lens == nullptr) return {};
  return changed_to(std::string(schema) + "." + std::string(name),
                    lens->logical.schema.str() + "." + lens->logical.name.str());
}

const RelationLens* NameTranslator::described_lens(const std::vector<std::string>& name) const {
  if (name.empty()) return nullptr;
  if (name.size() == 1) return lens_named(name.front());
  const Relation* relation =
      version_.physical().find(Identifier::from_catalog(name.front()), Identifier::from_catalog(name.back()));
  return relation == nullptr ? nullptr : version_.lens(relation->id);
}

std::optional<std::string> NameTranslator::described_relation(const std::vector<std::string>& name) const {
  const RelationLens* lens = described_lens(name);
  if (name.size() > 1) {
    if (lens == nullptr) return std::nullopt;
    return lens->logical.schema.to_sql() + '.' + lens->logical.name.to_sql();
  }
  if (lens != nullptr) return lens->logical.name.to_sql();
  Answer answer = relation(name.front());
  if (answer.kind != Answer::Kind::translated) return std::nullopt;
  return Identifier::from_catalog(std::move(answer.name)).to_sql();
}

Answer NameTranslator::constraint(std::string_view name) const {
  if (own_lens_ != nullptr) return translate_constraint(*own_lens_, name);
  // Without a table it is a domain's.
  if (!own_.table.empty() || is_own_constraint(name) || !version_.affected().constraints.contains(name))
    return {};
  Answer only;
  for (const RelationLens& lens : version_.lenses()) {
    Answer answer = translate_constraint(lens, name);
    if (answer.kind == Answer::Kind::same) continue;
    if (only.kind != Answer::Kind::same && only.name != answer.name) return {Answer::Kind::unknown, {}};
    only = std::move(answer);
  }
  if (only.kind != Answer::Kind::same && statement_.has_word(name)) return {Answer::Kind::unknown, {}};
  return only;
}

NameTranslator::SqlType NameTranslator::type_at(std::string_view text) const {
  const auto matches = [text](const std::string& written) {
    if (!text.starts_with(written)) return false;
    const std::string_view behind = text.substr(written.size());
    return behind.empty() || !(is_name_byte(behind.front()) || behind.front() == '.') ||
           behind.starts_with(". ") || behind == ".";
  };
  SqlType found;
  for (const TypeLens& lens : version_.types()) {
    const std::string bare = lens.physical->name.to_sql();
    const std::string qualified = lens.physical->schema.to_sql() + '.' + bare;
    if (matches(qualified))
      return {qualified.size(), lens.logical.schema.to_sql() + '.' + lens.logical.name.to_sql()};
    if (lens.logical.name == lens.physical->name || !matches(bare) || !is_visible(*lens.physical)) continue;
    found = {bare.size(), lens.logical.name.to_sql()};
  }
  return found;
}

/// True if no other schema has a type of that name.
bool NameTranslator::is_only_type(const parser::Type& type) const {
  const auto types = version_.physical().types();
  return std::none_of(types.begin(), types.end(), [&](const parser::Type& other) {
    return other.name == type.name && other.id != type.id;
  });
}

/// True if the server means this type by its bare name.
bool NameTranslator::is_visible(const parser::Type& type) const {
  if (statement_.path() == nullptr) return is_only_type(type);
  for (const Identifier& schema : *statement_.path()) {
    if (const auto* found = version_.physical().find_type(schema, type.name)) return found->id == type.id;
  }
  return false;
}

Answer NameTranslator::type(std::string_view schema, std::string_view name) const {
  for (const TypeLens& lens : version_.types()) {
    if (lens.physical->name.str() != name) continue;
    if (schema.empty() ? is_only_type(*lens.physical) && !statement_.has_word(name)
                       : lens.physical->schema.str() == schema)
      return changed_to(name, lens.logical.name.str());
  }
  return {};
}

Answer NameTranslator::schema(std::string_view name) const {
  for (const SchemaLens& lens : version_.schemas()) {
    if (lens.physical.str() == name) return changed_to(name, lens.logical.str());
  }
  return {};
}

const RelationLens* NameTranslator::lens_named(std::string_view physical_name) const {
  if (own_lens_ != nullptr && own_.table == physical_name) return own_lens_;
  const RelationLens* only = nullptr;
  for (const RelationLens& lens : version_.lenses()) {
    if (lens.physical->name.str() != physical_name) continue;
    if (only != nullptr) return only_of_statement(statement_, physical_name);
    only = &lens;
  }
  return only;
}

}  // namespace pgsegue::rules

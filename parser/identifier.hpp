#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace pgsegue::parser {

/// An SQL identifier as the catalog stores it: folded, unescaped and cut to 63 bytes.
///
/// Not to be mixed with SQL text: `"Order"` and `order` are texts; the identifiers are `Order` and `order`. A
/// value is made from text by the named constructors only, and becomes text again by `to_sql`. Source:
/// PostgreSQL src/backend/parser/scansup.c (downcase_truncate_identifier, truncate_identifier).
class Identifier {
 public:
  Identifier() = default;

  /// A name that is already in catalog form (read from the catalog or from a parse tree).
  static Identifier from_catalog(std::string name);
  /// An unquoted word of SQL text: ASCII letters fold to lower case, the rest is kept, cut to 63 bytes.
  static Identifier from_unquoted(std::string_view word);
  /// The inside of a quoted identifier, doubled quotes already made single: kept, cut to 63 bytes.
  static Identifier from_quoted(std::string_view inside);

  const std::string& str() const { return name_; }
  bool empty() const { return name_.empty(); }

  /// SQL text that reads back as this identifier: quoted only if it must be (capitals, other characters,
  /// keywords).
  std::string to_sql() const;

  auto operator<=>(const Identifier&) const = default;

 private:
  explicit Identifier(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

}  // namespace pgsegue::parser

template <>
struct std::hash<pgsegue::parser::Identifier> {
  std::size_t operator()(const pgsegue::parser::Identifier& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};

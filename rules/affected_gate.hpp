#pragma once

#include "parser/token.hpp"
#include "rules/affected_names.hpp"
#include "rules/name_filter.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::rules {

/// Decides which statements must be looked at: those that name an affected relation of either side, or
/// what may hold its rows: a carrier, a function, a type, a view that can be written through. All others mean
/// the same in the version as on the server. Immutable; allocates nothing.
class AffectedGate {
 public:
  enum class Use : std::uint8_t {
    often,  ///< each name is looked at now, so that most words are turned away at once
    once,   ///< for one statement: costs nothing now, whatever the number of names
  };
  /// `names` is not kept by reference beyond the gate's life: it must live as long as the gate.
  explicit AffectedGate(const AffectedNames& names, Use use = Use::often);

  enum class Named : std::uint8_t {
    other,
    unsettled,  ///< a table whose columns may change at any time, and that is the same so far
    affected,   ///< also what cannot be decoded
  };
  /// What token `index` may name.
  Named named_by(std::string_view text, std::span<const parser::Token> tokens,
                 parser::TokenIndex index) const;
  /// True if that is something affected.
  bool admits(std::string_view text, std::span<const parser::Token> tokens, parser::TokenIndex index) const {
    return named_by(text, tokens, index) == Named::affected;
  }

  /// True if token `index` names a table of which only constraints differ: to be asked for definitions.
  bool admits_in_definition(std::string_view text, std::span<const parser::Token> tokens,
                            parser::TokenIndex index) const;

  /// True if `name`, in catalog form, is one of them.
  bool contains(std::string_view name) const;

  /// The first word of `text`, whatever surrounds it, that is such a name: for texts that are not SQL to us,
  /// the inside of a string constant or what cannot be scanned. U&"…" counts as one. A view into `text`.
  std::optional<std::string_view> find_mention(std::string_view text) const;
  /// The same for relations, schemas and types whose own name differs.
  std::optional<std::string_view> find_renamed_mention(std::string_view text) const;
  bool mentions(std::string_view text) const { return find_mention(text).has_value(); }
  bool mentions_renamed(std::string_view text) const { return find_renamed_mention(text).has_value(); }

 private:
  enum class Wanted { any, renamed };
  bool contains_constrained(std::string_view name) const { return names_.constrained.contains(name); }
  template <class Contains>
  bool names_one(std::string_view text, std::span<const parser::Token> tokens, parser::TokenIndex index,
                 Contains contains) const;
  std::optional<std::string_view> find_word(std::string_view text, Wanted wanted) const;

  const AffectedNames& names_;
  NameFilter filter_;
};

}  // namespace pgsegue::rules

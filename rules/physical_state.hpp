#pragma once

#include "rules/name_history.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace pgsegue::rules {

/// Why the state of a line cannot be told.
struct StateProblem {
  enum class Kind : std::uint8_t {
    missing,       ///< none of its names exists
    several,       ///< more than one of its names exists, and nothing says that they may
    contested,     ///< its only existing name is another line's only existing name too
    undecided,     ///< its names and other lines' overlap, and several versions fit (a swap)
    not_declared,  ///< it exists, but not under the name it has in the version given as `physical:`
  };
  Kind kind;
  std::size_t line;                       ///< index into the lines asked about
  std::vector<parser::Identifier> names;  ///< those of its names that exist
};

/// For each line, those of its names that exist: one, with `expanded` perhaps several, and of what not every
/// version has perhaps none.
struct PhysicalState {
  std::vector<std::vector<parser::Identifier>> present;
  std::vector<StateProblem> problems;  ///< if any, `present` is not to be used
};

/// Finds out how far each rename has been carried out on the server. Each may be pending or done on its own.
///
/// A line is at one of its names; an assignment of all lines must give every existing name that a line
/// mentions to exactly one line. If exactly one assignment does, it is the state. Names that are joined by
/// `expanded` renames may exist together. With `declared`, the lines are at their names in that version, and
/// it is only checked that these exist.
PhysicalState find_physical_state(std::span<const NameLine> lines,
                                  const std::function<bool(const parser::Identifier&)>& exists,
                                  std::optional<std::size_t> declared);

/// The name by which `version` finds the line on the server: its own if that exists, else the nearest older
/// one that does, else the nearest newer one. `present` is not empty.
const parser::Identifier& name_on_server(const NameLine& line, std::span<const parser::Identifier> present,
                                         std::size_t version);
/// The name of the column that `version` reads. Of columns that are written together, only these count: the
/// oldest, and the newer ones as far as the changes say that both sides are complete.
parser::Identifier name_to_read(const NameLine& line, std::span<const parser::Identifier> present,
                                std::size_t version);

}  // namespace pgsegue::rules

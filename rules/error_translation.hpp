#pragma once

#include "parser/token.hpp"
#include "rules/edit_program.hpp"
#include "rules/rewriter.hpp"
#include "rules/version_view.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// An error or notice of the server, and what is known of the statement it is about.
struct ErrorTranslation {
  const ErrorFields& fields;
  const VersionView& version;
  /// The client's text; empty: not known, then names are translated where the fields alone tell, and
  /// positions are dropped.
  std::string_view original;
  /// Of `original`, in its lexing state.
  std::span<const parser::Token> tokens;
  /// What was done to `original` before it was sent. Null or empty: sent as it was.
  const EditProgram* program = nullptr;
  bool encoding_is_utf8 = true;  ///< else one byte is one character
  /// Tells tables of one name in several schemas apart; null: not known.
  const parser::SearchPath* search_path = nullptr;
};

/// Translates the fields from physical names and positions to the client's version. Appends the wire form of
/// all fields (type byte, value, NUL …, without header and final NUL) to `out`. False: nothing to translate,
/// `out` untouched, the message is right as it came.
///
/// Field P follows the edits back. s, t, c and n are translated by relation, d by type. Names
/// in M, D, H and W are translated where t and c, or the relations and aliases the statement itself names,
/// leave no doubt whose they are. A hint that would show a name this version does not have is translated or
/// dropped.
bool translate_error(const ErrorTranslation& input, std::string& out);

}  // namespace pgsegue::rules

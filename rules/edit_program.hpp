#pragma once

#include "parser/bound_statement.hpp"
#include "parser/token.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pgsegue::rules {

/// Tokens of the text, with what stands between them, inside of a replacement.
struct TokenCopy {
  std::uint32_t offset;  ///< the byte of the replacement that they come before
  parser::TokenRange tokens;
};

/// One splice: `count` tokens from `first` on (with what stands between them) are replaced by `replacement`.
/// With count 0 the replacement is inserted directly before token `first`, or after the last token if `first`
/// is the token count.
struct Edit {
  parser::TokenIndex first;
  std::uint32_t count;
  std::string replacement;
  std::vector<TokenCopy> copies{};  ///< ascending
};

/// How the rows that the client sends behind a COPY FROM STDIN get more columns: copies of some fields,
/// behind the last.
struct CopyFields {
  parser::CopyFormat format;
  std::size_t width = 0;            ///< how many fields the client's rows have
  std::vector<std::size_t> fields;  ///< which field each column more is a copy of, from 0
  bool operator==(const CopyFields&) const = default;
};

/// What turns any statement of one shape into its rewritten text: edits in ascending order, not overlapping.
/// Positions are tokens, not bytes, so that one program serves every statement of the shape whatever its
/// constants, comments and layout.
struct EditProgram {
  std::vector<Edit> edits;
  /// The parameters whose values may be names, with all uses of them; mostly none.
  std::vector<parser::ParameterUse> parameters{};
  /// Names of what the statement makes of which only the next snapshot knows what its columns are called.
  std::vector<parser::Identifier> makes{};
  std::optional<CopyFields> copy{};
};

}  // namespace pgsegue::rules

#pragma once

#include "parser/token.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace pgsegue::parser {

/// The tree of one text, of one or more statements. Owns the memory; every node lives as long as it.
class ParseTree {
 public:
  using Memory = std::pmr::monotonic_buffer_resource;

  const PgQuery__ParseResult& root() const { return *root_; }

  /// `root` is in `memory`.
  ParseTree(std::unique_ptr<Memory> memory, const PgQuery__ParseResult* root)
      : memory_(std::move(memory)), root_(root) {}

 private:
  std::unique_ptr<Memory> memory_;
  const PgQuery__ParseResult* root_;
};

/// The grammar's complaint in the server's words.
struct SyntaxError {
  std::string message;
  std::optional<std::uint32_t>
      byte;  ///< offset into the text it is about; text.size(): at its end; none: of no place
};
/// The tree may be too deep for the stack.
struct TooDeep {
  std::size_t nesting;
};
/// More tokens than may be parsed.
struct TooLong {};

using ParseOutcome = std::variant<ParseTree, SyntaxError, TooDeep, TooLong>;

struct ParseLimits {
  /// As estimate_nesting counts. The default needs at most 100 MiB of stack, to be had from a thread with
  /// 256 MiB, which leaves as much again for those who walk the tree. The server itself, with its
  /// max_stack_depth of 2 MB, does not get as deep as 20,000.
  std::size_t max_depth = 50'000;
  /// Without the long lists that are left out. libpg_query takes about 250 bytes of memory, and 1 µs, per
  /// token.
  std::size_t max_tokens = 1'000'000;
};

/// Parses a text that `scan` found `ok`, in the session's lexing state: the positions in the tree are byte
/// offsets into `text`. Constants of the tree differ from those in the text where backslashes escape in plain
/// strings (parser_text.hpp), and the middle of a long list of constants is missing (long_lists.hpp). Must
/// run on a thread with a stack that fits `limits.max_depth`.
ParseOutcome parse(std::string_view text, std::span<const Token> tokens, LexingState state,
                   const ParseLimits& limits);

}  // namespace pgsegue::parser

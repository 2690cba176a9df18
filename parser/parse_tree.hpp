#pragma once

#include "parser/token.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace pgsegue::parser {

/// The tree of one text, of one or more statements. Owns the memory; every node lives as long as it.
class ParseTree {
 public:
  const PgQuery__ParseResult& root() const { return *root_; }

  /// Takes over what `pg_query__parse_result__unpack` returned.
  explicit ParseTree(PgQuery__ParseResult* root) : root_(root) {}

 private:
  struct Free {
    void operator()(PgQuery__ParseResult* root) const {
      pg_query__parse_result__free_unpacked(root, nullptr);
    }
  };
  std::unique_ptr<PgQuery__ParseResult, Free> root_;
};

/// The grammar's complaint in the server's words.
struct SyntaxError {
  std::string message;
  std::uint32_t byte = 0;  ///< offset into the text it is about; text.size(): at its end
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
  /// libpg_query takes about 250 bytes of memory, and 1 µs, per token.
  std::size_t max_tokens = 1'000'000;
};

/// Parses a text that `scan` found `ok`, in the session's lexing state: the positions in the tree are byte
/// offsets into `text`. Constants of the tree differ from those in the text where backslashes escape in plain
/// strings (parser_text.hpp). Must run on a thread with a stack that fits `limits.max_depth`.
ParseOutcome parse(std::string_view text, std::span<const Token> tokens, LexingState state,
                   const ParseLimits& limits);

}  // namespace pgsegue::parser

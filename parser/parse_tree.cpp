#include "parser/parse_tree.hpp"

#include "parser/long_lists.hpp"
#include "parser/message_copy.hpp"
#include "parser/nesting.hpp"
#include "parser/parser_text.hpp"
#include "parser/unicode.hpp"

#include <pg_query.h>

#include <algorithm>
#include <new>

namespace pgsegue::parser {

namespace {

/// Where the tree of the parse under way on this thread goes. libpg_query would pack its tree into bytes, for
/// us to unpack, which takes three quarters of the time of a parse; the linker hands us its calls for that
/// (cmake/dependencies.cmake), and while there is a receiver the tree is copied as it is.
struct Receiver {
  ParseTree::Memory* memory;
  const PgQuery__ParseResult* root = nullptr;
};
thread_local Receiver* receiver = nullptr;

class RawResult {
 public:
  RawResult(const std::string& text, Receiver& into) {
    receiver = &into;
    result_ = pg_query_parse_protobuf(text.c_str());
    receiver = nullptr;
  }
  ~RawResult() { pg_query_free_protobuf_parse_result(result_); }
  RawResult(const RawResult&) = delete;
  RawResult& operator=(const RawResult&) = delete;

  const PgQueryError* error() const { return result_.error; }

 private:
  PgQueryProtobufParseResult result_{};
};

/// What is taken at first for the nodes of a text, per byte of it; more follows in growing pieces.
constexpr std::size_t node_bytes = 64;
constexpr std::size_t most_text = 16'384;

/// libpg_query counts characters from 1, taking every text for UTF-8.
std::uint32_t byte_of_character(std::string_view text, int character) {
  std::size_t byte = 0;
  for (int i = 1; i < character && byte < text.size(); ++i)
    byte += utf8_length(text[byte]);
  return static_cast<std::uint32_t>(std::min(byte, text.size()));
}

}  // namespace

ParseOutcome parse(std::string_view text, std::span<const Token> tokens, LexingState state,
                   const ParseLimits& limits) {
  if (const std::size_t nesting = estimate_nesting(text, tokens); nesting > limits.max_depth) {
    return TooDeep{nesting};
  }
  std::string parser_text;
  if (!to_parser_text(text, tokens, state, parser_text)) parser_text.assign(text);
  blank_comments(tokens, parser_text);
  if (leave_out_long_lists(text, tokens, parser_text) > limits.max_tokens) return TooLong{};
  auto memory = std::make_unique<ParseTree::Memory>(node_bytes * std::min(parser_text.size() + 1, most_text));
  Receiver tree{memory.get()};
  const RawResult raw(parser_text, tree);
  if (const PgQueryError* error = raw.error()) {
    if (error->cursorpos <= 0) return SyntaxError{error->message, std::nullopt};
    return SyntaxError{error->message, byte_of_character(parser_text, error->cursorpos)};
  }
  // Memory was short, then: the statement is too long for us.
  if (tree.root == nullptr) return TooLong{};
  return ParseTree(std::move(memory), tree.root);
}

}  // namespace pgsegue::parser

// The linker's names for a wrapped function and for what it wraps.
extern "C" {
std::size_t __real_pg_query__parse_result__get_packed_size(const PgQuery__ParseResult* message);
std::size_t __real_pg_query__parse_result__pack(const PgQuery__ParseResult* message, std::uint8_t* out);

std::size_t __wrap_pg_query__parse_result__get_packed_size(const PgQuery__ParseResult* message) {
  using namespace pgsegue::parser;
  return receiver == nullptr ? __real_pg_query__parse_result__get_packed_size(message) : 0;
}

std::size_t __wrap_pg_query__parse_result__pack(const PgQuery__ParseResult* message, std::uint8_t* out) {
  using namespace pgsegue::parser;
  if (receiver == nullptr) return __real_pg_query__parse_result__pack(message, out);
  try {
    receiver->root =
        reinterpret_cast<const PgQuery__ParseResult*>(copy_message(message->base, *receiver->memory));
  } catch (const std::bad_alloc&) {
    // No exception may pass through C: the receiver stays without a tree.
  }
  return 0;
}
}

#include "parser/parse_tree.hpp"

#include "parser/long_lists.hpp"
#include "parser/nesting.hpp"
#include "parser/parser_text.hpp"
#include "parser/unicode.hpp"

#include <pg_query.h>

#include <algorithm>
#include <new>

namespace pgsegue::parser {

namespace {

class RawResult {
 public:
  explicit RawResult(const std::string& text) : result_(pg_query_parse_protobuf(text.c_str())) {}
  ~RawResult() { pg_query_free_protobuf_parse_result(result_); }
  RawResult(const RawResult&) = delete;
  RawResult& operator=(const RawResult&) = delete;

  const PgQueryError* error() const { return result_.error; }
  std::size_t packed_bytes() const { return result_.parse_tree.len; }
  const PgQuery__ParseResult* unpack(ProtobufCAllocator& allocator) const {
    return pg_query__parse_result__unpack(&allocator, packed_bytes(),
                                          reinterpret_cast<const std::uint8_t*>(result_.parse_tree.data));
  }

 private:
  PgQueryProtobufParseResult result_;
};

// A tree has a node for every few bytes of its packed form and goes away as a whole.

void* allocate(void* memory, std::size_t size) noexcept {
  try {
    return static_cast<ParseTree::Memory*>(memory)->allocate(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void leave(void*, void*) {}

/// What unpacked nodes take at least, per packed byte.
constexpr std::size_t growth = 8;

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
  if (leave_out_long_lists(text, tokens, parser_text) > limits.max_tokens) return TooLong{};
  const RawResult raw(parser_text);
  if (const PgQueryError* error = raw.error()) {
    return SyntaxError{error->message, byte_of_character(parser_text, error->cursorpos)};
  }
  auto memory = std::make_unique<ParseTree::Memory>(growth * raw.packed_bytes() + 1);
  ProtobufCAllocator allocator{allocate, leave, memory.get()};
  const PgQuery__ParseResult* root = raw.unpack(allocator);
  // Its own packed form always unpacks unless memory is short: then the statement is too long for us.
  if (root == nullptr) return TooLong{};
  return ParseTree(std::move(memory), root);
}

}  // namespace pgsegue::parser

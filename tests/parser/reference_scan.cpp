#include "tests/parser/reference_scan.hpp"

#include "parser/parser_text.hpp"
#include "parser/scan_space.hpp"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <memory>
#include <sstream>
#include <string_view>

namespace pgsegue::parser::test {

namespace {

using Result = std::unique_ptr<PgQuery__ScanResult, void (*)(PgQuery__ScanResult*)>;

Result unpack(const PgQueryScanResult& raw) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(raw.pbuf.data);
  return {pg_query__scan_result__unpack(nullptr, raw.pbuf.len, data),
          [](PgQuery__ScanResult* r) { pg_query__scan_result__free_unpacked(r, nullptr); }};
}

std::optional<TokenKind> kind_of(const PgQuery__ScanToken& token, const std::string& text) {
  switch (token.token) {
    case PG_QUERY__TOKEN__SCONST:
    case PG_QUERY__TOKEN__USCONST:
      return TokenKind::string;
    case PG_QUERY__TOKEN__BCONST:
    case PG_QUERY__TOKEN__XCONST:
      return TokenKind::bit_string;
    case PG_QUERY__TOKEN__ICONST:
    case PG_QUERY__TOKEN__FCONST:
      return TokenKind::number;
    case PG_QUERY__TOKEN__PARAM:
      return TokenKind::parameter;
    case PG_QUERY__TOKEN__UIDENT:
      return TokenKind::unicode_identifier;
    case PG_QUERY__TOKEN__IDENT:
      return text[static_cast<std::size_t>(token.start)] == '"' ? TokenKind::quoted_identifier
                                                                : TokenKind::identifier;
    default:
      break;
  }
  const char first = text[static_cast<std::size_t>(token.start)];
  const bool single = token.end - token.start == 1;
  if (single && std::string_view("()[],;:.").find(first) != std::string_view::npos)
    return TokenKind::punctuation;
  if (std::string_view("~!@#^&|`?+-*/%<>=:.").find(first) != std::string_view::npos) return TokenKind::op;
  if (token.keyword_kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD) return TokenKind::identifier;
  return std::nullopt;
}

bool is_comment(const PgQuery__ScanToken& token) {
  return token.token == PG_QUERY__TOKEN__SQL_COMMENT || token.token == PG_QUERY__TOKEN__C_COMMENT;
}

/// True for the N of N'…', which the server takes apart into the keyword NCHAR and a string.
bool is_national_prefix(const PgQuery__ScanToken& token, const std::string& text) {
  return token.token == PG_QUERY__TOKEN__NCHAR && token.end - token.start == 1 &&
         text[static_cast<std::size_t>(token.end)] == '\'';
}

/// True if a quote is followed by another one over line comments: there libpg_query ends the string, other
/// than the server, and a text that we rightly reject may look acceptable to it.
bool may_continue_over_comment(const std::string& text) {
  const ScanText whole{text.data(), text.size()};
  for (std::size_t i = text.find('\''); i != std::string::npos; i = text.find('\'', i + 1)) {
    const std::size_t next = find_string_continuation(whole, i + 1);
    if (next != no_continuation && text.substr(i, next - i).find("--") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::optional<std::vector<ReferenceToken>> reference_scan(const std::string& text) {
  const PgQueryScanResult raw = pg_query_scan(text.c_str());
  const std::unique_ptr<const PgQueryScanResult, void (*)(const PgQueryScanResult*)> guard(
      &raw, [](const PgQueryScanResult* r) { pg_query_free_scan_result(*r); });
  if (raw.error != nullptr) return std::nullopt;
  const Result result = unpack(raw);
  std::vector<ReferenceToken> tokens;
  std::optional<std::uint32_t> national;
  for (std::size_t i = 0; i < result->n_tokens; ++i) {
    const PgQuery__ScanToken& token = *result->tokens[i];
    if (is_comment(token)) continue;
    if (is_national_prefix(token, text)) {
      national = static_cast<std::uint32_t>(token.start);
      continue;
    }
    const auto kind = kind_of(token, text);
    if (!kind) return std::nullopt;
    const bool end_known = token.token != PG_QUERY__TOKEN__UIDENT && token.token != PG_QUERY__TOKEN__USCONST;
    tokens.push_back({{national.value_or(static_cast<std::uint32_t>(token.start)),
                       static_cast<std::uint32_t>(token.end), *kind},
                      end_known});
    national.reset();
  }
  return tokens;
}

std::optional<std::string> disagreement(const std::string& text) {
  std::vector<Token> tokens;
  std::string parser_text;
  const ScanStatus status = scan(text, {}, tokens);
  const bool differs = status == ScanStatus::ok && to_parser_text(text, tokens, {}, parser_text);
  const auto expected = reference_scan(differs ? parser_text : text);
  if (!expected || (status != ScanStatus::ok && may_continue_over_comment(text))) return std::nullopt;
  std::ostringstream out;
  if (status != ScanStatus::ok) out << "status " << static_cast<int>(status) << " where libpg_query accepts";
  if (status == ScanStatus::ok && tokens.size() != expected->size()) {
    out << tokens.size() << " tokens instead of " << expected->size();
  }
  for (std::size_t i = 0; out.tellp() == 0 && i < tokens.size(); ++i) {
    const auto& [want, end_known] = (*expected)[i];
    const Token& got = tokens[i];
    if (got.begin != want.begin || got.kind != want.kind || (end_known && got.end != want.end)) {
      out << "token " << i << " is [" << got.begin << ',' << got.end << " kind " << static_cast<int>(got.kind)
          << "], libpg_query has [" << want.begin << ',' << want.end << " kind "
          << static_cast<int>(want.kind) << ']';
    }
  }
  return out.str();
}

}  // namespace pgsegue::parser::test

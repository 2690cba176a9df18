#include "bench/micro/cases.hpp"

#include "parser/token.hpp"
#include "proxy/wire/frame_reader.hpp"
#include "rules/hash_bytes.hpp"
#include "rules/rewriter.hpp"
#include "rules/shape.hpp"
#include "rules/statement_facts.hpp"
#include "rules/version_view.hpp"

#include "bench/micro/dialogue.hpp"
#include "bench/micro/world.hpp"
#include <memory>
#include <stdexcept>
#include <string_view>

namespace pgsegue::bench {
namespace {

using Action = rules::Rewrite::Action;
using Operation = std::function<void()>;

/// The scanned text of a class of statements.
struct Scanned {
  explicit Scanned(std::string_view statement) : text(statement) { parser::scan(text, {}, tokens); }
  std::string_view text;
  std::vector<parser::Token> tokens;
};

/// For results that nothing looks at.
template <class Value>
void keep(const Value& value) {
  asm volatile("" : : "m"(value) : "memory");
}

Operation scan_once(std::string_view text) {
  return [tokens = std::vector<parser::Token>(), text]() mutable { keep(parser::scan(text, {}, tokens)); };
}

Operation read_facts_once(std::string_view text) {
  const rules::AffectedGate* gate = &world(1, 10).snapshot->version(rules::VersionIndex{0}).gate();
  return [scanned = Scanned(text), gate] { keep(rules::read_facts(scanned.text, scanned.tokens, gate)); };
}

Operation find_shape_once(std::string_view text) {
  auto writer = std::make_shared<rules::ShapeWriter>();
  return [scanned = Scanned(text), writer] {
    keep(rules::hash_bytes(writer->write(scanned.text, scanned.tokens)));
  };
}

Operation rewrite_once(std::string_view text, const World& here, std::size_t cache_bytes, Action expected) {
  auto rewriter = std::make_shared<rules::Rewriter>(rules::Rewriter::Limits{.cache_bytes = cache_bytes});
  return [rewriter, text, &here, expected] {
    if (rewriter->rewrite(text, here.context).action != expected)
      throw std::runtime_error("not the expected action for: " + std::string(text));
  };
}

/// Frames as short as most of a server's messages, all in one read.
Operation hop_frames(std::size_t count) {
  wire::Buffer stream;
  for (std::size_t i = 0; i < count; ++i) {
    const wire::Message message(stream, 'D');
    wire::put_u16(stream, 1);
    wire::put_u32(stream, 1);
    wire::put(stream, "x");
  }
  return [stream, reader = wire::FrameReader()]() mutable {
    std::span<const std::byte> input = stream;
    for (auto piece = reader.next(input); piece.kind != wire::FrameReader::Kind::need_more;
         piece = reader.next(input)) {
      if (piece.kind == wire::FrameReader::Kind::header) reader.stream();
      keep(piece);
    }
  };
}

Operation converse(std::string_view version, const Exchange& exchange, const Exchange& before = {}) {
  auto dialogue = std::make_shared<Dialogue>(version);
  dialogue->run(before);
  return [dialogue, exchange] {
    dialogue->run(exchange);
    if (!dialogue->is_idle()) throw std::runtime_error("an exchange of the benchmark is not complete");
  };
}

constexpr std::size_t cache_bytes = rules::Rewriter::Limits{}.cache_bytes;
constexpr std::string_view unaffected = "SELECT balance FROM plain_accounts WHERE aid = 4242424242 LIMIT 1";

void add_rewriting(std::vector<Case>& cases) {
  for (const std::string name : {"of_60_bytes", "of_200_bytes"}) {
    const std::string_view text = statement_of(name);
    const std::string size = name.substr(3);
    cases.push_back({"scan_" + size, [text] { return scan_once(text); }});
    cases.push_back({"facts_" + size, [text] { return read_facts_once(text); }});
    cases.push_back({"shape_" + size, [text] { return find_shape_once(text); }});
    cases.push_back(
        {"hit_" + size, [text] { return rewrite_once(text, world(1, 10), cache_bytes, Action::replace); }});
    cases.push_back(
        {"miss_" + size, [text] { return rewrite_once(text, world(1, 10), 0, Action::replace); }});
  }
  cases.push_back({"forward_65_bytes",
                   [] { return rewrite_once(unaffected, world(1, 10), cache_bytes, Action::forward); }});
  cases.push_back({"hit_10000_tables", [] {
                     return rewrite_once(statement_of("of_60_bytes"), world(1, 10'000), cache_bytes,
                                         Action::replace);
                   }});
  cases.push_back({"hit_10000_rules", [] {
                     return rewrite_once(statement_of("of_60_bytes"), world(10'000, 10'000), cache_bytes,
                                         Action::replace);
                   }});
}

void add_sessions(std::vector<Case>& cases) {
  const auto add = [&cases](const std::string& name, std::string_view version, const Exchange& exchange,
                            const Exchange& before = {}) {
    cases.push_back({name, [=] { return converse(version, exchange, before); }});
  };
  const std::string_view text = statement_of("of_60_bytes");
  for (const char* version : {"raw", "v1"}) {
    const std::string mode = version == std::string_view("raw") ? "_raw" : "_rewritten";
    add("simple" + mode, version, simple(text));
    add("extended" + mode, version, extended(text));
    add("prepared" + mode, version, prepared(), preparation(text));
    add("pipelined_of_10" + mode, version, pipelined(text, 10));
    add("rows_1000" + mode, version, rows(text, 1000, 8));
    add("row_of_1_mib" + mode, version, rows(text, 1, std::size_t{1} << 20));
  }
  add("simple_forwarded", "v1", simple(unaffected));
  add("extended_forwarded", "v1", extended(unaffected));
}

}  // namespace

std::vector<Case> counted_cases() {
  std::vector<Case> cases;
  add_rewriting(cases);
  cases.push_back({"frames_1000", [] { return hop_frames(1000); }});
  add_sessions(cases);
  return cases;
}

}  // namespace pgsegue::bench

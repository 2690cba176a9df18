#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/path_probe.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::session {

/// What is to become of a statement's text.
struct Verdict {
  enum class Kind : std::uint8_t {
    forward,  ///< as it came
    replace,  ///< by `text`
    refuse,   ///< the client gets `error`
    wait,     ///< hold the message until `until` has ended, then ask again
  };
  Kind kind = Kind::forward;
  std::string_view text = {};              ///< valid until the next verdict
  const rules::SqlError* error = nullptr;  ///< valid until the next verdict
  Block until = Block::none;
  rules::StatementEffects effects = {};
  rules::PreparedCommand prepared = {};
  std::span<const parser::ParameterUse> parameters = {};  ///< valid until the next verdict
  bool affected = false;
  const rules::CopyFields* copy = nullptr;  ///< valid until the next verdict

  /// Nothing is to be noted of the statement when it is prepared or run.
  bool is_plain() const {
    return !effects.have_any() && effects.makes.empty() && parameters.empty() && copy == nullptr &&
           prepared.kind == rules::PreparedCommand::Kind::none;
  }
};

/// Asks the rewriter, when everything is known that its answer rests on: the search path, and how the server
/// will read the text once the statements before it have run.
class StatementGate {
 public:
  StatementGate(Conversation& conversation, PathProbe& probe) : conv_(conversation), probe_(probe) {}

  Verdict judge(std::string_view text);
  /// The same for the text of a Parse, which is likely to come again byte for byte.
  Verdict judge_parse(std::string_view text);
  /// The values of a Bind, those that are not NULL, of a statement that uses its parameters so. `replace`: by
  /// `names`.
  Verdict judge_values(std::span<const parser::ParameterUse> uses,
                       std::span<const rules::ParameterValue> values, rules::TranslatedNames& names);

 private:
  Verdict judge(std::string_view text, bool comes_again);
  Verdict judge_in_force(std::string_view text, bool comes_again);
  /// The catalog has moved under a transaction: what the text would be now decides whether it can go on.
  std::optional<Verdict> judge_overtaken(std::string_view text);
  /// The same for the values of a Bind.
  std::optional<Verdict> judge_overtaken_values(std::span<const parser::ParameterUse> uses,
                                                std::span<const rules::ParameterValue> values);
  bool is_the_same(std::string_view text, const rules::Rewrite& now);
  Verdict wait_for_path();
  Verdict wait_until_quiet();
  Verdict refuse_stale();
  Verdict refuse(std::string_view sqlstate, std::string_view message, std::string_view hint);

  Conversation& conv_;
  PathProbe& probe_;
  rules::SqlError error_;
};

}  // namespace pgsegue::session

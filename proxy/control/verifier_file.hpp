#pragma once

#include "proxy/control/verifier_source.hpp"
#include "rules/diagnostic.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pgsegue::control {

/// The verifiers of a file with one role per line, `"user" "SCRAM-SHA-256$…"`. A quote inside quotes is
/// doubled; empty lines and lines that begin with # or ; are skipped. Immutable.
class verifier_file final : public verifier_source {
 public:
  using roles = std::unordered_map<std::string, std::string>;

  explicit verifier_file(roles verifiers) : verifiers_(std::move(verifiers)) {}
  void look_up(std::string user, VerifierDone done) override;

 private:
  roles verifiers_;
};

/// What such a file holds, and what is wrong with it: with a diagnostic nothing of it is to be used. The
/// diagnostics never show the file's content, for it is secret.
struct parsed_verifier_file {
  verifier_file::roles roles;
  std::vector<rules::Diagnostic> diagnostics;
};

parsed_verifier_file parse_verifier_file(std::string_view text, const std::string& file);
parsed_verifier_file load_verifier_file(const std::string& path);

}  // namespace pgsegue::control

#include "proxy/control/verifier_file.hpp"

#include "proxy/session/scram_verifier.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>

namespace pgsegue::control {

namespace {

constexpr const char* line_form =
    "a line reads: \"user\" \"SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>\"";

/// Reads the fields of one line; columns count from 1.
class line_reader {
 public:
  explicit line_reader(std::string_view line) : line_(line) {}

  void skip_blanks() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t'))
      ++at_;
  }
  bool at_end() const { return at_ == line_.size(); }
  unsigned column() const { return static_cast<unsigned>(at_ + 1); }
  char next() const { return at_end() ? '\0' : line_[at_]; }

  /// The inside of a quoted field; nothing if it is not quoted or not closed.
  std::optional<std::string> quoted() {
    if (next() != '"') return std::nullopt;
    std::string value;
    for (++at_; at_ < line_.size(); ++at_) {
      if (line_[at_] != '"') {
        value += line_[at_];
      } else if (line_.substr(at_ + 1).starts_with('"')) {
        value += line_[at_++];
      } else {
        ++at_;
        return value;
      }
    }
    return std::nullopt;
  }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
};

struct line_finding {
  unsigned column = 0;
  std::string message;
};

/// Adds the role of one line; nothing is wrong if there is no finding.
std::optional<line_finding> read_line(std::string_view line, verifier_file::roles& roles) {
  line_reader reader(line);
  reader.skip_blanks();
  if (reader.at_end() || reader.next() == '#' || reader.next() == ';') return std::nullopt;
  const unsigned user_column = reader.column();
  const std::optional<std::string> user = reader.quoted();
  if (!user || user->empty())
    return line_finding{user_column, "a role name in double quotes is expected here"};
  reader.skip_blanks();
  const unsigned verifier_column = reader.column();
  const std::optional<std::string> verifier = reader.quoted();
  if (!verifier) return line_finding{verifier_column, "a verifier in double quotes is expected here"};
  reader.skip_blanks();
  if (!reader.at_end()) return line_finding{reader.column(), "nothing may follow the verifier"};
  const session::ParsedVerifier parsed = session::parse_scram_verifier(*verifier);
  if (!parsed.verifier) return line_finding{verifier_column, parsed.error};
  if (!roles.emplace(*user, *verifier).second) {
    return line_finding{user_column, "role \"" + *user + "\" is listed twice"};
  }
  return std::nullopt;
}

rules::Diagnostic diagnose(const std::string& file, unsigned line, line_finding finding) {
  rules::Diagnostic diagnostic;
  diagnostic.file = file;
  diagnostic.line = line;
  diagnostic.column = finding.column;
  diagnostic.message = std::move(finding.message);
  diagnostic.hint = line_form;
  return diagnostic;
}

}  // namespace

void verifier_file::look_up(std::string user, VerifierDone done) {
  const auto found = verifiers_.find(user);
  session::VerifierResult result;
  result.ok = true;
  if (found != verifiers_.end()) result.verifier = found->second;
  done(result);
}

parsed_verifier_file parse_verifier_file(std::string_view text, const std::string& file) {
  parsed_verifier_file parsed;
  for (unsigned number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (auto finding = read_line(line, parsed.roles)) {
      parsed.diagnostics.push_back(diagnose(file, number, std::move(*finding)));
    }
  }
  return parsed;
}

parsed_verifier_file load_verifier_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in && in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  if (!in.is_open() || in.bad()) {
    parsed_verifier_file parsed;
    parsed.diagnostics.push_back(
        diagnose(path, 0, {0, std::string("cannot be read: ") + std::strerror(errno)}));
    return parsed;
  }
  return parse_verifier_file(text.str(), path);
}

}  // namespace pgsegue::control

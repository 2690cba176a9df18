#include "proxy/cli/explanation_text.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::cli {
namespace {

using row = std::array<std::string, 5>;

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::vector<row> rows_of(const explanation& explained, const std::string& version) {
  std::vector<row> rows{{"at", "name", "in " + version, "on the server", "why"}};
  for (const name_use& use : explained.names.uses) {
    rows.push_back({std::to_string(use.position), in_one_line(use.written), use.logical,
                    use.physical.empty() ? "the same" : use.physical, use.why});
  }
  return rows;
}

std::string table_of(const std::vector<row>& rows) {
  std::array<std::size_t, 5> widths{};
  for (const row& each : rows) {
    for (std::size_t i = 0; i < each.size(); ++i)
      widths[i] = std::max(widths[i], width(each[i]));
  }
  std::string out;
  for (const row& each : rows) {
    std::string line;
    for (std::size_t i = 0; i < each.size(); ++i) {
      line += each[i] + std::string(widths[i] - width(each[i]) + 2, ' ');
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

/// A heading in front, the following lines of the text indented as far.
std::string labelled(std::string_view label, std::string_view text) {
  constexpr std::size_t indentation = 11;
  std::string out(label);
  out.resize(indentation, ' ');
  for (const char c : text) {
    out += c;
    if (c == '\n') out.append(indentation, ' ');
  }
  return out + "\n";
}

std::string describe_error(const rules::SqlError& error) {
  const bool is_refusal = error.sqlstate == "0A000" || error.sqlstate.starts_with("54");
  std::string out =
      labelled(is_refusal ? "refused" : "fails", "ERROR:  " + error.sqlstate + ": " + error.message);
  if (!error.detail.empty()) out += labelled("", "DETAIL:  " + error.detail);
  if (!error.hint.empty()) out += labelled("", "HINT:  " + error.hint);
  if (error.position != 0) out += labelled("", "at character " + std::to_string(error.position));
  return out;
}

std::string outcome(const explanation& explained, const std::string& version) {
  switch (explained.action) {
    case rules::Rewrite::Action::replace:
      return labelled("rewritten", explained.text);
    case rules::Rewrite::Action::refuse:
      return describe_error(explained.error);
    case rules::Rewrite::Action::forward:
    case rules::Rewrite::Action::needs_path:
      break;
  }
  return labelled("unchanged", explained.names.problem
                                   ? "the server gets it as it is"
                                   : "it reads the same in " + version + " and on the server");
}

}  // namespace

std::string to_text(const explanation& explained, std::string_view statement, const std::string& version) {
  std::string out = labelled("statement", statement) + outcome(explained, version);
  const bool is_refused = explained.action == rules::Rewrite::Action::refuse;
  if (!is_refused && explained.names.problem) out += describe_error(*explained.names.problem);
  if (!explained.names.uses.empty()) out += "\n" + table_of(rows_of(explained, version));
  return out;
}

}  // namespace pgsegue::cli

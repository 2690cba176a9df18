#include "rules/yaml_documents.hpp"
#include "rules/yaml_reader.hpp"
#include "rules/yaml_source.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <tuple>

namespace pgsegue::rules {
namespace {

constexpr std::size_t largest_file = 16u << 20;

/// The file's text; empty and a reason if it cannot be had.
std::string read_file(const std::string& path, std::string& failure) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    failure = "is a directory";
    return {};
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    failure = std::strerror(errno != 0 ? errno : EIO);
    return {};
  }
  std::string text(largest_file + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) failure = "cannot be read to its end";
  if (text.size() > largest_file) failure = "is larger than 16 MiB";
  return text;
}

/// yaml-cpp marks count bytes of the text without a byte order mark, and take a quote that is never closed
/// for closed if the text ends in a newline.
void prepare(std::string& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
}

constexpr std::string_view general_hint =
    "the file must be YAML; check indentation, quotes and colons at and before this place";

std::string hint_for_syntax(const YAML::Exception& failure, const YamlSource& source) {
  if (failure.msg.find("EOF in scalar") != std::string::npos) return "close the quote that was opened";
  const auto line = static_cast<std::size_t>(failure.mark.line);
  if (line < source.lines.size()) {
    const std::string_view text = source.lines[line];
    const std::string_view indentation = text.substr(0, text.find_first_not_of(" \t"));
    if (indentation.find('\t') != std::string_view::npos) return "indent with spaces, not with tabs";
  }
  return std::string(general_hint);
}

}  // namespace

YamlFile::YamlFile(std::string name) : source_(std::make_shared<YamlSource>()) {
  source_->name = std::move(name);
}

YamlFile YamlFile::load(const std::string& path) {
  std::string failure;
  std::string text = read_file(path, failure);
  if (failure.empty()) return parse(path, std::move(text));
  YamlFile file(path);
  file.error("cannot read the file: " + failure, "check the path and the permissions");
  return file;
}

YamlFile YamlFile::parse(const std::string& name, std::string text) {
  YamlFile file(name);
  prepare(text);
  file.source_->text = std::move(text);
  file.source_->split_lines();
  try {
    const YAML::Node root = YAML::Load(file.source_->text);
    if (const auto rest = behind_first_document(file.source_->text)) {
      file.source_->add(Diagnostic::Severity::error, rest->line, rest->column,
                        rest->is_document ? "a second YAML document starts here" : "unexpected character",
                        rest->is_document ? "remove the line \"---\" before it" : std::string(general_hint));
    } else if (root.IsNull()) {
      file.error("the file is empty");
    } else {
      file.root_ = YamlNode(file.source_, root, "the file");
    }
  } catch (const YAML::Exception& failure) {
    file.source_->add(Diagnostic::Severity::error, failure.mark.line, failure.mark.column, failure.msg,
                      hint_for_syntax(failure, *file.source_));
  }
  return file;
}

const std::string& YamlFile::text() const {
  return source_->text;
}

void YamlFile::error(std::string message, std::string hint) const {
  source_->add(Diagnostic::Severity::error, -1, 0, std::move(message), std::move(hint));
}

std::vector<Diagnostic> YamlFile::diagnostics() const {
  std::vector<Diagnostic> sorted = source_->findings;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return sorted;
}

}  // namespace pgsegue::rules

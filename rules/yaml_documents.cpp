#include "rules/yaml_documents.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace pgsegue::rules {
namespace {

/// Remembers where the content of the newest document starts.
class content_start final : public YAML::EventHandler {
 public:
  explicit content_start(const std::string& text) : text_(text) {}
  std::optional<YamlRemainder> place() const { return place_; }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override { place_.reset(); }
  void OnDocumentEnd() override {}
  /// An empty document, or a place that yaml-cpp cannot read on from.
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    const auto at = static_cast<std::size_t>(mark.pos);
    if (at < text_.size() && text_[at] != '-') note(mark, false);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { note(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*value*/) override {
    note(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    note(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    note(mark);
  }
  void OnMapEnd() override {}

 private:
  void note(const YAML::Mark& mark, bool is_document = true) {
    if (!place_) place_ = YamlRemainder{mark.line, mark.column, is_document};
  }
  const std::string& text_;
  std::optional<YamlRemainder> place_;
};

}  // namespace

std::optional<YamlRemainder> behind_first_document(const std::string& text) {
  std::stringstream stream(text);
  YAML::Parser parser(stream);
  content_start start(text);
  if (!parser.HandleNextDocument(start) || !parser.HandleNextDocument(start)) return std::nullopt;
  return start.place();
}

}  // namespace pgsegue::rules

#include "rules/did_you_mean.hpp"
#include "rules/yaml_reader.hpp"
#include "rules/yaml_source.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace pgsegue::rules {

YamlNode::YamlNode(std::shared_ptr<YamlSource> source, const YAML::Node& node, std::string label)
    : source_(std::move(source)), node_(std::make_shared<const YAML::Node>(node)), label_(std::move(label)) {
  line_ = node.Mark().line;
  column_ = node.Mark().column;
}

YamlNode::YamlNode(std::shared_ptr<YamlSource> source, const YAML::Node& key, const YAML::Node& value)
    : YamlNode(std::move(source), value, '"' + key.Scalar() + '"') {
  // yaml-cpp places an absent value at the next token, perhaps lines further down.
  if (!value.IsNull()) return;
  line_ = key.Mark().line;
  column_ = key.Mark().column;
}

bool YamlNode::is_null() const {
  return node_->IsNull();
}
bool YamlNode::is_map() const {
  return node_->IsMap();
}
bool YamlNode::is_sequence() const {
  return node_->IsSequence();
}
bool YamlNode::is_scalar() const {
  return node_->IsScalar();
}

bool YamlNode::is_empty() const {
  return (node_->IsMap() || node_->IsSequence()) && node_->size() == 0;
}
bool YamlNode::is_quoted() const {
  return node_->IsScalar() && node_->Tag() == "!";
}

std::optional<std::string> YamlNode::scalar(std::string_view expected) const {
  if (node_->IsScalar()) return node_->Scalar();
  if (node_->IsNull()) {
    error(label_ + " has no value", "give " + std::string(expected) + ", or remove the key");
  } else {
    error(label_ + " must be " + std::string(expected));
  }
  return std::nullopt;
}

std::optional<std::vector<YamlNode>> YamlNode::as_sequence() const {
  if (!node_->IsSequence()) {
    error(node_->IsNull() ? label_ + " has no value" : label_ + " must be a list",
          "write one item per line, each started by \"- \"");
    return std::nullopt;
  }
  std::vector<YamlNode> items;
  for (const YAML::Node& item : *node_) {
    items.push_back(YamlNode(source_, item, "item " + std::to_string(items.size() + 1) + " of " + label_));
  }
  return items;
}

std::optional<YamlMap> YamlNode::as_map(std::span<const std::string_view> allowed) const {
  if (!node_->IsMap()) {
    error(node_->IsNull() ? label_ + " has no value" : label_ + " must be a map",
          hint_for_unknown("", allowed, "write \"key: value\" lines; known keys"));
    return std::nullopt;
  }
  YamlMap map(*this);
  for (const auto& pair : *node_) {
    const YamlNode key(source_, pair.first, "the key");
    if (!pair.first.IsScalar()) {
      key.error("a key must be a plain word");
      continue;
    }
    const std::string& name = pair.first.Scalar();
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
      key.error("unknown key \"" + name + "\"", hint_for_unknown(name, allowed, "known keys"));
    } else if (const std::optional<YamlNode> first = map.find_key(name)) {
      key.error("the key \"" + name + "\" is given twice",
                "the first one is in line " + std::to_string(first->line_ + 1));
    } else {
      map.entries_.push_back({name, key, YamlNode(source_, pair.first, pair.second)});
    }
  }
  return map;
}

SourcePosition YamlNode::position() const {
  return source_->position(line_, column_);
}

void YamlNode::error(std::string message, std::string hint) const {
  add(Diagnostic::Severity::error, 0, std::move(message), std::move(hint));
}

void YamlNode::warning(std::string message, std::string hint) const {
  add(Diagnostic::Severity::warning, 0, std::move(message), std::move(hint));
}

void YamlNode::error_at(std::size_t offset, std::string message, std::string hint) const {
  add(Diagnostic::Severity::error, offset, std::move(message), std::move(hint));
}

void YamlNode::add(Diagnostic::Severity severity, std::size_t offset, std::string message,
                   std::string hint) const {
  int column = column_;
  if (offset != 0 && node_->IsScalar() && line_ >= 0) {
    const auto line = static_cast<std::size_t>(line_);
    const std::string_view text = line < source_->lines.size() ? source_->lines[line] : std::string_view();
    const std::size_t start = text.find(node_->Scalar(), static_cast<std::size_t>(column_));
    if (start != std::string_view::npos && start <= static_cast<std::size_t>(column_) + 1) {
      column = static_cast<int>(start + offset);
    }
  }
  source_->add(severity, line_, column, std::move(message), std::move(hint));
}

}  // namespace pgsegue::rules

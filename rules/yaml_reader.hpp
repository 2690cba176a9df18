#pragma once

#include "rules/diagnostic.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace YAML {
class Node;
}

namespace pgsegue::rules {

class YamlMap;
struct YamlSource;

/// A value in a YAML file that knows where it stands. Cheap to copy; keeps its file's text alive.
///
/// Every `as_…` answers nothing if the value is not what is asked for, and has then recorded an error at the
/// value's place: a reader goes on with its default and thereby finds all errors of a file in one run.
class YamlNode {
 public:
  std::optional<std::string> as_string() const;
  /// `true` or `false`, the only booleans of YAML 1.2.
  std::optional<bool> as_bool() const;
  std::optional<std::int64_t> as_integer(std::int64_t least, std::int64_t most) const;
  /// Bytes, with an optional unit: `512`, `64KiB`, `16MiB`, `1GiB`.
  std::optional<std::uint64_t> as_size(std::uint64_t least, std::uint64_t most) const;
  /// With a unit: `500ms`, `10s`, `5min`, `1h`; `0` needs none.
  std::optional<std::chrono::milliseconds> as_duration(std::chrono::milliseconds least,
                                                       std::chrono::milliseconds most) const;
  /// Index of the word among `words`; an unknown one gets a "did you mean".
  std::optional<std::size_t> as_word(std::span<const std::string_view> words) const;
  /// The items; an empty list is one.
  std::optional<std::vector<YamlNode>> as_sequence() const;
  /// A map that may hold these keys only. An unknown key and a key given twice are recorded as errors; the
  /// first of two counts. `allowed` must outlive the map.
  std::optional<YamlMap> as_map(std::span<const std::string_view> allowed) const;

  /// True for `key:` with nothing behind it, `~` and `null`.
  bool is_null() const;
  bool is_map() const;
  bool is_sequence() const;
  bool is_scalar() const;
  /// True for `{}` and `[]`.
  bool is_empty() const;
  /// True for a scalar in YAML's own quotes, single or double.
  bool is_quoted() const;
  /// How messages name this value: `"port"`, `item 2 of "servers"`, `the file`.
  const std::string& label() const { return label_; }

  /// Where this value starts, for findings made when the file has been read.
  SourcePosition position() const;

  void error(std::string message, std::string hint = {}) const;
  void warning(std::string message, std::string hint = {}) const;
  /// The same, pointing at the byte `offset` of a scalar's text. Falls back to the value's start where the
  /// text in the file is not the value byte by byte (escapes, several lines).
  void error_at(std::size_t offset, std::string message, std::string hint = {}) const;

 private:
  friend class YamlFile;
  friend class YamlMap;
  YamlNode(std::shared_ptr<YamlSource> source, const YAML::Node& node, std::string label);
  YamlNode(std::shared_ptr<YamlSource> source, const YAML::Node& key, const YAML::Node& value);

  /// The scalar's text; nothing and an error if it is none or null.
  std::optional<std::string> scalar(std::string_view expected) const;
  void add(Diagnostic::Severity severity, std::size_t offset, std::string message, std::string hint) const;

  std::shared_ptr<YamlSource> source_;
  std::shared_ptr<const YAML::Node> node_;
  std::string label_;
  int line_ = -1, column_ = -1;  ///< from 0, in bytes; -1: the file as a whole
};

/// The entries of a map, in file order.
class YamlMap {
 public:
  std::optional<YamlNode> find(std::string_view key) const;
  /// The same; if the key is missing an error is recorded at the map.
  std::optional<YamlNode> require(std::string_view key) const;
  /// The key itself, to point at; null if absent.
  std::optional<YamlNode> find_key(std::string_view key) const;
  /// The map as a value, to point at.
  const YamlNode& node() const { return node_; }
  struct Entry {
    std::string key;
    YamlNode key_node, value;
  };
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  friend class YamlNode;
  explicit YamlMap(YamlNode node) : node_(std::move(node)) {}
  YamlNode node_;
  std::vector<Entry> entries_;
};

/// A YAML file that was read, with what was found wrong in it so far. All findings made through nodes of this
/// file land here.
class YamlFile {
 public:
  /// Missing, unreadable, empty, too large (16 MiB), not YAML, several documents: no root, and an error.
  static YamlFile load(const std::string& path);
  /// The same for a text already at hand; `name` is used in messages.
  static YamlFile parse(const std::string& name, std::string text);

  const std::optional<YamlNode>& root() const { return root_; }
  /// The file's content without byte order mark and trailing white space; empty if it could not be read.
  const std::string& text() const;
  /// A finding about the file as a whole.
  void error(std::string message, std::string hint = {}) const;
  /// In order of position.
  std::vector<Diagnostic> diagnostics() const;

 private:
  explicit YamlFile(std::string name);
  std::shared_ptr<YamlSource> source_;
  std::optional<YamlNode> root_;
};

}  // namespace pgsegue::rules

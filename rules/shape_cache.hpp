#pragma once

#include "rules/edit_program.hpp"
#include "rules/name_context.hpp"
#include "rules/statement_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pgsegue::rules {

/// What is known of all statements of one shape, in one context.
struct KnownShape {
  StatementFacts facts;
  std::optional<EditProgram> program;  ///< nothing: not planned
};

/// Remembers the statements of one thread by shape. Bounded in bytes; the least recently used entry goes
/// first. A statement's shape is compared with the kept one in full, so that a hash collision costs a place
/// in the cache and nothing else.
class ShapeCache {
 public:
  explicit ShapeCache(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  struct Key {
    std::uint64_t hash;
    NameContextId context;
  };
  static Key make_key(std::string_view shape, NameContextId context);

  /// Null: not known. Valid until the next `insert` or `clear`. Allocates nothing.
  const KnownShape* find(const Key& key, std::string_view shape);
  /// Keeps it in place of what has the same key, unless it alone would fill an eighth of the cache: then
  /// null.
  const KnownShape* insert(const Key& key, std::string_view shape, KnownShape known);
  void clear();

  std::size_t bytes() const { return bytes_; }
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Key key;
    std::string shape;
    KnownShape known;
    std::size_t bytes;
  };
  using Entries = std::list<Entry>;

  void erase(Entries::iterator entry);

  std::size_t limit_bytes_;
  std::size_t bytes_ = 0;
  Entries entries_;  ///< most recently used first
  std::unordered_map<std::uint64_t, Entries::iterator> by_hash_;
};

}  // namespace pgsegue::rules

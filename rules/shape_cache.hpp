#pragma once

#include "parser/token.hpp"
#include "rules/edit_program.hpp"
#include "rules/name_context.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pgsegue::rules {

/// Remembers the edit programs of one thread's statements by shape. Bounded in bytes; the least recently used
/// entry goes first. A statement is compared with the kept shape in full, so that a hash collision costs a
/// place in the cache and nothing else.
class ShapeCache {
 public:
  explicit ShapeCache(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  struct Key {
    std::uint64_t hash;
    NameContextId context;
  };
  static Key make_key(std::string_view text, std::span<const parser::Token> tokens, NameContextId context);

  /// The program for this statement; null: not known. Valid until the next `insert` or `clear`. Allocates
  /// nothing.
  const EditProgram* find(const Key& key, std::string_view text, std::span<const parser::Token> tokens);
  /// Keeps the program, unless it alone would fill an eighth of the cache.
  void insert(const Key& key, std::string_view text, std::span<const parser::Token> tokens,
              EditProgram program);
  void clear();

  std::size_t bytes() const { return bytes_; }
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Key key;
    std::string shape;
    EditProgram program;
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

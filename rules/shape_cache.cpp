#include "rules/shape_cache.hpp"

#include "rules/shape.hpp"

#include <iterator>

namespace pgsegue::rules {

namespace {

/// What the containers take for one entry, next to its own bytes: list and hash node, bucket, malloc headers.
constexpr std::size_t container_bytes = 128;

std::size_t bytes_of(const EditProgram& program) {
  std::size_t bytes = program.edits.capacity() * sizeof(Edit);
  for (const Edit& edit : program.edits)
    bytes += edit.replacement.capacity();
  return bytes + program.parameters.capacity() * sizeof(parser::ParameterUse);
}

}  // namespace

ShapeCache::Key ShapeCache::make_key(std::string_view text, std::span<const parser::Token> tokens,
                                     NameContextId context) {
  const std::uint64_t salt = (static_cast<std::uint64_t>(context) + 1) * 0x9E3779B97F4A7C15u;
  return {hash_shape(text, tokens) ^ salt, context};
}

const EditProgram* ShapeCache::find(const Key& key, std::string_view text,
                                    std::span<const parser::Token> tokens) {
  const auto found = by_hash_.find(key.hash);
  if (found == by_hash_.end()) return nullptr;
  const auto entry = found->second;
  if (entry->key.context != key.context || !has_shape(text, tokens, entry->shape)) return nullptr;
  entries_.splice(entries_.begin(), entries_, entry);
  return &entry->program;
}

void ShapeCache::insert(const Key& key, std::string_view text, std::span<const parser::Token> tokens,
                        EditProgram program) {
  if (const auto known = by_hash_.find(key.hash); known != by_hash_.end()) erase(known->second);
  Entry entry{key, make_shape(text, tokens), std::move(program), 0};
  entry.bytes = sizeof(Entry) + container_bytes + entry.shape.capacity() + bytes_of(entry.program);
  if (entry.bytes > limit_bytes_ / 8) return;
  while (bytes_ + entry.bytes > limit_bytes_)
    erase(std::prev(entries_.end()));
  bytes_ += entry.bytes;
  entries_.push_front(std::move(entry));
  by_hash_.emplace(key.hash, entries_.begin());
}

void ShapeCache::erase(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_hash_.erase(entry->key.hash);
  entries_.erase(entry);
}

void ShapeCache::clear() {
  by_hash_.clear();
  entries_.clear();
  bytes_ = 0;
}

}  // namespace pgsegue::rules

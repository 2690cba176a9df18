#include "rules/shape_cache.hpp"

#include "rules/hash_bytes.hpp"

#include <iterator>
#include <utility>

namespace pgsegue::rules {

namespace {

/// What the containers take for one entry, next to its own bytes: list and hash node, bucket, malloc headers.
constexpr std::size_t container_bytes = 128;

std::size_t bytes_of(const parser::Identifier& name) {
  return name.str().capacity();
}

std::size_t bytes_of(const KnownShape& known) {
  if (!known.program) return 0;
  const EditProgram& program = *known.program;
  std::size_t bytes = program.edits.capacity() * sizeof(Edit) +
                      program.parameters.capacity() * sizeof(parser::ParameterUse) +
                      program.makes.capacity() * sizeof(parser::Identifier);
  for (const Edit& edit : program.edits)
    bytes += edit.replacement.capacity() + edit.copies.capacity() * sizeof(TokenCopy);
  if (program.copy) bytes += program.copy->fields.capacity() * sizeof(std::size_t);
  for (const parser::ParameterUse& use : program.parameters)
    bytes += use.column ? bytes_of(*use.column) : 0;
  for (const parser::Identifier& name : program.makes)
    bytes += bytes_of(name);
  return bytes;
}

}  // namespace

ShapeCache::Key ShapeCache::make_key(std::string_view shape, NameContextId context) {
  const std::uint64_t salt = (static_cast<std::uint64_t>(context) + 1) * 0x9E3779B97F4A7C15u;
  return {hash_bytes(shape) ^ salt, context};
}

const KnownShape* ShapeCache::find(const Key& key, std::string_view shape) {
  const auto found = by_hash_.find(key.hash);
  if (found == by_hash_.end()) return nullptr;
  const auto entry = found->second;
  if (entry->key.context != key.context || entry->shape != shape) return nullptr;
  if (entry != entries_.begin()) entries_.splice(entries_.begin(), entries_, entry);
  return &entry->known;
}

const KnownShape* ShapeCache::insert(const Key& key, std::string_view shape, KnownShape known) {
  if (const auto old = by_hash_.find(key.hash); old != by_hash_.end()) erase(old->second);
  Entry entry{key, std::string(shape), std::move(known), 0};
  entry.bytes = sizeof(Entry) + container_bytes + entry.shape.capacity() + bytes_of(entry.known);
  if (entry.bytes > limit_bytes_ / 8) return nullptr;
  while (bytes_ + entry.bytes > limit_bytes_)
    erase(std::prev(entries_.end()));
  bytes_ += entry.bytes;
  entries_.push_front(std::move(entry));
  by_hash_.emplace(key.hash, entries_.begin());
  return &entries_.front().known;
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

#pragma once

#include "parser/catalog_view.hpp"
#include "rules/rewriter.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pgsegue::rules {

/// Stands for everything beside the text that decides what a statement means; equal contexts have equal ids.
enum class NameContextId : std::uint32_t {};

/// Gives out ids for contexts, so that a cache can compare them by number. Sessions with the same version and
/// search path share one. Not thread-safe. The last one seen is found without hashing.
class NameContexts {
 public:
  explicit NameContexts(std::size_t limit) : limit_(limit) {}

  /// The id of this context. Allocates only for a new one. When there are too many, all are forgotten: then
  /// `generation` changes, and ids given out before mean nothing any more.
  NameContextId id_of(const StatementContext& context);
  std::uint64_t generation() const { return generation_; }

 private:
  struct Known {
    std::uint64_t snapshot;
    VersionIndex version;
    parser::LexingState lexing;
    bool counts_bytes;
    int server_major;
    std::optional<parser::SearchPath> search_path;
    std::vector<parser::Identifier> temporary_relations;
    NameContextId id;

    bool is(const StatementContext& context) const;
  };
  using Table = std::unordered_multimap<std::uint64_t, Known>;

  const Known& add(std::uint64_t hash, const StatementContext& context);

  std::size_t limit_;
  Table known_;
  const Known* last_ = nullptr;
  std::uint32_t next_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace pgsegue::rules

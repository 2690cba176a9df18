#include "rules/name_context.hpp"

#include <functional>
#include <string_view>

namespace pgsegue::rules {

namespace {

const std::vector<parser::Identifier> no_relations;

const std::vector<parser::Identifier>& temporary_relations(const StatementContext& context) {
  return context.temporary_relations != nullptr ? *context.temporary_relations : no_relations;
}

void combine(std::uint64_t& hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  hash ^= hash >> 32;
}

void combine(std::uint64_t& hash, const std::vector<parser::Identifier>& names) {
  combine(hash, names.size());
  for (const parser::Identifier& name : names)
    combine(hash, std::hash<std::string_view>{}(name.str()));
}

std::uint64_t hash_of(const StatementContext& context) {
  std::uint64_t hash = context.snapshot->id();
  combine(hash, static_cast<std::uint64_t>(context.version));
  combine(hash, static_cast<std::uint64_t>(context.server_major) << 2 |
                    static_cast<std::uint64_t>(context.lexing.standard_conforming_strings) << 1 |
                    static_cast<std::uint64_t>(rules::counts_bytes(context)));
  if (context.search_path != nullptr) combine(hash, *context.search_path);
  combine(hash, temporary_relations(context));
  return hash;
}

}  // namespace

bool NameContexts::Known::is(const StatementContext& context) const {
  const bool same_path = context.search_path != nullptr ? search_path == *context.search_path : !search_path;
  return snapshot == context.snapshot->id() && version == context.version && same_path &&
         lexing.standard_conforming_strings == context.lexing.standard_conforming_strings &&
         counts_bytes == rules::counts_bytes(context) && server_major == context.server_major &&
         temporary_relations == rules::temporary_relations(context);
}

NameContextId NameContexts::id_of(const StatementContext& context) {
  if (last_ != nullptr && last_->is(context)) return last_->id;
  const std::uint64_t hash = hash_of(context);
  const auto [begin, end] = known_.equal_range(hash);
  for (auto it = begin; it != end; ++it) {
    if (it->second.is(context)) return (last_ = &it->second)->id;
  }
  return (last_ = &add(hash, context))->id;
}

const NameContexts::Known& NameContexts::add(std::uint64_t hash, const StatementContext& context) {
  if (known_.size() >= limit_) {
    known_.clear();
    ++generation_;
  }
  Known known{.snapshot = context.snapshot->id(),
              .version = context.version,
              .lexing = context.lexing,
              .counts_bytes = rules::counts_bytes(context),
              .server_major = context.server_major,
              .search_path = std::nullopt,
              .temporary_relations = rules::temporary_relations(context),
              .id = NameContextId{next_++}};
  if (context.search_path != nullptr) known.search_path = *context.search_path;
  return known_.emplace(hash, std::move(known))->second;
}

}  // namespace pgsegue::rules

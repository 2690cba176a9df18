#include "rules/snapshot.hpp"

#include "rules/physical_catalog.hpp"
#include "rules/rule_set.hpp"
#include "rules/version_view.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

namespace pgsegue::rules {

namespace {

std::uint64_t next_id() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

Snapshot::Snapshot(std::uint64_t epoch, std::shared_ptr<const PhysicalCatalog> catalog,
                   std::shared_ptr<const RuleSet> rules,
                   std::vector<std::unique_ptr<const VersionView>> versions)
    : id_(next_id()),
      epoch_(epoch),
      catalog_(std::move(catalog)),
      rules_(std::move(rules)),
      versions_(std::move(versions)) {}

Snapshot::~Snapshot() = default;

std::optional<VersionIndex> Snapshot::find_version(std::string_view name) const {
  const auto found = std::find_if(versions_.begin(), versions_.end(),
                                  [name](const auto& version) { return version->name() == name; });
  if (found == versions_.end()) return std::nullopt;
  return VersionIndex{static_cast<std::uint32_t>(found - versions_.begin())};
}

const VersionView& Snapshot::version(VersionIndex index) const {
  return *versions_[static_cast<std::size_t>(index)];
}

}  // namespace pgsegue::rules

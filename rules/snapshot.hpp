#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// Index of a declared version in its rule file's order. `raw` sessions have none.
enum class VersionIndex : std::uint32_t {};

class PhysicalCatalog;
class RuleSet;
class VersionView;

/// An immutable, shared value: the physical catalog, the declared versions and the lenses computed from both,
/// with an epoch number that grows with every change of meaning. Sessions hold it by shared_ptr<const
/// Snapshot>, one per transaction.
class Snapshot {
 public:
  Snapshot(std::uint64_t epoch, std::shared_ptr<const PhysicalCatalog> catalog,
           std::shared_ptr<const RuleSet> rules, std::vector<std::unique_ptr<const VersionView>> versions);
  ~Snapshot();

  std::uint64_t epoch() const { return epoch_; }
  /// Never the same for two snapshots of this process, not even of different databases or after one is gone:
  /// a cache may use it as a key.
  std::uint64_t id() const { return id_; }
  const PhysicalCatalog& catalog() const { return *catalog_; }
  const RuleSet& rules() const { return *rules_; }

  std::optional<VersionIndex> find_version(std::string_view name) const;
  const VersionView& version(VersionIndex index) const;
  std::size_t version_count() const { return versions_.size(); }

 private:
  std::uint64_t id_;
  std::uint64_t epoch_;
  std::shared_ptr<const PhysicalCatalog> catalog_;
  std::shared_ptr<const RuleSet> rules_;
  std::vector<std::unique_ptr<const VersionView>> versions_;
};

}  // namespace pgsegue::rules

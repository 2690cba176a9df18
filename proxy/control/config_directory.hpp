#pragma once

#include "proxy/config/config.hpp"
#include "proxy/session/directory.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pgsegue::control {

/// The snapshot slot of each database with rules, by its name.
using slot_table = std::map<std::string, std::shared_ptr<session::SnapshotSlot>, std::less<>>;

/// The databases of one configuration. The entry "*" serves every name that has none of its own. Immutable.
class config_directory final : public session::Directory {
 public:
  config_directory(const config::Config& config, const slot_table& slots);
  std::shared_ptr<const session::DatabaseEntry> find(std::string_view name) const override;
  std::vector<std::string> names() const override;

 private:
  std::vector<std::shared_ptr<const session::DatabaseEntry>> entries_;  ///< in file order
  std::unordered_map<std::string_view, std::size_t> index_;             ///< views into the entries
};

}  // namespace pgsegue::control

#include "proxy/control/control_plane.hpp"

#include "proxy/control/catalog_source.hpp"
#include "proxy/control/config_directory.hpp"
#include "proxy/control/verifier_file.hpp"
#include "proxy/control/verifier_query.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace pgsegue::control {

namespace {

/// Everything that one configuration put in force.
struct generation {
  std::shared_ptr<const config_directory> directory;
  slot_table slots;                                                                ///< by database
  std::map<std::string, control_login, std::less<>> origins;                       ///< what fills those slots
  std::map<std::string, std::unique_ptr<catalog_source>, std::less<>> catalogs;    ///< by database
  std::map<std::string, std::shared_ptr<verifier_source>, std::less<>> verifiers;  ///< by database

  void stop() {
    for (const auto& [name, source] : catalogs)
      source->stop();
    for (const auto& [name, source] : verifiers)
      source->stop();
  }
};

/// Whether both lead to the same database: then what was known of it still holds.
bool lead_to_the_same(const control_login& a, const control_login& b) {
  const auto is_of_b = [&b](const config::ServerAddress& server) {
    return std::find(b.servers.begin(), b.servers.end(), server) != b.servers.end();
  };
  return a.database == b.database && std::any_of(a.servers.begin(), a.servers.end(), is_of_b);
}

std::shared_ptr<verifier_source> open_verifier_file(const std::string& path, std::string& failures) {
  parsed_verifier_file parsed = load_verifier_file(path);
  for (const rules::Diagnostic& diagnostic : parsed.diagnostics)
    failures += rules::render(diagnostic, false);
  return std::make_shared<verifier_file>(std::move(parsed.roles));
}

void add_verifiers(const config::Config& config, generation& made, std::string& failures) {
  std::shared_ptr<verifier_source> file;
  if (!config.verifiers.file.empty()) file = open_verifier_file(config.verifiers.file, failures);
  for (const config::Database& database : config.databases) {
    if (database.auth != session::AuthMode::scram) continue;
    made.verifiers[database.name] =
        file ? file
             : std::make_shared<verifier_query>(login_for(config, database), config.verifiers.query,
                                                config.limits.connect_timeout);
  }
}

/// All at once: with several servers away the time-outs must not add up.
void prepare_all(generation& made, std::string& failures) {
  std::vector<std::future<std::string>> outcomes;
  for (const auto& [name, source] : made.catalogs) {
    outcomes.push_back(std::async(std::launch::async, &catalog_source::prepare, source.get()));
  }
  for (auto& outcome : outcomes) {
    std::string failure = outcome.get();
    if (failure.empty()) continue;
    failures += failure;
    if (failures.back() != '\n') failures += '\n';
  }
}

}  // namespace

struct ControlPlane::Impl {
  /// Makes what `config` asks for, without touching what is in force.
  std::shared_ptr<generation> prepare(const config::Config& config, std::string& failures);
  void read(const std::shared_ptr<generation>& made, std::string& failures);
  void put_in_force(std::shared_ptr<generation> made);
  std::shared_ptr<session::SnapshotSlot> slot_for(const std::string& database,
                                                  const control_login& login) const;
  std::shared_ptr<generation> current() const {
    const std::lock_guard lock(mutex);
    return in_force;
  }

  mutable std::mutex mutex;
  std::shared_ptr<generation> in_force = std::make_shared<generation>();  ///< guarded by mutex
  std::shared_ptr<generation> being_read;                                 ///< guarded by mutex
  bool reading_stopped = false;                                           ///< guarded by mutex
};

/// The one in force, so that epochs go on, unless it is filled from elsewhere.
std::shared_ptr<session::SnapshotSlot> ControlPlane::Impl::slot_for(const std::string& database,
                                                                    const control_login& login) const {
  const auto served = current();
  const auto found = served->slots.find(database);
  if (found == served->slots.end() || !lead_to_the_same(served->origins.at(database), login))
    return std::make_shared<session::SnapshotSlot>();
  return found->second;
}

std::shared_ptr<generation> ControlPlane::Impl::prepare(const config::Config& config, std::string& failures) {
  auto made = std::make_shared<generation>();
  for (const config::Database& database : config.databases) {
    if (!database.rule_set) continue;
    const control_login login = login_for(config, database);
    const auto slot = slot_for(database.name, login);
    made->slots.emplace(database.name, slot);
    made->origins.emplace(database.name, login);
    made->catalogs[database.name] = std::make_unique<catalog_source>(
        login, database.rule_set, config.limits.catalog_check_interval, slot);
  }
  made->directory = std::make_shared<const config_directory>(config, made->slots);
  add_verifiers(config, *made, failures);
  read(made, failures);
  return made;
}

void ControlPlane::Impl::read(const std::shared_ptr<generation>& made, std::string& failures) {
  {
    const std::lock_guard lock(mutex);
    being_read = made;
    if (reading_stopped) made->stop();
  }
  prepare_all(*made, failures);
  const std::lock_guard lock(mutex);
  being_read = nullptr;
}

void ControlPlane::Impl::put_in_force(std::shared_ptr<generation> made) {
  // A slot has one writer: the old sources end before the new ones publish.
  const auto old = current();
  old->stop();
  for (const auto& [name, slot] : old->slots) {
    const auto kept = made->slots.find(name);
    if (kept == made->slots.end() || kept->second != slot) slot->retire();
  }
  for (const auto& [name, source] : made->catalogs)
    source->start();
  const std::lock_guard lock(mutex);
  in_force.swap(made);
}

ControlPlane::ControlPlane() : impl_(std::make_unique<Impl>()) {}

ControlPlane::ControlPlane(const config::Config& config) : ControlPlane() {
  const std::string failure = reload(config);
  if (!failure.empty()) throw std::runtime_error(failure);
}

ControlPlane::~ControlPlane() {
  stop();
}

void ControlPlane::stop_reading() {
  const std::lock_guard lock(impl_->mutex);
  impl_->reading_stopped = true;
  if (impl_->being_read) impl_->being_read->stop();
}

void ControlPlane::stop() {
  stop_reading();
  impl_->current()->stop();
}

std::string ControlPlane::reload(const config::Config& config) {
  std::string failures;
  std::shared_ptr<generation> made = impl_->prepare(config, failures);
  if (failures.empty()) impl_->put_in_force(std::move(made));
  return failures;
}

std::shared_ptr<const session::Directory> ControlPlane::directory() const {
  return impl_->current()->directory;
}

void ControlPlane::request_refresh(std::string_view database, RefreshDone done) {
  const auto in_force = impl_->current();
  const auto source = in_force->catalogs.find(database);
  if (source == in_force->catalogs.end()) return done(false);
  source->second->request_refresh(std::move(done));
}

void ControlPlane::look_up_verifier(std::string_view database, std::string user, VerifierDone done) {
  const auto in_force = impl_->current();
  const auto source = in_force->verifiers.find(database);
  if (source != in_force->verifiers.end()) return source->second->look_up(std::move(user), std::move(done));
  session::VerifierResult result;
  result.failure = "the configuration in force has no verifiers for this database";
  done(result);
}

}  // namespace pgsegue::control

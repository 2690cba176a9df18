#include "proxy/control/control_plane.hpp"

#include "proxy/control/catalog_source.hpp"
#include "proxy/control/config_directory.hpp"
#include "proxy/control/verifier_file.hpp"
#include "proxy/control/verifier_query.hpp"

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
  std::map<std::string, std::unique_ptr<catalog_source>, std::less<>> catalogs;    ///< by database
  std::map<std::string, std::shared_ptr<verifier_source>, std::less<>> verifiers;  ///< by database

  void stop() {
    for (const auto& [name, source] : catalogs)
      source->stop();
    for (const auto& [name, source] : verifiers)
      source->stop();
  }
};

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
  void put_in_force(std::shared_ptr<generation> made);
  std::shared_ptr<generation> current() const {
    const std::lock_guard lock(mutex);
    return in_force;
  }

  slot_table slots;  ///< kept over reloads, so that epochs go on
  mutable std::mutex mutex;
  std::shared_ptr<generation> in_force;  ///< guarded by mutex
};

std::shared_ptr<generation> ControlPlane::Impl::prepare(const config::Config& config, std::string& failures) {
  auto made = std::make_shared<generation>();
  for (const config::Database& database : config.databases) {
    if (!database.rule_set) continue;
    auto& slot = slots[database.name];
    if (!slot) slot = std::make_shared<session::SnapshotSlot>();
    made->catalogs[database.name] = std::make_unique<catalog_source>(
        login_for(config, database), database.rule_set, config.limits.catalog_check_interval, slot);
  }
  made->directory = std::make_shared<const config_directory>(config, slots);
  add_verifiers(config, *made, failures);
  prepare_all(*made, failures);
  return made;
}

void ControlPlane::Impl::put_in_force(std::shared_ptr<generation> made) {
  // A slot has one writer: the old sources end before the new ones publish.
  if (const auto old = current()) old->stop();
  for (const auto& [name, source] : made->catalogs)
    source->start();
  const std::lock_guard lock(mutex);
  in_force.swap(made);
}

ControlPlane::ControlPlane(const config::Config& config) : impl_(std::make_unique<Impl>()) {
  const std::string failure = reload(config);
  if (!failure.empty()) throw std::runtime_error(failure);
}

ControlPlane::~ControlPlane() {
  stop();
}

void ControlPlane::stop() {
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

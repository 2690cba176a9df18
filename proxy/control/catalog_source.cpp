#include "proxy/control/catalog_source.hpp"

#include "proxy/control/catalog_query.hpp"
#include "proxy/control/supply_query.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace pgsegue::control {

namespace {

/// A catalog query that takes longer has met a lock on a system catalog (VACUUM FULL).
constexpr std::chrono::seconds load_timeout{30};
/// Sessions whose statement has failed wait for the answer.
constexpr std::chrono::seconds look_timeout{5};
/// Clients whose statements fail can ask for look after look: the server rests this many times as long as
/// the last one took.
constexpr int idle_share = 4;
/// After a slow one no longer than this: others wait, who have nothing to do with why it was slow.
constexpr std::chrono::seconds longest_rest{1};
constexpr std::chrono::milliseconds first_connect_delay{100};
constexpr std::chrono::milliseconds longest_connect_delay{10'000};

/// The catalog of a snapshot, sharing its lifetime.
std::shared_ptr<const rules::PhysicalCatalog> catalog_of(std::shared_ptr<const rules::Snapshot> snapshot) {
  if (!snapshot) return nullptr;
  const rules::PhysicalCatalog* catalog = &snapshot->catalog();
  return {std::move(snapshot), catalog};
}

std::string render_all(const std::vector<rules::Diagnostic>& diagnostics) {
  std::string text;
  for (const rules::Diagnostic& diagnostic : diagnostics)
    text += rules::render(diagnostic, false);
  return text;
}

bool same_rules(const rules::RuleSet& a, const rules::RuleSet& b) {
  return &a == &b || (a.file() == b.file() && a.text() == b.text());
}

void call_all(std::vector<RefreshDone>& requests, bool ok) {
  for (const RefreshDone& done : requests)
    done(ok);
  requests.clear();
}

}  // namespace

catalog_source::catalog_source(control_login login, std::shared_ptr<const rules::RuleSet> rules,
                               std::chrono::milliseconds check_interval,
                               std::shared_ptr<session::SnapshotSlot> slot)
    : login_(std::move(login)),
      rules_(std::move(rules)),
      check_interval_(check_interval),
      slot_(std::move(slot)),
      connection_(login_, stop_),
      connect_delay_(first_connect_delay) {}

catalog_source::~catalog_source() {
  stop();
}

std::string catalog_source::prepare() {
  std::string failure = connection_.connect();
  if (failure.empty()) {
    loaded_catalog loaded = load_catalog(connection_, clock::now() + load_timeout);
    failure = std::move(loaded.failure);
    prepared_ = std::move(loaded.catalog);
    fingerprint_ = std::move(loaded.fingerprint);
  }
  if (!prepared_) {
    prepared_ = catalog_of(slot_->current());
    if (!prepared_) return to_text(login_) + ": " + failure;
    report(failure);
  }
  const rules::BuiltSnapshot built = build(prepared_, 0);
  return built.snapshot ? std::string() : render_all(built.diagnostics);
}

void catalog_source::start() {
  install(std::exchange(prepared_, nullptr));
  thread_ = std::thread(&catalog_source::run, this);
}

void catalog_source::request_refresh(RefreshDone done) {
  {
    const std::lock_guard lock(mutex_);
    if (!stop_.is_set()) {
      requests_.push_back(std::move(done));
      wake_.notify_one();
      return;
    }
  }
  done(false);
}

void catalog_source::stop() {
  {
    const std::lock_guard lock(mutex_);
    stop_.set();
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
  std::vector<RefreshDone> open;
  {
    const std::lock_guard lock(mutex_);
    open.swap(requests_);
  }
  call_all(open, false);
}

void catalog_source::run() {
  while (true) {
    std::vector<RefreshDone> served = wait_for_work();
    if (stop_.is_set()) return call_all(served, false);
    const clock::time_point begun = clock::now();
    const bool ok = refresh();
    const clock::time_point end = clock::now();
    next_look_ = end + std::min<clock::duration>((end - begun) * idle_share, longest_rest);
    call_all(served, ok);
  }
}

std::vector<RefreshDone> catalog_source::wait_for_work() {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, check_interval_, [this] { return stop_.is_set() || !requests_.empty(); });
  wake_.wait_until(lock, next_look_, [this] { return stop_.is_set(); });
  return std::exchange(requests_, {});
}

bool catalog_source::refresh() {
  if (!connection_.connected() && !connect()) return false;
  if (fingerprint_.empty()) return load();
  fingerprint_outcome now = read_fingerprint(connection_, clock::now() + look_timeout);
  if (!now.failure.empty()) {
    report(now.failure);
    return false;
  }
  if (now.fingerprint == fingerprint_) return last_failure_.empty();
  return load();
}

bool catalog_source::connect() {
  if (clock::now() < next_connect_) return false;
  // The server that answers may be another one, so nothing is known of its catalog.
  fingerprint_.clear();
  const std::string failure = connection_.connect();
  if (!failure.empty()) {
    report(failure);
    next_connect_ = clock::now() + connect_delay_;
    connect_delay_ = std::min(connect_delay_ * 2, longest_connect_delay);
    return false;
  }
  connect_delay_ = first_connect_delay;
  return true;
}

bool catalog_source::load() {
  loaded_catalog loaded = load_catalog(connection_, clock::now() + load_timeout);
  std::string failure = std::move(loaded.failure);
  if (loaded.catalog) {
    fingerprint_ = std::move(loaded.fingerprint);
    failure = install(loaded.catalog);
  }
  report(failure);
  return failure.empty();
}

/// What only the server can tell of the rules is asked where it can be reached.
rules::BuiltSnapshot catalog_source::build(const std::shared_ptr<const rules::PhysicalCatalog>& catalog,
                                           std::uint64_t epoch) {
  rules::BuiltSnapshot built = rules::build_snapshot(catalog, rules_, epoch);
  if (!built.snapshot || !connection_.connected()) return built;
  for (rules::Diagnostic& finding :
       check_supplied(connection_, *rules_, built.supplied, clock::now() + load_timeout)) {
    built.diagnostics.push_back(std::move(finding));
    built.snapshot = nullptr;
  }
  return built;
}

/// Publishes a snapshot of that catalog unless the one in force means the same. Returns why it cannot be.
std::string catalog_source::install(const std::shared_ptr<const rules::PhysicalCatalog>& catalog) {
  const std::shared_ptr<const rules::Snapshot> current = slot_->current();
  if (current && same_rules(current->rules(), *rules_) && current->catalog().same_meaning(*catalog)) {
    return {};
  }
  rules::BuiltSnapshot built = build(catalog, slot_->epoch() + 1);
  if (!built.snapshot) return render_all(built.diagnostics);
  spdlog::info("{}: catalog snapshot {} is in force ({} relations)", to_text(login_), slot_->epoch() + 1,
               catalog->relations().size());
  if (!built.diagnostics.empty()) spdlog::warn("{}: {}", to_text(login_), render_all(built.diagnostics));
  slot_->publish(std::move(built.snapshot));
  return {};
}

void catalog_source::report(const std::string& failure) {
  if (failure == last_failure_ || stop_.is_set()) return;
  if (failure.empty()) {
    spdlog::info("{}: the catalog is followed again", to_text(login_));
  } else {
    spdlog::error("{}: the last catalog snapshot stays in force: {}", to_text(login_), failure);
  }
  last_failure_ = failure;
}

}  // namespace pgsegue::control

#include "proxy/session/stale_error.hpp"

#include "proxy/session/refusal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::session {
namespace {

// undefined_column, undefined_table, undefined_object, undefined_function, invalid_schema_name
constexpr std::array<std::string_view, 5> undefined_names{"42703", "42P01", "42704", "42883", "3F000"};

}  // namespace

bool may_come_of_stale_catalog(const wire::ErrorClass& error) {
  if (error.sqlstate == "0A000") return error.routine == "RevalidateCachedQuery";
  return std::find(undefined_names.begin(), undefined_names.end(), error.sqlstate) != undefined_names.end();
}

const rules::SqlError& transaction_is_outdated() {
  static const rules::SqlError error{
      .sqlstate = "40001",
      .message = "could not go on with this transaction because the schema has changed since it began",
      .detail = "pgsegue rewrites all statements of a transaction for the schema that it began with.",
      .hint = "Retry the transaction."};
  return error;
}

bool StaleError::wants(const wire::ErrorClass& error) const {
  const Expected& front = conv_.queue.front();
  const bool is_refusal = front.statement && front.statement->refusal;
  return conv_.is_versioned() && conv_.state.settings.retry_on_stale_catalog && !front.ours && !is_refusal &&
         conv_.block != Block::until_snapshot && may_come_of_stale_catalog(error);
}

void StaleError::hold(std::span<const std::byte> error) {
  held_.assign(error.begin(), error.end());
  conv_.state.out->add(RefreshSnapshot{});
}

void StaleError::on_snapshot() {
  if (!holds()) return;
  const auto& slot = conv_.state.entry->snapshots;
  if (slot->epoch() != conv_.epoch()) {
    held_.clear();
    encode(held_, report_of(transaction_is_outdated()));
  }
  deliver();
}

void StaleError::deliver() {
  delivered_ = std::exchange(held_, {});
  conv_.state.send(Side::client, delivered_);
}

}  // namespace pgsegue::session

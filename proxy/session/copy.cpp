#include "proxy/session/copy.hpp"

#include "proxy/wire/bare_message.hpp"

#include <utility>

namespace pgsegue::session {

void Copy::on_copy_in() {
  sync_ignored_ = false;
  conv_.copying_in = true;
  std::size_t i = 1;
  while (i < conv_.queue.size() && conv_.copying_in) {
    const Request request = conv_.queue.at(i).request;
    conv_.copying_in = request != Request::copy_end;
    if (request == Request::sync || request == Request::copy_end) {
      conv_.queue.remove(i);
    } else {
      ++i;
    }
  }
  const bool synced_after = conv_.queue.size() > 1;
  if (conv_.queue.front().request == Request::execute && !synced_after) conv_.batch_open = true;
}

void Copy::on_client_end() {
  // Not in a copy as far as is known: the server may be about to ask for one, or will ignore this.
  if (!std::exchange(conv_.copying_in, false) && !conv_.queue.empty()) {
    conv_.queue.push({.request = Request::copy_end, .statement = {}});
  }
}

void Copy::on_ignored(char type) {
  sync_ignored_ = sync_ignored_ || type == wire::sync_type;
}

// The copy has failed before the server saw the Sync, which it would then have answered.
void Copy::on_error() {
  if (!std::exchange(conv_.copying_in, false) || !std::exchange(sync_ignored_, false)) return;
  if (!conv_.queue.empty() && conv_.queue.front().request != Request::execute) return;
  conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::sync_type); });
  conv_.queue.push({.request = Request::sync, .statement = {}});
  conv_.batch_open = false;
}

}  // namespace pgsegue::session

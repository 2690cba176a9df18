#include "proxy/session/copy.hpp"

#include <cstddef>
#include <memory>
#include <utility>

namespace pgsegue::session {
namespace {

/// What stands in the queue behind a failed COPY.
struct Behind {
  bool doubtful_sync = false;
  bool end_of_copy = false;
  bool certain_sync = false;  ///< behind the end of the copy, in front of any other request
  bool request = false;
};

Behind look_behind(const ResponseQueue& queue) {
  Behind behind;
  for (std::size_t i = 1; i < queue.size() && !behind.request; ++i) {
    const Expected& expected = queue.at(i);
    const bool is_sync = expected.request == Request::sync;
    const bool is_end = expected.request == Request::copy_end;
    if (is_sync) (expected.in_doubt ? behind.doubtful_sync : behind.certain_sync) = true;
    behind.end_of_copy = behind.end_of_copy || is_end;
    behind.request = !is_sync && !is_end;
  }
  return behind;
}

}  // namespace

void Copy::on_copy_in() {
  front_copies_ = true;
  std::size_t i = 1;
  while (i < conv_.queue.size() && conv_.queue.at(i).request == Request::sync)
    conv_.queue.at(i++).in_doubt = true;
  // Another request there makes the server end the session, unless it has given up the copy by then.
  conv_.copying_in = i == conv_.queue.size();
  begin_fields();
  const bool nothing_behind =
      conv_.copying_in || (i + 1 == conv_.queue.size() && conv_.queue.at(i).request == Request::copy_end);
  if (conv_.queue.front().request == Request::execute && nothing_behind) conv_.batch_open = true;
}

// Data that has gone to the server already has not got its fields.
void Copy::begin_fields() {
  conv_.copy_fields.reset();
  const StatementRef& statement = conv_.queue.front().statement;
  if (!statement || !statement->copy) return;
  if (conv_.sent_copy_data) {
    return conv_.state.fatal(
        "08P01",
        "copy data was sent before the server has asked for it, for a table of which one "
        "column is kept in several on the server");
  }
  if (!conv_.copying_in) return;
  conv_.copy_fields =
      std::make_unique<CopyFieldAdder>(*statement->copy, conv_.state.settings.max_statement_bytes);
}

// The server has read everything up to CopyDone.
void Copy::on_complete() {
  if (!std::exchange(front_copies_, false)) return;
  bool is_end = false;
  while (!is_end && conv_.queue.size() > 1) {
    is_end = conv_.queue.at(1).request == Request::copy_end;
    if (!is_end && !conv_.queue.at(1).in_doubt) return;
    conv_.queue.remove(1);
  }
}

void Copy::on_client_sync() {
  conv_.queue.push({.request = Request::sync, .in_doubt = true, .statement = {}});
}

// Not in a copy as far as is known, the server may be about to ask for one, or will ignore this.
void Copy::on_client_end() {
  conv_.copying_in = false;
  conv_.copy_fields.reset();
  if (!conv_.queue.empty()) conv_.queue.push({.request = Request::copy_end, .statement = {}});
}

void Copy::on_error() {
  front_copies_ = conv_.copying_in = false;
  conv_.copy_fields.reset();
  if (doubt_.is_asked()) return doubt_.begin(CopyDoubt::Proof::question);
  const Behind behind = look_behind(conv_.queue);
  if (!behind.doubtful_sync) return;
  if (!behind.request || behind.certain_sync) {
    doubt_.begin(behind.request ? CopyDoubt::Proof::next_request : CopyDoubt::Proof::question);
    if (!conv_.state.client_reader.in_stream()) doubt_.on_client_between();
  } else if (behind.end_of_copy) {
    // Whether the server skips the request depends on what is not known.
    conv_.state.fatal("08P01",
                      "COPY has failed, and the pipeline behind it cannot be told apart from its data");
  } else {
    trust_syncs();
  }
}

// Had the server ignored them, the request behind them would have ended the session.
void Copy::trust_syncs() {
  for (std::size_t i = 1; i < conv_.queue.size(); ++i)
    conv_.queue.at(i).in_doubt = false;
}

}  // namespace pgsegue::session

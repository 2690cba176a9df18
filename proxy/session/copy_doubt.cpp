#include "proxy/session/copy_doubt.hpp"

#include "proxy/wire/bare_message.hpp"
#include "proxy/wire/close.hpp"

namespace pgsegue::session {
namespace {

constexpr wire::Close question{{.is_portal = true, .name = "pgsegue copy"}};

// Our own Sync among them.
bool may_stay_unanswered(Request request) {
  return request == Request::sync || request == Request::copy_end;
}

}  // namespace

void CopyDoubt::begin(Proof proof) {
  if (state_ != State::asked) state_ = State::due;
  proof_ = proof;
  skips_ = conv_.queue.front().request == Request::execute;
  client_answered_ = false;
  held_.clear();
}

void CopyDoubt::on_client_between() {
  if (state_ != State::due) return;
  state_ = State::asked;
  if (proof_ == Proof::question) return ask();
  // Without a Sync behind it the server would keep the answer that is waited for.
  if (!conv_.batch_open) return;
  conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::flush_type); });
}

void CopyDoubt::ask_ahead() {
  conv_.copying_in = false;
  state_ = State::asked;
  proof_ = Proof::question;
  held_.clear();
  ask();
}

void CopyDoubt::ask() {
  conv_.state.write(Side::server, [](wire::Buffer& to) {
    wire::encode_bare(to, wire::sync_type);
    encode(to, question);
    wire::encode_bare(to, wire::sync_type);
  });
  for (const Request request : {Request::sync, Request::close, Request::sync})
    conv_.queue.push({.request = request, .ours = true, .statement = {}});
  conv_.batch_open = false;
  if (conv_.block == Block::none) conv_.block = Block::until_copy_is_settled;
}

bool CopyDoubt::holds_ready() const {
  return state_ != State::none && conv_.queue.front().request == Request::sync;
}

std::span<const std::byte> CopyDoubt::exchange_ready(std::span<const std::byte> frame) {
  wire::Buffer& released = conv_.state.fresh();
  released.swap(held_);
  held_.assign(frame.begin(), frame.end());
  client_answered_ = client_answered_ || !released.empty();
  return released;
}

bool CopyDoubt::settle() {
  const bool is_question = proof_ == Proof::question;
  if (state_ == State::none || held_.empty() || (is_question && state_ == State::due)) return false;
  state_ = State::none;
  while (may_stay_unanswered(conv_.queue.front().request))
    conv_.queue.pop();
  if (is_question) {
    conv_.discarding = skips_ && !client_answered_;
  } else {
    conv_.state.write(Side::client, [this](wire::Buffer& to) { wire::put(to, held_); });
  }
  return is_question;
}

}  // namespace pgsegue::session

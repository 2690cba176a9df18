#include "proxy/session/client_auth.hpp"

#include "proxy/wire/sasl.hpp"

#include <string>
#include <utility>

namespace pgsegue::session {

using wire::AuthenticationCode;

void ClientAuth::begin() {
  state_.phase = Phase::verifier;
  state_.out->add(LookUpVerifier{});
}

void ClientAuth::on_verifier(const VerifierResult& result) {
  if (state_.phase != Phase::verifier) return;
  if (!result.ok) {
    // The cause is for the log: before the login is complete it is nobody else's business.
    state_.fatal("58000", "pgsegue could not look up the password of the role");
    state_.end_reason += ": " + result.failure;
    return;
  }
  ParsedVerifier parsed = parse_scram_verifier(result.verifier);
  auto verifier = parsed.verifier ? std::move(parsed.verifier) : mock_scram_verifier(state_.client.user);
  if (!verifier) return state_.fatal("58000", "pgsegue could not generate random numbers");
  offer(*std::move(verifier));
}

void ClientAuth::offer(ScramVerifier verifier) {
  towards_client_ = std::make_unique<ScramServer>(
      state_.client.user, std::move(verifier),
      state_.client_is_tls ? state_.client_tls_facts.server_end_point : std::string());
  state_.phase = Phase::client_auth;
  ask_client(AuthenticationCode::sasl, towards_client_->mechanisms());
}

void ClientAuth::ask_client(AuthenticationCode code, std::string_view data) {
  state_.write(Side::client, [&](wire::Buffer& to) {
    encode(to, wire::Authentication{code, wire::as_bytes(data)});
  });
}

void ClientAuth::feed(std::span<const std::byte>& input) {
  while (state_.phase == Phase::client_auth) {
    const auto piece = state_.client_reader.next(input);
    if (piece.kind == wire::FrameReader::Kind::need_more) return;
    if (piece.kind == wire::FrameReader::Kind::header) admit_header();
    if (piece.kind == wire::FrameReader::Kind::message) handle_answer(piece.bytes);
  }
}

void ClientAuth::admit_header() {
  const wire::FrameHeader& header = state_.client_reader.header();
  const auto error = wire::check_header(header, wire::Origin::frontend, wire::Phase::login);
  if (error == wire::HeaderError::unknown_type) return state_.fatal("08P01", "expected SASL response");
  if (error == wire::HeaderError::bad_length || header.body_size() > wire::max_sasl_message) {
    return state_.fatal("08P01", "invalid length of the SASL response");
  }
  state_.client_reader.gather();
}

void ClientAuth::handle_answer(std::span<const std::byte> frame) {
  const ScramStep step = towards_client_->receive(wire::as_text(frame.subspan(wire::FrameHeader::size)));
  switch (step.kind) {
    case ScramStep::Kind::send:
      return ask_client(AuthenticationCode::sasl_continue, step.data);
    case ScramStep::Kind::done:
      ask_client(AuthenticationCode::sasl_final, step.data);
      return server_login_.connect();
    case ScramStep::Kind::failed:
      return fail(step.error);
  }
}

void ClientAuth::answer_server(const wire::Authentication& request) {
  const std::string_view data = wire::as_text(request.data);
  const bool begun = towards_server_ != nullptr;
  if (!towards_client_) {
    return state_.fatal(
        "08P01", "protocol violation by the server: it asks for authentication after AuthenticationOk");
  }
  if (request.code == AuthenticationCode::sasl) return start_server_exchange(request.data);
  if (request.code == AuthenticationCode::sasl_continue && begun) {
    return continue_server_exchange(towards_server_->receive_continue(data));
  }
  if (request.code == AuthenticationCode::sasl_final && begun) {
    return continue_server_exchange(towards_server_->receive_final(data));
  }
  state_.fatal({.sqlstate = "28000",
                .message = "the server asks for another kind of authentication than SCRAM-SHA-256",
                .detail = "With \"auth: scram\" pgsegue knows the role's SCRAM keys, not its password.",
                .hint = "Use scram-sha-256 (or trust) for pgsegue's address in the server's pg_hba.conf."});
}

void ClientAuth::start_server_exchange(std::span<const std::byte> mechanisms) {
  towards_server_ = std::make_unique<ScramClient>(
      towards_client_->client_key(), towards_client_->verifier(),
      state_.server_is_tls ? state_.server_tls_facts.server_end_point : std::string());
  const ScramStep step = towards_server_->start(wire::as_text(mechanisms));
  if (step.kind == ScramStep::Kind::failed) return fail(step.error);
  state_.write(Side::server, [&](wire::Buffer& to) {
    encode(to, wire::SaslInitialResponse{towards_server_->mechanism(), step.data});
  });
}

void ClientAuth::continue_server_exchange(const ScramStep& step) {
  if (step.kind == ScramStep::Kind::failed) return fail(step.error);
  if (step.kind == ScramStep::Kind::done) return;
  state_.write(Side::server, [&](wire::Buffer& to) { wire::encode_sasl_response(to, step.data); });
}

bool ClientAuth::admit_server_ok() {
  if (!towards_server_ || towards_server_->done()) {
    towards_server_.reset();
    towards_client_.reset();
    return true;
  }
  state_.fatal("08P01", "protocol violation by the server: it ended the SCRAM exchange without proof");
  return false;
}

void ClientAuth::fail(const rules::SqlError& error) {
  state_.fatal(
      {.sqlstate = error.sqlstate, .message = error.message, .detail = error.detail, .hint = error.hint});
}

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/copy_field_adder.hpp"
#include "proxy/session/prepared_statements.hpp"
#include "proxy/session/response_queue.hpp"
#include "proxy/session/search_path_cache.hpp"
#include "proxy/session/session_parameters.hpp"
#include "proxy/session/session_state.hpp"
#include "proxy/session/sql_statements.hpp"
#include "proxy/wire/ready_for_query.hpp"
#include "rules/rewriter.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pgsegue::session {

/// Why the client's next message has to wait.
enum class Block : std::uint8_t {
  none,
  until_quiet,            ///< every response due must have come
  until_probe,            ///< PathProbe asks for the search path
  until_snapshot,         ///< the catalog is being read anew
  until_copy_is_settled,  ///< CopyDoubt has asked
};

/// A client's message that waits for a Block to end. `is_front`: a Bind of which more follows in the stream.
struct HeldMessage {
  wire::Buffer frame;
  bool is_front = false;
  bool empty() const { return frame.empty(); }
};

struct Conversation;

/// How the statements that SQL's EXECUTE may run use their parameters.
class PreparedReaders final : public parser::PreparedNames {
 public:
  explicit PreparedReaders(const Conversation& conversation) : conv_(conversation) {}
  std::optional<std::span<const parser::ParameterUse>> find(const parser::Identifier& name) const override;

 private:
  const Conversation& conv_;
};

/// The facts of the logged-in phase that its sub-machines share. Who changes what is said at each field.
struct Conversation {
  Conversation(SessionState& session_state, SessionParameters& session_parameters)
      : state(session_state), parameters(session_parameters) {}

  SessionState& state;
  SessionParameters& parameters;

  ResponseQueue queue;  ///< pushed by the client's side, popped by the server's
  PreparedStatements statements;
  SqlStatements sql_statements;
  SearchPathCache path;

  wire::TransactionStatus status = wire::TransactionStatus::idle;  ///< of the last ReadyForQuery
  bool batch_open = false;      ///< the server has extended messages behind which no Sync was sent
  std::uint64_t batch = 1;      ///< counts those begun by the client, each up to its Sync or Query
  bool discarding = false;      ///< an error: the server skips what comes up to a Sync that was not sent yet
  bool copying_in = false;      ///< the server has asked for copy data, and the client has not ended it
  bool sent_copy_data = false;  ///< since the session was at rest, before the server has asked for any
  /// What the data of the copy in progress gets on its way to the server; null: nothing.
  std::unique_ptr<CopyFieldAdder> copy_fields;
  bool lexing_open = false;  ///< a statement that may change how text is read has run, no ReadyForQuery since
  /// Some prepared statement or cursor may change the search path when SQL runs it.
  bool prepared_may_change_names = false;
  /// Some prepared statement reads names from its parameters.
  bool prepared_read_names = false;
  PreparedReaders prepared_readers{*this};
  bool ddl_seen = false;  ///< the catalog may have changed since the last ReadyForQuery outside a block
  /// The catalog could not be read since this session has changed the schema.
  bool catalog_is_stale = false;
  /// What this session has made since then of which only the next snapshot knows what its columns are called.
  std::vector<parser::Identifier> made;
  bool configuration_is_new = false;  ///< one came into force: is this session still declared?
  bool fatal_seen = false;            ///< the server has said that it ends the session
  bool client_terminated = false;     ///< the client has sent Terminate
  std::string client_fault;           ///< why nothing more of the client's can be understood; empty: it can
  bool client_ended = false;          ///< the client's end of stream has come

  Block block = Block::none;
  HeldMessage held;

  // The snapshot of the transaction in progress, and the client's version in it. Null: raw.
  std::shared_ptr<const rules::Snapshot> snapshot;
  rules::VersionIndex version{};
  bool is_settled = true;  ///< nothing differs, nor is to: no statement needs rewriting

  std::uint64_t refusals = 0;
  std::string last_refusal;
  std::string last_refused_statement;  ///< empty if its text was not at hand

  std::uint64_t passes = 0;  ///< statements let through unread because the operator allows it
  std::string last_passed;
  std::string last_passed_statement;

  bool is_versioned() const { return snapshot != nullptr; }
  bool rewrites() const { return is_versioned() && !is_settled; }
  /// Between transactions, nothing due and nothing begun.
  bool at_rest() const {
    return queue.empty() && !batch_open && block == Block::none && status == wire::TransactionStatus::idle;
  }
  std::uint64_t epoch() const { return snapshot ? snapshot->epoch() : 0; }

  /// Takes the newest snapshot if there is one. Only at rest: a transaction keeps its snapshot.
  void adopt_snapshot();
  rules::StatementContext context() const;
  /// What the statement being answered was judged with. It may itself have made the path unknown since; the
  /// server is asked for another one only when all answers are there.
  rules::StatementContext context_of_answer() const;
  /// False if the statement's text is in another encoding than the session's now.
  bool can_read(const StatementRecord& statement) const {
    return statement.encoding == parameters.encoding() || !parser::has_high_byte(statement.original);
  }
  void note_refusal(const rules::SqlError& error, std::string_view statement);
  void note_pass(std::string_view what, std::string_view statement);
  /// `statement` is about to be run: what it may change is not known any more. Null: it changes nothing.
  void note_execution(const StatementRecord* statement);
  /// What ends the implicit transaction of a batch was sent.
  void note_end_of_batch() {
    batch_open = false;
    ++batch;
    path.end_batch(status == wire::TransactionStatus::in_block);
  }
  /// The catalog has been read since this session asked for it.
  void note_read_catalog();
  /// DISCARD ALL or DEALLOCATE ALL has run.
  void forget_prepared();
  /// `statement` may copy in.
  static void note_copy(StatementRecord& statement, const rules::CopyFields* copy) {
    if (copy != nullptr) {
      statement.copy = std::make_unique<rules::CopyFields>(*copy);
    } else {
      statement.copy.reset();
    }
  }
  /// `statement`, which SQL's EXECUTE may run, uses its parameters so.
  void note_parameters(StatementRecord& statement, std::span<const parser::ParameterUse> uses);
  void hold(std::span<const std::byte> frame, bool is_front, Block until);
  /// Sends a request of the client's to the server and expects the response.
  void forward(std::span<const std::byte> frame, Request request, StatementRef statement = {}) {
    state.send(Side::server, frame);
    queue.push({.request = request, .statement = std::move(statement)});
  }
};

}  // namespace pgsegue::session

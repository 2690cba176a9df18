#pragma once

#include "parser/catalog_view.hpp"
#include "parser/identifier.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace pgsegue::session {

/// What PathProbe has learned about how unqualified names are looked up. Statements note themselves here when
/// they are sent.
struct SearchPathCache {
  bool known = false;
  bool has_path = false;  ///< `path` is what the server had when it was last asked
  /// A statement that may change it has run since the server was last seen idle: the end of its transaction
  /// may change it back.
  bool changed_in_transaction = false;
  /// A statement that ends a transaction has run since the server last said whether it is in a block.
  bool block_may_have_ended = false;
  /// Counts the times that it may have become another.
  std::uint64_t changes = 0;
  parser::SearchPath path;
  std::vector<parser::Identifier> temporary_relations;

  /// The server has been asked. What its transaction has changed before stays noted.
  void learn(SearchPathCache learned) {
    path = std::move(learned.path);
    temporary_relations = std::move(learned.temporary_relations);
    known = has_path = true;
  }
  /// A statement was sent that may change it.
  void forget() {
    ++changes;
    known = false;
    changed_in_transaction = true;
  }
  /// A statement was sent that ends a transaction, and with it what SET LOCAL set or a rollback undoes.
  void end_transaction() {
    block_may_have_ended = true;
    if (!changed_in_transaction) return;
    ++changes;
    known = false;
  }
  /// Sync, or a Query behind an open batch, was sent. Outside a block it ends the transaction, and what comes
  /// behind it in the pipeline may find the path as it was before. `in_block`: as the server has said last.
  void end_batch(bool in_block) {
    if (!in_block || block_may_have_ended) end_transaction();
  }
  /// The server has said whether it is in a block, and nothing is on its way to it.
  void on_ready() { block_may_have_ended = false; }
  /// The server is idle outside a transaction, and nothing is on its way to it. The transaction may have been
  /// an implicit one that failed.
  void settle() {
    end_transaction();
    changed_in_transaction = block_may_have_ended = false;
  }
};

}  // namespace pgsegue::session

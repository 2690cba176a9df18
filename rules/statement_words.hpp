#pragma once

#include <cstdint>
#include <string_view>

namespace pgsegue::rules {

/// What an unquoted word says about the statement it stands in, wherever it stands.
enum WordFlag : std::uint16_t {
  word_ddl = 1,         ///< CREATE, ALTER, DROP, IMPORT
  word_names_path = 2,  ///< something the search path is made of or set by: search_path, schema, role, …
  word_set_config = 4,  ///< the function set_config
  word_into = 8,        ///< INTO: a new table, unless INSERT or MERGE stands before it
  word_routine = 16,    ///< FUNCTION, PROCEDURE: with CREATE, a constant may be its body
  word_prepared = 32,   ///< PREPARED, TRANSACTION: COMMIT PREPARED may commit anything
  word_relation_text = 64,  ///< reads the name of a relation from a constant: regclass, nextval, …
  word_column_text = 128,   ///< reads names of columns or whole queries from constants
  word_insert_or_merge = 256,
  word_all = 512,             ///< RESET ALL
  word_prepares = 1024,       ///< PREPARE, DECLARE: what the statement calls runs later
  word_deallocates = 4096,    ///< DEALLOCATE
  word_runs_prepared = 2048,  ///< EXECUTE, FETCH, MOVE
  word_path = 8192,           ///< may set or show the search path itself
  word_all_columns = 16384,   ///< may stand for all columns of a table that it does not name
};

/// The statements that matter, by their first word.
enum class StatementStart : std::uint8_t {
  other,
  set,              ///< SET
  reset,            ///< RESET
  discard,          ///< DISCARD
  transaction_end,  ///< COMMIT, END, ROLLBACK, ABORT
  prepare,          ///< PREPARE: a statement, or with TRANSACTION the end of one
  privilege,        ///< GRANT, REVOKE: a schema on the path counts only if it may be used
  do_block,         ///< DO
};

struct WordMeaning {
  std::string_view word;
  std::uint16_t flags = 0;
  StatementStart start = StatementStart::other;
};

/// The meaning of a word of SQL text in any letter case; null: none. Most words are rejected by their length
/// and first letter.
const WordMeaning* find_word_meaning(std::string_view word);

}  // namespace pgsegue::rules

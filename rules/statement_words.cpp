#include "rules/statement_words.hpp"

#include "parser/character_class.hpp"
#include "rules/name_filter.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::rules {

namespace {

/// In byte order.
constexpr std::array meanings = {
    WordMeaning{"abort", 0, StatementStart::transaction_end},
    WordMeaning{"all", word_all},
    WordMeaning{"alter", word_ddl},
    WordMeaning{"authorization", word_names_path},
    WordMeaning{"brin_desummarize_range", word_relation_text},
    WordMeaning{"brin_summarize_new_values", word_relation_text},
    WordMeaning{"brin_summarize_range", word_relation_text},
    WordMeaning{"client_encoding", word_names_path},
    WordMeaning{"commit", 0, StatementStart::transaction_end},
    WordMeaning{"connectby", word_column_text},
    WordMeaning{"copy", word_all_columns},
    WordMeaning{"create", word_ddl},
    WordMeaning{"crosstab", word_column_text},
    WordMeaning{"current_schema", word_path},
    WordMeaning{"current_schemas", word_path},
    WordMeaning{"current_setting", word_path},
    WordMeaning{"currval", word_relation_text},
    WordMeaning{"deallocate", word_deallocates},
    WordMeaning{"declare", word_prepares},
    WordMeaning{"discard", 0, StatementStart::discard},
    WordMeaning{"do", 0, StatementStart::do_block},
    WordMeaning{"drop", word_ddl},
    WordMeaning{"end", 0, StatementStart::transaction_end},
    WordMeaning{"execute", word_runs_prepared},
    WordMeaning{"fetch", word_runs_prepared},
    WordMeaning{"function", word_routine},
    WordMeaning{"gin_clean_pending_list", word_relation_text},
    WordMeaning{"grant", 0, StatementStart::privilege},
    WordMeaning{"group", word_names_path},
    WordMeaning{"has_any_column_privilege", word_relation_text},
    WordMeaning{"has_column_privilege", word_column_text},
    WordMeaning{"has_function_privilege", word_relation_text},
    WordMeaning{"has_schema_privilege", word_relation_text},
    WordMeaning{"has_sequence_privilege", word_relation_text},
    WordMeaning{"has_table_privilege", word_relation_text},
    WordMeaning{"has_type_privilege", word_relation_text},
    WordMeaning{"import", word_ddl},
    WordMeaning{"insert", word_insert_or_merge},
    WordMeaning{"into", word_into},
    WordMeaning{"merge", word_insert_or_merge},
    WordMeaning{"move", word_runs_prepared},
    WordMeaning{"names", word_names_path},
    WordMeaning{"nextval", word_relation_text},
    WordMeaning{"owned", word_names_path},
    WordMeaning{"pg_column_is_updatable", word_relation_text},
    WordMeaning{"pg_extension_config_dump", word_relation_text},
    WordMeaning{"pg_get_replica_identity_index", word_relation_text},
    WordMeaning{"pg_get_serial_sequence", word_column_text},
    WordMeaning{"pg_get_viewdef", word_column_text},
    WordMeaning{"pg_index_column_has_property", word_relation_text},
    WordMeaning{"pg_index_has_property", word_relation_text},
    WordMeaning{"pg_indexes_size", word_relation_text},
    WordMeaning{"pg_nextoid", word_relation_text},
    WordMeaning{"pg_partition_ancestors", word_relation_text},
    WordMeaning{"pg_partition_root", word_relation_text},
    WordMeaning{"pg_partition_tree", word_relation_text},
    WordMeaning{"pg_relation_filenode", word_relation_text},
    WordMeaning{"pg_relation_filepath", word_relation_text},
    WordMeaning{"pg_relation_is_publishable", word_relation_text},
    WordMeaning{"pg_relation_is_updatable", word_relation_text},
    WordMeaning{"pg_relation_size", word_relation_text},
    WordMeaning{"pg_sequence_last_value", word_relation_text},
    WordMeaning{"pg_table_size", word_relation_text},
    WordMeaning{"pg_total_relation_size", word_relation_text},
    WordMeaning{"prepare", word_prepares, StatementStart::prepare},
    WordMeaning{"prepared", word_prepared},
    WordMeaning{"procedure", word_routine},
    WordMeaning{"query_to_xml", word_column_text},
    WordMeaning{"query_to_xml_and_xmlschema", word_column_text},
    WordMeaning{"query_to_xmlschema", word_column_text},
    WordMeaning{"regclass", word_relation_text},
    WordMeaning{"regcollation", word_relation_text},
    WordMeaning{"regconfig", word_relation_text},
    WordMeaning{"regdictionary", word_relation_text},
    WordMeaning{"regnamespace", word_relation_text},
    WordMeaning{"regoper", word_relation_text},
    WordMeaning{"regoperator", word_relation_text},
    WordMeaning{"regproc", word_relation_text},
    WordMeaning{"regprocedure", word_relation_text},
    WordMeaning{"regtype", word_relation_text},
    WordMeaning{"reset", 0, StatementStart::reset},
    WordMeaning{"revoke", 0, StatementStart::privilege},
    WordMeaning{"role", word_names_path},
    WordMeaning{"rollback", 0, StatementStart::transaction_end},
    WordMeaning{"row_security_active", word_relation_text},
    WordMeaning{"schema", word_names_path},
    WordMeaning{"search_path", word_names_path | word_path},
    WordMeaning{"set", 0, StatementStart::set},
    WordMeaning{"set_config", word_set_config | word_path},
    WordMeaning{"setval", word_relation_text},
    WordMeaning{"standard_conforming_strings", word_names_path},
    WordMeaning{"table", word_all_columns},
    WordMeaning{"table_to_xml", word_column_text},
    WordMeaning{"table_to_xml_and_xmlschema", word_column_text},
    WordMeaning{"table_to_xmlschema", word_column_text},
    WordMeaning{"to_regclass", word_relation_text},
    WordMeaning{"to_regcollation", word_relation_text},
    WordMeaning{"to_regnamespace", word_relation_text},
    WordMeaning{"to_regoper", word_relation_text},
    WordMeaning{"to_regoperator", word_relation_text},
    WordMeaning{"to_regproc", word_relation_text},
    WordMeaning{"to_regprocedure", word_relation_text},
    WordMeaning{"to_regtype", word_relation_text},
    WordMeaning{"transaction", word_prepared},
    WordMeaning{"ts_rewrite", word_column_text},
    WordMeaning{"ts_stat", word_column_text},
    WordMeaning{"user", word_names_path},
};

constexpr bool comes_before(const WordMeaning& a, const WordMeaning& b) {
  return a.word < b.word;
}
static_assert(std::is_sorted(meanings.begin(), meanings.end(), comes_before));

constexpr NameFilter make_filter() {
  NameFilter filter;
  for (const WordMeaning& meaning : meanings)
    filter.add(meaning.word);
  return filter;
}
constexpr NameFilter filter = make_filter();

/// Orders `folded` words before, like or behind a word of any letter case.
int compare(std::string_view folded, std::string_view word) {
  const std::size_t common = std::min(folded.size(), word.size());
  for (std::size_t i = 0; i < common; ++i) {
    const char c = parser::ascii_lower(word[i]);
    if (folded[i] != c) return static_cast<unsigned char>(folded[i]) < static_cast<unsigned char>(c) ? -1 : 1;
  }
  if (folded.size() == word.size()) return 0;
  return folded.size() < word.size() ? -1 : 1;
}

}  // namespace

const WordMeaning* find_word_meaning(std::string_view word) {
  if (word.empty() || !filter.may_contain(word)) return nullptr;
  const auto found = std::lower_bound(
      meanings.begin(), meanings.end(), word,
      [](const WordMeaning& meaning, std::string_view wanted) { return compare(meaning.word, wanted) < 0; });
  return found != meanings.end() && compare(found->word, word) == 0 ? &*found : nullptr;
}

}  // namespace pgsegue::rules

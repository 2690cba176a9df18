#include "parser/bind/name_readers.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

// Source: pg_proc.dat of PostgreSQL 15.
constexpr std::array readers = {
    NameReader{"brin_desummarize_range", 1},
    NameReader{"brin_summarize_new_values", 0},
    NameReader{"brin_summarize_range", 1},
    NameReader{"col_description", -1},
    NameReader{"currval", 0},
    NameReader{"gin_clean_pending_list", 0},
    NameReader{"has_any_column_privilege", 1, true},
    NameReader{"has_column_privilege", 2, true, true},
    NameReader{"has_sequence_privilege", 1, true},
    NameReader{"has_table_privilege", 1, true},
    NameReader{"nextval", 0},
    NameReader{"obj_description", -1},
    NameReader{"pg_column_is_updatable", 2},
    NameReader{"pg_get_serial_sequence", 1, true, true, DoubtKind::sequence_shown},
    NameReader{"pg_index_column_has_property", 2},
    NameReader{"pg_index_has_property", 1},
    NameReader{"pg_indexes_size", 0},
    NameReader{"pg_relation_filenode", 0},
    NameReader{"pg_relation_filepath", 0},
    NameReader{"pg_relation_is_publishable", 0},
    NameReader{"pg_relation_is_updatable", 1},
    NameReader{"pg_relation_size", 0, false, false, DoubtKind::construct, true},
    NameReader{"pg_sequence_last_value", 0},
    NameReader{"pg_table_is_visible", -1},
    NameReader{"pg_table_size", 0},
    NameReader{"pg_total_relation_size", 0},
    NameReader{"row_security_active", 0, true},
    NameReader{"setval", 0, false, false, DoubtKind::construct, true},
    NameReader{"to_regclass", 0, true, false, DoubtKind::relation_shown},
};

/// Those that read other names, or queries, or show what they have read.
constexpr std::array opaque_readers = std::to_array<std::string_view>({"connectby",
                                                                       "crosstab",
                                                                       "has_function_privilege",
                                                                       "has_type_privilege",
                                                                       "pg_extension_config_dump",
                                                                       "pg_get_replica_identity_index",
                                                                       "pg_get_viewdef",
                                                                       "pg_nextoid",
                                                                       "pg_partition_ancestors",
                                                                       "pg_partition_root",
                                                                       "pg_partition_tree",
                                                                       "query_to_xml",
                                                                       "query_to_xml_and_xmlschema",
                                                                       "query_to_xmlschema",
                                                                       "table_to_xml",
                                                                       "table_to_xml_and_xmlschema",
                                                                       "table_to_xmlschema",
                                                                       "to_regcollation",
                                                                       "to_regnamespace",
                                                                       "to_regoper",
                                                                       "to_regoperator",
                                                                       "to_regproc",
                                                                       "to_regprocedure",
                                                                       "to_regtype",
                                                                       "ts_rewrite",
                                                                       "ts_stat"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view system_function(const PgQuery__FuncCall& call) {
  const bool is_systems =
      call.n_funcname == 1 || (call.n_funcname == 2 && string_of(call.funcname[0]) == "pg_catalog");
  return is_systems ? string_of(call.funcname[call.n_funcname - 1]) : std::string_view();
}

const NameReader* find_name_reader(const PgQuery__FuncCall& call) {
  const std::string_view name = system_function(call);
  const auto* found = std::find_if(readers.begin(), readers.end(),
                                   [name](const NameReader& reader) { return reader.name == name; });
  return found == readers.end() ? nullptr : found;
}

std::optional<std::size_t> relation_argument(const NameReader& reader, const PgQuery__FuncCall& call) {
  if (reader.behind < 0 || call.n_args == 0) return std::nullopt;
  if (reader.relation_is_first) return 0;
  const auto behind = static_cast<std::size_t>(reader.behind);
  if (call.n_args <= behind) return std::nullopt;
  return call.n_args - 1 - behind;
}

bool may_read_names(const PgQuery__FuncCall& call) {
  return call.n_funcname > 0 && holds(opaque_readers, string_of(call.funcname[call.n_funcname - 1]));
}

}  // namespace pgsegue::parser::bind

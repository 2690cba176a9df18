#include "proxy/config/field_readers.hpp"
#include "proxy/config/file_checks.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"

namespace pgsegue::config {

void read_verifiers(const rules::YamlNode& node, load_context& context) {
  const auto map = node.as_map(keys::verifiers);
  if (!map) return;
  VerifierLookup& verifiers = context.config.verifiers;
  verifiers.file = read_path(*map, "file", context.directory);
  read_text(*map, "query", verifiers.query);
  const auto file = map->find("file"), query = map->find("query");
  if (file && query) query->error("both \"file\" and \"query\" are given", "keep one of the two");
  if (!file && !query) node.error("\"verifiers\" names neither a \"file\" nor a \"query\"");
  if (file) warn_if_world_readable(*file, verifiers.file, "password verifiers");
  if (query && query->is_scalar() && verifiers.query.find("$1") == std::string::npos) {
    query->error("the query does not use $1, the name of the role that logs in",
                 "for example: SELECT rolname, rolpassword FROM pg_catalog.pg_authid WHERE rolname = $1 AND "
                 "rolcanlogin");
  }
  context.verifiers = node;
}

}  // namespace pgsegue::config

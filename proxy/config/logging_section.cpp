#include "proxy/config/field_readers.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"
#include "proxy/config/words.hpp"

namespace pgsegue::config {

void read_logging(const rules::YamlNode& node, Logging& logging) {
  const auto map = node.as_map(keys::logging);
  if (!map) return;
  if (const auto level = map->find("level")) {
    if (const auto index = level->as_word(words::log_level)) logging.level = words::log_level[*index];
  }
  read_flag(*map, "statements", logging.statements);
}

}  // namespace pgsegue::config

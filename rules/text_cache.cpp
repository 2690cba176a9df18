#include "rules/text_cache.hpp"

#include "rules/hash_bytes.hpp"

namespace pgsegue::rules {

TextCache::Key TextCache::make_key(std::string_view text, NameContextId context) {
  return {hash_bytes(text), context};
}

bool TextCache::find(const Key& key, std::string_view text, Known& known) const {
  const Place& place = place_of(key);
  const bool is_same =
      place.is_kept && place.hash == key.hash && place.context == key.context && place.text == text;
  if (!is_same) return false;
  known = {.replaced = place.replaced, .affected = place.affected, .output = place.output};
  return true;
}

void TextCache::note(const Key& key, std::string_view text, const Known& known) {
  if (text.size() + known.output.size() > most_bytes) return;
  Place& place = place_of(key);
  const bool came_before = place.hash == key.hash && place.context == key.context;
  place.hash = key.hash;
  place.context = key.context;
  place.is_kept = came_before;
  if (!came_before) return;
  place.replaced = known.replaced;
  place.affected = known.affected;
  place.text = text;
  place.output = known.output;
}

}  // namespace pgsegue::rules

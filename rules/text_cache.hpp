#pragma once

#include "rules/name_context.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// The texts that came lately, byte for byte, with what became of them, in front of the ShapeCache: what a
/// program prepares again and again, its values in parameters, need not be scanned to be known. A text is
/// kept when it comes for the second time, so that texts which never come again cost their hash only. It has
/// one place, which the next one with the same place takes. At most a megabyte.
class TextCache {
 public:
  struct Key {
    std::uint64_t hash;
    NameContextId context;
  };
  static Key make_key(std::string_view text, NameContextId context);

  struct Known {
    bool replaced = false;  ///< by `output`; else forwarded
    bool affected = false;
    std::string_view output = {};  ///< valid until the next `note`
  };
  /// False: not known. Allocates nothing.
  bool find(const Key& key, std::string_view text, Known& known) const;
  /// This became of the text. In the steady state nothing is allocated.
  void note(const Key& key, std::string_view text, const Known& known);

 private:
  static constexpr std::size_t places = 256;
  static constexpr std::size_t most_bytes = 2048;  ///< of a place: the text and its output

  struct Place {
    std::uint64_t hash = 0;
    NameContextId context{};
    bool is_kept = false;  ///< else only seen once
    bool replaced = false;
    bool affected = false;
    std::string text, output;
  };
  Place& place_of(const Key& key) { return places_[key.hash % places]; }
  const Place& place_of(const Key& key) const { return places_[key.hash % places]; }

  std::array<Place, places> places_;
};

}  // namespace pgsegue::rules

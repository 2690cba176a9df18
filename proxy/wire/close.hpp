#pragma once

#include "proxy/wire/named_object.hpp"

namespace pgsegue::wire {

/// Close ('C' from the frontend): drops a statement or portal; no error if there is none of that name.
struct Close : NamedObject {
  static constexpr char type = 'C';
};

inline void encode(Buffer& to, const Close& close) {
  detail::encode(to, Close::type, close);
}

}  // namespace pgsegue::wire

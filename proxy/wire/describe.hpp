#pragma once

#include "proxy/wire/named_object.hpp"

namespace pgsegue::wire {

/// Describe ('D'): asks for the parameters and result columns of a statement or portal.
struct Describe : NamedObject {
  static constexpr char type = 'D';
};

inline void encode(Buffer& to, const Describe& describe) {
  detail::encode(to, Describe::type, describe);
}

}  // namespace pgsegue::wire

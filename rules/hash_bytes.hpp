#pragma once

#include <cstdint>
#include <string_view>

namespace pgsegue::rules {

/// Of any bytes, for tables that compare them too. Much quicker than std::hash.
std::uint64_t hash_bytes(std::string_view bytes);

}  // namespace pgsegue::rules

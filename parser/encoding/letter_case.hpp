#pragma once

#include <cstdint>

namespace pgsegue::parser {

/// True if some locale may fold this character to another one.
bool may_be_upper_case(std::uint32_t code_point);

}  // namespace pgsegue::parser

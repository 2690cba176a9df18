#pragma once

#include <cstdint>

namespace pgsegue::parser::bind {

/// No attribute number: where the positions begin of columns that stand behind a row's own, whatever their
/// number (`ordinality`, those of a table that is being made or changed).
inline constexpr std::int32_t behind_columns = 10'000;

}  // namespace pgsegue::parser::bind

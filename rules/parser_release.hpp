#pragma once

namespace pgsegue::rules {

/// The PostgreSQL release whose scanner and grammar ours are.
inline constexpr int parser_major = 15;

}  // namespace pgsegue::rules

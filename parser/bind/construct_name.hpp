#pragma once

#include "parser/bind/tree.hpp"

#include <string>

namespace pgsegue::parser::bind {

/// What to call a node in a message: its kind in capitals, without the tree's own suffixes ("ALTER TABLE").
std::string construct_name(const Node& node);

}  // namespace pgsegue::parser::bind

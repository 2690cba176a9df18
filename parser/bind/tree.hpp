#pragma once

#include "parser/identifier.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::parser::bind {

using Node = PgQuery__Node;
using NodeList = std::span<Node* const>;

inline NodeList list_of(Node* const* nodes, std::size_t count) {
  return {nodes, count};
}

/// The text of a String node; empty if it is something else.
inline std::string_view string_of(const Node* node) {
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_STRING) return {};
  return node->string->sval;
}

inline Identifier identifier_of(const char* name) {
  return Identifier::from_catalog(name);
}
inline Identifier identifier_of(const Node* node) {
  return Identifier::from_catalog(std::string(string_of(node)));
}

inline bool is_star(const Node* node) {
  return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_A_STAR;
}

/// The greatest byte offset that any node of this tree carries; empty if none carries one.
std::optional<std::uint32_t> last_location(const ProtobufCMessage& tree);

}  // namespace pgsegue::parser::bind

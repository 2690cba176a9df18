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

template <typename T>
T read_member(const ProtobufCMessage& message, unsigned offset) {
  return *reinterpret_cast<const T*>(reinterpret_cast<const char*>(&message) + offset);
}

/// Calls `visit` with every message that `message` holds directly.
template <typename Visit>
void for_each_child(const ProtobufCMessage& message, Visit visit) {
  for (unsigned i = 0; i < message.descriptor->n_fields; ++i) {
    const ProtobufCFieldDescriptor& field = message.descriptor->fields[i];
    if (field.type != PROTOBUF_C_TYPE_MESSAGE) continue;
    if (field.label == PROTOBUF_C_LABEL_REPEATED) {
      const auto count = read_member<std::size_t>(message, field.quantifier_offset);
      const auto* children = read_member<ProtobufCMessage* const*>(message, field.offset);
      for (std::size_t k = 0; k < count; ++k)
        visit(*children[k]);
      continue;
    }
    const bool is_oneof = (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0;
    if (is_oneof && read_member<std::uint32_t>(message, field.quantifier_offset) != field.id) continue;
    const auto* child = read_member<const ProtobufCMessage*>(message, field.offset);
    if (child != nullptr) visit(*child);
  }
}

/// The greatest byte offset that any node of this tree carries; empty if none carries one.
std::optional<std::uint32_t> last_location(const ProtobufCMessage& tree);

}  // namespace pgsegue::parser::bind

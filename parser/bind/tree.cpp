#include "parser/bind/tree.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

const char* member(const ProtobufCMessage& message, unsigned offset) {
  return reinterpret_cast<const char*>(&message) + offset;
}

template <typename T>
T read(const ProtobufCMessage& message, unsigned offset) {
  return *reinterpret_cast<const T*>(member(message, offset));
}

bool is_set(const ProtobufCMessage& message, const ProtobufCFieldDescriptor& field) {
  const bool is_oneof = (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0;
  return !is_oneof || read<std::uint32_t>(message, field.quantifier_offset) == field.id;
}

void note(std::optional<std::uint32_t>& last, std::optional<std::uint32_t> location) {
  if (location) last = std::max(last.value_or(0), *location);
}

void visit_messages(const ProtobufCMessage& message, const ProtobufCFieldDescriptor& field,
                    std::optional<std::uint32_t>& last) {
  if (field.label == PROTOBUF_C_LABEL_REPEATED) {
    const auto count = read<std::size_t>(message, field.quantifier_offset);
    const auto* children = read<ProtobufCMessage* const*>(message, field.offset);
    for (std::size_t i = 0; i < count; ++i)
      note(last, last_location(*children[i]));
  } else if (const auto* child = read<const ProtobufCMessage*>(message, field.offset)) {
    note(last, last_location(*child));
  }
}

}  // namespace

std::optional<std::uint32_t> last_location(const ProtobufCMessage& tree) {
  std::optional<std::uint32_t> last;
  for (unsigned i = 0; i < tree.descriptor->n_fields; ++i) {
    const ProtobufCFieldDescriptor& field = tree.descriptor->fields[i];
    if (!is_set(tree, field)) continue;
    if (field.type == PROTOBUF_C_TYPE_MESSAGE) {
      visit_messages(tree, field, last);
    } else if (field.type == PROTOBUF_C_TYPE_INT32 && std::string_view(field.name) == "location") {
      const auto location = read<std::int32_t>(tree, field.offset);
      if (location > 0) note(last, static_cast<std::uint32_t>(location));
    }
  }
  return last;
}

}  // namespace pgsegue::parser::bind

#include "parser/message_copy.hpp"

#include <cstdint>
#include <cstring>

namespace pgsegue::parser {

namespace {

using Field = ProtobufCFieldDescriptor;

/// A member of a message of libprotobuf-c, of which only the offset is known.
template <typename T>
T& member(ProtobufCMessage& message, unsigned offset) {
  return *reinterpret_cast<T*>(reinterpret_cast<char*>(&message) + offset);
}

char* copy_string(const char* text, std::pmr::memory_resource& memory) {
  if (text == nullptr || *text == '\0') return const_cast<char*>(protobuf_c_empty_string);
  const std::size_t size = std::strlen(text) + 1;
  return static_cast<char*>(std::memcpy(memory.allocate(size, 1), text, size));
}

void copy_value(const Field& field, void*& value, std::pmr::memory_resource& memory) {
  if (field.type == PROTOBUF_C_TYPE_STRING) {
    value = copy_string(static_cast<const char*>(value), memory);
  } else if (value != nullptr) {
    value = copy_message(*static_cast<const ProtobufCMessage*>(value), memory);
  }
}

bool is_pointer(const Field& field) {
  return field.type == PROTOBUF_C_TYPE_STRING || field.type == PROTOBUF_C_TYPE_MESSAGE;
}

std::size_t element_size(const Field& field) {
  if (is_pointer(field)) return sizeof(void*);
  return field.type == PROTOBUF_C_TYPE_UINT64 || field.type == PROTOBUF_C_TYPE_INT64 ? 8 : 4;
}

void copy_repeated(const Field& field, ProtobufCMessage& message, std::pmr::memory_resource& memory) {
  const auto count = member<std::size_t>(message, field.quantifier_offset);
  auto& elements = member<void*>(message, field.offset);
  if (count == 0) return;
  const std::size_t bytes = count * element_size(field);
  elements = std::memcpy(memory.allocate(bytes), elements, bytes);
  if (!is_pointer(field)) return;
  for (std::size_t i = 0; i < count; ++i)
    copy_value(field, static_cast<void**>(elements)[i], memory);
}

/// PgQuery__Node, a choice of some 250 fields: only the one that is set is looked at.
void copy_chosen(ProtobufCMessage& message, std::pmr::memory_resource& memory) {
  const ProtobufCMessageDescriptor& descriptor = *message.descriptor;
  auto& chosen = member<std::uint32_t>(message, descriptor.fields[0].quantifier_offset);
  const Field* field = protobuf_c_message_descriptor_get_field(&descriptor, chosen);
  if (field == nullptr || !is_pointer(*field)) return;
  auto& value = member<void*>(message, field->offset);
  if (value == nullptr) {
    chosen = 0;
  } else {
    copy_value(*field, value, memory);
  }
}

bool is_choice(const ProtobufCMessageDescriptor& descriptor) {
  return descriptor.n_fields > 0 && (descriptor.fields[0].flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0;
}

}  // namespace

ProtobufCMessage* copy_message(const ProtobufCMessage& message, std::pmr::memory_resource& memory) {
  const ProtobufCMessageDescriptor& descriptor = *message.descriptor;
  auto* copy = static_cast<ProtobufCMessage*>(
      std::memcpy(memory.allocate(descriptor.sizeof_message), &message, descriptor.sizeof_message));
  if (is_choice(descriptor)) {
    copy_chosen(*copy, memory);
    return copy;
  }
  for (unsigned i = 0; i < descriptor.n_fields; ++i) {
    const Field& field = descriptor.fields[i];
    if (field.label == PROTOBUF_C_LABEL_REPEATED) {
      copy_repeated(field, *copy, memory);
    } else if (is_pointer(field)) {
      copy_value(field, member<void*>(*copy, field.offset), memory);
    }
  }
  return copy;
}

}  // namespace pgsegue::parser

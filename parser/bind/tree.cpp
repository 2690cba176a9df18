#include "parser/bind/tree.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

std::optional<std::uint32_t> own_location(const ProtobufCMessage& message) {
  const auto* field = protobuf_c_message_descriptor_get_field_by_name(message.descriptor, "location");
  if (field == nullptr || field->type != PROTOBUF_C_TYPE_INT32) return std::nullopt;
  const auto location = read_member<std::int32_t>(message, field->offset);
  if (location <= 0) return std::nullopt;
  return static_cast<std::uint32_t>(location);
}

}  // namespace

std::optional<std::uint32_t> last_location(const ProtobufCMessage& tree) {
  std::optional<std::uint32_t> last = own_location(tree);
  for_each_child(tree, [&last](const ProtobufCMessage& child) {
    if (const auto location = last_location(child)) last = std::max(last.value_or(0), *location);
  });
  return last;
}

}  // namespace pgsegue::parser::bind

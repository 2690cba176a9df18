#pragma once

#include <memory_resource>
#include <protobuf-c/protobuf-c.h>

namespace pgsegue::parser {

/// A copy of `message` with all it points to, in `memory`: what packing and unpacking it would give, at a
/// fraction of the cost. Goes as deep as the message. Throws std::bad_alloc.
ProtobufCMessage* copy_message(const ProtobufCMessage& message, std::pmr::memory_resource& memory);

}  // namespace pgsegue::parser

#include "proxy/session/copy_field_adder.hpp"

namespace pgsegue::session {
namespace {

std::variant<CopyTextRows, CopyBinaryRows> rows_of(const rules::CopyFields& fields, std::size_t most_bytes) {
  if (fields.format.kind == parser::CopyFormat::Kind::binary) return CopyBinaryRows(fields, most_bytes);
  return CopyTextRows(fields, most_bytes);
}

}  // namespace

CopyFieldAdder::CopyFieldAdder(const rules::CopyFields& fields, std::size_t most_bytes)
    : width_(fields.width), rows_(rows_of(fields, most_bytes)) {}

bool CopyFieldAdder::feed(std::span<const std::byte> data, wire::Buffer& to) {
  return std::visit([&](auto& rows) { return rows.feed(data, to); }, rows_);
}

void CopyFieldAdder::finish(wire::Buffer& to) {
  std::visit([&](auto& rows) { rows.finish(to); }, rows_);
}

}  // namespace pgsegue::session

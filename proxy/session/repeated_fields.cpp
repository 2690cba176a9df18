#include "proxy/session/repeated_fields.hpp"

namespace pgsegue::session {

void RepeatedFields::begin_row() {
  for (Value& value : values_) {
    value.bytes.clear();
    value.is_there = value.is_open = false;
  }
  bytes_ = 0;
}

void RepeatedFields::begin_field(std::size_t number) {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    values_[i].is_open = fields_[i] == number;
    values_[i].is_there = values_[i].is_there || values_[i].is_open;
  }
}

bool RepeatedFields::add(std::span<const std::byte> bytes) {
  for (Value& value : values_) {
    if (!value.is_open) continue;
    bytes_ += bytes.size();
    if (bytes_ > most_bytes_) return false;
    value.bytes.insert(value.bytes.end(), bytes.begin(), bytes.end());
  }
  return true;
}

}  // namespace pgsegue::session

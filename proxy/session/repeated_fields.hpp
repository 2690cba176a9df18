#pragma once

#include "proxy/wire/writer.hpp"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace pgsegue::session {

/// The fields of the row at hand that will be repeated behind its last, as they are written.
class RepeatedFields {
 public:
  /// `fields`: for every field that is added which one it is a copy of, from 0.
  RepeatedFields(std::vector<std::size_t> fields, std::size_t most_bytes)
      : fields_(std::move(fields)), most_bytes_(most_bytes), values_(fields_.size()) {}

  std::size_t size() const { return fields_.size(); }
  void begin_row();
  /// The field with this number begins.
  void begin_field(std::size_t number);
  /// Bytes of it. False: too many.
  bool add(std::span<const std::byte> bytes);
  /// Calls `put` with every value to be added. A field that the row does not have is none.
  template <class Put>
  void for_each_value(Put put) const {
    for (const Value& value : values_) {
      if (value.is_there) put(std::span<const std::byte>(value.bytes));
    }
  }

 private:
  struct Value {
    std::vector<std::byte> bytes;
    bool is_there = false;
    bool is_open = false;  ///< the field at hand
  };

  std::vector<std::size_t> fields_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;  ///< of all values
  std::vector<Value> values_;
};

}  // namespace pgsegue::session

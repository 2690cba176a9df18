#pragma once

#include "proxy/wire/bind.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pgsegue::wire {

/// One value of a Bind.
struct BindValue {
  bool is_null = false;
  bool is_binary = false;
  std::span<const std::byte> bytes;
};

/// The first values of a Bind, up to `count` of them (all, if there are fewer): what stands behind them is
/// not looked at. `need_more`: not all of them lie in `front`.
Decode decode_values(std::span<const std::byte> front, bool whole, std::uint32_t count,
                     std::vector<BindValue>& values);

/// Another value for one that `values` has, by its index.
struct NewValue {
  std::uint32_t index = 0;
  std::string_view bytes;
};

/// Writes the Bind (or its beginning) `frame`, header included, with other values: `values` are views into
/// it, `changes` ascending by index. The length in the header changes with them. False: it would be too long.
bool encode_with(Buffer& to, std::span<const std::byte> frame, std::span<const BindValue> values,
                 std::span<const NewValue> changes);

}  // namespace pgsegue::wire

#pragma once

#include "proxy/session/copy_binary_rows.hpp"
#include "proxy/session/copy_text_rows.hpp"
#include "rules/edit_program.hpp"

#include <cstddef>
#include <span>
#include <variant>

namespace pgsegue::session {

/// Adds fields to the rows of a COPY FROM STDIN as they pass, in whatever pieces they come.
class CopyFieldAdder {
 public:
  CopyFieldAdder(const rules::CopyFields& fields, std::size_t most_bytes);

  /// How many fields the client's rows have.
  std::size_t width() const { return width_; }

  /// Appends to `to` what the server gets for these bytes. False: the values that are to be repeated in a row
  /// have more than `most_bytes`.
  bool feed(std::span<const std::byte> data, wire::Buffer& to);
  /// The same for the end of the data, before which the last row may have no end of line.
  void finish(wire::Buffer& to);

 private:
  std::size_t width_;
  std::variant<CopyTextRows, CopyBinaryRows> rows_;
};

}  // namespace pgsegue::session

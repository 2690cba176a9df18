#pragma once

#include "proxy/session/repeated_fields.hpp"
#include "rules/edit_program.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace pgsegue::session {

/// Adds fields to rows in COPY's binary format. Leaves all errors to the server: what it does not understand
/// passes as it is.
///
///   header --> extension --> count --> length --> value --> length … --> count
///                              `-- -1, or nonsense --> rest
///
/// Source: "Binary Format" of COPY, PostgreSQL 15.
class CopyBinaryRows {
 public:
  CopyBinaryRows(const rules::CopyFields& fields, std::size_t most_bytes)
      : repeated_(fields.fields, most_bytes), width_(fields.width) {}

  bool feed(std::span<const std::byte> data, wire::Buffer& to);
  /// Sends on what ended too early.
  void finish(wire::Buffer& to) { wire::put(to, number_); }

 private:
  enum class Part : std::uint8_t { header, extension, count, length, value, rest };

  std::size_t wanted() const;
  bool take(std::span<const std::byte> bytes, wire::Buffer& to);
  void take_count(wire::Buffer& to);
  bool take_length(wire::Buffer& to);
  void next_field(wire::Buffer& to);

  RepeatedFields repeated_;
  std::size_t width_;
  Part part_ = Part::header;
  wire::Buffer number_;     ///< the bytes so far of the header, a count or a length
  std::uint32_t left_ = 0;  ///< of the extension or a value
  std::size_t field_ = 0;
  std::size_t fields_ = 0;  ///< of the row at hand
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/repeated_fields.hpp"
#include "rules/edit_program.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace pgsegue::session {

/// Adds fields to rows in COPY's text and csv formats. Finds the ends of fields and rows as the server does
/// and leaves all errors to it.
///
///   in a row --end of line--> behind it, the added fields in front of the end of line
///
/// Source: CopyReadLineText and CopyReadAttributesCSV, PostgreSQL src/backend/commands/copyfromparse.c.
class CopyTextRows {
 public:
  CopyTextRows(const rules::CopyFields& fields, std::size_t most_bytes);

  bool feed(std::span<const std::byte> data, wire::Buffer& to);
  void finish(wire::Buffer& to);

 private:
  enum class LineEnd : std::uint8_t { unknown, newline, carriage_return, both };

  bool is_end_of_line(char c) const;
  bool is_special(char c) const { return special_[static_cast<unsigned char>(c)]; }
  bool take_special(std::byte byte, wire::Buffer& to);
  bool take_plain(std::span<const std::byte> bytes, wire::Buffer& to);
  bool take_quoted(char c);
  void take_delimiter(std::byte byte, wire::Buffer& to);
  void take_end_of_line(std::byte byte, wire::Buffer& to);
  void end_row(wire::Buffer& to);
  void begin_row();

  parser::CopyFormat format_;
  bool is_csv_;
  RepeatedFields repeated_;
  std::array<bool, 256> special_{};
  LineEnd line_end_ = LineEnd::unknown;
  std::size_t field_ = 0;
  std::size_t row_bytes_ = 0;
  std::array<char, 2> row_start_{};  ///< the row's first bytes: `\.` ends the data
  bool is_escaped_ = false;          ///< a backslash was the last byte, or in csv the escape
  bool in_quotes_ = false;
  bool behind_return_ = false;  ///< a carriage return was the last byte
};

}  // namespace pgsegue::session

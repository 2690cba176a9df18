#include "proxy/session/copy_text_rows.hpp"

#include <utility>

namespace pgsegue::session {

CopyTextRows::CopyTextRows(const rules::CopyFields& fields, std::size_t most_bytes)
    : format_(fields.format),
      is_csv_(fields.format.kind == parser::CopyFormat::Kind::csv),
      repeated_(fields.fields, most_bytes) {
  for (const char c : {format_.delimiter, '\n', '\r', '\\'})
    special_[static_cast<unsigned char>(c)] = true;
  for (const char c : {format_.quote, format_.escape}) {
    if (is_csv_) special_[static_cast<unsigned char>(c)] = true;
  }
  begin_row();
}

void CopyTextRows::begin_row() {
  field_ = row_bytes_ = 0;
  row_start_ = {};
  is_escaped_ = in_quotes_ = false;
  repeated_.begin_row();
  repeated_.begin_field(0);
}

bool CopyTextRows::feed(std::span<const std::byte> data, wire::Buffer& to) {
  while (!data.empty()) {
    std::size_t plain = 0;
    // What follows a backslash or a carriage return is looked at, whatever it is.
    while (plain < data.size() && !is_escaped_ && !behind_return_ &&
           row_bytes_ + plain >= row_start_.size() && !is_special(static_cast<char>(data[plain])))
      ++plain;
    const bool fits = plain > 0 ? take_plain(data.first(plain), to) : take_special(data.front(), to);
    if (!fits) return false;
    data = data.subspan(plain > 0 ? plain : 1);
  }
  return true;
}

bool CopyTextRows::take_plain(std::span<const std::byte> bytes, wire::Buffer& to) {
  row_bytes_ += bytes.size();
  wire::put(to, bytes);
  return repeated_.add(bytes);
}

bool CopyTextRows::is_end_of_line(char c) const {
  if (c == '\n') return line_end_ == LineEnd::unknown || line_end_ == LineEnd::newline;
  return c == '\r' && line_end_ != LineEnd::newline;
}

bool CopyTextRows::take_special(std::byte byte, wire::Buffer& to) {
  const char c = static_cast<char>(byte);
  if (std::exchange(behind_return_, false)) {
    const bool is_pair = c == '\n' && line_end_ != LineEnd::carriage_return;
    if (line_end_ == LineEnd::unknown) line_end_ = is_pair ? LineEnd::both : LineEnd::carriage_return;
    if (is_pair) return wire::put(to, std::span(&byte, 1)), true;
  }
  if (row_bytes_ < row_start_.size()) row_start_[row_bytes_] = c;
  const bool is_data = is_csv_ ? take_quoted(c) : std::exchange(is_escaped_, !is_escaped_ && c == '\\');
  if (!is_data && c == format_.delimiter) return take_delimiter(byte, to), true;
  if (!is_data && is_end_of_line(c)) return take_end_of_line(byte, to), true;
  return take_plain(std::span(&byte, 1), to);
}

/// True if the byte is inside of quotes, or is one.
bool CopyTextRows::take_quoted(char c) {
  const bool has_escape = format_.escape != format_.quote;
  const bool is_escape = has_escape && c == format_.escape;
  if (in_quotes_ && is_escape) is_escaped_ = !is_escaped_;
  const bool is_quote = c == format_.quote && !is_escaped_;
  if (is_quote) in_quotes_ = !in_quotes_;
  if (!is_escape) is_escaped_ = false;
  return in_quotes_ || is_quote;
}

void CopyTextRows::take_delimiter(std::byte byte, wire::Buffer& to) {
  ++row_bytes_;
  wire::put(to, std::span(&byte, 1));
  repeated_.begin_field(++field_);
}

void CopyTextRows::take_end_of_line(std::byte byte, wire::Buffer& to) {
  end_row(to);
  wire::put(to, std::span(&byte, 1));
  begin_row();
  behind_return_ = static_cast<char>(byte) == '\r';
  if (!behind_return_) line_end_ = LineEnd::newline;
}

void CopyTextRows::end_row(wire::Buffer& to) {
  const bool ends_data = row_bytes_ == 2 && row_start_ == std::array{'\\', '.'};
  if (ends_data) return;
  repeated_.for_each_value([&](std::span<const std::byte> value) {
    wire::put_u8(to, static_cast<std::uint8_t>(format_.delimiter));
    wire::put(to, value);
  });
}

void CopyTextRows::finish(wire::Buffer& to) {
  if (row_bytes_ > 0) end_row(to);
  begin_row();
}

}  // namespace pgsegue::session

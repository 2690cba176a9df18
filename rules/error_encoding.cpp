#include "rules/error_encoding.hpp"

#include <cstddef>

namespace pgsegue::rules {

DecodedFields::DecodedFields(const ErrorFields& original, StatementText& converter)
    : original_(original), converter_(converter) {
  texts_.reserve(original.fields.size());
  for (const ErrorFields::Field& field : original.fields) {
    texts_.push_back(converter.decode(field.value, original.encoding));
    fields_.fields.push_back({field.type, texts_.back()});
  }
}

void DecodedFields::encode(std::string_view translated, std::string& out) {
  std::size_t next = 0;
  while (!translated.empty()) {
    const char type = translated.front();
    const std::string_view value = translated.substr(1, translated.find('\0') - 1);
    translated.remove_prefix(value.size() + 2);
    // Some may have been left out, in their order.
    while (next < fields_.fields.size() && fields_.fields[next].type != type)
      ++next;
    const bool is_same = next < fields_.fields.size() && fields_.fields[next].value == value;
    out += type;
    out += is_same ? std::string(original_.fields[next].value) : converter_.encode(value, original_.encoding);
    out += '\0';
    ++next;
  }
}

}  // namespace pgsegue::rules

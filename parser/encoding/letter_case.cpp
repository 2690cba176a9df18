#include "parser/encoding/letter_case.hpp"

#include <clocale>
#include <cwctype>

namespace pgsegue::parser {

bool may_be_upper_case(std::uint32_t code_point) {
  // Kept until the program ends.
  static const locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (unicode == nullptr) return true;
  const auto letter = static_cast<std::wint_t>(code_point);
  return iswupper_l(letter, unicode) != 0 || towlower_l(letter, unicode) != letter;
}

}  // namespace pgsegue::parser

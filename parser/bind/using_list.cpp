#include "parser/bind/using_list.hpp"

namespace pgsegue::parser::bind {

UsingLists::UsingLists(const TokenNames& names, TokenRange statement) {
  for (std::size_t i = index_of(statement.first); i < end_of(statement); ++i) {
    const bool is_label = i > 0 && names.is(i - 1, ".");
    if (!is_label && names.is_keyword(i, "using") && !names.listed(i + 1).empty())
      lists_.push_back({i, false});
  }
}

std::vector<TokenRange> UsingLists::take(const TokenNames& names, std::uint32_t location, std::size_t count) {
  const std::size_t after = names.from(location);
  for (List& list : lists_) {
    if (list.taken || list.keyword < after) continue;
    list.taken = true;
    std::vector<TokenRange> found = names.listed(list.keyword + 1);
    return found.size() == count ? found : std::vector<TokenRange>{};
  }
  return {};
}

}  // namespace pgsegue::parser::bind

#pragma once

#include "parser/bind/token_names.hpp"

#include <cstdint>
#include <vector>

namespace pgsegue::parser::bind {

/// The column lists of `JOIN … USING (a, b)` in a statement. The parse tree gives them no location, so they
/// are found among the tokens: within a query, USING and a parenthesis with nothing but names in it is always
/// such a list. A join's list is the first one after all that is located in its right side that no inner join
/// took; joins must therefore be asked for inner before outer.
class UsingLists {
 public:
  UsingLists(const TokenNames& names, TokenRange statement);

  /// The names of the list that follows byte `location` and has `count` names; empty if there is none.
  std::vector<TokenRange> take(const TokenNames& names, std::uint32_t location, std::size_t count);

 private:
  struct List {
    std::size_t keyword;
    bool taken;
  };
  std::vector<List> lists_;
};

}  // namespace pgsegue::parser::bind

#pragma once

#include "proxy/control/control_login.hpp"
#include "rules/rule_set.hpp"

#include <string>
#include <vector>

namespace pgsegue::cli {

/// Something in the database whose definition names a table or column that a rule renames, by any of its
/// names.
struct code_mention {
  std::string kind;                ///< function, trigger, view, policy, default, …
  std::string name;                ///< with its schema or table, in SQL
  bool is_text = false;            ///< the names stand in a text, which no rename changes
  std::vector<std::string> names;  ///< in the order in which they occur
};

/// The names that the changes of a rule file lead from and to.
std::vector<std::string> changed_names(const rules::RuleSet& rules);

/// The words of `text` that are among `names`, each once. Letter case counts only inside double quotes, which
/// are not looked at: both ways of reading a word are tried.
std::vector<std::string> find_names(const std::string& text, const std::vector<std::string>& names);

/// All of them in the database behind `login`. Throws std::runtime_error with the reason of the server or
/// libpq.
std::vector<code_mention> read_code_mentions(const control::control_login& login,
                                             const rules::RuleSet& rules);

/// The lines of the report; empty if there are none.
std::string describe_mentions(const std::vector<code_mention>& mentions);

}  // namespace pgsegue::cli

#include "proxy/session/request_rules.hpp"

#include <array>

namespace pgsegue::session {
namespace {

using Reads = RequestRule::Reads;

constexpr RequestRule request_rules[] = {
    {'Q', Request::query, false, Reads::statement}, {'P', Request::parse, true, Reads::statement},
    {'B', Request::bind, true, Reads::front},       {'D', Request::describe, true, Reads::whole},
    {'E', Request::execute, true, Reads::whole},    {'C', Request::close, true, Reads::whole},
    {'S', Request::sync, false, Reads::whole},      {'F', Request::function_call, false, Reads::nothing},
};

constexpr auto requests_by_type = [] {
  std::array<RequestRule, 128> table{};
  for (const RequestRule& rule : request_rules)
    table[static_cast<unsigned char>(rule.type)] = rule;
  return table;
}();

}  // namespace

const RequestRule* request_rule(char type) {
  const auto index = static_cast<unsigned char>(type);
  return index < requests_by_type.size() && requests_by_type[index].type != 0 ? &requests_by_type[index]
                                                                              : nullptr;
}

}  // namespace pgsegue::session

#include "proxy/session/response_rules.hpp"

#include <array>

namespace pgsegue::session {
namespace {

constexpr std::uint16_t query = ResponseRule::bit(Request::query);
constexpr std::uint16_t parse = ResponseRule::bit(Request::parse);
constexpr std::uint16_t bind = ResponseRule::bit(Request::bind);
constexpr std::uint16_t describe = ResponseRule::bit(Request::describe);
constexpr std::uint16_t execute = ResponseRule::bit(Request::execute);
constexpr std::uint16_t close = ResponseRule::bit(Request::close);
constexpr std::uint16_t sync = ResponseRule::bit(Request::sync);
constexpr std::uint16_t function_call = ResponseRule::bit(Request::function_call);
constexpr std::uint16_t runs = query | execute;

constexpr ResponseRule rules[] = {
    {'D', runs, 0},                                                           // DataRow
    {'C', runs, execute},                                                     // CommandComplete
    {'T', query | describe | execute, describe},                              // RowDescription
    {'Z', query | sync | function_call, query | sync | function_call, true},  // ReadyForQuery
    {'2', bind, bind},                                                        // BindComplete
    {'1', parse, parse},                                                      // ParseComplete
    {'n', describe, describe},                                                // NoData
    {'t', describe, 0},                                                       // ParameterDescription
    {'s', execute, execute},                                                  // PortalSuspended
    {'I', runs, execute},                                                     // EmptyQueryResponse
    {'3', close, close},                                                      // CloseComplete
    {'d', runs, 0},                                                           // CopyData
    {'c', runs, 0},                                                           // CopyDone
    {'G', runs, 0, true},                                                     // CopyInResponse
    {'H', runs, 0},                                                           // CopyOutResponse
    {'W', runs, 0, true},                                                     // CopyBothResponse
    {'V', function_call, 0},                                                  // FunctionCallResponse
};

/// Index by type.
constexpr auto responses_by_type = [] {
  std::array<ResponseRule, 128> table{};
  for (const ResponseRule& rule : rules)
    table[static_cast<unsigned char>(rule.type)] = rule;
  return table;
}();

}  // namespace

const ResponseRule* response_rule(char type) {
  const auto index = static_cast<unsigned char>(type);
  return index < responses_by_type.size() && responses_by_type[index].type == type && type != 0
             ? &responses_by_type[index]
             : nullptr;
}

}  // namespace pgsegue::session

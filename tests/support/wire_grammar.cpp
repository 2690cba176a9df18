#include "tests/support/wire_grammar.hpp"

namespace pgsegue::test {
namespace {

constexpr WireGrammar frontend[] = {
    {"Query", 'Q', "s"},        {"Parse", 'P', "sst"},
    {"Bind", 'B', "sspvp"},     {"Describe", 'D', "bs"},
    {"Execute", 'E', "si"},     {"Close", 'C', "bs"},
    {"Sync", 'S', ""},          {"Flush", 'H', ""},
    {"Terminate", 'X', ""},     {"CopyData", 'd', "d"},
    {"CopyDone", 'c', ""},      {"CopyFail", 'f', "s"},
    {"Password", 'p', "s"},     {"SaslInitial", 'p', "sid"},
    {"SaslResponse", 'p', "d"}, {"FunctionCall", 'F', "ipvp"},
};

constexpr WireGrammar backend[] = {
    {"AuthenticationOk", 'R', "", 0},
    {"AuthenticationCleartextPassword", 'R', "", 3},
    {"AuthenticationMD5Password", 'R', "d", 5},
    {"AuthenticationSASL", 'R', "m", 10},
    {"AuthenticationSASLContinue", 'R', "d", 11},
    {"AuthenticationSASLFinal", 'R', "d", 12},
    {"BackendKeyData", 'K', "ii"},
    {"ParameterStatus", 'S', "ss"},
    {"ReadyForQuery", 'Z', "b"},
    {"RowDescription", 'T', "c"},
    {"DataRow", 'D', "v"},
    {"CommandComplete", 'C', "s"},
    {"EmptyQueryResponse", 'I', ""},
    {"ErrorResponse", 'E', "f"},
    {"NoticeResponse", 'N', "f"},
    {"NotificationResponse", 'A', "iss"},
    {"ParseComplete", '1', ""},
    {"BindComplete", '2', ""},
    {"CloseComplete", '3', ""},
    {"NoData", 'n', ""},
    {"PortalSuspended", 's', ""},
    {"ParameterDescription", 't', "t"},
    {"CopyInResponse", 'G', "g"},
    {"CopyOutResponse", 'H', "g"},
    {"CopyBothResponse", 'W', "g"},
    {"CopyData", 'd', "d"},
    {"CopyDone", 'c', ""},
    {"FunctionCallResponse", 'V', "d"},
    {"NegotiateProtocolVersion", 'v', "il"},
};

}  // namespace

std::span<const WireGrammar> frontend_grammar() {
  return frontend;
}
std::span<const WireGrammar> backend_grammar() {
  return backend;
}

}  // namespace pgsegue::test

// The data path in the steady state: no allocation, and forwarded bytes are the bytes that came.
#include "tests/support/allocation_counter.hpp"
#include "tests/support/scripted_session.hpp"
#include "tests/support/wire_text.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace pgsegue {
namespace {

using session::Side;

/// Rewrites one name, without an allocation of its own in the steady state.
class OneName final : public session::StatementRewriter {
 public:
  rules::Rewrite rewrite(std::string_view text, const rules::StatementContext&) override {
    rules::Rewrite result;
    const std::size_t at = text.find("last_name");
    if (at == std::string_view::npos) return result;
    text_.assign(text.substr(0, at)).append("surname").append(text.substr(at + 9));
    result.action = rules::Rewrite::Action::replace;
    result.text = text_;
    result.affected = true;
    return result;
  }
  rules::ValueRewrite translate_values(std::span<const parser::ParameterUse>,
                                       std::span<const rules::ParameterValue>,
                                       const rules::StatementContext&) override {
    return {};
  }
  bool translate_error(const rules::ErrorFields&, std::string_view, const rules::StatementContext&,
                       std::string&) override {
    return false;
  }

 private:
  std::string text_;
};

std::vector<std::byte> bytes_of(std::string_view lines, std::span<const test::WireGrammar> grammar) {
  const std::string text = test::encode_wire_lines(lines, grammar);
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {first, first + text.size()};
}

class SteadyState : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    exchange("Startup user=\"ada\" database=\"" + std::string(GetParam()) + "\"", "");
    core_.on_connected(false, out_);
    out_.clear();
    exchange("", "AuthenticationOk\nBackendKeyData 1 2\nReadyForQuery I");
  }

  void exchange(const std::string& client, const std::string& server) {
    feed(bytes_of(client, test::frontend_grammar()), bytes_of(server, test::backend_grammar()));
  }
  void feed(const std::vector<std::byte>& client, const std::vector<std::byte>& server) {
    if (!client.empty()) core_.feed(Side::client, client, out_);
    out_.clear();
    if (!server.empty()) core_.feed(Side::server, server, out_);
    out_.clear();
  }

  std::size_t allocations_of_a_hundred(const std::string& client, const std::string& server) {
    const auto from_client = bytes_of(client, test::frontend_grammar());
    const auto from_server = bytes_of(server, test::backend_grammar());
    for (int i = 0; i < 10; ++i)
      feed(from_client, from_server);
    EXPECT_TRUE(core_.idle());
    const std::size_t before = test::allocations();
    for (int i = 0; i < 100; ++i)
      feed(from_client, from_server);
    return test::allocations() - before;
  }

  OneName rewriter_;
  session::Actions out_;
  session::SessionCore core_{session::SessionSettings{}, std::make_shared<test::TestDirectory>(), rewriter_,
                             1};
};

constexpr const char* rows =
    "RowDescription \"a\"\nDataRow \"1\"\nDataRow \"2\"\nCommandComplete \"SELECT 2\"\nReadyForQuery I";

TEST_P(SteadyState, SimpleQueriesDoNotAllocate) {
  EXPECT_EQ(allocations_of_a_hundred("Query \"SELECT last_name FROM person WHERE id = 1\"", rows), 0u);
}

TEST_P(SteadyState, ExtendedQueriesDoNotAllocate) {
  EXPECT_EQ(allocations_of_a_hundred("Parse \"\" \"SELECT last_name FROM person WHERE id = $1\" 23\n"
                                     "Bind \"\" \"\" \"1\"\nDescribe P \"\"\nExecute \"\" 0\nSync",
                                     std::string("ParseComplete\nBindComplete\n") + rows),
            0u);
}

TEST_P(SteadyState, PreparedStatementsDoNotAllocate) {
  exchange("Parse \"s\" \"SELECT last_name FROM person WHERE id = $1\" 23\nSync",
           "ParseComplete\nReadyForQuery I");
  EXPECT_EQ(
      allocations_of_a_hundred("Bind \"\" \"s\" \"1\"\nExecute \"\" 0\nSync",
                               "BindComplete\nDataRow \"1\"\nCommandComplete \"SELECT 1\"\nReadyForQuery I"),
      0u);
}

TEST_P(SteadyState, ForwardedBytesAreNotCopied) {
  const auto query = bytes_of("Query \"SELECT 1\"", test::frontend_grammar());
  core_.feed(Side::client, query, out_);
  ASSERT_EQ(out_.size(), 1u);
  const auto* sent = std::get_if<session::Send>(&out_[0]);
  ASSERT_NE(sent, nullptr);
  EXPECT_EQ(sent->bytes.data(), query.data());
  out_.clear();
  const auto reply = bytes_of(rows, test::backend_grammar());
  core_.feed(Side::server, reply, out_);
  ASSERT_EQ(out_.size(), 1u);
  sent = std::get_if<session::Send>(&out_[0]);
  ASSERT_NE(sent, nullptr);
  EXPECT_EQ(sent->bytes.data(), reply.data());
  EXPECT_EQ(sent->bytes.size(), reply.size());
}

INSTANTIATE_TEST_SUITE_P(Session, SteadyState, testing::Values("plain", "shop@v1", "shop@v2"),
                         [](const testing::TestParamInfo<const char*>& database) {
                           std::string name = database.param;
                           if (const std::size_t at = name.find('@'); at != std::string::npos) name[at] = '_';
                           return name;
                         });

}  // namespace
}  // namespace pgsegue

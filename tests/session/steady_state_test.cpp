// The data path in the steady state: no allocation, and forwarded bytes are the bytes that came.
#include "tests/support/allocation_counter.hpp"
#include "tests/support/scripted_session.hpp"
#include "tests/support/wire_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue {
namespace {

using session::Side;

std::vector<std::byte> bytes_of(std::string_view lines, std::span<const test::WireGrammar> grammar) {
  const std::string text = test::encode_wire_lines(lines, grammar);
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {first, first + text.size()};
}

constexpr const char* select = "\"SELECT last_name FROM person WHERE id = 1\"";
constexpr const char* rows =
    "RowDescription \"a\"\nDataRow \"1\"\nDataRow \"2\"\nCommandComplete \"SELECT 2\"\nReadyForQuery I";

class SteadyState : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    exchange("Startup user=\"ada\" database=\"" + std::string(GetParam()) + "\"", "");
    core_.on_connected(false, out_);
    out_.clear();
    exchange("", "AuthenticationOk\nBackendKeyData 1 2\nReadyForQuery I");
    if (std::string_view(GetParam()) == "shop@v1") learn_path();
    ASSERT_TRUE(core_.idle());
  }

  /// The first statement that is rewritten makes the core ask for the search path.
  void learn_path() {
    exchange(std::string("Query ") + select,
             "CloseComplete\nParseComplete\nBindComplete\nDataRow \"p\" \"pg_catalog\" \"1\"\n"
             "DataRow \"p\" \"public\" \"2\"\nCommandComplete \"SELECT 2\"\nCloseComplete\nCloseComplete\n"
             "ReadyForQuery I");
    exchange("", rows);
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

  rules::Rewriter rewriter_{{}};
  session::Actions out_;
  session::SessionCore core_{session::SessionSettings{}, std::make_shared<test::TestDirectory>(), rewriter_,
                             1};
};

TEST_P(SteadyState, SimpleQueriesDoNotAllocate) {
  EXPECT_EQ(allocations_of_a_hundred(std::string("Query ") + select, rows), 0u);
  EXPECT_EQ(allocations_of_a_hundred("Query \"SELECT total FROM orders WHERE id = 1\"", rows), 0u);
  EXPECT_EQ(rewriter_.counters().rewritten > 100, std::string_view(GetParam()) == "shop@v1");
}

TEST_P(SteadyState, PipelinesDoNotAllocate) {
  std::string client, server;
  for (int i = 0; i < 100; ++i) {
    client += std::string("Parse \"\" ") + select + "\nBind \"\" \"\"\nDescribe P \"\"\nExecute \"\" 0\n";
    server +=
        "ParseComplete\nBindComplete\nRowDescription \"a\"\nDataRow \"1\"\nCommandComplete \"SELECT 1\"\n";
  }
  EXPECT_EQ(allocations_of_a_hundred(client + "Sync", server + "ReadyForQuery I"), 0u);
  std::string queries, answers;
  for (int i = 0; i < 20; ++i) {
    queries += std::string("Query ") + select + '\n';
    answers += std::string(rows) + '\n';
  }
  EXPECT_EQ(allocations_of_a_hundred(queries, answers), 0u);
}

TEST_P(SteadyState, RowsOfAnySizeDoNotAllocate) {
  const auto query = bytes_of(std::string("Query ") + select, test::frontend_grammar());
  const auto answer = bytes_of("RowDescription \"a\"\nDataRow \"" + std::string(100'000, 'x') +
                                   "\"\nDataRow \"1\"\nCommandComplete \"SELECT 2\"\nReadyForQuery I",
                               test::backend_grammar());
  // Reads of a size that cuts headers in two.
  const auto run = [&] {
    feed(query, {});
    for (std::span<const std::byte> rest = answer; !rest.empty();) {
      const auto read = rest.first(std::min<std::size_t>(rest.size(), 1'021));
      core_.feed(Side::server, read, out_);
      out_.clear();
      rest = rest.subspan(read.size());
    }
  };
  for (int i = 0; i < 10; ++i)
    run();
  ASSERT_TRUE(core_.idle());
  const std::size_t before = test::allocations();
  for (int i = 0; i < 10; ++i)
    run();
  EXPECT_EQ(test::allocations() - before, 0u);
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

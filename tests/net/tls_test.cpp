#include "proxy/net/tls_context.hpp"
#include "proxy/net/tls_facts.hpp"
#include "proxy/net/tls_transport.hpp"
#include "proxy/net/unique_fd.hpp"
#include "tests/net/test_certificates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <memory>
#include <string>
#include <sys/socket.h>

namespace pgsegue::net {
namespace {

using session::ClientTls;
using session::Side;
using session::SslMode;
using testing::HasSubstr;

/// Our accepting end and our connecting end, handshaking with each other over a socket pair.
struct TlsTest : testing::Test {
  static void SetUpTestSuite() { std::signal(SIGPIPE, SIG_IGN); }

  void SetUp() override {
    files.make_authority("ca");
    files.make_certificate("server", "ca", "DNS:db.example,IP:127.0.0.1");
    accepting = {ClientTls::require, files.certificate_file("server"), files.key_file("server"), "", false};
    connecting.mode = SslMode::verify_full;
    connecting.root_certificate = files.certificate_file("ca");
    int pair[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
    server_fd = UniqueFd(pair[0]);
    client_fd = UniqueFd(pair[1]);
  }

  /// True if both ends are done.
  bool shake_hands(const std::string& host) {
    const bool must_match = connecting.mode == SslMode::verify_full;
    server = std::make_unique<TlsTransport>(make_client_tls(accepting), server_fd.get());
    client = std::make_unique<TlsTransport>(make_server_tls(connecting), client_fd.get(),
                                            ServerIdentity{host, must_match});
    IoStatus ours = IoStatus::wants_read, theirs = IoStatus::wants_read;
    for (int i = 0; i < 20; ++i) {
      if (theirs != IoStatus::done && theirs != IoStatus::failed) theirs = client->handshake();
      if (ours != IoStatus::done && ours != IoStatus::failed) ours = server->handshake();
    }
    return ours == IoStatus::done && theirs == IoStatus::done;
  }

  TestCertificates files;
  config::ClientTlsFiles accepting;
  config::ServerTls connecting;
  UniqueFd server_fd, client_fd;
  std::unique_ptr<TlsTransport> server, client;
};

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST_F(TlsTest, VerifyFullAcceptsTheRightName) {
  ASSERT_TRUE(shake_hands("db.example")) << client->failure();
  EXPECT_EQ(client->version(), "TLSv1.3");
  EXPECT_STREQ(SSL_get_servername(server->ssl(), TLSEXT_NAMETYPE_host_name), "db.example");
}

TEST_F(TlsTest, VerifyFullAcceptsTheRightAddress) {
  ASSERT_TRUE(shake_hands("127.0.0.1")) << client->failure();
  EXPECT_EQ(SSL_get_servername(server->ssl(), TLSEXT_NAMETYPE_host_name), nullptr)
      << "an address is no SNI name";
}

TEST_F(TlsTest, VerifyFullRefusesAnotherName) {
  EXPECT_FALSE(shake_hands("other.example"));
  EXPECT_THAT(client->failure(), HasSubstr("hostname mismatch"));
}

TEST_F(TlsTest, VerifyFullRefusesAnotherAddress) {
  EXPECT_FALSE(shake_hands("127.0.0.2"));
  EXPECT_THAT(client->failure(), HasSubstr("IP address mismatch"));
}

TEST_F(TlsTest, VerifyCaDoesNotLookAtTheName) {
  connecting.mode = SslMode::verify_ca;
  EXPECT_TRUE(shake_hands("other.example")) << client->failure();
}

TEST_F(TlsTest, VerifyCaRefusesAnUnknownAuthority) {
  files.make_authority("stranger");
  connecting.mode = SslMode::verify_ca;
  connecting.root_certificate = files.certificate_file("stranger");
  EXPECT_FALSE(shake_hands("db.example"));
  EXPECT_THAT(client->failure(), HasSubstr("certificate verify failed"));
}

TEST_F(TlsTest, RequireWithoutARootTakesAnyCertificate) {
  connecting.mode = SslMode::require;
  connecting.root_certificate.clear();
  EXPECT_TRUE(shake_hands("other.example")) << client->failure();
}

TEST_F(TlsTest, BothEndsAgreeOnTheFacts) {
  ASSERT_TRUE(shake_hands("db.example"));
  const session::TlsFacts ours = tls_facts(server->ssl(), Side::client);
  const session::TlsFacts theirs = tls_facts(client->ssl(), Side::server);
  EXPECT_EQ(ours.alpn, "postgresql");
  EXPECT_EQ(theirs.alpn, "postgresql");
  EXPECT_EQ(ours.server_end_point.size(), 32u);
  EXPECT_EQ(ours.server_end_point, theirs.server_end_point);
}

TEST_F(TlsTest, ClientCertificateIsDemanded) {
  accepting.client_ca = files.certificate_file("ca");
  accepting.require_client_certificate = true;
  EXPECT_FALSE(shake_hands("db.example"));
  EXPECT_THAT(server->failure(), HasSubstr("did not return a certificate"));
}

TEST_F(TlsTest, ClientCertificateIsChecked) {
  files.make_certificate("app", "ca", "DNS:app");
  accepting.client_ca = files.certificate_file("ca");
  accepting.require_client_certificate = true;
  connecting.certificate = files.certificate_file("app");
  connecting.key = files.key_file("app");
  EXPECT_TRUE(shake_hands("db.example")) << server->failure();
}

TEST_F(TlsTest, ClientCertificateOfAStrangerIsRefusedEvenIfOptional) {
  files.make_authority("stranger");
  files.make_certificate("app", "stranger", "DNS:app");
  accepting.client_ca = files.certificate_file("ca");
  connecting.certificate = files.certificate_file("app");
  connecting.key = files.key_file("app");
  EXPECT_FALSE(shake_hands("db.example"));
}

TEST_F(TlsTest, OldProtocolsAreRefused) {
  const TlsContext context = make_client_tls(accepting);
  EXPECT_EQ(SSL_CTX_get_min_proto_version(context.get()), TLS1_2_VERSION);
  EXPECT_EQ(SSL_CTX_get_min_proto_version(make_server_tls(connecting).get()), TLS1_2_VERSION);
}

TEST_F(TlsTest, BytesPassInBothDirectionsWithASlowReader) {
  ASSERT_TRUE(shake_hands("db.example"));
  std::string sent(1'000'000, '\0');
  for (std::size_t i = 0; i < sent.size(); ++i)
    sent[i] = static_cast<char>(i % 253);
  std::string received;
  std::array<std::byte, 700> buffer;
  std::size_t offset = 0;
  while (received.size() < sent.size()) {
    if (offset < sent.size()) {
      const iovec pieces[] = {
          {sent.data() + offset, std::min<std::size_t>(5, sent.size() - offset)},
          {sent.data() + std::min(offset + 5, sent.size()), sent.size() - std::min(offset + 5, sent.size())}};
      const IoResult result = client->write(pieces);
      ASSERT_NE(result.status, IoStatus::failed) << client->failure();
      if (result.status == IoStatus::done) offset += result.bytes;
    }
    const IoResult result = server->read(buffer);
    ASSERT_NE(result.status, IoStatus::failed) << server->failure();
    if (result.status == IoStatus::done) received += text_of(std::span(buffer).first(result.bytes));
  }
  EXPECT_EQ(received, sent);
}

TEST_F(TlsTest, BufferedBytesAreAnnounced) {
  ASSERT_TRUE(shake_hands("db.example"));
  std::string text = "two parts";
  const iovec piece{text.data(), text.size()};
  ASSERT_EQ(client->write({&piece, 1}).bytes, text.size());
  std::array<std::byte, 4> buffer;
  ASSERT_EQ(server->read(buffer).bytes, 4u);
  EXPECT_TRUE(server->may_have_more());
}

TEST_F(TlsTest, CloseNotifyAndPlainCloseAreBothAnEnd) {
  ASSERT_TRUE(shake_hands("db.example"));
  std::array<std::byte, 16> buffer;
  client->end_sending();
  EXPECT_EQ(server->read(buffer).status, IoStatus::end);
}

TEST_F(TlsTest, CloseWithoutNotifyIsAnEnd) {
  ASSERT_TRUE(shake_hands("db.example"));
  std::array<std::byte, 16> buffer;
  client_fd = UniqueFd();
  EXPECT_EQ(server->read(buffer).status, IoStatus::end);
}

TEST_F(TlsTest, GarbageInsteadOfAHandshakeFails) {
  ASSERT_GT(::send(client_fd.get(), "\x16\x03\x01garbage garbage garbage", 27, 0), 0);
  TlsTransport transport(make_client_tls(accepting), server_fd.get());
  EXPECT_EQ(transport.handshake(), IoStatus::failed);
  EXPECT_FALSE(transport.failure().empty());
}

TEST_F(TlsTest, EndDuringTheHandshakeFails) {
  client_fd = UniqueFd();
  TlsTransport transport(make_client_tls(accepting), server_fd.get());
  EXPECT_EQ(transport.handshake(), IoStatus::failed);
}

TEST_F(TlsTest, AReplacedContextStaysAliveForItsConnections) {
  ASSERT_TRUE(shake_hands("db.example"));  // the contexts made for it are gone by now
  std::string text = "still here";
  const iovec piece{text.data(), text.size()};
  ASSERT_EQ(server->write({&piece, 1}).status, IoStatus::done);
  std::array<std::byte, 16> buffer;
  const IoResult result = client->read(buffer);
  ASSERT_EQ(result.status, IoStatus::done);
  EXPECT_EQ(text_of(std::span(buffer).first(result.bytes)), text);
}

TEST_F(TlsTest, UnusableFilesAreNamed) {
  accepting.certificate = "/nonexistent/server.crt";
  EXPECT_THAT([this] { make_client_tls(accepting); },
              testing::ThrowsMessage<std::runtime_error>(HasSubstr("/nonexistent/server.crt")));
  connecting.root_certificate = files.key_file("ca");
  EXPECT_THAT([this] { make_server_tls(connecting); },
              testing::ThrowsMessage<std::runtime_error>(HasSubstr("ca.key")));
}

TEST_F(TlsTest, AKeyOfAnotherCertificateIsAnError) {
  accepting.key = files.key_file("ca");
  EXPECT_THAT([this] { make_client_tls(accepting); },
              testing::ThrowsMessage<std::runtime_error>(HasSubstr("ca.key")));
}

}  // namespace
}  // namespace pgsegue::net

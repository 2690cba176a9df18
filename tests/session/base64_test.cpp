#include "proxy/session/base64.hpp"

#include <gtest/gtest.h>

namespace pgsegue::session {
namespace {

TEST(base64, encodes_what_rfc_4648_lists) {
  EXPECT_EQ(encode_base64(std::string_view()), "");
  EXPECT_EQ(encode_base64("f"), "Zg==");
  EXPECT_EQ(encode_base64("fo"), "Zm8=");
  EXPECT_EQ(encode_base64("foobar"), "Zm9vYmFy");
}

TEST(base64, decodes_what_it_encodes) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes.push_back(static_cast<char>(i));
    EXPECT_EQ(decode_base64(encode_base64(bytes)), bytes);
  }
}

TEST(base64, refuses_everything_else) {
  for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "Zg==Zg==", "Z g=", " Zg==", "Zg==\n", "Zm=v",
                           "====", "Zh==", "Zm9-", "Zm9_", "=AAA"}) {
    EXPECT_FALSE(decode_base64(text).has_value()) << text;
  }
  EXPECT_FALSE(decode_base64(std::string_view("Zm\0v", 4)).has_value());
}

}  // namespace
}  // namespace pgsegue::session

#include "proxy/cli/live_catalog.hpp"
#include "proxy/config/words.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

struct free_options {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using options_ptr = std::unique_ptr<PQconninfoOption, free_options>;
using settings = std::map<std::string, std::string>;

settings values_of(const PQconninfoOption* options) {
  settings values;
  for (; options->keyword != nullptr; ++options) {
    if (options->val != nullptr && *options->val != '\0') values[options->keyword] = options->val;
  }
  return values;
}

settings parse(const std::string& dsn) {
  char* message = nullptr;
  const options_ptr parsed(PQconninfoParse(dsn.c_str(), &message));
  if (!parsed) {
    const std::string reason = message != nullptr ? message : "out of memory\n";
    PQfreemem(message);
    throw std::runtime_error("--dsn: " + reason.substr(0, reason.find('\n')));
  }
  return values_of(parsed.get());
}

void refuse_unsupported(const settings& given) {
  static const std::set<std::string> known{"host",    "hostaddr", "port",           "dbname",
                                           "user",    "password", "sslmode",        "sslrootcert",
                                           "sslcert", "sslkey",   "connect_timeout"};
  for (const auto& [keyword, value] : given) {
    if (!known.contains(keyword))
      throw std::runtime_error("--dsn: the parameter " + keyword + " is not supported here");
  }
}

session::SslMode ssl_mode(const std::string& word) {
  const auto& words = config::words::ssl_mode;
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) throw std::runtime_error("--dsn: unknown sslmode " + word);
  return static_cast<session::SslMode>(found - words.begin());
}

std::uint16_t number(const std::string& keyword, const std::string& text) {
  std::uint16_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value == 0) {
    throw std::runtime_error("--dsn: " + keyword + " cannot be \"" + text + "\"");
  }
  return value;
}

}  // namespace

control::control_login login_from_dsn(const std::string& dsn) {
  const settings given = parse(dsn);
  refuse_unsupported(given);
  settings all = given;
  const options_ptr defaults(PQconndefaults());
  if (defaults) all.merge(values_of(defaults.get()));
  control::control_login login;
  const std::string host = all.contains("hostaddr") ? all["hostaddr"] : all["host"];
  login.servers = {{host.empty() ? "/var/run/postgresql" : host, number("port", all["port"])}};
  login.user = all["user"];
  login.database = all["dbname"].empty() ? login.user : all["dbname"];
  login.password = all["password"];
  login.tls = {ssl_mode(all["sslmode"]), all["sslrootcert"], all["sslcert"], all["sslkey"]};
  const std::string timeout = all["connect_timeout"];
  if (!timeout.empty()) login.connect_timeout = std::chrono::seconds(number("connect_timeout", timeout));
  return login;
}

}  // namespace pgsegue::cli

#include "rules/text_refusals.hpp"

#include <string>
#include <utility>

namespace pgsegue::rules {

namespace {

constexpr const char* feature_not_supported = "0A000";
constexpr const char* cant_change_runtime_param = "55P02";
constexpr const char* use_raw_or_pass =
    "Connect as version raw and use the names that the server has, or set \"on_code: forward\" for this "
    "database.";

SqlError refusal(const std::string& what, std::string hint) {
  SqlError error;
  error.sqlstate = feature_not_supported;
  error.message = "pgsegue cannot rewrite " + what + " in this version";
  error.hint = std::move(hint);
  return error;
}

}  // namespace

SqlError refuse_encoding() {
  return refusal("a statement beyond ASCII in this client_encoding", "Set client_encoding to UTF8.");
}

SqlError refuse_doubtful_name() {
  return refusal(
      "a name of which it is not certain how the server converts it from this client_encoding",
      "Set client_encoding to UTF8, write the name in double quotes, or keep it shorter than 64 bytes.");
}

SqlError refuse_unwritable() {
  return refusal("names that this client_encoding cannot write", "Set client_encoding to UTF8.");
}

SqlError refuse_copy_encoding() {
  return refusal(
      "COPY in this client_encoding into a table of which one column is kept in several on the server",
      "Set client_encoding to UTF8.");
}

SqlError refuse_version_setting() {
  SqlError error;
  error.sqlstate = cant_change_runtime_param;
  error.message = "parameter \"pgsegue.version\" cannot be set after connection start";
  error.hint = "Connect with options=-c pgsegue.version=... or to database name@version.";
  return error;
}

SqlError refuse_constant(const ConstantName& constant, std::uint32_t position) {
  const std::string named = constant.name.empty() ? "characters by their numbers" : '"' + constant.name + '"';
  const bool is_body = constant.use == ConstantUse::body;
  SqlError error = is_body ? refusal("code in a string constant that holds " + named, use_raw_or_pass)
                           : refusal("a name in a string constant that holds " + named,
                                     "Name the table in SQL itself, or connect as version raw.");
  error.position = position;
  return error;
}

SqlError refuse_made(const parser::Identifier& name) {
  return refusal("a statement that names \"" + name.str() +
                     "\", which this transaction has made from a table whose columns have other names",
                 "Send it after COMMIT, or name the table that it was made from.");
}

SqlError refuse_unscannable(int server_major) {
  return refusal(
      "a statement that PostgreSQL " + std::to_string(server_major) + " may read otherwise than 15",
      "Write it in the syntax of PostgreSQL 15, or connect as version raw.");
}

SqlError refuse_inconsistent() {
  return refusal("this statement", "Please report it: its plan does not fit its text.");
}

}  // namespace pgsegue::rules

#include "rules/text_refusals.hpp"

#include <string>

namespace pgsegue::rules {

namespace {

constexpr const char* feature_not_supported = "0A000";
constexpr const char* cant_change_runtime_param = "55P02";

std::string of_version(std::string_view version) {
  return "version \"" + std::string(version) + "\"";
}

SqlError refusal(std::string message, std::string hint, std::uint32_t position = 0) {
  SqlError error;
  error.sqlstate = feature_not_supported;
  error.message = std::move(message);
  error.hint = std::move(hint);
  error.position = position;
  return error;
}

}  // namespace

SqlError refuse_encoding(std::string_view version) {
  return refusal(
      "pgsegue cannot read this statement in the client's encoding for " + of_version(version),
      "Set client_encoding to UTF8: in SJIS, BIG5, GBK, UHC, GB18030 and JOHAB a part of a character "
      "can look like a quote.");
}

SqlError refuse_version_setting() {
  SqlError error;
  error.sqlstate = cant_change_runtime_param;
  error.message = "parameter \"pgsegue.version\" cannot be set after connection start";
  error.hint = "Connect with options=-c pgsegue.version=... or to database name@version.";
  return error;
}

SqlError refuse_constant(ConstantUse use, std::string_view version, std::uint32_t position) {
  if (use == ConstantUse::body) {
    return refusal(
        "pgsegue cannot rewrite code inside a string constant, and this names a relation that differs "
        "in " +
            of_version(version),
        "Run DO blocks and create functions on a connection that uses the physical names "
        "(version \"raw\").",
        position);
  }
  return refusal(
      "pgsegue cannot rewrite a name inside a string constant, and this names a relation that differs "
      "in " +
          of_version(version),
      "Name the relation in SQL instead, or use a connection with the physical names (version \"raw\").",
      position);
}

SqlError refuse_unscannable(std::string_view version, int server_major) {
  return refusal(
      "pgsegue cannot read this statement as PostgreSQL " + std::to_string(server_major) +
          " does, and it names a relation that differs in " + of_version(version),
      "Write it in the syntax of PostgreSQL 15, or use a connection with the physical names (version "
      "\"raw\").");
}

SqlError refuse_inconsistent(std::string_view version) {
  return refusal("pgsegue cannot rewrite this statement for " + of_version(version) +
                     " with certainty: its plan does not fit its text",
                 "Please report the statement as an error of pgsegue.");
}

}  // namespace pgsegue::rules

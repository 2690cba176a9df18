#pragma once

#include "rules/rewriter.hpp"
#include "rules/statement_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// The fields of a message in the client's encoding, as error_translation.hpp wants them: in UTF-8.
class DecodedFields {
 public:
  DecodedFields(const ErrorFields& original, StatementText& converter);

  const ErrorFields& fields() const { return fields_; }
  /// Appends the wire form of translated fields to `out`: those that are as they were with their own bytes.
  void encode(std::string_view translated, std::string& out);

 private:
  const ErrorFields& original_;
  StatementText& converter_;
  std::vector<std::string> texts_;
  ErrorFields fields_;
};

}  // namespace pgsegue::rules

#include "proxy/cli/explanation.hpp"

#include "proxy/cli/name_uses.hpp"
#include "rules/physical_catalog.hpp"

namespace pgsegue::cli {

explanation explain(std::string_view statement, const rules::Snapshot& snapshot, rules::VersionIndex version,
                    const parser::SearchPath& path) {
  rules::Rewriter rewriter({});
  rules::StatementContext context;
  context.snapshot = &snapshot;
  context.version = version;
  context.search_path = &path;
  context.server_major = snapshot.catalog().server_version_num() / 10'000;
  const rules::Rewrite rewrite = rewriter.rewrite(statement, context);
  explanation result;
  result.action = rewrite.action;
  if (rewrite.action == rules::Rewrite::Action::replace) result.text = rewrite.text;
  if (rewrite.error != nullptr) result.error = *rewrite.error;
  result.names = resolve_names(statement, snapshot, version, path);
  return result;
}

}  // namespace pgsegue::cli

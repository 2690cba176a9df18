// Apart from session_core.cpp, so that a program without rules does not link them.
#include "proxy/session/rules_rewriter.hpp"
#include "proxy/session/session_impl.hpp"

#include <memory>
#include <utility>

namespace pgsegue::session {

SessionCore::SessionCore(SessionSettings settings, std::shared_ptr<const Directory> directory,
                         rules::Rewriter& rewriter, std::uint32_t cancel_secret)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(directory),
                                   std::make_unique<RulesRewriter>(rewriter), cancel_secret)) {}

}  // namespace pgsegue::session

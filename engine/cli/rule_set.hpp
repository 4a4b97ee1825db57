// What the commands that look at rules as rules have in common: rules made ready to be checked again, one report written.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/checking/recheck.hpp"
#include "engine/cli/gate.hpp"
#include "engine/cli/session.hpp"
#include "engine/reasoning/strength.hpp"

namespace crossfoot::cli {

// All mistakes are shown. Nothing where there are some, or no rule is selected. The session must outlive it.
[[nodiscard]] std::optional<Rechecker> ready_rules(Session& session, const Selection& selection, const Context& context);

// `rules` are those of the session with these options. `threads`: 0: as many as the machine has.
[[nodiscard]] Strength strength_of(Rechecker rules, const Session& session, const CheckOptions& options, unsigned threads);

// The page for a file, where one is named, or for standard output.
[[nodiscard]] reports::Page page_for(const std::optional<std::string>& file, const Session& session, const Context& context);

// Writes to the file, or to standard output; a failure is shown and gives could_not_check, otherwise it is `code`.
[[nodiscard]] Exit write_report(const std::optional<std::string>& file, std::string_view bytes, Exit code, const Session& session,
                                const Context& context);

}  // namespace crossfoot::cli

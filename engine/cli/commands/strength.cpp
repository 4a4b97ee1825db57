#include "engine/cli/commands/commands.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/rule_set.hpp"
#include "reports/cells.hpp"
#include "reports/strength.hpp"

namespace crossfoot::cli {

Exit run(const StrengthCommand& command, const Context& context) {
    Session session = read_session(command.dataset, command.rules, context);
    if (refused(command.file, session, context)) return Exit::could_not_check;
    std::optional<Rechecker> rules = ready_rules(session, command.selection, context);
    if (!rules) return Exit::could_not_check;
    CheckOptions options;
    options.only = command.selection.only;
    options.tags = command.selection.tags;
    const Strength strength = strength_of(std::move(*rules), session, options, command.threads);
    const reports::Page page = page_for(command.file, session, context);
    const std::string report = command.json ? reports::render_strength_json(strength, *session.dataset)
                                            : reports::guarded(reports::render_strength(strength, *session.dataset, page));
    return write_report(command.file, report, Exit::passed, session, context);
}

}  // namespace crossfoot::cli

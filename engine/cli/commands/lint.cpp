#include "engine/reasoning/lint.hpp"

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/inputs.hpp"
#include "engine/cli/rule_set.hpp"
#include "reports/cells.hpp"
#include "reports/lint.hpp"

namespace crossfoot::cli {
namespace {

bool fails(const Lint& lint, FailOn threshold) {
    if (threshold == FailOn::never) return false;
    if (threshold == FailOn::warning) return !lint.findings.empty();
    return reports::count_of(lint, Severity::error) > 0;
}

}  // namespace

Exit run(const LintCommand& command, const Context& context) {
    Session session = read_session(command.dataset, command.rules, context);
    if (refused(command.file, session, context)) return Exit::could_not_check;
    std::optional<Rechecker> rules = ready_rules(session, {}, context);
    if (!rules) return Exit::could_not_check;
    const Lint found = lint(*rules, session.rules);
    const reports::LintMaterial material{found, *rules, *session.dataset};
    const reports::Page page = page_for(command.file, session, context);
    const std::string report = command.json ? render_lint_json(material, page) : reports::guarded(render_lint(material, page));
    return write_report(command.file, report, fails(found, command.fail_on) ? Exit::failed : Exit::passed, session, context);
}

}  // namespace crossfoot::cli

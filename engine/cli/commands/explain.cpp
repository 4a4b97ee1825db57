#include <algorithm>

#include "engine/cli/code_texts.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/rule_page.hpp"
#include "engine/cli/session.hpp"
#include "engine/cli/usage.hpp"
#include "engine/text/nearest.hpp"
#include "reports/cells.hpp"
#include "reports/diagnostics.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

using reports::Page;
using reports::Style;

std::vector<std::string> code_names() {
    std::vector<std::string> out;
    for (const CodeEntry& each : code_catalogue()) out.emplace_back(each.name);
    return out;
}

Exit no_such_code(const std::string& given, const Context& context) {
    UsageError error{Message(words::no_such_code, given), {Message(words::name_a_rule_too)}, {}};
    suggest_nearest(error, given, code_names());
    write_standard_error(reports::render_plain(error.headline, error.help, context.page_for_errors(context.words())));
    return Exit::could_not_check;
}

}  // namespace

Exit run(const ExplainCodeCommand& command, const Context& context) {
    const std::optional<Code> code = code_from(command.code);
    if (!code) return no_such_code(command.code, context);
    const Language language = context.words();
    const Page page = context.page_for_output(language);
    const CodeEntry& entry = crossfoot::entry(*code);
    const std::string title =
        std::string(entry.name).append(reports::colon(language)).append(" ").append(entry.title(language));
    std::string out = paint(page, Style::bold, title) + "\n\n";
    const std::string text = lay_out_document(code_document(*code), page);
    out.append(text.empty() ? std::string(words::no_document.in(language)) + "\n" : text);
    return finish(out, Exit::passed, context, language);
}

Exit run(const ExplainRuleCommand& command, const Context& context) {
    Session session = read_session(command.dataset, command.rules, context);
    CheckOptions options;
    options.keep_holding = true;
    const std::optional<Findings> findings = conclude(session, check_session(session, options), context);
    if (!findings) return Exit::could_not_check;
    const auto rule = std::find_if(findings->rules.begin(), findings->rules.end(),
                                   [&](const RuleInfo& each) { return each.id == command.rule; });
    if (rule == findings->rules.end()) {
        show(no_such_rule(command.rule, *findings), context.page_for_errors(session.words));
        return Exit::could_not_check;
    }

    const Page page = session.place(context.page_for_output(session.words));
    const std::string out = rule_page(*rule, *findings, *session.dataset, session.rules, page);
    return finish_text(out, Exit::passed, context, session.words);
}

}  // namespace crossfoot::cli

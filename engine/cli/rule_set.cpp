#include "engine/cli/rule_set.hpp"

#include "engine/cli/files.hpp"
#include "engine/dataset/table/reading.hpp"

namespace crossfoot::cli {

std::optional<Rechecker> ready_rules(Session& session, const Selection& selection, const Context& context) {
    CheckOptions options;
    options.only = selection.only;
    options.tags = selection.tags;
    // a whole check first: it says what is wrong with the rules in the way that every command does
    const std::optional<Findings> findings = conclude(session, check_session(session, options), context);
    if (!findings) return std::nullopt;
    if (findings->rules.empty()) {
        for (Diagnostic& each : empty_pass(session.rules, *findings, selection)) {
            each.help.clear();   // it speaks of an option of `check`
            show(each, context.page_for_errors(session.words));
        }
        return std::nullopt;
    }
    return Rechecker(*session.dataset, session.rules, options);
}

Strength strength_of(Rechecker rules, const Session& session, const CheckOptions& options, unsigned threads) {
    std::vector<Rechecker> all;
    all.push_back(std::move(rules));
    while (all.size() < table::thread_count(threads)) all.emplace_back(*session.dataset, session.rules, options);
    return measure_strength(all);
}

reports::Page page_for(const std::optional<std::string>& file, const Session& session, const Context& context) {
    return session.place(file ? context.page_for_file(session.words) : context.page_for_output(session.words));
}

Exit write_report(const std::optional<std::string>& file, std::string_view bytes, Exit code, const Session& session,
                  const Context& context) {
    if (!file) return finish(bytes, code, context, session.words);
    const auto problem = write_file(*file, bytes);
    if (!problem) return code;
    show(*problem, context.page_for_errors(session.words));
    return Exit::could_not_check;
}

}  // namespace crossfoot::cli

#include "engine/cli/help.hpp"

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/completions.hpp"
#include "engine/cli/manual.hpp"
#include "reports/version.hpp"

namespace crossfoot::cli {

Exit run(const HelpCommand& command, const Context& context) {
    const Language words = context.words();
    return finish(help_text(command.topic, context.page_for_output(words)), Exit::passed, context, words);
}

Exit run(const CompletionsCommand& command, const Context& context) {
    const Language words = context.words();
    return finish(completions(command.shell, words), Exit::passed, context, words);
}

Exit run(const ManCommand&, const Context& context) {
    const Language words = context.words();
    return finish(manual(words), Exit::passed, context, words);
}

Exit run(const VersionCommand&, const Context& context) {
    return finish("crossfoot " + std::string(reports::version()) + "\n", Exit::passed, context, context.words());
}

}  // namespace crossfoot::cli

#include "engine/cli/help.hpp"

#include "engine/cli/commands/commands.hpp"
#include "reports/version.hpp"

namespace crossfoot::cli {

Exit run(const HelpCommand& command, const Context& context) {
    const Language words = context.words();
    return finish(help_text(command.topic, context.page_for_output(words)), Exit::passed, context, words);
}

Exit run(const VersionCommand&, const Context& context) {
    return finish("crossfoot " + std::string(reports::version()) + "\n", Exit::passed, context, context.words());
}

}  // namespace crossfoot::cli

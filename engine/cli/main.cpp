// The program: reads its options, runs one command, ends with its exit code. Only here is the unexpected caught.
#include <malloc.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <system_error>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/stack.hpp"
#include "reports/diagnostics.hpp"

namespace {

using namespace crossfoot;
using namespace crossfoot::cli;

int usage_error(const UsageError& error, const Context& context) {
    const Language words = error.language.value_or(context.around.locale);
    write_standard_error(reports::render_plain(error.headline, error.help, context.page_for_errors(words)));
    return Exit::could_not_check;
}

// What was asked for takes more than the system gives: nothing is wrong with the program.
int out_of_memory(const Context& context) {
    write_standard_error(reports::render_plain(Message(words::out_of_memory), {}, context.page_for_errors(context.words())));
    return Exit::could_not_check;
}

int broken(const Message& what, const Context& context) {
    const Message sentence(words::internal_error, what);
    write_standard_error(reports::render_plain(sentence, {}, context.page_for_errors(context.words())));
    return Exit::internal_error;
}

}  // namespace

namespace {

int run_program(int argc, char** argv) {
    // A reader that goes away is told by write(), not by a signal that ends the program without its exit code.
    std::signal(SIGPIPE, SIG_IGN);
    Context context;
    try {
        context.around = surroundings();
        const auto read = read_options(argc, argv);
        if (const auto* error = std::get_if<UsageError>(&read)) return usage_error(*error, context);
        const Options& options = std::get<Options>(read);
        context.language = options.language;
        context.color = options.color;
        return std::visit([&](const auto& command) -> int { return run(command, context); }, options.command);
    } catch (const std::bad_alloc&) {
        return out_of_memory(context);
    } catch (const std::system_error& error) {
        const bool resources = error.code() == std::errc::resource_unavailable_try_again || error.code() == std::errc::not_enough_memory;
        return resources ? out_of_memory(context) : broken(Message::verbatim(error.what()), context);
    } catch (const std::exception& error) { return broken(Message::verbatim(error.what()), context); }
}

}  // namespace

int main(int argc, char** argv) {
#ifdef M_TOP_PAD
    ::mallopt(M_TOP_PAD, 4 << 20);   // the heap grows in few large steps: a run only ever needs more
#endif
    return with_stack(run_program, argc, argv);
}

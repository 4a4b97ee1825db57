#include "engine/cli/context.hpp"

#include <cstdlib>

#include "engine/cli/files.hpp"
#include "reports/cells.hpp"
#include "reports/diagnostics.hpp"

namespace crossfoot::cli {
namespace {

reports::Page page(Language words, bool color, unsigned width) {
    reports::Page out;
    out.language = words;
    out.color = color;
    out.width = width;
    return out;
}

}  // namespace

void leave(Exit code) { std::_Exit(code); }

reports::Page Context::page_for_output(Language words) const {
    return page(words, colored(around.out, color, around), around.out.width);
}

reports::Page Context::page_for_errors(Language words) const {
    return page(words, colored(around.err, color, around), around.err.width);
}

reports::Page Context::page_for_file(Language words) const { return page(words, color == ColorChoice::always, 0); }

void show(const Diagnostics& diagnostics, const SourceMap& sources, const reports::Page& page) {
    write_standard_error(reports::render(diagnostics, sources, page));
}

void show(const Diagnostic& diagnostic, const reports::Page& page) {
    const SourceMap none;
    reports::Places places(none);
    write_standard_error(reports::render(diagnostic, places, page));
}

Exit finish(std::string_view output, Exit code, const Context& context, Language words) {
    const auto problem = write_standard_output(output);
    if (!problem) return code;
    show(*problem, context.page_for_errors(words));
    return Exit::could_not_check;
}

Exit finish_text(std::string_view output, Exit code, const Context& context, Language words) {
    return finish(reports::guarded(output), code, context, words);
}

}  // namespace crossfoot::cli

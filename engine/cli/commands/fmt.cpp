#include <algorithm>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/messages.hpp"
#include "engine/language/parse.hpp"
#include "engine/language/print.hpp"
#include "engine/text/source.hpp"
#include "reports/cells.hpp"

namespace crossfoot::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The text of a rule file, or why it is none.
std::variant<std::string, Diagnostic> read_rules(const std::string& path) {
    const ParseLimits limits;
    // an error would print a line of it
    if (path != "-" && !path.ends_with(".xf")) {
        Diagnostic out{Code::XF206, Message(words::cannot_read, path, Message(words::no_rule_file)), {}, {}, {}, {}, {}};
        out.file = path;
        return out;
    }
    auto read = read_file(path, limits.file_bytes, Code::XF206);
    auto* text = std::get_if<std::string>(&read);
    if (text == nullptr) return read;
    const auto problem = [&](Code code, Message headline) {
        Diagnostic out{code, std::move(headline), {}, {}, {}, {}, {}};
        out.file = path;
        return out;
    };
    if (text->size() > limits.file_bytes)
        return problem(Code::XF205, Message(words::too_large, path, limits.file_bytes >> 20U));
    if (const std::size_t bad = first_malformed_utf8(*text); bad != std::string::npos)
        return problem(Code::XF102, Message(words::not_utf8, path, bad + 1));
    if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
    return read;
}

}  // namespace

Exit run(const FmtCommand& command, const Context& context) {
    const reports::Page page = context.page_for_errors(context.words());
    Exit code = Exit::passed;
    std::string output;
    for (const std::string& path : command.files) {
        auto read = read_rules(path);
        if (const auto* problem = std::get_if<Diagnostic>(&read)) {
            show(*problem, page);
            code = std::max(code, Exit::could_not_check);
            continue;
        }
        SourceMap sources;
        const std::string name = path == "-" ? "<stdin>" : path;
        const FileId file = sources.add(name, std::get<std::string>(std::move(read)));
        Diagnostics diagnostics;
        const ast::File tree = parse_rules(file, sources, diagnostics);
        diagnostics.sort(sources);
        show(diagnostics, sources, page);
        if (diagnostics.has_errors()) {
            code = std::max(code, Exit::could_not_check);  // and the file is left as it is
            continue;
        }
        const std::string formatted = print_rules(tree, sources);
        const bool same = formatted == sources.file(file).text();
        if (!same && !reads_as(formatted, tree, sources)) {
            Diagnostic problem{Code::XF206, Message(words::not_faithful, name), {}, {}, {}, {}, {}};
            problem.file = name;
            show(problem, page);
            code = Exit::internal_error;   // the printer is wrong, and the file is left as it is
            continue;
        }
        if (command.check) {
            if (same) continue;
            output.append(reports::clean(name)).append("\n");
            if (code == Exit::passed) code = Exit::failed;
        } else if (path == "-") {
            output.append(formatted);
        } else if (!same) {
            if (const auto problem = write_file(path, formatted)) {
                show(*problem, page);
                code = std::max(code, Exit::could_not_check);
            }
        }
    }
    return finish(output, code, context, context.words());
}

}  // namespace crossfoot::cli

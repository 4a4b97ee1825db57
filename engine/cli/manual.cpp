#include "engine/cli/manual.hpp"

#include <utf8proc.h>

#include "engine/cli/help.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/option_table.hpp"
#include "reports/cells.hpp"
#include "reports/version.hpp"

namespace crossfoot::cli {
namespace {

class Manual {
public:
    explicit Manual(Language language) : language_(language) {
        out_ = ".\\\" made by `crossfoot man`\n.TH CROSSFOOT 1 \"\" \"crossfoot " + std::string(reports::version()) +
               "\" \"" + said(words::man_title) + "\"\n";
    }

    void section(const Template& title) {
        macro(".SH", said(title));
        section_ = out_.substr(out_.rfind(".SH"));
    }
    void subsection(std::string_view title) { macro(".SS", roff(title)); }
    void text(const Template& words) { flow(said(words)); }
    void paragraph(const Template& words) {
        out_ += ".PP\n";
        text(words);
    }
    // A term in bold with its explanation.
    void term(std::string_view name, const std::string& explained) {
        out_ += ".TP\n";
        macro(".B", roff(name));
        flow(roff(with_bound_signs(explained, language_)));
    }
    void term(std::string_view name, const Template& explained) { term(name, std::string(explained.in(language_))); }
    void rows(std::span<const OptionRow> options) {
        for (const OptionRow& each : options) term(synopsis(each, language_), explanation(each, language_));
    }
    // As they are to be typed.
    void command_lines(std::span<const Template> lines) {
        out_ += ".nf\n.RS\n";
        for (const Template& each : lines) line(roff(each.in(language_)));
        out_ += ".RE\n.fi\n";
    }
    void usage(const CommandRow& command) {
        for (const Form& form : command.forms) {
            if (!out_.ends_with(".PP\n") && !out_.ends_with(section_)) out_ += ".br\n";
            line("\\fBcrossfoot\\fR " + roff(synopsis(command, form, language_)) + " [options]");
        }
    }
    void command(const CommandRow& command) {
        subsection("crossfoot " + std::string(command.name));
        text(command.about);
        out_ += ".PP\n";
        usage(command);
        for (const ArgumentRow& each : command.arguments) term(each.name.in(language_), each.help);
        rows(command.options);
        out_ += ".PP\n";
        command_lines(command.examples);
    }
    void line(std::string_view text) {
        // A line that begins with a dot or a quote would be a request.
        if (text.starts_with('.') || text.starts_with('\'')) out_ += "\\&";
        out_.append(text).append("\n");
    }
    // Lines of the source are kept short: some programs of mail and print have a limit.
    void flow(const std::string& text) {
        constexpr unsigned kLongest = 78;
        for (const std::string& each : reports::wrapped(text, kLongest)) line(each);
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    [[nodiscard]] std::string said(const Template& words) const {
        return roff(with_bound_signs(words.in(language_), language_));
    }
    void macro(std::string_view name, const std::string& argument) {
        out_.append(name).append(" \"").append(argument).append("\"\n");
    }

    Language language_;
    std::string out_, section_;  // the latest heading as written
};

}  // namespace

std::string roff(std::string_view text) {
    constexpr utf8proc_int32_t kNoBreak = 0xA0;
    std::string out;
    while (!text.empty()) {
        utf8proc_int32_t character = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                         static_cast<utf8proc_ssize_t>(text.size()), &character);
        const std::size_t bytes = length > 0 ? static_cast<std::size_t>(length) : 1;
        if (character == kNoBreak) {
            out += "\\~";
        } else if (bytes > 1) {
            constexpr std::string_view kHex = "0123456789ABCDEF";
            out += "\\[u";
            for (int shift = character > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
                out += kHex[static_cast<std::size_t>(character >> shift) & 0xFU];
            out += "]";
        } else if (text.front() == '\\') {
            out += "\\e";
        } else if (text.front() == '-') {
            out += "\\-";
        } else if (text.front() == '\'') {
            out += "\\(aq";
        } else if (text.front() == '"') {
            out += "\\(dq";
        } else if (text.front() == '`') {
            out += "\\(ga";
        } else if (text.front() == '~') {
            out += "\\(ti";
        } else {
            out += text.front();
        }
        text.remove_prefix(bytes);
    }
    return out;
}

std::string manual(Language language) {
    Manual page(language);
    page.section(words::man_name);
    page.line("crossfoot \\- " + roff(words::man_in_short.in(language)));
    page.section(words::man_synopsis);
    for (const CommandRow& command : commands()) page.usage(command);
    page.section(words::man_description);
    page.text(words::program_about);
    page.paragraph(words::man_rounding);
    page.paragraph(words::man_inputs);
    page.section(words::man_commands);
    for (const CommandRow& command : commands()) page.command(command);
    page.section(words::man_options);
    page.rows(common_options());
    page.rows(program_options());
    page.section(words::man_exit_codes);
    page.term("0", words::exit_passed);
    page.term("1", words::exit_failed);
    page.term("2", words::exit_could_not_check);
    page.term("3", words::exit_internal_error);
    page.term("130, 143", words::exit_interrupted);
    page.section(words::man_environment);
    page.term("NO_COLOR", words::man_no_color);
    page.term("LC_ALL, LC_MESSAGES, LANG", words::man_locale);
    page.section(words::man_files);
    page.term("report.toml", words::man_manifest);
    page.term("*.xf", words::man_rules);
    page.section(words::man_examples);
    page.command_lines(program_examples());
    return page.take();
}

}  // namespace crossfoot::cli

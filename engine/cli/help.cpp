#include "engine/cli/help.hpp"

#include <algorithm>

#include "engine/cli/messages.hpp"
#include "engine/cli/option_table.hpp"
#include "reports/cells.hpp"

namespace crossfoot::cli {
namespace {

using reports::Page;
using reports::Style;

constexpr unsigned kWidest = 112;   // longer lines are hard to read
constexpr unsigned kColumn = 32;    // where the explanations begin
constexpr unsigned kNarrow = 60;    // below this there is no room for two columns
constexpr unsigned kHanging = 6;    // of explanations under their names
constexpr unsigned kNarrowest = 16; // what no layout goes below

class Layout {
public:
    explicit Layout(const Page& page)
        : page_(page), width_(page.width == 0 ? kWidest : std::clamp(page.width, kNarrowest, kWidest)) {}

    void blank() { out_ += "\n"; }
    void paragraph(const Template& text) {
        for (const std::string& line : lines(say(text), width_)) out_.append(line).append("\n");
    }
    void heading(const Template& text) {
        for (const std::string& line : lines(say(text), width_)) out_.append(paint(page_, Style::bold, line)).append("\n");
    }
    void verbatim(std::string_view line) { out_.append("  ").append(line).append("\n"); }

    // "Usage: crossfoot check DATASET [options]", further forms below the first.
    void usage(const std::vector<std::string>& forms) {
        const std::string head = say(words::usage);
        const unsigned indent = width_ < kNarrow ? 2 : reports::cell_width(head) + 1;
        out_.append(paint(page_, Style::bold, head)).append(width_ < kNarrow ? "\n" : " ");
        for (const std::string& form : forms) {
            const bool beside_head = &form == &forms.front() && width_ >= kNarrow;
            if (!beside_head) out_.append(indent, ' ');
            std::string before;
            for (const std::string& line : lines(form, width_ - indent - 2)) {
                out_.append(before).append(line).append("\n");
                before = std::string(indent + 2, ' ');
            }
        }
    }

    void row(const std::string& name, std::string_view text) {
        const std::string explained = with_bound_signs(text, page_.language);
        if (width_ < kNarrow) {
            hang(broken_names(name), 2);
            hang(lines(explained, width_ - kHanging), kHanging);
            return;
        }
        std::string line = "  " + name;
        if (reports::cell_width(line) + 2 > kColumn) {
            out_.append(line).append("\n");
            line.clear();
        }
        for (const std::string& each : lines(explained, width_ - kColumn)) {
            out_.append(reports::padded(line, kColumn)).append(each).append("\n");
            line.clear();
        }
    }
    void rows(std::span<const OptionRow> options) {
        for (const OptionRow& each : options) row(synopsis(each, page_.language), explanation(each, page_.language));
    }
    void examples(std::span<const Template> list) {
        blank();
        heading(list.size() == 1 ? words::help_example : words::help_examples);
        for (const Template& each : list) verbatim(each.in(page_.language));
    }

    [[nodiscard]] std::string_view in(const Template& text) const { return text.in(page_.language); }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    [[nodiscard]] std::string say(const Template& text) const {
        return with_bound_signs(text.in(page_.language), page_.language);
    }
    static std::vector<std::string> lines(const std::string& text, unsigned cells) {
        return reports::wrapped(text, cells);
    }
    // A list of choices too long for the line is broken behind its bars.
    [[nodiscard]] std::vector<std::string> broken_names(const std::string& name) const {
        const std::size_t room = width_ - 2;
        std::vector<std::string> out;
        for (std::string each : lines(name, width_ - 2)) {
            while (reports::cell_width(each) > room) {
                const std::size_t bar = each.rfind('|', room - 1);
                if (bar == std::string::npos) break;
                out.push_back(each.substr(0, bar + 1));
                each.erase(0, bar + 1);
            }
            out.push_back(std::move(each));
        }
        return out;
    }
    void hang(const std::vector<std::string>& text, unsigned indent) {
        for (const std::string& line : text) out_.append(indent, ' ').append(line).append("\n");
    }

    const Page& page_;
    unsigned width_;
    std::string out_;
};

std::string program_help(Layout layout, Language language) {
    layout.paragraph(words::program_about);
    layout.blank();
    layout.usage({std::string("crossfoot ").append(layout.in(words::a_command))});
    layout.blank();
    layout.heading(words::help_commands);
    for (const CommandRow& command : commands())
        for (const Form& form : command.forms)
            layout.row(synopsis(command, form, language), layout.in(form.purpose));
    layout.blank();
    layout.heading(words::help_common_options);
    layout.rows(common_options());
    layout.rows(program_options());
    layout.blank();
    layout.paragraph(words::exit_codes);
    layout.examples(program_examples());
    return layout.take();
}

std::string command_help(const CommandRow& command, Layout layout, Language language) {
    layout.paragraph(command.about);
    layout.blank();
    std::vector<std::string> usage;
    for (const Form& form : command.forms)
        usage.push_back("crossfoot " + synopsis(command, form, language) + " " +
                        std::string(layout.in(words::options_word)));
    layout.usage(usage);
    layout.blank();
    for (const ArgumentRow& each : command.arguments)
        layout.row(std::string(layout.in(each.name)), layout.in(each.help));
    if (!command.arguments.empty()) layout.blank();
    layout.heading(words::help_options);
    layout.rows(command.options);
    layout.rows(common_options());
    layout.examples(command.examples);
    return layout.take();
}

}  // namespace

std::string help_text(std::string_view topic, const Page& page) {
    const CommandRow* command = find_command(topic);
    if (command == nullptr) return program_help(Layout(page), page.language);
    return command_help(*command, Layout(page), page.language);
}

std::string with_bound_signs(std::string_view text, Language language) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool before_sign = i + 1 < text.size() && std::string_view(":;!?").find(text[i + 1]) != std::string_view::npos;
        if (language == Language::fr && text[i] == ' ' && before_sign) out += "\xC2\xA0";
        else out += text[i];
    }
    return out;
}

}  // namespace crossfoot::cli

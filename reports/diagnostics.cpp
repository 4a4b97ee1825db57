#include "reports/diagnostics.hpp"

#include "reports/cells.hpp"
#include "reports/excerpt.hpp"
#include "reports/messages.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

// `error[XF303]: `, the word and the code in the colour of their kind.
std::string heading(const Page& page, Style style, const Template& word, std::string_view code) {
    std::string text(word.in(page.language));
    if (!code.empty()) text.append("[").append(code).append("]");
    return paint(page, style, text).append(colon(page.language)).append(" ");
}

std::string help_word(const Page& page) {
    return std::string(words::help.in(page.language)).append(colon(page.language));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Places& places, const Page& page) {
    const bool error = is_error(diagnostic);
    const Style style = error ? Style::error : Style::warning;
    std::string out = heading(page, style, error ? words::error : words::warning, name(diagnostic.code));
    out.append(paint(page, Style::bold, clean(diagnostic.headline.in(page.language)))).append("\n");

    std::vector<Mark> marks;
    if (diagnostic.span.valid()) marks.push_back({diagnostic.span, diagnostic.at.in(page.language), true});
    for (const Label& label : diagnostic.labels) marks.push_back({label.span, label.text.in(page.language), false});
    const std::vector<Excerpt> excerpts = excerpts_of(std::move(marks));
    const unsigned gutter = gutter_width(excerpts, places);
    if (!diagnostic.span.valid() && !diagnostic.file.empty())
        out.append(gutter + 1, ' ')
            .append(paint(page, Style::gutter, "-->"))
            .append(" ")
            .append(clean(diagnostic.file))
            .append("\n");
    for (const Excerpt& excerpt : excerpts) append_excerpt(out, excerpt, places, page, style, gutter);
    if (!diagnostic.help.empty() && !excerpts.empty()) append_gutter(out, page, gutter);
    for (const Message& help : diagnostic.help)
        append_remark(out, page, gutter, help_word(page), help.in(page.language));
    return out;
}

std::string render(const Diagnostics& diagnostics, const SourceMap& sources, const Page& page) {
    std::string out;
    if (diagnostics.empty()) return out;
    Places places(sources);
    std::size_t errors = diagnostics.left_out();
    for (const Diagnostic& each : diagnostics.all()) {
        out.append(render(each, places, page)).append("\n");
        if (is_error(each)) ++errors;
    }
    if (errors == 0) return out;
    std::string count = counted(words::n_errors, errors, page.language);
    if (diagnostics.left_out() > 0)
        count.append(Message(words::not_shown, number(diagnostics.left_out(), page.language)).in(page.language));
    return out.append(paint(page, Style::error, count)).append("\n");
}

std::string render_plain(const Message& headline, const std::vector<Message>& help, const Page& page) {
    std::string out = heading(page, Style::error, words::error, "");
    out.append(paint(page, Style::bold, clean(headline.in(page.language)))).append("\n");
    for (const Message& each : help) append_remark(out, page, 0, help_word(page), each.in(page.language));
    return out;
}

}  // namespace crossfoot::reports

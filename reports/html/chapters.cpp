#include <algorithm>

#include "reports/html/messages.hpp"
#include "reports/html/sections.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

struct Part {
    std::uint64_t count;
    std::string_view css;
};

// A bar of the parts, `share` of a hundred wide. Nothing is lost to those who do not see it: the numbers stand beside
// it.
void write_bar(Html& out, const Chapter& chapter, const Rational& share) {
    const std::string width = "width:" + (share * 100).fixed(2, Rational::Direction::nearest) + "%";
    out.open("td", {{"class", "bar"}, {"aria-hidden", "true"}}).open("span", {{"class", "bar"}, {"style", width}});
    for (const Part& part :
         {Part{chapter.contradicted, "error"}, Part{chapter.unverifiable, "open"}, Part{chapter.waived, "waived"},
          Part{chapter.rounded, "near"}, Part{chapter.exact, "good"}})
        if (part.count > 0)
            out.element("i", {{"class", part.css}, {"style", "flex-grow:" + std::to_string(part.count)}}, "");
    out.close().close();
}

void write_numbers(Html& out, const Chapter& chapter, const Sheet& sheet, bool waived) {
    const auto cell = [&](const Template& column, std::string_view css, std::uint64_t count) {
        out.open("td", {{"class", css}, {"data-label", column.in(out.language())}}).text(number(count, out.language()));
        out.close();
    };
    const auto css = [](std::uint64_t count) { return count == 0 ? "number zero" : "number"; };
    cell(words::checks, "number", chapter.instances);
    out.open("td",
             {{"class", css(chapter.contradicted)}, {"data-label", words::contradicted_column.in(out.language())}});
    out.text(number(chapter.contradicted, out.language()));
    constexpr std::size_t kMostLinks = 12;
    if (!chapter.cards.empty()) out.open("span", {{"class", "cards"}});
    for (std::size_t i = 0; i < std::min(chapter.cards.size(), kMostLinks); ++i) {
        const std::size_t number = chapter.cards[i];
        const std::string& anchor = sheet.anchor_of(sheet.contradictions()[number - 1]);
        out.text(" ").element("a", {{"href", "#" + anchor}}, Message(words::number, number).in(out.language()));
    }
    if (chapter.cards.size() > kMostLinks) out.text(" …");
    if (!chapter.cards.empty()) out.close();
    out.close();
    cell(words::unverifiable_ones, css(chapter.unverifiable), chapter.unverifiable);
    if (waived) cell(words::waived_ones, css(chapter.waived), chapter.waived);
    cell(words::by_rounding, css(chapter.rounded), chapter.rounded);
    cell(words::as_printed, css(chapter.exact), chapter.exact);
}

bool has_chapters(const Sheet& sheet) { return !sheet.chapters().empty(); }

void write_chapters(Html& out, const Sheet& sheet) {
    const bool waived = sheet.findings().summary.waived > 0;
    std::uint64_t most = 1;
    Chapter sum;
    for (const Chapter& each : sheet.chapters()) {
        most = std::max(most, each.instances);
        sum.instances += each.instances, sum.exact += each.exact, sum.rounded += each.rounded;
        sum.contradicted += each.contradicted, sum.unverifiable += each.unverifiable, sum.waived += each.waived;
    }
    out.element("p", {{"class", "about"}}, words::bars_mean).line();
    out.open("table", {{"class", "chapters"}}).open("thead").open("tr");
    out.element("th", {{"scope", "col"}}, words::chapter)
        .element("td", {{"class", "bar"}, {"aria-hidden", "true"}}, "");
    for (const Template* head : {&words::checks, &words::contradicted_column, &words::unverifiable_ones,
                                 &words::waived_ones, &words::by_rounding, &words::as_printed})
        if (waived || head != &words::waived_ones) out.element("th", {{"scope", "col"}, {"class", "number"}}, *head);
    out.close().close().line().open("tbody");
    for (const Chapter& each : sheet.chapters()) {
        out.open("tr").element("th", {{"scope", "row"}, sheet.report_language()}, each.title);
        write_bar(out, each, Rational(static_cast<std::int64_t>(each.instances), static_cast<std::int64_t>(most)));
        write_numbers(out, each, sheet, waived);
        out.close().line();
    }
    out.close().open("tfoot").open("tr").element("th", {{"scope", "row"}}, words::total);
    out.element("td", {{"class", "bar"}, {"aria-hidden", "true"}}, "");
    write_numbers(out, sum, sheet, waived);
    out.close().close().close().line();
}

}  // namespace

Section chapters_section() { return {"chapters", &words::by_chapter, has_chapters, write_chapters}; }

}  // namespace crossfoot::reports::html

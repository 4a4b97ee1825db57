#include <algorithm>
#include <array>

#include "engine/quantity/print_text.hpp"
#include "reports/html/filter.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sections.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

constexpr std::size_t kMostHolding = 20'000;  // rows of what holds
constexpr std::size_t kMostFigures = 40;      // of one row

// What the verdict filter tells apart.
enum class Band : std::uint8_t { contradicted, unverifiable, waived, vacuous, as_printed, rounded, within };
constexpr std::array kBands = {Band::contradicted, Band::unverifiable, Band::waived, Band::vacuous,
                               Band::as_printed,   Band::rounded,      Band::within};

struct BandWords {
    std::string_view key, css;
    const Template* words;
};

Band band_of(const Finding& finding) {
    switch (finding.verdict) {
        case Verdict::contradicted: return Band::contradicted;
        case Verdict::unverifiable: return Band::unverifiable;
        case Verdict::waived: return Band::waived;
        case Verdict::vacuous: return Band::vacuous;
        case Verdict::holds: break;
    }
    if (finding.agreement == Agreement::rounded) return Band::rounded;
    return finding.agreement == Agreement::within ? Band::within : Band::as_printed;
}

BandWords words_of(Band band) {
    switch (band) {
        case Band::contradicted: return {"contradicted", "word error", &words::contradicted};
        case Band::unverifiable: return {"unverifiable", "word open", &reports::words::unverifiable};
        case Band::waived: return {"waived", "word waived", &words::waived};
        case Band::vacuous: return {"vacuous", "word open", &reports::words::vacuous};
        case Band::as_printed: return {"printed", "word good", &words::holds_as_printed};
        case Band::rounded: return {"rounded", "word near", &words::holds_rounded};
        case Band::within: break;
    }
    return {"within", "word near", &words::holds_within};
}

void write_filter(Html& out, const Sheet& sheet) {
    const auto& findings = sheet.findings().findings;
    const Language language = sheet.language();
    Choices verdicts{"verdict", "verdict", &words::verdict, {}}, chapters{"chapter", "chapter", &words::chapter, {}};
    verdicts.choices.push_back(counted_choice("", words::any_verdict.in(language), findings.size(), language));
    for (const Band band : kBands) {
        const auto count =
            std::count_if(findings.begin(), findings.end(), [&](const Finding& each) { return band_of(each) == band; });
        const BandWords said = words_of(band);
        if (count > 0)
            verdicts.choices.push_back(counted_choice(said.key, said.words->in(language), static_cast<std::uint64_t>(count), language));
    }
    chapters.choices.push_back(counted_choice("", words::any_chapter.in(language), findings.size(), language));
    for (std::size_t i = 0; i < sheet.chapters().size(); ++i) {
        const Chapter& chapter = sheet.chapters()[i];
        chapters.choices.push_back(counted_choice(std::to_string(i), chapter.title, chapter.instances + chapter.vacuous, language));
    }
    write_filter(out, {"filter", "all-checks", "checks.h", {std::move(verdicts), std::move(chapters)}, &words::shown, &words::show_figures});
}

void write_figures(Html& out, const Finding& finding, const Sheet& sheet) {
    if (finding.figures.empty()) return;
    const Dataset& dataset = sheet.dataset();
    out.open("details")
        .open("summary")
        .text(counted(reports::words::n_figures, finding.figures.size(), out.language()))
        .close();
    out.open("ul");
    const std::size_t shown = std::min(finding.figures.size(), kMostFigures);
    for (std::size_t i = 0; i < shown; ++i) {
        const NodeId node = finding.figures[i];
        const std::string printed = printed_form(node, dataset), draft = draft_in_words(node, dataset, out.language());
        out.open("li")
            .element("b", printed.empty() ? "–" : printed)
            .text(" ")
            .open("code")
            .path(dataset.path(node))
            .close()
            .text(" ");
        out.element("span", {{"class", "place"}}, sheet.place(dataset.node(node).span));
        if (!draft.empty()) out.text(", " + draft);
        out.close();
    }
    if (shown < finding.figures.size())
        out.element("li", counted(words::more_figures, finding.figures.size() - shown, out.language()));
    out.close().close();
}

void write_row(Html& out, std::size_t index, const Sheet& sheet) {
    const Finding& finding = sheet.findings().findings[index];
    const BandWords band = words_of(band_of(finding));
    const Chapter& chapter = sheet.chapter_of(finding);
    const std::string chapter_number = std::to_string(&chapter - sheet.chapters().data());
    out.open("tr", {{"data-verdict", band.key}, {"data-chapter", chapter_number}});
    out.open("td").element("span", {{"class", band.css}}, *band.words);
    if (const std::size_t number = sheet.number_of(index); number != 0) {
        const std::string see = Message(words::see, Message(words::number, number)).in(out.language());
        out.text(" ").element("a", {{"href", "#" + sheet.anchor_of(index)}}, see);
    }
    out.close().open("th", {{"scope", "row"}});
    write_title(out, finding, sheet);
    out.close().open("td").prose(first_letter_raised(sentence(finding, sheet.dataset(), out.language()))).text(".");
    write_figures(out, finding, sheet);
    out.close().element("td", {{"class", "chapter"}, sheet.report_language()}, chapter.title).close().line();
}

bool has_checks(const Sheet& sheet) { return !sheet.findings().findings.empty(); }

void write_checks(Html& out, const Sheet& sheet) {
    write_filter(out, sheet);
    out.open("table", {{"class", "checks"}, {"id", "all-checks"}, {"aria-labelledby", "checks.h"}})
        .open("thead")
        .open("tr");
    for (const Template* head : {&words::verdict, &words::check, &words::result})
        out.element("th", {{"scope", "col"}}, *head);
    out.element("th", {{"scope", "col"}, {"class", "chapter"}}, words::chapter);
    out.close().close().line().open("tbody");
    std::size_t holding = 0;
    for (std::size_t i = 0; i < sheet.findings().findings.size(); ++i)
        if (sheet.findings().findings[i].verdict != Verdict::holds || ++holding <= kMostHolding)
            write_row(out, i, sheet);
    out.close().close().line();
    if (holding <= kMostHolding) return;
    const Message left_out(words::rows_left_out, number(holding - kMostHolding, out.language()));
    out.element("p", {{"class", "about"}}, left_out.in(out.language())).line();
}

}  // namespace

Section checks_section() { return {"checks", &words::all_checks, has_checks, write_checks}; }

}  // namespace crossfoot::reports::html

#include "reports/strength.hpp"

#include <algorithm>

#include "engine/quantity/print_text.hpp"
#include "reports/html/filter.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/strength_messages.hpp"
#include "reports/message.hpp"
#include "reports/rule_set_messages.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

constexpr std::size_t kMostFigures = 5'000;

enum class Protection : std::uint8_t { none, part, whole };

struct ProtectionWords {
    std::string_view key;
    const Template* words;
};

constexpr ProtectionWords kProtections[] = {
    {"none", &words::unprotected}, {"part", &words::partly}, {"whole", &words::wholly}};

Protection protection_of(const FigureStrength& figure) {
    if (figure.unprotected) return Protection::none;
    return figure.slips.caught == figure.slips.all ? Protection::whole : Protection::part;
}

struct Row {
    const FigureStrength* figure;
    std::size_t place;   // in the order of the dataset
};

// Unprotected ones first, then the less of their slips is noticed; as in the dataset where that is the same.
std::vector<Row> weakest_first(const Sheet& sheet) {
    const std::vector<FigureStrength>& figures = sheet.strength()->figures;
    std::vector<Row> out;
    for (std::size_t i = 0; i < figures.size(); ++i) out.push_back({&figures[i], i});
    std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) {
        if (a.figure->unprotected != b.figure->unprotected) return a.figure->unprotected;
        if (a.figure->slips.all == 0 || b.figure->slips.all == 0) return a.figure->slips.all > b.figure->slips.all;
        return weaker(*a.figure, *b.figure);
    });
    return out;
}

void write_share(Html& out, const SlipCount& slips) {
    out.open("td", {{"class", "number"}, {"data-label", words::slips_noticed.in(out.language())}});
    out.text(share_of(slips, out.language())).close();
}

void write_chapter(Html& out, const ChapterStrength& chapter) {
    const Language language = out.language();
    const Rational share(static_cast<std::int64_t>(chapter.slips.caught), static_cast<std::int64_t>(std::max<std::uint64_t>(chapter.slips.all, 1)));
    const std::string width = "width:" + (share * 100).fixed(2, Rational::Direction::nearest) + "%";
    out.open("td", {{"class", "bar"}, {"aria-hidden", "true"}}).open("span", {{"class", "bar share"}});
    out.element("i", {{"class", "good"}, {"style", width}}, "").close().close();
    write_share(out, chapter.slips);
    write_cell(out, words::figures, "number", number(chapter.figures, language));
    write_cell(out, words::unprotected_ones, chapter.unprotected == 0 ? "number zero" : "number", number(chapter.unprotected, language));
}

void write_chapters(Html& out, const Strength& strength) {
    out.element("p", {{"class", "about"}}, words::bars_of_strength).line();
    out.open("table", {{"class", "chapters"}}).open("thead").open("tr").element("th", {{"scope", "col"}}, words::chapter);
    out.element("td", {{"class", "bar"}, {"aria-hidden", "true"}}, "");
    for (const Template* head : {&words::slips_noticed, &words::figures, &words::unprotected_ones})
        out.element("th", {{"scope", "col"}, {"class", "number"}}, *head);
    out.close().close().line().open("tbody");
    for (const ChapterStrength& each : strength.chapters) {
        out.open("tr").open("th", {{"scope", "row"}}).open("code").path(each.key).close().close();
        write_chapter(out, each);
        out.close().line();
    }
    out.close().open("tfoot").open("tr").element("th", {{"scope", "row"}}, words::total);
    write_chapter(out, strength.overall);
    out.close().close().close().line();
}

void write_filter(Html& out, const Strength& strength) {
    const Language language = out.language();
    Choices protections{"protection", "protection", &words::protection, {}}, chapters{"chapter", "chapter", &words::chapter, {}};
    protections.choices.push_back(counted_choice("", words::any_protection.in(language), strength.figures.size(), language));
    for (const Protection each : {Protection::none, Protection::part, Protection::whole}) {
        const auto count = std::count_if(strength.figures.begin(), strength.figures.end(),
                                         [&](const FigureStrength& figure) { return protection_of(figure) == each; });
        const ProtectionWords& said = kProtections[static_cast<std::size_t>(each)];
        if (count > 0)
            protections.choices.push_back(counted_choice(said.key, said.words->in(language), static_cast<std::uint64_t>(count), language));
    }
    chapters.choices.push_back(counted_choice("", words::any_chapter.in(language), strength.figures.size(), language));
    for (std::size_t i = 0; i < strength.chapters.size(); ++i)
        chapters.choices.push_back(counted_choice(std::to_string(i), strength.chapters[i].key, strength.chapters[i].figures, language));
    Choices orders{"order", {}, &words::order,
                   {{"", std::string(words::weakest_first.in(language))},
                    {"place", std::string(words::as_they_stand.in(language))},
                    {"surely", std::string(words::widest_first.in(language))}}};
    html::write_filter(out, {"guard", "all-figures", "figures.h", {std::move(protections), std::move(chapters), std::move(orders)},
                             &words::figures_shown});
}

// Less than nothing, so that the largest comes first: the slip surely noticed as a part of the figure. Empty where there is none.
std::string surely_of_figure(const FigureStrength& figure, const Dataset& dataset) {
    const Rational value = dataset.figure(figure.figure).value;
    if (!figure.surely || value.is_zero()) return {};
    return (-*figure.surely / value.abs()).fixed(9, Rational::Direction::nearest);
}

void write_figure(Html& out, const Row& row, const Sheet& sheet) {
    const FigureStrength& figure = *row.figure;
    const Dataset& dataset = sheet.dataset();
    const Language language = out.language();
    const Protection protection = protection_of(figure);
    out.open("tr", {{"data-protection", kProtections[static_cast<std::size_t>(protection)].key},
                    {"data-chapter", std::to_string(figure.chapter)},
                    {"data-place", std::to_string(row.place)},
                    {"data-surely", surely_of_figure(figure, dataset)}});
    out.open("th", {{"scope", "row"}, {"class", "path"}});
    write_path(out, figure.figure, kNoNode, sheet);
    out.close();
    write_cell(out, words::printed, "number", printed_form(figure.figure, dataset));
    write_cell(out, words::draft, "number lines", draft_lines(figure.figure, dataset));
    out.open("td", {{"class", "number"}, {"data-label", words::slips_noticed.in(language)}});
    if (protection == Protection::none) {
        out.element("span", {{"class", "word open"}}, words::unprotected).close();
        const bool proved = figure.unnoticed && figure.unnoticed->proved;
        write_cell(out, words::goes_unnoticed, "number", proved ? words::anything.in(language) : "–");
        write_cell(out, words::surely_noticed, "number", "–");
    } else {
        const Message share(words::share_of_slips, share_of(figure.slips, language), number(figure.slips.all, language));
        out.text(share.in(language)).close();
        const std::string unnoticed = unnoticed_in_words(figure, dataset, language), surely = surely_in_words(figure, dataset);
        write_cell(out, words::goes_unnoticed, "number", unnoticed.empty() ? "–" : unnoticed);
        write_cell(out, words::surely_noticed, "number", surely.empty() ? "–" : Message(words::slip_of, surely).in(language));
    }
    out.close().line();
}

void write_figures(Html& out, const Sheet& sheet) {
    const std::vector<Row> rows = weakest_first(sheet);
    out.element("h3", {{"id", "figures.h"}}, words::each_figure).line();
    out.element("p", {{"class", "about"}}, words::about_columns).line();
    write_filter(out, *sheet.strength());
    out.open("table", {{"class", "checks guarded"}, {"id", "all-figures"}, {"aria-labelledby", "figures.h"}}).open("thead").open("tr");
    for (const Template* head : {&words::figure, &words::printed, &words::draft, &words::slips_noticed, &words::goes_unnoticed,
                                 &words::surely_noticed})
        out.element("th", {{"scope", "col"}}, *head);
    out.close().close().line().open("tbody");
    std::size_t whole = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), kMostFigures); ++i) {
        write_figure(out, rows[i], sheet);
        if (protection_of(*rows[i].figure) == Protection::whole) ++whole;
    }
    out.close().close().line();
    const auto say = [&](std::string_view css, const Template& sentence, std::size_t count) {
        if (count > 0) out.element("p", {{"class", css}}, Message(sentence, number(count, out.language())).in(out.language())).line();
    };
    say("about on-paper", words::strong_ones_unprinted, whole);
    if (rows.size() > kMostFigures) say("about", words::strong_ones_left_out, rows.size() - kMostFigures);
}

bool strength_present(const Sheet& sheet) { return sheet.strength() != nullptr && !sheet.strength()->figures.empty(); }

void write_strength(Html& out, const Sheet& sheet) {
    const Strength& strength = *sheet.strength();
    const ChapterStrength& all = strength.overall;
    const Language language = out.language();
    const Template& unprotected = all.unprotected == 1 ? words::some_unprotected.one : words::some_unprotected.many;
    const std::string guarded =
        all.unprotected == 0
            ? std::string(words::all_protected.in(language))
            : Message(unprotected, number(all.unprotected, language), counted(reports::words::n_figures, all.figures, language)).in(language);
    const Message about(words::about_strength, counted(reports::words::n_slips, all.slips.all, language), share_of(all.slips, language), guarded);
    out.element("p", {{"class", "about"}}, about.in(language)).line();
    write_chapters(out, strength);
    write_figures(out, sheet);
}

}  // namespace

Section strength_section() { return {"strength", &words::strength, strength_present, write_strength}; }

}  // namespace crossfoot::reports::html

#include <algorithm>

#include "engine/quantity/print_text.hpp"
#include "reports/causes.hpp"
#include "reports/html/incident_messages.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/ways.hpp"
#include "reports/incidents.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

constexpr std::size_t kMostIncidents = 300, kMostLinks = 40;

class Card {
public:
    Card(Html& out, const Incident& incident, std::size_t number, const Sheet& sheet)
        : out_(out), incident_(incident), number_(number), sheet_(sheet), language_(sheet.language()) {}

    void write() {
        const std::string id = "incident-" + std::to_string(number_);
        out_.open("article", {{"class", "card incident"}, {"id", id}, {"aria-labelledby", id + ".h"}}).line();
        out_.open("p", {{"class", "head"}});
        out_.element("span", {{"class", "ordinal"}}, Message(words::incident, number_).in(language_)).close().line();
        out_.element("h3", {{"id", id + ".h"}}, heading()).line();
        contradictions();
        if (incident_.least_sets.empty()) {
            const Template& said = incident_.cut_short ? reports::words::search_stopped : reports::words::no_repair;
            out_.element("p", {{"class", "sentence"}}, first_letter_raised(said.in(language_)) + ".").line();
        } else {
            write_ways(out_, incident_, common_causes(incident_, *sheet_.reasoning()), sheet_);
            if (incident_.cut_short) out_.element("p", {{"class", "about"}}, words::more_ways).line();
        }
        for (const Cause* each : common_causes(incident_, *sheet_.reasoning()))
            write_remark(out_, words::likely, cause_line(*each, sheet_.dataset(), language_));
        out_.close().line();
    }

private:
    [[nodiscard]] std::string heading() const {
        const auto& sets = incident_.least_sets;
        if (sets.empty()) return std::string(words::no_way.in(language_));
        const std::size_t each = sets.front().figures.size();
        // beside one figure two that are exchanged may be another way
        if (std::all_of(sets.begin(), sets.end(), [](const Repair& set) { return set.figures.size() == 1; }))
            return sets.size() == 1 ? std::string(words::one_figure.in(language_))
                                    : Message(words::one_of, sets.size()).in(language_);
        return sets.size() == 1 ? Message(words::several_figures, each).in(language_)
                                : Message(words::one_way_of, sets.size()).in(language_);
    }

    // Which contradictions these are, each a link to its card.
    void contradictions() {
        const std::size_t all = incident_.findings.size(), shown = std::min(all, kMostLinks);
        out_.element("p", {{"class", "found"}}, counted(words::explains, all, language_)).line();
        out_.open("ul", {{"class", "found"}}).line();
        for (std::size_t i = 0; i < shown; ++i) {
            const std::size_t place = incident_.findings[i];
            out_.open("li").element("a", {{"href", "#" + sheet_.anchor_of(place)}},
                                    Message(words::number, sheet_.number_of(place)).in(language_));
            out_.text(" ");
            write_title(out_, sheet_.findings().findings[place], sheet_);
            out_.close().line();
        }
        if (shown < all) out_.element("li", counted(reports::words::and_more_findings, all - shown, language_)).line();
        out_.close().line();
    }

    Html& out_;
    const Incident& incident_;
    std::size_t number_;
    const Sheet& sheet_;
    Language language_;
};

bool present(const Sheet& sheet) {
    return sheet.reasoning() != nullptr && (!sheet.reasoning()->incidents.empty() || sheet.reasoning()->cut_short);
}

void write_all(Html& out, const Sheet& sheet) {
    const std::vector<Incident>& all = sheet.reasoning()->incidents;
    const Language language = sheet.language();
    if (!all.empty()) out.element("p", {{"class", "about"}}, words::about_incidents).line();
    const std::size_t shown = std::min(all.size(), kMostIncidents);
    for (std::size_t i = 0; i < shown; ++i) Card(out, all[i], i + 1, sheet).write();
    if (shown < all.size())
        out.element("p", {{"class", "about"}}, Message(words::more_incidents, number(all.size() - shown, language)).in(language)).line();
    if (sheet.reasoning()->cut_short)
        out.element("p", {{"class", "about"}}, first_letter_raised(reports::words::reasoning_cut_short.in(language)) + ".")
            .line();
}

}  // namespace

Section incidents_section() { return {"incidents", &words::incidents, present, write_all}; }

}  // namespace crossfoot::reports::html

#include "reports/html/ways.hpp"

#include "engine/quantity/print_text.hpp"
#include "reports/html/incident_messages.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/parts.hpp"
#include "reports/incidents.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {
namespace {

class Table {
public:
    Table(Html& out, const Ways& ways, const std::vector<const Cause*>& causes, const Sheet& sheet)
        : out_(out), ways_(ways), causes_(causes), sheet_(sheet), language_(sheet.language()) {}

    void write() {
        out_.open("table", {{"class", "trace repairs"}}).element("caption", words::repairs).open("thead").open("tr");
        for (const Template* head : {&words::figure, &words::printed, &words::proposed, &words::rest_says,
                                     &words::dataset, &words::draft})
            out_.element("th", {{"scope", "col"}}, *head);
        out_.close().close().line();
        for (const Repair& set : ways_.least_sets) {
            out_.open("tbody").line();
            if (set.figures.size() > 1 && ways_.least_sets.size() > 1) {
                const bool first = &set == &ways_.least_sets.front();
                out_.open("tr", {{"class", "side"}}).open("th", {{"scope", "rowgroup"}, {"colspan", "6"}});
                out_.text(first ? words::either : words::or_these).close().close().line();
            }
            NodeId above = kNoNode;
            for (const NewPrint& each : set.figures) row(each, set, above), above = each.figure;
            out_.close().line();
        }
        out_.close().line();
    }

private:
    void row(const NewPrint& change, const Repair& set, NodeId above) {
        const Dataset& dataset = sheet_.dataset();
        out_.open("tr").open("td", {{"class", "path"}});
        write_path(out_, change.figure, above, sheet_);
        out_.close();
        const Cause* cause = set.figures.size() == 1 ? cause_of(change.figure) : nullptr;
        write_cell(out_, words::printed, "number", printed_form(change.figure, dataset));
        write_cell(out_, words::proposed, "number proposed", cause == nullptr ? change.print : cause->print);
        write_cell(out_, words::rest_says, "number", range(change.figure, set));
        out_.open("td", {{"class", "place"}, {"data-label", words::dataset.in(language_)}});
        out_.path(sheet_.place(dataset.node(change.figure).span)).close();
        write_cell(out_, words::draft, "number lines", draft_lines(change.figure, dataset));
        out_.close().line();
    }

    [[nodiscard]] std::string range(NodeId figure, const Repair& set) const {
        const Suspect* suspect = suspect_of(figure, set, ways_);
        if (suspect == nullptr || suspect->range == Interval::everything()) return "–";
        const Dataset& dataset = sheet_.dataset();
        const std::string said = range_in_words(suspect->range, scale_of(dataset.figure(figure), dataset), language_);
        return suspect->exact ? said : Message(words::only_bound, said).in(language_);
    }

    // The likeliest that asks for another print of this figure and of no other.
    [[nodiscard]] const Cause* cause_of(NodeId figure) const {
        for (const Cause* each : causes_) {
            const bool two = each->kind == CauseKind::figures_exchanged || each->kind == CauseKind::years_exchanged;
            if (each->figure == figure && !each->print.empty() && !two) return each;
        }
        return nullptr;
    }

    Html& out_;
    const Ways& ways_;
    const std::vector<const Cause*>& causes_;
    const Sheet& sheet_;
    Language language_;
};

}  // namespace

void write_ways(Html& out, const Ways& ways, const std::vector<const Cause*>& causes, const Sheet& sheet) {
    Table(out, ways, causes, sheet).write();
}

}  // namespace crossfoot::reports::html

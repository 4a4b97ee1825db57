#include "engine/cli/rule_page.hpp"

#include <algorithm>
#include <array>

#include "engine/cli/messages.hpp"
#include "engine/cli/rule_text.hpp"
#include "reports/block.hpp"
#include "reports/cells.hpp"
#include "reports/message.hpp"
#include "reports/places.hpp"
#include "reports/wording.hpp"

namespace crossfoot::cli {
namespace {

using reports::Page;
using reports::Style;

constexpr unsigned kWidest = 112;
constexpr unsigned kNarrowest = 16;

class RulePage {
public:
    RulePage(const RuleInfo& rule, const Findings& findings, const Dataset& dataset, const RuleSet& rules, const Page& page)
        : rule_(rule), findings_(findings), dataset_(dataset), rules_(rules), page_(page), places_(dataset.sources),
          width_(page.width == 0 ? kWidest : std::clamp(page.width, kNarrowest, kWidest)) {}

    std::string take() {
        head();
        if (rule_.span.valid()) {
            heading(words::rule_text);
            source(rule_.span);
        }
        if (const ast::Rule* tree = find_rule(rules_, rule_.span)) {
            heading(words::rule_asserts);
            const auto used = used_definitions(rules_, dataset_.sources, rule_.span);
            flow(assertion(*tree, used, dataset_.sources, page_.language), 2, 2);
        }
        definitions();
        checks();
        return std::move(out_);
    }

private:
    void head() {
        out_ += paint(page_, Style::bold, reports::clean(rule_.id));
        if (!rule_.title.empty()) out_.append(reports::colon(page_.language)).append(" ").append(reports::clean(rule_.title));
        out_ += "\n";
        row(words::rule_severity, severity());
        std::string tags;
        for (const std::string& each : rule_.tags) tags.append(tags.empty() ? "" : ", ").append(each);
        row(words::rule_tags, tags);
        row(words::rule_note, rule_.note);
        if (rule_.span.valid()) row(words::rule_place, place(rule_.span));
    }
    [[nodiscard]] std::string severity() const {
        const Template& word = rule_.severity == Severity::error     ? words::severity_error
                               : rule_.severity == Severity::warning ? words::severity_warning
                                                                     : words::severity_info;
        return std::string(word.in(page_.language));
    }
    void row(const Template& name, const std::string& text) {
        constexpr unsigned kColumn = 13;
        if (text.empty()) return;
        const std::string label = reports::padded("  " + std::string(name.in(page_.language)), kColumn);
        const std::vector<std::string> lines = reports::wrapped(reports::clean(text), width_ > 2 * kColumn ? width_ - kColumn : 0);
        for (std::size_t i = 0; i < lines.size(); ++i)
            out_.append(i == 0 ? label : std::string(kColumn, ' ')).append(lines[i]).append("\n");
    }
    void heading(const Template& title) {
        out_.append("\n").append(paint(page_, Style::bold, title.in(page_.language))).append("\n");
    }
    void source(Span span) {
        for (const std::string& line : lines_of_span(dataset_.sources, span)) out_.append("  ").append(reports::clean(line)).append("\n");
    }
    void flow(const std::string& text, unsigned first, unsigned others) {
        unsigned indent = first;
        for (const std::string& line : reports::wrapped(reports::clean(text), width_ - others)) {
            out_.append(indent, ' ').append(line).append("\n");
            indent = others;
        }
    }
    std::string place(Span span) {
        const Position at = places_.at(span);
        return page_.file_name(dataset_.sources, span.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    void definitions() {
        const std::vector<const ast::Define*> used = used_definitions(rules_, dataset_.sources, rule_.span);
        if (used.empty()) return;
        heading(words::rule_definitions);
        for (const ast::Define* each : used) {
            source(each->span);
            out_.append("      ").append(paint(page_, Style::quiet, reports::clean(place(each->span)))).append("\n");
        }
    }
    void checks() {
        std::vector<const Finding*> found;
        for (const Finding& each : findings_.findings)
            if (each.rule == rule_.id) found.push_back(&each);
        out_ += "\n";
        if (found.empty() || rule_.instances == 0) {
            flow(std::string(words::rule_never_applied.in(page_.language)), 0, 0);
            return;
        }
        out_.append(paint(page_, Style::bold, reports::counted(reports::words::n_instances, rule_.instances, page_.language)));
        out_.append("\n");
        for (const Finding* each : found) check(*each);
    }
    void check(const Finding& finding) {
        static constexpr std::array<std::pair<const Template*, Style>, 5> kVerdicts{{
            {&words::verdict_holds, Style::good},
            {&words::verdict_contradicted, Style::error},
            {&words::verdict_unverifiable, Style::warning},
            {&words::verdict_waived, Style::info},
            {&words::verdict_vacuous, Style::quiet}}};
        const auto& [word, style] = kVerdicts[static_cast<std::size_t>(finding.verdict)];
        out_.append("\n  ").append(paint(page_, style, word->in(page_.language)));
        const std::string bindings = reports::bindings_in_words(finding);
        if (!bindings.empty()) out_.append("  ").append(reports::clean(bindings));
        out_ += "\n";
        flow(reports::sentence(finding, dataset_, page_.language), 4, 4);
        // The sentence of what does not hold tells both already.
        if (finding.verdict == Verdict::holds && finding.left && finding.right && finding.gap) {
            const reports::Scale scale = reports::scale_of_gap(finding, dataset_);
            const std::string allowance = finding.allowance ? reports::quantity(*finding.allowance, scale)
                                                            : std::string(reports::words::no_bound.in(page_.language));
            flow(Message(reports::words::sentence_gap, reports::quantity(*finding.gap, scale), allowance).in(page_.language), 4, 4);
        }
        if (!finding.waived_because.empty()) flow(finding.waived_because, 4, 4);
        figures(finding);
    }
    // Path, print, true values and place, in columns where there is room.
    void figures(const Finding& finding) {
        constexpr unsigned kIndent = 6;
        constexpr unsigned kWidestCell = 40;
        constexpr unsigned kRoom = 72;  // below this each figure takes the lines that it needs
        std::vector<std::array<std::string, 4>> rows;
        std::array<unsigned, 3> widths{};
        for (const NodeId node : finding.figures) {
            const std::string printed = reports::clean(printed_form(node, dataset_));
            std::string where = dataset_.node(node).span.valid() ? place(dataset_.node(node).span) : std::string();
            const std::string draft = reports::draft_in_words(node, dataset_, page_.language);
            if (!draft.empty()) where.append(", ").append(draft);
            rows.push_back({reports::clean(dataset_.path(node)), printed,
                            reports::figure_in_words(node, dataset_, page_.language), std::move(where)});
            for (std::size_t i = 0; i < widths.size(); ++i)
                widths[i] = std::max(widths[i], std::min(kWidestCell, reports::cell_width(rows.back()[i])));
        }
        for (const auto& row : rows) {
            if (width_ < kRoom) {
                flow(row[0], kIndent, kIndent);
                flow(row[1] + "  " + row[2], kIndent + 2, kIndent + 2);
                continue;
            }
            out_.append(kIndent, ' ');
            for (std::size_t i = 0; i < widths.size(); ++i) out_.append(reports::padded(row[i], widths[i])).append("  ");
            out_.append(paint(page_, Style::quiet, reports::clean(row[3]))).append("\n");
        }
    }

    const RuleInfo& rule_;
    const Findings& findings_;
    const Dataset& dataset_;
    const RuleSet& rules_;
    const Page& page_;
    reports::Places places_;
    unsigned width_;
    std::string out_;
};

}  // namespace

std::string rule_page(const RuleInfo& rule, const Findings& findings, const Dataset& dataset, const RuleSet& rules,
                      const Page& page) {
    return RulePage(rule, findings, dataset, rules, page).take();
}

}  // namespace crossfoot::cli

#include "reports/block.hpp"

#include <algorithm>

#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/descriptions.hpp"
#include "reports/evidence.hpp"
#include "reports/excerpt.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostFigures = 8;

Style style_of(const Finding& finding) {
    switch (finding.verdict) {
        case Verdict::holds: return Style::good;
        case Verdict::unverifiable:
        case Verdict::vacuous: return Style::warning;
        case Verdict::waived: return Style::info;
        case Verdict::contradicted: break;
    }
    if (finding.severity == Severity::error) return Style::error;
    return finding.severity == Severity::warning ? Style::warning : Style::info;
}

// The rows `= label  text` of a block, labels padded to one width.
class Rows {
public:
    void add(std::string_view label, std::string text) {
        if (!text.empty()) rows_.emplace_back(label, std::move(text));
    }
    void append_to(std::string& out, const Page& page, unsigned gutter) const {
        if (rows_.empty()) return;
        unsigned width = 0;
        for (const auto& [label, text] : rows_) width = std::max(width, cell_width(label));
        append_gutter(out, page, gutter);
        for (const auto& [label, text] : rows_) append_remark(out, page, gutter, padded(label, width + 1), text);
    }

private:
    std::vector<std::pair<std::string, std::string>> rows_;
};

// What a side is, in columns: its range, the printed value where that says more, the expression.
struct SideRow {
    std::string range, printed, text;
};

SideRow side_row(const Side& side, const Finding& finding, const Dataset& dataset, Language language) {
    const Scale scale = scale_of(side, finding, dataset);
    SideRow row{range_in_words(side.range, scale, language), {}, side.text};
    const bool says_more = side.printed && !(side.range.is_point() && side.range.low.value == *side.printed);
    if (!says_more) return row;
    const bool plain = side.figures.size() == 1 && dataset.node(side.figures.front()).kind == NodeKind::figure &&
                       dataset.figure(side.figures.front()).value == *side.printed;
    const std::string value = plain ? dataset.figure(side.figures.front()).printed : quantity(*side.printed, scale);
    row.printed = Message(plain ? words::printed_as : words::computed_as, value).in(language);
    return row;
}

void add_sides(Rows& rows, const Finding& finding, const Dataset& dataset, Language language) {
    if (!finding.left || !finding.right) return;
    // Where both sides can be anything the missing figures have said it all.
    if (finding.left->range == Interval::everything() && finding.right->range == Interval::everything()) return;
    const SideRow left = side_row(*finding.left, finding, dataset, language);
    const SideRow right = side_row(*finding.right, finding, dataset, language);
    const unsigned range = std::max(cell_width(left.range), cell_width(right.range)) + 2;
    const unsigned printed = std::max(cell_width(left.printed), cell_width(right.printed));
    const auto line = [&](const SideRow& row) {
        return padded(row.range, range) + (printed == 0 ? "" : padded(row.printed, printed + 2)) + row.text;
    };
    rows.add(words::left.in(language), line(left));
    rows.add(words::right.in(language), line(right));
    // Two sides that must differ and do not have no gap to speak of.
    if (!finding.gap || finding.relation == ast::Comparison::not_equal) return;
    const Scale scale = scale_of_gap(finding, dataset);
    const std::string gap = quantity(*finding.gap, scale);
    Message said(words::gap_unbounded, gap);
    const bool holds = finding.verdict == Verdict::holds;
    const bool by_print = finding.allowance && finding.allowance->is_zero();
    if (!finding.within.empty() && by_print)
        said = Message(holds ? words::gap_tolerance_held : words::gap_tolerance, gap, finding.within);
    else if (!finding.within.empty() && finding.allowance)
        said = Message(holds ? words::gap_tolerance_allowance_held : words::gap_tolerance_allowance, gap, finding.within,
                       quantity(*finding.allowance, scale));
    else if (by_print)
        said = holds ? Message::verbatim(gap) : Message(words::gap_no_allowance, gap);
    else if (finding.allowance)
        said = Message(holds ? words::gap_held : words::gap_allowance, gap, quantity(*finding.allowance, scale));
    rows.add(words::gap.in(language), said.in(language));
}

bool is_missing(const Finding& finding, NodeId node) {
    return std::find(finding.missing.begin(), finding.missing.end(), node) != finding.missing.end();
}

// Figures underlined by file. The draft lines of the first one stand beside the file, those of others only where
// they differ.
std::vector<Excerpt> figure_excerpts(const Finding& finding, const Dataset& dataset, Language language) {
    std::vector<Excerpt> out;
    const bool some_missing = finding.verdict == Verdict::unverifiable && !finding.missing.empty();
    std::vector<NodeId> shown = cited_figures(finding);
    if (shown.size() > kMostFigures) shown.resize(kMostFigures);
    if (shown.empty()) shown = cited_rows(finding, dataset);
    for (const NodeId node : shown) {
        const Span span = dataset.node(node).span;
        if (!span.valid()) continue;
        const std::string draft = draft_in_words(node, dataset, language);
        auto excerpt = std::find_if(out.begin(), out.end(),
                                    [&](const Excerpt& each) { return each.marks.front().span.file == span.file; });
        if (excerpt == out.end()) excerpt = out.insert(out.end(), Excerpt{{}, draft});
        std::string text = figure_in_words(node, dataset, language);
        if (draft != excerpt->remark && !draft.empty())
            text.append(text.empty() ? "" : " ").append("(").append(draft).append(")");
        excerpt->marks.push_back({span, std::move(text), !some_missing || is_missing(finding, node)});
    }
    return out;
}

// The relation as the rule states it; of a rule that binds nothing, its head.
Excerpt rule_excerpt(const Finding& finding, const RuleInfo& rule, const Dataset& dataset, Language language) {
    Mark mark{rule.body.valid() ? rule.body : rule.span, {}, false};
    if (finding.verdict == Verdict::vacuous && !rule.by_form && rule.body.valid()) {
        mark.span = {rule.span.file, rule.span.begin, rule.body.begin};
        const std::string_view head = dataset.sources.text(mark.span);
        const std::size_t last = head.find_last_not_of(" \t\r\n:");
        if (last != std::string_view::npos) mark.span.end = mark.span.begin + static_cast<std::uint32_t>(last + 1);
        mark.primary = true;
    }
    return {{std::move(mark)}, std::string(words::rule_place.in(language))};
}

Rows evidence(const Finding& finding, const RuleInfo& rule, const Dataset& dataset, std::span<const Cause> causes, Language language) {
    Rows rows;
    rows.add(words::binding.in(language), bindings_in_words(finding));
    const bool open = undecided(finding);
    if (open && !finding.title.empty()) rows.add(words::reason.in(language), reason(finding, dataset, language));
    add_sides(rows, finding, dataset, language);
    // Without sides the sentence is the proof; without title it is the headline already.
    const bool sentence_is_proof = !open && !(finding.left && finding.right) && finding.verdict != Verdict::holds;
    if (sentence_is_proof && !finding.title.empty())
        rows.add(words::reason.in(language), sentence(finding, dataset, language));
    if (!sentence_is_proof)
        for (const std::string& remark : remarks(finding, dataset, language))
            rows.add((remark == words::truncated.in(language) ? words::likely : words::note).in(language), remark);
    for (const Cause& each : causes)
        if (each.kind != CauseKind::truncated)   // the finding says so itself
            rows.add(words::likely.in(language), cause_line(each, dataset, language));
    if (finding.waiver) {
        const bool covers = finding.waiver->lapsed.empty();
        rows.add((covers ? words::waived : words::note).in(language), waiver_in_words(finding, language));
    }
    for (const std::string& each : descriptions_of(finding, dataset, language)) rows.add(words::about.in(language), each);
    for (const std::string& each : notes_of(finding, dataset)) rows.add(words::note.in(language), each);
    rows.add(words::note.in(language), rule.note);
    return rows;
}

}  // namespace

std::string bindings_in_words(const Finding& finding) {
    std::string out;
    for (const Binding& binding : finding.bindings)
        out.append(out.empty() ? "" : ", ").append(binding.name).append(" = ").append(binding.value);
    return out;
}

std::string render_block(const Finding& finding, const Findings& findings, const Dataset& dataset, Places& places,
                         const Page& page, std::span<const Cause> causes) {
    const RuleInfo& rule = findings.rules.at(finding.rule_index);
    const Language language = page.language;
    const Style style = style_of(finding);
    const std::string name =
        with_standing(std::string(standing_word(finding, language)) + "[" + finding.rule + "]", finding.standing, language);
    const std::string said = clean(headline(finding, dataset, language));
    std::string out = paint(page, style, name) + std::string(colon(language));
    constexpr unsigned kNarrow = 60;  // on a wider terminal the headline stays on one line
    if (page.width == 0 || page.width >= kNarrow || cell_width(name) + 2 + cell_width(said) <= page.width) {
        out.append(" ").append(paint(page, Style::bold, said)).append("\n");
    } else {
        out += "\n";
        for (const std::string& line : wrapped(said, std::max(page.width, 4U) - 2))
            out.append("  ").append(paint(page, Style::bold, line)).append("\n");
    }

    std::vector<Excerpt> excerpts = figure_excerpts(finding, dataset, language);
    if (rule.span.valid()) excerpts.push_back(rule_excerpt(finding, rule, dataset, language));
    const unsigned gutter = gutter_width(excerpts, places);
    const std::size_t shown = std::min(finding.figures.size(), kMostFigures);
    for (std::size_t i = 0; i < excerpts.size(); ++i) {
        append_excerpt(out, excerpts[i], places, page, style, gutter);
        const bool last_of_figures = i + 1 + (rule.span.valid() ? 1 : 0) == excerpts.size();
        if (last_of_figures && finding.figures.size() > shown)
            append_remark(out, page, gutter, "",
                          "… " + counted(words::more_figures, finding.figures.size() - shown, language));
    }
    evidence(finding, rule, dataset, causes, language).append_to(out, page, gutter);
    return out;
}

std::string render_line(const Finding& finding, const Dataset& dataset, const Page& page) {
    std::string name = finding.rule;
    const std::string bindings = bindings_in_words(finding);
    if (!bindings.empty()) name.append(" [").append(bindings).append("]");
    const std::string word = with_standing(std::string(standing_word(finding, page.language)), finding.standing, page.language);
    return paint(page, style_of(finding), word) + "  " + paint(page, Style::bold, clean(name)) + "  " +
           clean(sentence(finding, dataset, page.language)) + "\n";
}

}  // namespace crossfoot::reports

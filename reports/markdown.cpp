#include "reports/markdown.hpp"

#include <algorithm>

#include "reports/block.hpp"
#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/markdown_reasoning.hpp"
#include "reports/markdown_text.hpp"
#include "reports/message.hpp"
#include "reports/strength.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"
#include "reports/worst_first.hpp"

namespace crossfoot::reports {
namespace {

constexpr unsigned kLongest = 300;       // cells of one text
constexpr std::size_t kMostFigures = 6;  // in one row
constexpr std::size_t kMostTable = 24'000;
constexpr std::size_t kMostList = 8'000;
constexpr std::size_t kReserve = 600;    // what closes a section

std::string text(std::string_view given) { return markdown_text(cut(given, kLongest)); }
std::string code(std::string_view given) { return markdown_code(cut(given, kLongest)); }

// Pieces up to so many bytes, then only counted.
class Limited {
public:
    explicit Limited(std::size_t most) : most_(most) {}
    // `make` gives the piece; it is not asked where there is no room any more.
    template <class Make>
    void add(const Make& make) {
        if (full_) return void(++left_out_);
        const std::string piece = make();
        if (out_.size() + piece.size() <= most_) {
            out_ += piece;
            return;
        }
        ++left_out_;
        // One that is out of proportion does not keep the others out.
        full_ = piece.size() < most_ / 4;
    }
    // Others that are not listed anywhere.
    void leave_out(std::uint64_t count) { left_out_ += count; }
    [[nodiscard]] bool empty() const { return out_.empty() && left_out_ == 0; }
    // The pieces; then how many there are besides, in a paragraph of its own.
    [[nodiscard]] std::string finish(Language language) const {
        if (left_out_ == 0) return out_;
        return out_ + (out_.ends_with("\n\n") ? "… " : "\n… ") + counted(words::and_more_findings, left_out_, language) + "\n";
    }

private:
    std::size_t most_;
    std::string out_;
    std::uint64_t left_out_ = 0;
    bool full_ = false;
};

class Comment {
public:
    Comment(const Material& material, const Page& page)
        : material_(material), findings_(material.findings), dataset_(material.dataset), page_(page), language_(page.language),
          places_(material.dataset.sources), worst_(worst_first(material.findings)) {
        page_.color = false;
        page_.width = 0;
        for (const RuleInfo& each : findings_.rules) left_.add(each.left);
    }

    std::string render() {
        const std::string& title = dataset_.manifest.title;
        std::string head = "<!-- crossfoot -->\n### crossfoot";
        if (!title.empty()) head.append(colon(language_)).append(" ").append(text(title));
        const std::string summary = render_summary(findings_, page_, joint_of(material_).size());
        head.append("\n\n**").append(text(summary.substr(0, summary.find('\n')))).append("**\n");
        if (const std::size_t more = summary.find('\n') + 1; more < summary.size())
            head.append("\n").append(text(summary.substr(more, summary.size() - more - 1))).append("\n");
        if (material_.strength != nullptr) head.append("\n").append(text(strength_line(*material_.strength, language_))).append("\n");
        head += markdown_reasoning(material_, places_, page_);
        head += table();
        std::string lists;
        for (const Verdict verdict : {Verdict::unverifiable, Verdict::vacuous, Verdict::waived}) lists += list(verdict);
        const std::size_t used = head.size() + lists.size() + kReserve;
        return head + details(kMostMarkdown - used) + lists;
    }

private:
    [[nodiscard]] std::string table() {
        Limited rows(kMostTable);
        for (const Finding* each : worst_)
            if (each->verdict == Verdict::contradicted) rows.add([&] { return row(*each); });
        rows.leave_out(left_.contradictions());
        if (rows.empty()) return {};
        std::string out = "\n| |";
        for (const Template* column :
             {&words::column_finding, &words::column_figures, &words::column_gap, &words::column_allowance})
            out.append(" ").append(column->in(language_)).append(" |");
        return out.append("\n|---|---|---|---|---|\n").append(rows.finish(language_));
    }

    [[nodiscard]] std::string row(const Finding& finding) {
        std::string found = text(unbroken(equation_or_sentence(finding)));
        if (!finding.title.empty()) found = "**" + text(finding.title) + "**<br>" + found;
        for (const std::string& remark : remarks(finding, dataset_, language_))
            found.append(semicolon(language_)).append(" ").append(text(remark));
        const auto& [gap, allowance] = gap_and_allowance(finding);
        std::string out = "| ";
        out.append(with_standing(std::string(standing_word(finding, language_)), finding.standing, language_)).append(" | ").append(found);
        out.append("<br>").append(code(full_name(finding))).append(" | ").append(figures(finding));
        return out.append(" | ").append(text(unbroken(gap))).append(" | ").append(text(unbroken(allowance))).append(" |\n");
    }

    [[nodiscard]] std::string equation_or_sentence(const Finding& finding) const {
        const bool broken = finding.relation && finding.left && finding.right && !finding.relation_possible;
        return broken ? equation(finding, dataset_, language_, Equation::as_printed)
                      : sentence(finding, dataset_, language_);
    }

    [[nodiscard]] static std::string full_name(const Finding& finding) {
        const std::string_view group = group_of(finding.rule);
        return group.empty() ? instance_name(finding) : std::string(group) + "/" + instance_name(finding);
    }

    [[nodiscard]] std::string figures(const Finding& finding) {
        std::string out;
        const std::vector<NodeId> cited = cited_figures(finding);
        const std::size_t shown = std::min(cited.size(), kMostFigures);
        for (std::size_t i = 0; i < shown; ++i) {
            out.append(i == 0 ? "" : "<br>").append(code(unbroken(printed_form(cited[i], dataset_))));
            const Span span = dataset_.node(cited[i]).span;
            if (span.valid())
                out.append(" ").append(text(dataset_.sources.file(span.file).name() + ":" +
                                            std::to_string(places_.at(span).line)));
            if (const std::string draft = draft_in_words(cited[i], dataset_, language_); !draft.empty())
                out.append(" (").append(text(unbroken(draft))).append(")");
        }
        if (cited.size() > shown)
            out.append("<br>").append(counted(words::more_figures, cited.size() - shown, language_));
        return out;
    }

    [[nodiscard]] std::pair<std::string, std::string> gap_and_allowance(const Finding& finding) const {
        if (!finding.gap || !finding.left || finding.relation == ast::Comparison::not_equal) return {};
        const Scale scale = scale_of_gap(finding, dataset_);
        std::string allowance = finding.allowance ? quantity(*finding.allowance, scale) : std::string(words::no_bound.in(language_));
        if (!finding.within.empty()) allowance = Message(words::allowance_within, allowance, finding.within).in(language_);
        return {quantity(*finding.gap, scale), std::move(allowance)};
    }

    // A section that a reader unfolds; empty lines let Markdown begin again inside HTML.
    [[nodiscard]] static std::string folded(std::string_view summary, std::string content) {
        while (content.ends_with('\n')) content.pop_back();
        return std::string("\n<details>\n<summary>")
            .append(summary)
            .append("</summary>\n\n")
            .append(content)
            .append("\n\n</details>\n");
    }

    // The proofs as the text report shows them.
    [[nodiscard]] std::string details(std::size_t most) {
        Limited blocks(most);
        for (const Finding* each : worst_)
            if (each->verdict == Verdict::contradicted)
                blocks.add([&] {
                    return markdown_block(render_block(*each, findings_, dataset_, places_, page_, causes_of(*each, material_))) + "\n";
                });
        return blocks.empty() ? "" : folded(words::details.in(language_), blocks.finish(language_));
    }

    [[nodiscard]] std::string list(Verdict verdict) {
        Limited items(kMostList);
        std::uint64_t count = 0;
        for (const Finding* each : worst_) {
            if (each->verdict != verdict) continue;
            ++count;
            items.add([&] {
                return "- " + code(full_name(*each)) + std::string(colon(language_)) + " " +
                       text(statement(*each, dataset_, language_)) + "\n";
            });
        }
        const std::uint64_t left = verdict == Verdict::unverifiable ? left_.unverifiable : verdict == Verdict::waived ? left_.waived : 0;
        items.leave_out(left);
        count += left;
        if (items.empty()) return {};
        const words::Counted& phrase = verdict == Verdict::unverifiable ? words::n_unverifiable
                                       : verdict == Verdict::vacuous    ? words::n_vacuous
                                                                        : words::n_waived;
        return folded(counted(phrase, count, language_), items.finish(language_));
    }

    const Material& material_;
    const Findings& findings_;
    const Dataset& dataset_;
    Page page_;
    Language language_;
    Places places_;
    std::vector<const Finding*> worst_;
    Tally left_;   // what is not listed
};

}  // namespace

std::string render_markdown(const Material& material, const Page& page) { return Comment(material, page).render(); }

}  // namespace crossfoot::reports

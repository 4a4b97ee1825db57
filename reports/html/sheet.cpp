#include "reports/html/sheet.hpp"

#include <algorithm>

#include "reports/block.hpp"
#include "reports/evidence.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/weight.hpp"

namespace crossfoot::reports::html {
namespace {

std::string_view chapter_id(std::string_view rule) {
    const std::size_t slash = rule.find('/');
    return slash == std::string_view::npos ? std::string_view() : rule.substr(0, slash);
}

void count(const Finding& finding, Chapter& chapter) {
    if (finding.verdict == Verdict::vacuous) ++chapter.vacuous;
    else ++chapter.instances;
    if (finding.verdict == Verdict::contradicted) ++chapter.contradicted;
    if (finding.verdict == Verdict::unverifiable) ++chapter.unverifiable;
    if (finding.verdict == Verdict::waived) ++chapter.waived;
    if (finding.verdict != Verdict::holds) return;
    const bool near = finding.agreement == Agreement::rounded || finding.agreement == Agreement::within;
    ++(near ? chapter.rounded : chapter.exact);
}

// Of no lines at all: past every line.
std::uint32_t median(std::vector<std::uint32_t>& lines) {
    if (lines.empty()) return 0xFFFFFFFFU;
    const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
    std::nth_element(lines.begin(), middle, lines.end());
    return *middle;
}

}  // namespace

Sheet::Sheet(const Material& material, Language language)
    : findings_(&material.findings),
      dataset_(&material.dataset),
      reasoning_(material.reasoning),
      strength_(material.strength),
      language_(language),
      places_(material.dataset.sources) {
    contradictions_ = by_weight(findings_->findings, Verdict::contradicted);
    waived_ = by_weight(findings_->findings, Verdict::waived);
    numbers_.assign(findings_->findings.size(), 0);
    for (std::size_t i = 0; i < contradictions_.size(); ++i) numbers_[contradictions_[i]] = i + 1;
    incidents_.assign(findings_->findings.size(), 0);
    if (reasoning_ != nullptr)
        for (std::size_t i = 0; i < reasoning_->incidents.size(); ++i)
            for (const std::size_t finding : reasoning_->incidents[i].findings) incidents_[finding] = i + 1;
    count_chapters();
    name_findings();
}

void Sheet::count_chapters() {
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> lines_of;
    std::map<std::string, Chapter, std::less<>> chapters;
    for (const RuleInfo& rule : findings_->rules) {
        Chapter& chapter = chapters[std::string(chapter_id(rule.id))];
        ++chapter.rules;
        chapter.instances += rule.unlisted;
        chapter.contradicted += rule.left.contradictions();
        chapter.unverifiable += rule.left.unverifiable;
        chapter.waived += rule.left.waived;
    }
    for (std::size_t i = 0; i < findings_->findings.size(); ++i) {
        const Finding& finding = findings_->findings[i];
        const auto chapter = chapters.find(chapter_id(finding.rule));
        count(finding, chapter->second);
        if (numbers_[i] != 0) chapter->second.cards.push_back(numbers_[i]);
        std::vector<std::uint32_t>& lines = lines_of[chapter->first];
        for (const NodeId node : cited_figures(finding))
            if (const auto draft = dataset_->draft_lines(node)) lines.push_back(draft->first);
    }
    for (auto& [id, chapter] : chapters) {
        chapter.id = chapter.title = id;
        if (id.empty()) chapter.title = words::no_chapter.in(language());
        for (const GroupInfo& group : findings_->groups)
            if (group.id == id && !group.title.empty()) chapter.title = group.title;
        std::sort(chapter.cards.begin(), chapter.cards.end());
        chapters_.push_back(std::move(chapter));
    }
    const auto place = [&](const Chapter& chapter) { return median(lines_of[chapter.id]); };
    std::stable_sort(chapters_.begin(), chapters_.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
    for (std::size_t i = 0; i < chapters_.size(); ++i) chapter_index_.emplace(chapters_[i].id, i);
}

void Sheet::name_findings() {
    std::map<std::string, std::size_t> taken;
    for (const Finding& finding : findings_->findings) {
        std::string name = "f." + anchor_name(finding.rule);
        for (const Binding& binding : finding.bindings) name.append("-").append(anchor_name(binding.value));
        // no name has a `~` of its own
        const std::size_t n = ++taken[name];
        if (n > 1) name.append("~").append(std::to_string(n));
        anchors_.push_back(std::move(name));
    }
}

const Chapter& Sheet::chapter_of(const Finding& finding) const {
    return chapters_[chapter_index_.find(chapter_id(finding.rule))->second];
}

std::string Sheet::place(Span span) const {
    if (!span.valid()) return {};
    const Position at = places_.at(span);
    return dataset_->sources.file(span.file).name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string Sheet::rule_with_bindings(const Finding& finding) const {
    const std::string bindings = bindings_in_words(finding);
    return bindings.empty() ? finding.rule : finding.rule + " [" + bindings + "]";
}

Attribute Sheet::report_language() const {
    if (dataset_->manifest.language == language()) return {};
    return {"lang", to_string(dataset_->manifest.language)};
}

}  // namespace crossfoot::reports::html

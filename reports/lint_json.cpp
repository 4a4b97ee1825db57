#include "reports/json_head.hpp"
#include "reports/lint.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports {
namespace {

class LintJson {
public:
    LintJson(const LintMaterial& material, const Page& page)
        : material_(material), page_(page), places_(material.dataset.sources) {}

    std::string render() {
        json_.begin_object();
        write_format(json_);
        json_.member("rules", std::uint64_t{material_.lint.rules});
        json_.member("errors", std::uint64_t{count_of(material_.lint, Severity::error)});
        json_.member("warnings", std::uint64_t{count_of(material_.lint, Severity::warning)});
        json_.key("findings");
        json_.begin_array();
        for (const LintFinding& each : material_.lint.findings) finding(each);
        json_.end_array();
        json_.key("undecided");
        json_.begin_array(kInline);
        for (const std::uint32_t each : material_.lint.undecided) json_.text(id(each));
        json_.end_array();
        json_.end_object();
        return std::move(json_).finish();
    }

private:
    void finding(const LintFinding& finding) {
        json_.begin_object();
        json_.member("kind", to_string(finding.kind));
        json_.member("severity", to_string(severity_of(finding.kind)));
        json_.member("message", lint_sentence(finding, material_.rules, page_.language));
        json_.member_or_null("remark", lint_remark(finding, material_, page_.language));
        json_.member_or_null("rule", id(finding.at.rule));
        const std::vector<std::string> others = lint_others(finding, material_.rules);
        json_.member_or_null("other", others.empty() ? std::string() : others.front());
        json_.key("others");
        json_.begin_array(kInline);
        for (const std::string& each : others) json_.text(each);
        json_.end_array();
        json_.member_or_null("definition", finding.name);
        json_.key("places");
        json_.begin_array();
        place(finding.at);
        for (const LintPlace& each : finding.others) place(each);
        json_.end_array();
        json_.key("figures");
        json_.begin_array(kInline);
        for (const NodeId each : finding.figures) json_.text(material_.dataset.path(each));
        json_.end_array();
        json_.end_object();
    }

    [[nodiscard]] std::string id(std::uint32_t rule) const { return rule == kNoRule ? std::string() : material_.rules.rules()[rule].id; }

    void place(const LintPlace& place) {
        const auto [rule, instance, span] = place;
        const Position at = places_.at(span);
        json_.begin_object(kInline);
        json_.member("file", material_.dataset.sources.file(span.file).name());
        json_.member("line", std::uint64_t{at.line});
        json_.member("column", std::uint64_t{at.column});
        json_.key("bindings");
        json_.begin_object(kInline);
        if (instance != kNoInstance)
            for (const Binding& each : material_.rules.instances()[instance].bindings) json_.member(each.name, each.value);
        json_.end_object();
        json_.end_object();
    }

    const LintMaterial& material_;
    const Page& page_;
    Places places_;
    JsonWriter json_;
};

}  // namespace

std::string render_lint_json(const LintMaterial& material, const Page& page) { return LintJson(material, page).render(); }

}  // namespace crossfoot::reports

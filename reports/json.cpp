#include "reports/json.hpp"

#include "reports/json_reasoning.hpp"
#include "reports/json_head.hpp"
#include "reports/message.hpp"
#include "reports/places.hpp"
#include "reports/strength.hpp"

namespace crossfoot::reports {
namespace {

using Direction = Rational::Direction;

class JsonReport {
public:
    JsonReport(const Material& material, const Page& page)
        : material_(material), findings_(material.findings), dataset_(material.dataset), page_(page), places_(material.dataset.sources) {}

    std::string render() {
        json_.begin_object();
        write_head(json_, dataset_.manifest);
        summary();
        if (findings_.baseline) baseline(*findings_.baseline);
        json_.key("findings");
        json_.begin_array();
        for (std::size_t at = 0; at < findings_.findings.size(); ++at)
            if (page_.all || findings_.findings[at].verdict != Verdict::holds) finding(at);
        json_.end_array();
        if (!findings_.kept.empty()) kept();
        if (material_.reasoning != nullptr) write_reasoning(json_, *material_.reasoning, material_, page_);
        if (material_.strength != nullptr) strength(*material_.strength);
        json_.end_object();
        return std::move(json_).finish();
    }

private:
    void strength(const Strength& strength) {
        json_.key("strength");
        json_.begin_object();
        write_strength(json_, strength, dataset_);
        json_.end_object();
    }

    void summary() {
        const Summary& sum = findings_.summary;
        json_.key("summary");
        json_.begin_object();
        json_.member("rules", sum.rules);
        json_.member("instances", sum.instances);
        json_.member("holds", sum.holds);
        json_.member("contradicted", sum.contradicted);
        json_.member("unverifiable", sum.unverifiable);
        json_.member("waived", sum.waived);
        json_.member("vacuous", sum.vacuous);
        json_.member("figures", sum.figures);
        json_.member("figures_checked", sum.figures_checked);
        json_.member("unread", sum.unread);
        const std::uint64_t unlisted = unlisted_of(findings_, page_.all);   // only of rules over large tables
        if (unlisted > 0) json_.member("unlisted", unlisted);
        json_.end_object();
    }

    // What a later run needs of the findings that are counted and not listed, one line each.
    void kept() {
        json_.key("unlisted");
        json_.begin_array();
        for (std::size_t at = 0; at < findings_.kept.size();) {
            const std::uint32_t rule = findings_.kept[at].rule_index;
            json_.begin_object();
            json_.member("rule", findings_.rules.at(rule).id);
            json_.key("findings");
            json_.begin_array();
            for (; at < findings_.kept.size() && findings_.kept[at].rule_index == rule; ++at) {
                const KeptFinding& each = findings_.kept[at];
                std::string line = each.identity + " " + each.print + " ";
                line.append(to_string(each.verdict)).append(" ").append(to_string(each.severity));
                if (each.beyond) line.append(" ").append(each.beyond->decimal(Rational::Direction::nearest));
                json_.text(line);
            }
            json_.end_array();
            json_.end_object();
        }
        json_.end_array();
    }

    void baseline(const Compared& compared) {
        json_.key("baseline");
        json_.begin_object();
        json_.member("new", compared.fresh);
        json_.member("known", compared.known);
        json_.member("worse", compared.worse);
        json_.member("not_run", compared.not_run);
        if (compared.fixed_unlisted > 0) json_.member("fixed_unlisted", compared.fixed_unlisted);
        json_.key("fixed");
        json_.begin_array();
        for (const FixedFinding& each : compared.fixed) {
            json_.begin_object(kInline);
            json_.member("rule", each.rule);
            json_.member_or_null("title", each.title);
            json_.key("bindings");
            json_.begin_object(kInline);
            for (const auto& [name, value] : each.bindings) json_.member(name, value);
            json_.end_object();
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void finding(std::size_t at) {
        const Finding& finding = findings_.findings[at];
        const RuleInfo& rule = findings_.rules.at(finding.rule_index);
        json_.begin_object();
        json_.member("rule", finding.rule);
        json_.member("identity", identities_.identity(finding));
        if (finding.standing) json_.member("standing", to_string(*finding.standing));
        json_.member_or_null("title", finding.title);
        json_.member_or_null("note", rule.note);
        json_.key("bindings");
        json_.begin_object(kInline);
        for (const Binding& binding : finding.bindings) json_.member(binding.name, binding.value);
        json_.end_object();
        json_.member("severity", to_string(finding.severity));
        json_.key("tags");
        json_.begin_array(kInline);
        for (const std::string& tag : rule.tags) json_.text(tag);
        json_.end_array();
        json_.member("verdict", to_string(finding.verdict));
        json_.key("agreement");
        if (finding.agreement) json_.text(to_string(*finding.agreement));
        else json_.null();
        json_.key("certain");
        if (finding.certain == Truth::unknown) json_.null();
        else json_.truth(finding.certain == Truth::yes);
        json_.member_or_null("code", finding.code ? name(*finding.code) : std::string_view());
        if (finding.waiver) waiver(*finding.waiver);
        json_.member("message", sentence(finding, dataset_, page_.language));
        proof(finding);
        json_.key("figures");
        json_.begin_array();
        for (const NodeId node : finding.figures) figure(node);
        for (const NodeId node : finding.read)
            if (dataset_.node(node).kind != NodeKind::figure) figure(node);
        json_.end_array();
        json_.key("rule_at");
        json_.begin_object(kInline);
        place(rule.span);
        json_.end_object();
        json_.key("causes");
        if (material_.reasoning != nullptr && !material_.reasoning->causes_of_finding.at(at).empty()) {
            write_causes(json_, *material_.reasoning, material_, at, page_.language);
        } else {
            json_.begin_array(kInline);
            json_.end_array();
        }
        json_.end_object();
    }

    void waiver(const WaiverUse& waiver) {
        json_.key("waiver");
        json_.begin_object(kInline);
        json_.member("reason", waiver.reason);
        json_.member_or_null("by", waiver.by);
        json_.member_or_null("until", waiver.until ? iso(*waiver.until) : std::string());
        json_.member_or_null("lapsed", waiver.lapsed.empty() ? std::string() : waiver.lapsed.in(page_.language));
        json_.end_object();
    }

    void proof(const Finding& finding) {
        json_.member_or_null("relation", finding.relation ? to_string(*finding.relation) : std::string_view());
        decimal("gap", finding.gap, Direction::nearest);
        decimal("allowance", finding.allowance, Direction::nearest);
        json_.member("left_out", std::uint64_t{finding.left_out});
        json_.member("assumed", std::uint64_t{finding.assumed});
        json_.member("bound_only", finding.bound_only);
        json_.key("witness");
        if (finding.witness) {
            json_.begin_object(kInline);
            decimal("least", finding.witness->least, Direction::nearest);
            decimal("greatest", finding.witness->greatest, Direction::nearest);
            decimal("count", finding.witness->count, Direction::nearest);
            json_.end_object();
        } else {
            json_.null();
        }
        side("left", finding.left);
        side("right", finding.right);
    }

    void decimal(std::string_view name, const std::optional<Rational>& value, Direction direction) {
        json_.key(name);
        if (value) json_.text(value->decimal(direction));
        else json_.null();
    }

    void end(std::string_view name, const End& end, Direction direction) {
        json_.key(name);
        if (end.unbounded) json_.null();
        else json_.text(end.value.decimal(direction));
    }

    void side(std::string_view name, const std::optional<Side>& side) {
        json_.key(name);
        if (!side) return json_.null();
        json_.begin_object(kInline);
        json_.member("text", side->text);
        end("low", side->range.low, Direction::down);
        end("high", side->range.high, Direction::up);
        json_.member("low_open", side->range.low.open);
        json_.member("high_open", side->range.high.open);
        json_.member("unit", side->unit);
        json_.end_object();
    }

    void figure(NodeId node) {
        json_.begin_object(kInline);
        json_.member("path", dataset_.path(node));
        const NodeKind kind = dataset_.node(node).kind;
        json_.member("kind", kind == NodeKind::figure ? "number" : kind == NodeKind::date ? "date" : "text");
        json_.member("printed", printed_form(node, dataset_));
        if (kind == NodeKind::figure && !dataset_.figure(node).mark.empty()) json_.member("mark", dataset_.figure(node).mark);
        place(dataset_.node(node).span);
        json_.key("draft_lines");
        if (const auto lines = dataset_.draft_lines(node)) {
            json_.begin_array(kInline);
            json_.number(lines->first);
            json_.number(lines->second);
            json_.end_array();
        } else {
            json_.null();
        }
        json_.end_object();
    }

    void place(Span span) {
        if (!span.valid()) return json_.null_member("file"), json_.null_member("line"), json_.null_member("column");
        const Position position = places_.at(span);
        json_.member("file", dataset_.sources.file(span.file).name());
        json_.member("line", std::uint64_t{position.line});
        json_.member("column", std::uint64_t{position.column});
    }

    const Material& material_;
    const Findings& findings_;
    const Dataset& dataset_;
    const Page& page_;
    Places places_;
    Identities identities_{dataset_};
    JsonWriter json_;
};

}  // namespace

std::string render_json(const Material& material, const Page& page) {
    return JsonReport(material, page).render();
}

}  // namespace crossfoot::reports

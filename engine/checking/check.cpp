// From bound rules to findings: instances, verdicts, evidence.
#include "engine/checking/check.hpp"

#include <algorithm>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/evidence.hpp"
#include "engine/checking/glob.hpp"
#include "engine/checking/instances.hpp"
#include "engine/checking/messages.hpp"
#include "engine/checking/row_runner.hpp"

namespace crossfoot {
namespace {

class Run {
public:
    Run(const Dataset& dataset, const CheckOptions& options)
        : dataset_(dataset), options_(options), evaluator_(dataset, dataset.sources) {
        out_.figure_checked.assign(dataset_.node_count(), 0);
    }

    Findings go(BoundRules rules) {
        for (auto& rule : rules.rules) {
            if (!rule->by_form && reaches_streamed(*rule, dataset_)) refuse(*rule);
            else run_rule(*rule);
            evaluator_.forget();
            rule.reset();   // done with: the next rule's findings take its room
        }
        for (auto& [id, title] : rules.groups) out_.groups.push_back({id, std::move(title)});
        Summary& summary = out_.summary;
        summary.rules = out_.rules.size();
        summary.figures = dataset_.figure_count();
        summary.unread = dataset_.unread_count();
        summary.figures_checked = static_cast<std::uint64_t>(std::count(out_.figure_checked.begin(), out_.figure_checked.end(), 1));
        return std::move(out_);
    }

    // With rows given: the first `for` runs over them.
    void run_rule(const BoundRule& rule, const std::span<const NodeId>* rows = nullptr) {
        out_.rules.push_back(rule.info);
        full_ = false;
        of_rows_ = rows != nullptr;
        if (rule.by_form) return vacuous(rule, Code::XF512, Message(say::by_form));
        const std::uint64_t before = out_.summary.instances;
        if (options_.keeps) evaluator_.keep_for(rule, options_.known, options_.names_all);
        const InstanceVisitor visitor{[&](const Bindings& bindings) { instance(rule, bindings); },
                                      [&](const Bindings& bindings, const Failure& failure) {
                                          if (full_) ++next_;
                                          else failed(rule, bindings, failure);
                                      }};
        visit_instances(dataset_, evaluator_, rule, options_.most_instances, visitor, nullptr, rows);
        for (const NodeId node : evaluator_.take_common()) out_.figure_checked[node] = 1;
        const std::uint64_t instances = out_.summary.instances - before;
        out_.rules.back().instances = static_cast<std::uint32_t>(instances);
        out_.rules.back().worked_out_once = evaluator_.worked_out_once();
        if (instances > 0) return;
        std::string names;
        for (const CoreFor& each : rule.fors) names += (names.empty() ? "" : ", ") + each.name;
        vacuous(rule, Code::XF508, Message(say::binds_nothing, names));
    }

    void forget() { evaluator_.forget(); }
    [[nodiscard]] Findings& out() { return out_; }

private:
    void vacuous(const BoundRule& rule, Code code, Message reason) {
        Finding finding = blank_finding(rule);
        finding.verdict = Verdict::vacuous;
        finding.code = code;
        finding.reason = std::move(reason);
        ++out_.summary.vacuous;
        add(std::move(finding));
    }

    // The rows of a large table are not in the tree: over none of them everything would be said of nothing.
    void refuse(const BoundRule& rule) {
        out_.rules.push_back(rule.info);
        failed(rule, {}, {Code::XF510, Message(say::rows_not_held)});
        out_.rules.back().instances = 1;
    }

    void failed(const BoundRule& rule, const Bindings& bindings, const Failure& failure) {
        Finding finding = failed_finding(evaluator_, rule, bindings, failure);
        finding.instance = next();
        ++out_.summary.unverifiable;
        add(std::move(finding));
    }

    // What the findings of a run may take: for each value and each rule a little, and some more.
    [[nodiscard]] std::size_t most_room() const {
        constexpr std::size_t kAlone = 60'000'000, kPerValue = 2'000;
        return kAlone + kPerValue * (dataset_.node_count() + out_.rules.size());
    }

    // Is there no room for a further finding? The instances of a rule from there on are not judged; one finding says so.
    bool keeps_no_more(const BoundRule& rule) {
        if (of_rows_ || room_ <= most_room()) return false;
        full_ = true;
        failed(rule, {}, {Code::XF509, Message(say::limit_findings, most_room() / 1'000'000)});
        return true;
    }

    void instance(const BoundRule& rule, const Bindings& bindings) {
        if (full_) {
            ++next_;
            return;
        }
        begin_instance(evaluator_, rule, bindings, options_.keep_holding);
        Judgement judged = evaluator_.truth(*rule.body);
        const Verdict verdict = verdict_of(judged);
        if ((options_.keep_holding || verdict != Verdict::holds) && keeps_no_more(rule)) return;
        const InstanceId id = next();
        ++(verdict == Verdict::holds          ? out_.summary.holds
           : verdict == Verdict::contradicted ? out_.summary.contradicted
                                              : out_.summary.unverifiable);
        if (!options_.keep_holding) {
            if (verdict == Verdict::holds) {
                for (const NodeId node : evaluator_.used()) out_.figure_checked[node] = 1;
                return;
            }
            begin_instance(evaluator_, rule, bindings, true);
            judged = evaluator_.truth(*rule.body);
        }
        for (const NodeId node : evaluator_.used()) out_.figure_checked[node] = 1;   // a finding may rest on fewer
        Finding finding = finding_of(dataset_, evaluator_, rule, bindings, judged);
        finding.instance = id;
        add(std::move(finding));
    }

    InstanceId next() {
        ++out_.summary.instances;
        return next_++;
    }

    void add(Finding finding) {
        for (const NodeId node : finding.figures) out_.figure_checked[node] = 1;
        finding.rule_index = static_cast<std::uint32_t>(out_.rules.size() - 1);
        room_ += room_of(finding);
        out_.findings.push_back(std::move(finding));
    }

    const Dataset& dataset_;
    const CheckOptions& options_;
    Evaluator evaluator_;
    Findings out_;
    InstanceId next_ = 0;
    std::size_t room_ = 0;   // what out_.findings takes
    bool of_rows_ = false;   // are the instances those of given rows, which somebody has counted?
    bool full_ = false;      // does the rest of this rule's instances go unjudged?
};

}  // namespace

bool selected(const RuleInfo& rule, const CheckOptions& options) {
    const auto named = [&](const std::string& glob) { return glob_matches(glob, rule.id); };
    if (!options.only.empty() && std::none_of(options.only.begin(), options.only.end(), named)) return false;
    if (options.tags.empty()) return true;
    return std::any_of(options.tags.begin(), options.tags.end(), [&](const std::string& tag) {
        return std::find(rule.tags.begin(), rule.tags.end(), tag) != rule.tags.end();
    });
}

Diagnostics check_rules(const Dataset& dataset, const RuleSet& rules) {
    Diagnostics out;
    (void)bind_rules(dataset, rules, out, RulesRead::in_part, [](const RuleInfo&) { return false; });
    return out;
}

CheckResult check(const Dataset& dataset, const RuleSet& rules, const CheckOptions& options) {
    CheckResult out;
    const Wanted wanted = [&](const RuleInfo& info) { return selected(info, options); };
    BoundRules bound = bind_rules(dataset, rules, out.diagnostics, RulesRead::whole, wanted);
    out.diagnostics.sort(dataset.sources);
    if (out.diagnostics.has_errors()) return out;
    out.findings = Run(dataset, options).go(std::move(bound));
    return out;
}

struct RowRunner::Held {
    Held(const Dataset& of, const CheckOptions& given) : dataset(of), options(given), run(of, options) {}
    void go(const BoundRule& rule, const std::span<const NodeId>* rows) {
        if (std::exchange(arrangement, dataset.arrangement()) != dataset.arrangement()) run.forget();
        run.run_rule(rule, rows);
    }
    const Dataset& dataset;
    std::uint64_t arrangement = 0;
    CheckOptions options;
    Run run;
};

RowRunner::RowRunner(const Dataset& dataset, const CheckOptions& options) : held_(std::make_unique<Held>(dataset, options)) {}
RowRunner::~RowRunner() = default;
RowRunner::RowRunner(RowRunner&&) noexcept = default;
void RowRunner::rows(const BoundRule& rule, std::span<const NodeId> rows) { held_->go(rule, &rows); }
void RowRunner::whole(const BoundRule& rule) { held_->go(rule, nullptr); }
Findings& RowRunner::out() { return held_->run.out(); }

}  // namespace crossfoot

// From bound rules to findings: instances, verdicts, evidence.
#include "engine/checking/check.hpp"

#include <algorithm>

#include "engine/checking/binder.hpp"
#include "engine/checking/evaluator.hpp"
#include "engine/checking/glob.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot {
namespace {

class Run {
public:
    Run(const Dataset& dataset, BoundRules rules, const CheckOptions& options)
        : dataset_(dataset), rules_(std::move(rules)), options_(options), evaluator_(dataset, dataset.sources) {}

    Findings go() {
        out_.figure_checked.assign(dataset_.node_count(), 0);
        for (const BoundRule& rule : rules_.rules) {
            if (!selected(rule.info)) continue;
            out_.rules.push_back(rule.info);
            run_rule(rule);
        }
        for (auto& [id, title] : rules_.groups) out_.groups.push_back({id, std::move(title)});
        Summary& summary = out_.summary;
        summary.rules = out_.rules.size();
        summary.figures = dataset_.figure_count();
        summary.unread = dataset_.unread_count();
        summary.figures_checked = static_cast<std::uint64_t>(std::count(out_.figure_checked.begin(), out_.figure_checked.end(), 1));
        return std::move(out_);
    }

private:
    bool selected(const RuleInfo& info) const {
        const auto named = [&](const std::string& glob) { return glob_matches(glob, info.id); };
        if (!options_.only.empty() && std::none_of(options_.only.begin(), options_.only.end(), named)) return false;
        if (options_.tags.empty()) return true;
        return std::any_of(options_.tags.begin(), options_.tags.end(), [&](const std::string& tag) {
            return std::find(info.tags.begin(), info.tags.end(), tag) != info.tags.end();
        });
    }

    void run_rule(const BoundRule& rule) {
        instances_ = 0;
        failed_ = false;
        bindings_.clear();
        evaluator_.begin(rule.slots, false);
        bind_from(rule, 0);
        out_.rules.back().instances = static_cast<std::uint32_t>(instances_);
        if (instances_ > 0 || failed_) return;
        Finding finding = blank(rule);
        finding.verdict = Verdict::vacuous;
        finding.code = Code::XF508;
        std::string names;
        for (const CoreFor& each : rule.fors) names += (names.empty() ? "" : ", ") + each.name;
        finding.reason = Message(say::binds_nothing, names);
        ++out_.summary.vacuous;
        out_.findings.push_back(std::move(finding));
    }

    // The bindings of the `for` clauses from `depth` on, in order; one instance for each full binding.
    void bind_from(const BoundRule& rule, std::size_t depth) {
        if (failed_) return;
        if (depth == rule.fors.size()) {
            instance(rule);
            return;
        }
        const CoreFor& clause = rule.fors[depth];
        std::vector<Value> values;
        evaluator_.begin(rule.slots, false);
        if (clause.range) {
            const auto range = evaluator_.whole_range(*clause.domain, clause.high.get());
            if (const auto* failure = std::get_if<Failure>(&range)) return fail(rule, *failure);
            const auto& [low, high] = std::get<Evaluator::Whole>(range);
            const Rational most = low + Rational(static_cast<std::int64_t>(options_.most_instances));
            if (high && most < *high) return fail(rule, {Code::XF509, Message(say::limit_instances, options_.most_instances)});
            for (Rational n = low; n <= *high; n += 1) values.push_back({n});
        } else {
            auto found = evaluator_.members(*clause.domain, true);
            if (const auto* failure = std::get_if<Failure>(&found)) return fail(rule, *failure);
            values = settled(std::move(std::get<1>(found)));
        }
        const std::vector<NodeId> of_domain = evaluator_.used();
        std::vector<NodeId> of_where;
        for (Value& value : values) {
            if (failed_) return;
            bindings_.resize(depth);
            bindings_.push_back(binding(clause.name, value));
            evaluator_.set(clause.slot, std::move(value));
            if (clause.where) {
                evaluator_.begin(rule.slots, false);
                const Judgement judged = evaluator_.condition(*clause.where);
                if (judged.failure) {
                    condition_failed(rule, *judged.failure);
                    continue;
                }
                if (judged.possible == Truth::no) continue;
                of_where = evaluator_.used();
            }
            bound_by_.resize(depth);
            bound_by_.push_back(of_domain);
            bound_by_.back().insert(bound_by_.back().end(), of_where.begin(), of_where.end());
            bind_from(rule, depth + 1);
        }
        bindings_.resize(depth);
    }

    // Locals outlive the terms of an instance: computed numbers are kept as their printed value.
    std::vector<Value> settled(std::vector<Value> values) {
        for (Value& value : values) {
            if (auto* group = std::get_if<GroupValue>(&value.held)) group->key_and_rows[0] = settle(std::move(group->key_and_rows[0]));
            else value = settle(std::move(value));
        }
        return values;
    }

    Value settle(Value value) {
        const auto* number = std::get_if<Number>(&value.held);
        if (number == nullptr) return value;
        const auto printed = evaluator_.terms().printed(number->term);
        return printed ? Value{*printed} : Value{Absent{"", kNoNode}};
    }

    Binding binding(const std::string& name, const Value& value) {
        Binding out{name, "", std::nullopt};
        if (const auto* at = std::get_if<NodeValue>(&value.held); at != nullptr && !dataset_.node(at->node).manifest) {
            out.node = at->node;
            out.value = dataset_.path(at->node);
        } else if (const auto* group = std::get_if<GroupValue>(&value.held)) {
            out.value = evaluator_.printed(group->key_and_rows[0]);
        } else {
            out.value = evaluator_.printed(value);
        }
        return out;
    }

    Finding blank(const BoundRule& rule) const {
        Finding out;
        out.rule = rule.info.id;
        out.rule_index = static_cast<std::uint32_t>(out_.rules.size() - 1);
        out.severity = rule.info.severity;
        for (const CoreTitlePiece& piece : rule.title) out.title += piece.text;
        return out;
    }

    void count_unverifiable(const BoundRule& rule, const Failure& failure) {
        ++instances_;
        ++out_.summary.instances;
        ++out_.summary.unverifiable;
        Finding finding = blank(rule);
        finding.bindings = bindings_;
        finding.verdict = Verdict::unverifiable;
        finding.code = failure.code;
        finding.reason = failure.reason;
        take_use(finding);
        out_.findings.push_back(std::move(finding));
    }

    void fail(const BoundRule& rule, const Failure& failure) {
        failed_ = true;
        count_unverifiable(rule, failure);
    }

    void condition_failed(const BoundRule& rule, const Failure& failure) { count_unverifiable(rule, failure); }

    void take_use(Finding& finding) {
        finding.figures = evaluator_.used();
        finding.missing = evaluator_.missing();
        for (const NodeId node : finding.figures) out_.figure_checked[node] = 1;
    }

    // An instance uses the figures that made its bindings, too.
    void begin(const BoundRule& rule, bool recording) {
        evaluator_.begin(rule.slots, recording);
        for (std::size_t depth = 0; depth < rule.fors.size(); ++depth)
            for (const NodeId node : bound_by_[depth]) evaluator_.use(node);
    }

    void instance(const BoundRule& rule) {
        if (++instances_ > options_.most_instances) {
            --instances_;
            return fail(rule, {Code::XF509, Message(say::limit_instances, options_.most_instances)});
        }
        ++out_.summary.instances;
        begin(rule, options_.keep_holding);
        Judgement judged = evaluator_.truth(*rule.body);
        if (judged.possible == Truth::yes) {
            ++out_.summary.holds;
            for (const NodeId node : evaluator_.used()) out_.figure_checked[node] = 1;
            if (!options_.keep_holding) return;
        } else if (!options_.keep_holding) {
            begin(rule, true);
            judged = evaluator_.truth(*rule.body);
        }
        Finding finding = blank(rule);
        finding.bindings = bindings_;
        finding.certain = judged.certain;
        finding.agreement = judged.possible == Truth::unknown ? std::nullopt : judged.agreement;
        finding.left_out = evaluator_.left_out();
        finding.assumed = evaluator_.assumed();
        finding.bound_only = evaluator_.bound_only();
        finding.witness = evaluator_.witness();
        take_use(finding);
        show_relation(finding);
        if (judged.possible == Truth::yes) {
            finding.verdict = Verdict::holds;
        } else if (judged.possible == Truth::no) {
            finding.verdict = Verdict::contradicted;
            ++out_.summary.contradicted;
            const bool truncated = finding.agreement == Agreement::truncated;
            if (truncated && !dataset_.manifest.rounding && finding.severity == Severity::error) finding.severity = Severity::warning;
        } else {
            finding.verdict = Verdict::unverifiable;
            ++out_.summary.unverifiable;
            const Failure why = judged.failure ? *judged.failure : missing();
            finding.code = why.code;
            finding.reason = why.reason;
        }
        finding.title.clear();
        for (const CoreTitlePiece& piece : rule.title) finding.title += piece.path ? evaluator_.printed(*piece.path) : piece.text;
        out_.findings.push_back(std::move(finding));
    }

    Failure missing() const {
        std::string places;
        const auto add = [&](const std::string& place) {
            if (!place.empty()) places += (places.empty() ? "`" : ", `") + place + "`";
        };
        for (const NodeId node : evaluator_.missing()) add(dataset_.path(node));
        for (const std::string& place : evaluator_.absent()) add(place);
        return {Code::XF501, Message(say::missing_figures, places.empty() ? std::string("?") : places)};
    }

    // left, right, gap and allowance of the first relation that is impossible, else of the first.
    void show_relation(Finding& finding) {
        const auto& records = evaluator_.records();
        const Record* shown = nullptr;
        for (const Record& each : records) {
            if (each.comparison && shown == nullptr) shown = &each;
            if (each.comparison && !each.possible) {
                shown = &each;
                break;
            }
        }
        for (const Record& each : records)
            if (!each.possible && !each.reason.empty() && finding.reason.empty()) finding.reason = each.reason;
        if (shown == nullptr || shown->right.term == kNoTerm) return;
        finding.relation = shown->comparison;
        finding.relation_possible = shown->possible;
        finding.left = side(*shown, shown->left, shown->left_text);
        finding.right = side(*shown, shown->right, shown->right_text);
        if (finding.left->shown == 0) finding.left->shown = finding.right->shown;
        if (finding.right->shown == 0) finding.right->shown = finding.left->shown;
        const auto &a = finding.left->printed, &b = finding.right->printed;
        if (!a || !b) return;
        finding.gap = (*a - *b).abs();
        if (shown->same_print) {
            finding.allowance = Rational(0);
            return;
        }
        const bool left_first = *a <= *b;
        const End& from_left = left_first ? finding.left->range.high : finding.left->range.low;
        const End& from_right = left_first ? finding.right->range.low : finding.right->range.high;
        if (from_left.unbounded || from_right.unbounded) return;
        finding.allowance = (from_left.value - *a).abs() + (from_right.value - *b).abs();
    }

    // Of sides whose members have several units: that of the first figure among them, each side being sums of its kind.
    Dimension dimension_of(const Terms& terms, TermId left, TermId right) const {
        for (const TermId term : {left, right})
            for (const VariableId id : terms.unknowns(term))
                if (const NodeId node = terms.variable(id).node; node != kNoNode)
                    return dataset_.units.unit(dataset_.figure(node).unit).dimension;
        return {};
    }

    Side side(const Record& record, const Operand& operand, const std::string& text) {
        const Terms& terms = evaluator_.terms();
        Side out;
        out.text = text;
        out.range = tight_range(terms, operand.term, Box(terms, record.exactly ? Mode::printed : Mode::ranges)).interval;
        out.printed = terms.printed(operand.term);
        const Dimension dimension = record.varies ? dimension_of(terms, record.left.term, record.right.term) : record.dimension;
        out.unit = dataset_.units.base_name(dimension);
        for (const VariableId id : terms.unknowns(operand.term)) {
            const NodeId node = terms.variable(id).node;
            if (node == kNoNode) continue;
            out.figures.push_back(node);
            const UnitId unit = dataset_.figure(node).unit;
            if (out.shown == 0 && dataset_.units.unit(unit).dimension == dimension) out.shown = unit;
        }
        return out;
    }

    const Dataset& dataset_;
    BoundRules rules_;
    const CheckOptions& options_;
    Evaluator evaluator_;
    Findings out_;
    std::vector<Binding> bindings_;
    std::vector<std::vector<NodeId>> bound_by_;   // by `for` clause: the figures of its domain and `where`
    std::uint64_t instances_ = 0;
    bool failed_ = false;
};

}  // namespace

Diagnostics check_rules(const Dataset& dataset, const RuleSet& rules) {
    Diagnostics out;
    (void)bind_rules(dataset, rules, out, RulesRead::in_part);
    return out;
}

CheckResult check(const Dataset& dataset, const RuleSet& rules, const CheckOptions& options) {
    CheckResult out;
    BoundRules bound = bind_rules(dataset, rules, out.diagnostics, RulesRead::whole);
    out.diagnostics.sort(dataset.sources);
    if (out.diagnostics.has_errors()) return out;
    out.findings = Run(dataset, std::move(bound), options).go();
    return out;
}

}  // namespace crossfoot

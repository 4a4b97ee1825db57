#include "engine/checking/recheck.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/evidence.hpp"
#include "engine/checking/instances.hpp"
#include "engine/checking/sort_once.hpp"
#include "engine/dataset/reprint.hpp"

namespace crossfoot {
namespace {

// Bindings as one text: what an instance is known by where a rule is bound again.
std::string name_of(const std::vector<Binding>& bindings) {
    std::string out;
    for (const Binding& each : bindings) out.append(each.value).push_back('\0');
    return out;
}

}  // namespace

class Rechecker::Self {
public:
    Self(const Dataset& dataset, const RuleSet& rules, const CheckOptions& options)
        : dataset_(dataset), most_(options.most_instances), evaluator_(dataset_, dataset_.sources),
          bound_(bind_rules(dataset_, rules, problems_, RulesRead::whole, [&](const RuleInfo& info) { return selected(info, options); })) {
        if (problems_.has_errors()) return;
        ready = true;
        users_.resize(dataset_.node_count());
        for (const auto& rule : bound_.rules) {
            infos.push_back(rule->info);
            left_out.push_back(rule->by_form || reaches_streamed(*rule, dataset_) || !find_instances(*rule));
            if (left_out.back()) decided_by_.emplace_back();
        }
        for (std::vector<InstanceId>& users : users_) sort_once(users);
    }

    bool ready = false;
    std::vector<RuleInfo> infos;
    std::vector<bool> left_out;   // by rule
    std::vector<Instance> instances;

    Dataset& dataset() { return dataset_; }
    [[nodiscard]] std::span<const InstanceId> users(NodeId node) const { return users_[node]; }

    std::vector<Rechecked> with(std::span<const Change> changes, std::span<const InstanceId> asked, std::size_t* appeared) {
        const InForce in_force(dataset_, evaluator_, changes);
        std::vector<Rechecked> out;
        out.reserve(asked.size());
        std::map<std::uint32_t, Again> again;   // rules bound again
        for (const InstanceId id : asked) {
            const std::uint32_t rule = instances[id].rule;
            if (!decided_by(rule, changes)) {
                out.push_back({id, verdict(rule, places_[id]), certain_, false});
                continue;
            }
            const auto [place, fresh] = again.try_emplace(rule);
            if (fresh) place->second = bind_again(rule);
            const auto found = place->second.find(name_of(instances[id].bindings));
            if (found == place->second.end()) out.push_back({id, Verdict::holds, Truth::yes, true});
            else out.push_back({id, verdict(rule, found->second), certain_, false});
        }
        if (appeared == nullptr) return out;
        for (std::uint32_t rule = 0; rule < infos.size(); ++rule) {
            if (!decided_by(rule, changes)) continue;
            const auto [place, fresh] = again.try_emplace(rule);
            if (fresh) place->second = bind_again(rule);   // it had no instance to ask for
            *appeared += count_appeared(rule, place->second);
        }
        return out;
    }

    // Evaluates one instance with changes in force and hands it to `look`; what `look` gives, or `gone`.
    template <class Out, class Look>
    Out at(InstanceId id, std::span<const Change> changes, Out gone, Look look) {
        const InForce in_force(dataset_, evaluator_, changes);
        const std::uint32_t rule = instances[id].rule;
        if (!decided_by(rule, changes)) return look(rule_at(rule), places_[id]);
        const Again places = bind_again(rule);
        const auto found = places.find(name_of(instances[id].bindings));
        return found == places.end() ? gone : look(rule_at(rule), found->second);
    }

    std::optional<Finding> finding(InstanceId id, std::span<const Change> changes) {
        return at(id, changes, std::optional<Finding>(), [&](const BoundRule& rule, const Place& place) {
            Finding out;
            if (place.failed) {
                evaluator_.begin(rule.slots, true);
                for (const NodeId node : place.used) evaluator_.use(node);
                out = failed_finding(evaluator_, rule, place.bindings, *place.failed);
            } else {
                begin_instance(evaluator_, rule, place.bindings, true);
                const Judgement judged = evaluator_.truth(*rule.body);
                out = finding_of(dataset_, evaluator_, rule, place.bindings, judged);
            }
            out.rule_index = instances[id].rule;
            out.instance = id;
            return std::optional(std::move(out));
        });
    }

    bool holds_by_new_value(InstanceId id) {
        evaluator_.divide_by_new_value(true);
        const Verdict found = verdict(instances[id].rule, places_[id]);
        evaluator_.divide_by_new_value(false);
        return found == Verdict::holds;
    }

    Statement statement(InstanceId id, std::span<const Change> changes, MissingFigures missing) {
        return at(id, changes, Statement(), [&](const BoundRule& rule, const Place& place) {
            if (place.failed) return Statement();
            begin_instance(evaluator_, rule, place.bindings, false);
            evaluator_.keep_assertions();
            (void)evaluator_.truth(*rule.body);
            Statement out = statement_of(evaluator_, missing);
            // what made the bindings decides, too
            if (place.bindings.made_by.empty()) return out;
            for (const NodeId node : place.bindings.made_by) out.deciding.push_back(node), out.keys.push_back(node);
            sort_once(out.deciding);
            sort_once(out.keys);
            out.whole = false;
            return out;
        });
    }

private:
    struct Place {
        Bindings bindings;
        std::optional<Failure> failed;   // it could not be bound,
        std::vector<NodeId> used;        // … having used these
    };
    using Again = std::map<std::string, Place>;

    // Changes put into the dataset, and taken out at the end.
    class InForce {
    public:
        InForce(Dataset& dataset, Evaluator& evaluator, std::span<const Change> changes) : dataset_(dataset) {
            if (evaluator.summarised()) evaluator.forget();   // with other changes in force
            kept_.reserve(changes.size());
            for (const Change& each : changes) kept_.push_back({each.node, std::exchange(dataset_.edit_figure(each.node), each.figure)});
        }
        InForce(const InForce&) = delete;
        InForce& operator=(const InForce&) = delete;
        ~InForce() {
            for (auto each = kept_.rbegin(); each != kept_.rend(); ++each) dataset_.edit_figure(each->node) = std::move(each->figure);
        }

    private:
        Dataset& dataset_;
        std::vector<Change> kept_;
    };

    // To be evaluated next.
    const BoundRule& rule_at(std::uint32_t rule) {
        evaluator_.keep_for(*bound_.rules[rule]);
        return *bound_.rules[rule];
    }

    // False, and there are none, where the rule looks at so many figures as a whole that a change of one would mean all
    // instances anew.
    bool find_instances(const BoundRule& rule) {
        std::vector<NodeId> decided_by;
        const auto first = static_cast<InstanceId>(instances.size());
        evaluator_.keep_for(rule);
        const auto add = [&](const Bindings& bindings, std::optional<Failure> failed) {
            if (evaluator_.summarised()) return;
            Instance made;
            made.rule = static_cast<std::uint32_t>(infos.size() - 1);
            made.bindings = bindings.names;
            if (failed) {
                made.verdict = Verdict::unverifiable;
            } else {
                begin_instance(evaluator_, rule, bindings, false);
                made.verdict = verdict_of(evaluator_.truth(*rule.body));
            }
            made.figures = evaluator_.used();
            const auto id = static_cast<InstanceId>(instances.size());
            for (const NodeId node : made.figures) users_[node].push_back(id);
            instances.push_back(std::move(made));
            places_.push_back(place(bindings, std::move(failed)));
        };
        const InstanceVisitor visitor{[&](const Bindings& bindings) { add(bindings, std::nullopt); },
                                      [&](const Bindings& bindings, const Failure& failure) { add(bindings, failure); }};
        visit_instances(dataset_, evaluator_, rule, most_, visitor, &decided_by);
        if (evaluator_.summarised()) {
            evaluator_.forget();
            instances.resize(first);
            places_.resize(first);
            for (std::vector<InstanceId>& users : users_)
                while (!users.empty() && users.back() >= first) users.pop_back();
            return false;
        }
        std::sort(decided_by.begin(), decided_by.end());
        decided_by.erase(std::unique(decided_by.begin(), decided_by.end()), decided_by.end());
        for (const NodeId node : decided_by)
            for (auto id = first; id < instances.size(); ++id) users_[node].push_back(id);
        decided_by_.push_back(std::move(decided_by));
        return true;
    }

    [[nodiscard]] bool decided_by(std::uint32_t rule, std::span<const Change> changes) const {
        const std::vector<NodeId>& nodes = decided_by_[rule];
        return std::any_of(changes.begin(), changes.end(),
                           [&](const Change& each) { return std::binary_search(nodes.begin(), nodes.end(), each.node); });
    }

    Place place(const Bindings& bindings, std::optional<Failure> failed) const {
        std::vector<NodeId> used;
        if (failed) used = evaluator_.used();
        return {bindings, std::move(failed), std::move(used)};
    }

    Again bind_again(std::uint32_t rule) {
        Again out;
        const InstanceVisitor visitor{
            [&](const Bindings& bindings) { out.insert_or_assign(name_of(bindings.names), place(bindings, std::nullopt)); },
            [&](const Bindings& bindings, const Failure& failure) { out.insert_or_assign(name_of(bindings.names), place(bindings, failure)); }};
        visit_instances(dataset_, evaluator_, rule_at(rule), most_, visitor);
        return out;
    }

    // With what is certain in certain_.
    Verdict verdict(std::uint32_t rule, const Place& place) {
        certain_ = Truth::unknown;
        if (place.failed) return Verdict::unverifiable;
        begin_instance(evaluator_, rule_at(rule), place.bindings, false);
        const Judgement judged = evaluator_.truth(*rule_at(rule).body);
        certain_ = judged.certain;
        return verdict_of(judged);
    }

    std::size_t count_appeared(std::uint32_t rule, const Again& places) {
        std::vector<std::string> known;
        for (const Instance& each : instances)
            if (each.rule == rule) known.push_back(name_of(each.bindings));
        std::sort(known.begin(), known.end());
        std::size_t out = 0;
        for (const auto& [name, place] : places)
            if (!std::binary_search(known.begin(), known.end(), name) && verdict(rule, place) == Verdict::contradicted) ++out;
        return out;
    }

    Dataset dataset_;
    std::uint64_t most_;
    Evaluator evaluator_;
    Diagnostics problems_;
    BoundRules bound_;
    std::vector<Place> places_;                        // by InstanceId
    std::vector<std::vector<InstanceId>> users_;       // by NodeId
    Truth certain_ = Truth::unknown;
    std::vector<std::vector<NodeId>> decided_by_;      // by rule: the figures of its domains and `where`s, sorted
};

Rechecker::Rechecker(const Dataset& dataset, const RuleSet& rules, const CheckOptions& options)
    : self_(std::make_unique<Self>(dataset, rules, options)) {}
Rechecker::~Rechecker() = default;
Rechecker::Rechecker(Rechecker&&) noexcept = default;
Rechecker& Rechecker::operator=(Rechecker&&) noexcept = default;

bool Rechecker::ready() const { return self_->ready; }
const Dataset& Rechecker::dataset() const { return self_->dataset(); }
const std::vector<RuleInfo>& Rechecker::rules() const { return self_->infos; }
bool Rechecker::left_out(std::uint32_t rule) const { return self_->left_out[rule]; }
std::span<const Instance> Rechecker::instances() const { return self_->instances; }
std::span<const InstanceId> Rechecker::using_figure(NodeId node) const { return self_->users(node); }

std::vector<InstanceId> Rechecker::touched(std::span<const Change> changes) const {
    std::vector<InstanceId> out;
    for (const Change& each : changes) {
        const auto users = self_->users(each.node);
        out.insert(out.end(), users.begin(), users.end());
    }
    sort_once(out);
    return out;
}

std::vector<Rechecked> Rechecker::with(std::span<const Change> changes, std::span<const InstanceId> instances) {
    return self_->with(changes, instances, nullptr);
}

Consequences Rechecker::consequences(std::span<const Change> changes) {
    Consequences out;
    for (const Rechecked& each : self_->with(changes, touched(changes), &out.appeared)) {
        const Verdict before = self_->instances[each.instance].verdict;
        if (before == each.verdict) continue;
        if (each.verdict == Verdict::contradicted) out.broken.push_back(each.instance);
        else if (each.verdict == Verdict::unverifiable) out.unsettled.push_back(each.instance);
        else if (before == Verdict::contradicted) (each.gone ? out.vanished : out.cleared).push_back(each.instance);
    }
    return out;
}

std::optional<Finding> Rechecker::finding(InstanceId instance, std::span<const Change> changes) {
    return self_->finding(instance, changes);
}

Statement Rechecker::statement(InstanceId instance, std::span<const Change> changes, MissingFigures missing) {
    return self_->statement(instance, changes, missing);
}

bool Rechecker::holds_by_new_value(InstanceId instance) { return self_->holds_by_new_value(instance); }

std::optional<std::string> Rechecker::written(NodeId node) { return written_as(self_->dataset(), node); }

std::optional<Figure> Rechecker::read(NodeId node, std::string_view print) { return read_instead(self_->dataset(), node, print); }

std::optional<Figure> Rechecker::restyle(NodeId node, const Rational& value) { return restyled(self_->dataset(), node, value); }

}  // namespace crossfoot

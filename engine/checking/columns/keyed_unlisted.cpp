#include <algorithm>
#include <set>

#include "engine/checking/columns/keyed_rules.hpp"
#include "engine/checking/known/identity.hpp"
#include "engine/checking/messages.hpp"

namespace crossfoot::columns {
namespace {

// The keys that are not listed, in batches as they were judged.
class VisitKeys {
public:
    VisitKeys(const Dataset& dataset, const BoundRule& rule, KeyedRun& run, const std::vector<const PassResult*>& passes, CheckOptions check,
          const TableOptions& options, const SeeFinding& see)
        : dataset_(dataset), rule_(rule), run_(run), passes_(passes), check_(std::move(check)), options_(options), see_(see) {
        check_.keep_holding = false;
    }

    void go(const std::set<std::string>& listed) {
        std::vector<OpenKey> open = run_.decide(false).open;
        std::erase_if(open, [&](const OpenKey& each) { return listed.contains(each.key); });
        for (const OpenKey& each : open)
            if (each.rows > options_.rows_at_once && !see_too_large(each)) return;
        for (std::size_t begin = 0; begin < open.size();) {
            std::unordered_set<std::string> keys;
            const std::size_t end = end_of_batch(open, begin, options_.rows_at_once, keys);
            if (!keys.empty() && !batch(std::span(open).subspan(begin, end - begin), keys)) return;
            begin = end;
        }
    }

private:
    bool see_too_large(const OpenKey& key) {
        Finding made = refusal(rule_, Message(say::key_too_large, run_.rule().sides[0].table->name, key.key, key.rows, options_.rows_at_once));
        Identities identities(dataset_);
        return see_(made, identities);
    }

    bool batch(std::span<const OpenKey> open, const std::unordered_set<std::string>& keys) {
        AtHand rows = at_hand(dataset_, run_, passes_, keys);
        Identities identities(rows.copy);
        RowRunner runner(rows.copy, check_);
        return std::all_of(open.begin(), open.end(),
                           [&](const OpenKey& each) { return !keys.contains(each.key) || one(each.key, rows, runner, identities); });
    }

    // As the findings that are listed are evaluated.
    bool one(const std::string& key, AtHand& rows, RowRunner& runner, Identities& identities) {
        const KeyedRule& keyed = run_.rule();
        std::vector<std::vector<NodeId>> seen(rows.sides.size());
        for (std::size_t side = 0; side < rows.sides.size(); ++side)
            for (const std::uint64_t number : rows.sides[side].seen({&key, 1})) seen[side].push_back(rows.nodes[side].at(number));
        if (keyed.form != KeyedRule::Form::rows) return look(seen, {}, rows.copy, runner, identities);
        std::vector<NodeId> own;
        if (const auto found = rows.sides[0].of_key.find(key); found != rows.sides[0].of_key.end())
            for (const std::uint64_t number : found->second) own.push_back(rows.nodes[0].at(number));
        return std::all_of(own.begin(), own.end(), [&](NodeId row) {
            if (!keyed.own) seen[0] = {row};
            return look(seen, {row}, rows.copy, runner, identities);
        });
    }

    bool look(const std::vector<std::vector<NodeId>>& seen, const std::vector<NodeId>& instances, Dataset& copy, RowRunner& runner,
              Identities& identities) {
        evaluate(copy, rule_, run_.rule(), seen, instances, runner);
        for (Finding& each : runner.out().findings) {
            if (each.verdict == Verdict::holds || each.verdict == Verdict::vacuous) continue;
            if (!see_(each, identities)) return false;
        }
        return true;
    }

    const Dataset& dataset_;
    const BoundRule& rule_;
    KeyedRun& run_;
    const std::vector<const PassResult*>& passes_;
    CheckOptions check_;
    const TableOptions& options_;
    const SeeFinding& see_;
};

}  // namespace

bool KeyedRules::visit(const BoundRule& rule, const SeeFinding& see) {
    const auto found = rules_.find(&rule);
    if (found == rules_.end() || !found->second.judged) return false;
    State& state = found->second;
    const KeyedRule& keyed = state.run->rule();
    // one instance is listed, or it is counted
    const bool as_one = keyed.form == KeyedRule::Form::unique ||
                        (keyed.form == KeyedRule::Form::groups && state.run->first_without_key(0) != UINT64_MAX);
    if (state.refused || as_one) return true;
    std::set<std::string> listed;
    for (const KeyVerdict& each : state.verdicts.listed) listed.insert(each.keys.begin(), each.keys.end());
    VisitKeys(dataset_, rule, *state.run, state.passes, check_, options_, see).go(listed);
    return true;
}

}  // namespace crossfoot::columns

#include "engine/checking/columns/keyed_judge.hpp"

#include <algorithm>

#include "engine/text/text_form.hpp"

namespace crossfoot::columns {
namespace {

constexpr std::size_t kMostRepeated = 1'000;   // values of a column that are shown to stand twice
// Rows without a key that a lookup with further conditions sees: what these say decides whether it can be computed.
constexpr std::size_t kMostWithoutKey = 1'000;

class Fetching {
public:
    Fetching(const KeyedRun& run, std::size_t side, const PassResult& pass, const std::unordered_set<std::string>& keys)
        : table_(*run.rule().sides[side].table), column_(run.rule().sides[side].column), pass_(pass), keys_(keys) {
        const bool own = run.rule().own;
        const bool looked_up = side > 0 || own || run.rule().form == KeyedRule::Form::unique;
        if (side > 0 || own) always_.insert(run.first_row(side));
        if (looked_up || run.rule().form == KeyedRule::Form::groups) always_.insert(run.first_without_key(side));
        always_.erase(UINT64_MAX);
        own_ = own;
        all_without_key_ = looked_up && run.rule().sides[side].conditions;
        for (const std::string& key : keys) mark(hash_of(key)) = true;
    }

    SideRows fetch() {
        RowWalk rows(table_, pass_);
        while (rows.next()) look_at(rows);
        return std::move(out_);
    }

private:
    void look_at(RowWalk& row) {
        std::string_view content = row.content(column_, space_);
        const bool composing = !row.ascii() && !is_ascii(content);
        if (composing) content = key_ = composed(std::string(content));
        const bool without = all_without_key_ && content.empty() && out_.always.size() < kMostWithoutKey;
        // a row without key agrees with itself: that it can be looked up, another must say
        const bool first_key = own_ && !first_key_ && !content.empty();
        first_key_ = first_key_ || first_key;
        const bool always = without || first_key || always_.contains(row.place());
        bool wanted = mark(hash_of(content));
        if (!always && !wanted) return;
        if (!composing) key_ = content;
        wanted = wanted && keys_.contains(key_);
        if (!always && !wanted) return;
        out_.rows.try_emplace(row.number(), row.held());
        if (always) out_.always.push_back(row.number());
        if (wanted) out_.of_key[key_].push_back(row.number());
    }

    // A filter that most rows do not pass: is some wanted key's hash like this one?
    std::vector<bool>::reference mark(std::uint64_t hash) { return marks_[hash >> 43U & 0xFFFFFU]; }

    const Table& table_;
    std::size_t column_;
    const PassResult& pass_;
    const std::unordered_set<std::string>& keys_;
    std::vector<bool> marks_ = std::vector<bool>(1U << 20U);
    std::set<std::uint64_t> always_;
    bool own_ = false, first_key_ = false, all_without_key_ = false;
    std::string space_, key_;
    SideRows out_;
};

class Judge {
public:
    Judge(const Dataset& dataset, const BoundRule& rule, KeyedRun& run, const std::vector<const PassResult*>& passes,
          const CheckOptions& check, const TableOptions& options)
        : dataset_(dataset), rule_(rule), run_(run), passes_(passes), check_(check), options_(options) {
        check_.keep_holding = check_.names_all = false;   // what is listed is evaluated again
        keep_holding_ = check.keep_holding;
    }

    KeyedVerdicts all() {
        KeyedRun::Decided decided = run_.decide(keep_holding_);
        const KeyedRule::Form form = run_.rule().form;
        const bool as_one = form == KeyedRule::Form::unique ||
                            (form == KeyedRule::Form::groups && run_.first_without_key(0) != UINT64_MAX);
        if (as_one) {
            one_instance(std::move(decided.open));
        } else {
            out_.summary.instances = out_.summary.holds = decided.holding_instances;
            for (OpenKey& each : decided.holding) list({{}, {std::move(each.key)}, each.first});
            batches(std::move(decided.open));
        }
        keep_worst(out_.listed, options_.max_findings);
        if (batches_ > 1 || judged_ != out_.listed.size()) fetch_listed();
        std::sort(out_.listed.begin(), out_.listed.end(), [](const KeyVerdict& a, const KeyVerdict& b) { return a.first < b.first; });
        return std::move(out_);
    }

private:
    // A column as a whole, by the values that stand twice; or groups that cannot be made for want of a key.
    void one_instance(std::vector<OpenKey> open) {
        const bool unique = run_.rule().form == KeyedRule::Form::unique;
        const bool keyless = run_.first_without_key(0) != UINT64_MAX;
        std::erase_if(open, [](const OpenKey& each) { return each.key.empty(); });
        if (unique && open.empty() && !keyless) {
            out_.summary.instances = out_.summary.holds = 1;
            if (keep_holding_) list({});
            return;
        }
        if (!unique) open.clear();
        std::uint64_t rows = 0;
        std::size_t shown = 0;
        while (shown < std::min(open.size(), kMostRepeated) && rows + open[shown].rows <= options_.rows_at_once) rows += open[shown++].rows;
        if (shown == 0 && !open.empty()) {   // one value in more rows than are held: not computed
            ++out_.summary.instances, ++out_.summary.unverifiable;
            return list({{2, 0}, {open.front().key}, open.front().first, open.front().rows});
        }
        open.resize(shown);
        judge_together(open);
    }

    void judge_together(const std::vector<OpenKey>& open) {
        std::unordered_set<std::string> keys;
        for (const OpenKey& each : open) keys.insert(each.key);
        with_rows(keys, [&](Dataset& copy, const std::vector<SideRows>& sides, const auto& nodes, RowRunner& runner) {
            std::vector<NodeId> seen;
            for (const auto& [number, row] : sides[0].rows) seen.push_back(nodes[0].at(number));
            evaluate(copy, rule_, run_.rule(), {seen}, {}, runner);
            std::vector<std::string> all;
            for (const OpenKey& each : open) all.push_back(each.key);
            take(runner.out(), std::move(all), 0);
        });
    }

    void batches(std::vector<OpenKey> open) {
        std::size_t begin = 0;
        while (begin < open.size()) {
            std::unordered_set<std::string> keys;
            const std::size_t end = end_of_batch(open, begin, options_.rows_at_once, keys);
            judge_each(std::span(open).subspan(begin, end - begin), keys);
            begin = end;
        }
    }

    void judge_each(std::span<OpenKey> open, const std::unordered_set<std::string>& keys) {
        for (OpenKey& each : open) {
            if (each.rows <= options_.rows_at_once) continue;
            ++out_.summary.instances, ++out_.summary.unverifiable;
            list({{2, 0}, {each.key}, each.first, each.rows});
        }
        if (keys.empty()) return;
        with_rows(keys, [&](Dataset& copy, const std::vector<SideRows>& sides, const auto& nodes, RowRunner& runner) {
            for (OpenKey& each : open) {
                if (!keys.contains(each.key)) continue;
                std::vector<std::vector<NodeId>> seen(sides.size());
                for (std::size_t side = 0; side < sides.size(); ++side)
                    for (const std::uint64_t number : sides[side].seen({&each.key, 1})) seen[side].push_back(nodes[side].at(number));
                std::vector<NodeId> instances;
                if (const auto found = sides[0].of_key.find(each.key); run_.rule().own && found != sides[0].of_key.end())
                    for (const std::uint64_t number : found->second) instances.push_back(nodes[0].at(number));
                evaluate(copy, rule_, run_.rule(), seen, instances, runner);
                take(runner.out(), {std::move(each.key)}, each.first);
            }
        });
    }

    // The rows of these keys as nodes of a copy of the dataset.
    template <class Use>
    void with_rows(const std::unordered_set<std::string>& keys, Use use) {
        AtHand rows = at_hand(dataset_, run_, passes_, keys);
        RowRunner runner(rows.copy, check_);
        use(rows.copy, rows.sides, rows.nodes, runner);
        ++batches_;
        out_.rows = std::move(rows.sides);
    }

    void take(const Findings& found, std::vector<std::string> keys, std::uint64_t first) {
        ++judged_;
        Summary& sum = out_.summary;
        sum.add_instances(found.summary);
        for (const Finding& each : found.findings) out_.found.add(each.verdict, each.severity);
        const std::uint64_t wrong = found.summary.instances - found.summary.holds;
        out_.findings += wrong;
        if (wrong > 0) list({worst_of(found.findings), std::move(keys), first});
        else if (keep_holding_ && found.summary.instances > 0) list({{}, std::move(keys), first});
    }

    // The rows of all that is listed, where not one batch had them all.
    void fetch_listed() {
        std::unordered_set<std::string> keys;
        for (const KeyVerdict& each : out_.listed)
            if (each.too_many_rows == 0) keys.insert(each.keys.begin(), each.keys.end());
        out_.rows = fetch(run_, passes_, keys);
    }

    void list(KeyVerdict made) {
        if (made.too_many_rows > 0) ++out_.findings, ++out_.found.unverifiable;
        out_.listed.push_back(std::move(made));
        if (out_.listed.size() >= 2 * options_.max_findings + 1'000) keep_worst(out_.listed, options_.max_findings);
    }

    const Dataset& dataset_;
    const BoundRule& rule_;
    KeyedRun& run_;
    const std::vector<const PassResult*>& passes_;
    CheckOptions check_;
    bool keep_holding_ = false;
    const TableOptions& options_;
    std::size_t batches_ = 0, judged_ = 0;
    KeyedVerdicts out_;
};

}  // namespace

std::vector<std::uint64_t> SideRows::seen(std::span<const std::string> keys) const {
    std::vector<std::uint64_t> out = always;
    for (const std::string& key : keys)
        if (const auto found = of_key.find(key); found != of_key.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<SideRows> fetch(const KeyedRun& run, const std::vector<const PassResult*>& passes,
                            const std::unordered_set<std::string>& keys) {
    std::vector<SideRows> out;
    for (std::size_t side = 0; side < run.rule().sides.size(); ++side) out.push_back(Fetching(run, side, *passes[side], keys).fetch());
    return out;
}

AtHand at_hand(const Dataset& dataset, const KeyedRun& run, const std::vector<const PassResult*>& passes,
               const std::unordered_set<std::string>& keys) {
    AtHand out{dataset, fetch(run, passes, keys), {}};
    out.nodes.resize(out.sides.size());
    Diagnostics none;
    for (std::size_t side = 0; side < out.sides.size(); ++side) {
        std::vector<table::HeldRow> rows;
        for (const auto& [number, row] : out.sides[side].rows) rows.push_back(row);
        const std::vector<NodeId> made =
            table::hold(out.copy, *run.rule().sides[side].table, passes[side]->headers, rows, {}, passes[side]->first_line, none);
        for (std::size_t i = 0; i < made.size(); ++i) out.nodes[side][rows[i].number] = made[i];
    }
    return out;
}

std::size_t end_of_batch(const std::vector<OpenKey>& open, std::size_t begin, std::uint64_t most, std::unordered_set<std::string>& keys) {
    std::uint64_t rows = 0;
    std::size_t end = begin;
    for (; end < open.size() && (keys.empty() || rows + open[end].rows <= most); ++end) {
        if (open[end].rows > most) continue;
        rows += open[end].rows;
        keys.insert(open[end].key);
    }
    return end;
}

KeyedVerdicts judge(const Dataset& dataset, const BoundRule& rule, KeyedRun& run, const std::vector<const PassResult*>& passes,
                    const CheckOptions& check, const TableOptions& options) {
    return Judge(dataset, rule, run, passes, check, options).all();
}

void evaluate(Dataset& dataset, const BoundRule& rule, const KeyedRule& keyed, const std::vector<std::vector<NodeId>>& seen,
              const std::vector<NodeId>& instances, RowRunner& runner) {
    Findings& found = runner.out();
    found.findings.clear();
    found.rules.clear();
    found.summary = {};
    for (std::size_t side = 0; side < seen.size(); ++side) dataset.set_children(keyed.sides[side].array, seen[side]);
    if (keyed.own) runner.rows(rule, instances);
    else runner.whole(rule);
}

}  // namespace crossfoot::columns

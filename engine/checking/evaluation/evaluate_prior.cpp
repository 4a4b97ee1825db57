// The row before: `prior(row, by: field, within: field)`. The rows of a table are put in order once for all instances.
#include <algorithm>
#include <utility>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {
namespace {

struct Lower {
    bool operator()(const SeriesKey& a, const SeriesKey& b) const {
        const auto *from = std::get_if<DayRange>(&a), *to = std::get_if<DayRange>(&b);
        if (from != nullptr && to != nullptr) return std::pair(from->first, from->last) < std::pair(to->first, to->last);
        if (a.index() != b.index()) return a.index() < b.index();
        if (const auto* number = std::get_if<Rational>(&a)) return *number < std::get<Rational>(b);
        return std::get<std::string>(a) < std::get<std::string>(b);
    }
    bool operator()(const Kept::Series::Row& row, const SeriesKey& key) const { return (*this)(row.key, key); }
};

// Neither is surely the earlier: dates with days in common.
bool entangled(const SeriesKey& a, const SeriesKey& b) {
    const auto *from = std::get_if<DayRange>(&a), *to = std::get_if<DayRange>(&b);
    return from != nullptr && to != nullptr && from->last >= to->first && to->last >= from->first;
}

std::string group_of(const SeriesKey& key) {
    if (const auto* date = std::get_if<DayRange>(&key)) return "d" + std::to_string(date->first) + "_" + std::to_string(date->last);
    if (const auto* number = std::get_if<Rational>(&key)) return "n" + number->fraction();
    return "t" + std::get<std::string>(key);
}

// Does an expression about a row depend on nothing else that changes?
bool of_row_alone(const Core& core, Slot row) {
    if (core.op == Op::local && core.slot != row) return false;
    return std::all_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return !each || of_row_alone(*each, row); });
}

}  // namespace

// The key of a row: argument 1 is what the rows are ordered by, 2 what they have in common.
std::variant<Failure, SeriesKey> Evaluator::series_key(const Core& core, const Value& row, std::size_t argument) {
    const Core& asked = *core.args[argument];
    slots_[core.slot] = row;
    const bool before = std::exchange(printing_, true);
    const Value value = the_one(eval(asked), asked.span);
    std::variant<Failure, SeriesKey> out = Failure{Code::XF501, Message(say::missing_figures, "`" + where(value) + "`")};
    const auto* at = std::get_if<NodeValue>(&value.held);
    const auto is = [&](NodeKind kind) { return at != nullptr && dataset_.node(at->node).kind == kind; };
    if (const auto* failure = std::get_if<Failure>(&value.held)) {
        out = *failure;
    } else if (std::holds_alternative<std::string>(value.held) || is(NodeKind::text)) {
        if (const auto text = text_of(value)) out = SeriesKey(composed(*text));
    } else if (std::holds_alternative<DayRange>(value.held) || is(NodeKind::date)) {
        if (const auto date = date_of(value)) out = SeriesKey(*date);
    } else if (!std::holds_alternative<Absent>(value.held)) {
        const auto operand = number(value, asked.span);
        const auto* found = std::get_if<Operand>(&operand);
        const auto printed = found == nullptr ? std::nullopt : terms_.printed(found->term);
        if (printed) out = SeriesKey(*printed);
    }
    printing_ = before;
    return out;
}

std::variant<Failure, Kept::Series> Evaluator::series_of(const Core& core, NodeId array) {
    Kept::Series out;
    out.array = array;
    for (const NodeId row : dataset_.children(array)) {
        if (step_limit()) return too_many_steps();
        const Value value{NodeValue{row, kNoNode}};
        std::string group;
        if (core.args.size() > 2) {
            const auto of = series_key(core, value, 2);
            if (std::holds_alternative<Failure>(of)) {
                if (out.missing.empty()) out.missing = dataset_.path(row);
                continue;
            }
            group = group_of(std::get<SeriesKey>(of));
        }
        Kept::Series::Group& into = out.groups[group];
        auto key = series_key(core, value, 1);
        if (std::holds_alternative<Failure>(key)) {
            if (into.missing.empty()) into.missing = dataset_.path(row);
            continue;
        }
        into.rows.push_back({std::move(std::get<SeriesKey>(key)), row});
    }
    for (auto& [name, group] : out.groups)
        std::stable_sort(group.rows.begin(), group.rows.end(), [](const auto& a, const auto& b) { return Lower()(a.key, b.key); });
    return out;
}

Value Evaluator::prior(const Core& core) {
    const Value row = the_one(eval(*core.args[0]), core.args[0]->span);
    const auto* at = std::get_if<NodeValue>(&row.held);
    if (at == nullptr) return row;
    const auto own = series_key(core, row, 1);
    if (const auto* failure = std::get_if<Failure>(&own)) return {*failure};
    const SeriesKey& key = std::get<SeriesKey>(own);
    std::string of;
    const bool within = core.args.size() > 2;
    if (within) {
        const auto found = series_key(core, row, 2);
        if (const auto* failure = std::get_if<Failure>(&found)) return {*failure};
        of = group_of(std::get<SeriesKey>(found));
    }
    const NodeId array = dataset_.node(at->node).parent;
    const Kept::Series* series = nullptr;
    Kept::Series made;
    const bool lasting = of_row_alone(*core.args[1], core.slot) && (!within || of_row_alone(*core.args[2], core.slot));
    if (kept_for_ != nullptr && lasting) {
        const Kept& kept = keep(core, [&]() -> Kept {
            Kept out;
            auto found = series_of(core, array);
            if (auto* all = std::get_if<Kept::Series>(&found)) out.what = std::move(*all);
            return out;
        });
        series = std::get_if<Kept::Series>(&kept.what);
    }
    if (series == nullptr || series->array != array) {
        const Aside aside(*this);
        auto found = series_of(core, array);
        if (auto* failure = std::get_if<Failure>(&found)) return {std::move(*failure)};
        made = std::move(std::get<Kept::Series>(found));
        series = &made;
    }
    const auto group = series->groups.find(of);
    const std::string& missing = !series->missing.empty() || group == series->groups.end() ? series->missing : group->second.missing;
    if (!missing.empty()) return {Failure{Code::XF501, Message(say::missing_figures, "`" + missing + "`")}};
    const std::string by = source_text(core.args[1]->span);
    const auto shown = [&](const SeriesKey& of_key) {
        return std::visit([&](const auto& each) { return printed(Value{each}); }, of_key);
    };
    const auto none = [&]() -> Value {
        if (within) return {Failure{Code::XF511, Message(say::prior_none_within, by, shown(key), source_text(core.args[2]->span))}};
        return {Failure{Code::XF511, Message(say::prior_none, by, shown(key))}};
    };
    if (group == series->groups.end()) return none();
    const std::vector<Kept::Series::Row>& rows = group->second.rows;
    auto next = std::lower_bound(rows.begin(), rows.end(), key, Lower());
    if (next == rows.begin()) return none();
    const SeriesKey& before = std::prev(next)->key;
    const auto first = std::lower_bound(rows.begin(), next, before, Lower());
    const bool open = entangled(before, key) || (first != rows.begin() && entangled(std::prev(first)->key, before));
    if (next - first > 1 || before.index() != key.index() || open) {
        std::string places;
        constexpr std::ptrdiff_t kShown = 3;
        for (auto each = first; each != next && each - first < kShown; ++each)
            places += (places.empty() ? "`" : ", `") + dataset_.path(each->row) + "`";
        if (next - first > kShown) places += ", …";
        return {Failure{Code::XF503, Message(say::prior_several, static_cast<std::uint64_t>(next - first), by, places)}};
    }
    const Value found{NodeValue{first->row, kNoNode}};
    if (recording_ || reading_ || stating_)
        for (std::size_t i = 1; i < core.args.size(); ++i) (void)series_key(core, found, i);
    return found;
}

}  // namespace crossfoot

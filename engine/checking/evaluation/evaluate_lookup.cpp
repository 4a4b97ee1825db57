// Filters by equal keys, and membership among texts, by an index that is kept for all instances of a rule.
#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/evaluation/row_side.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {

using ast::Comparison;

namespace {

// A part of a key: no two different lists of parts make one key.
void append_part(std::string& key, std::string_view part) {
    key += std::to_string(part.size());
    key += ':';
    key += part;
}

// All days, or all months, quarters or years: of such dates two are the same or have no day in common.
bool alike(DayRange a, DayRange b) {
    const auto months = [](DayRange of) { return moved_by_months(of, 0) ? (of.last - of.first + 15) / 30 : 0; };
    if (a.first == a.last || b.first == b.last) return a.first == a.last && b.first == b.last;
    if (months(a) == 0 || months(a) != months(b)) return false;
    const auto place = [&](DayRange of) { return (month_of(of.first) - 1) % months(of); };
    return months(a) <= 12 && 12 % months(a) == 0 && place(a) == 0 && place(b) == 0;
}

std::string form_of(DayRange date) { return std::to_string(date.first) + "_" + std::to_string(date.last); }

}  // namespace

// Rows by the keys that a filter asks to be equal.
Kept Evaluator::index_of(const Core& core) {
    constexpr std::size_t kFewRows = 8;
    const auto found = members(*core.args[0], false);
    const auto* rows = std::get_if<std::vector<Value>>(&found);
    if (rows == nullptr || rows->size() <= kFewRows) return {};
    const Core& condition = *core.args[1];
    std::vector<const Core*> parts;
    if (condition.op == Op::conjunction)
        for (const CorePtr& each : condition.args) parts.push_back(each.get());
    else parts.push_back(&condition);
    std::vector<std::string> keys(rows->size());
    std::vector<bool> open(rows->size(), false);
    Kept::Index index;
    std::vector<NodeId> figures;
    for (const Core* part : parts) {
        const auto side = row_side(*part, core.slot, true);
        if (!side || part->comparisons[0] != Comparison::equal) continue;
        std::optional<NodeKind> kind;
        std::vector<NodeId> cells;
        std::size_t lacking = 0;
        for (const Value& row : *rows) {
            const auto* at = std::get_if<NodeValue>(&row.held);
            if (at == nullptr || dataset_.node(at->node).kind != NodeKind::table) return {};
            NodeId cell = dataset_.child(at->node, part->args[*side]->text);
            const NodeKind of = cell == kNoNode ? NodeKind::figure : dataset_.node(cell).kind;
            if (cell == kNoNode || (of == NodeKind::figure && dataset_.figure(cell).state != FigureState::known)) {
                cells.push_back(kNoNode);
                ++lacking;
                continue;
            }
            bool fits = (!kind || *kind == of) && (of == NodeKind::text || of == NodeKind::figure || of == NodeKind::date);
            if (fits && of == NodeKind::date) {
                if (!index.dates) index.dates = dataset_.date(cell);
                fits = alike(*index.dates, dataset_.date(cell));
            }
            if (!fits) break;
            kind = of;
            cells.push_back(cell);
        }
        // figures that choose rows are named by the evidence where they are few
        if (cells.size() < rows->size() || !kind || 2 * lacking > rows->size() ||
            (kind == NodeKind::figure && names_all_ && rows->size() <= Kept::kFew))
            continue;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == kNoNode) open[i] = true;
            else append_part(keys[i], kind == NodeKind::text   ? composed(dataset_.text(cells[i]))
                                      : kind == NodeKind::date ? form_of(dataset_.date(cells[i]))
                                                               : dataset_.figure(cells[i]).value.fraction());
        }
        const auto there = [](NodeId cell) { return cell != kNoNode; };
        if (kind == NodeKind::figure) std::copy_if(cells.begin(), cells.end(), std::back_inserter(figures), there);
        index.by.push_back(part);
        index.sorts.push_back(kind == NodeKind::text ? Kept::KeySort::text : kind == NodeKind::date ? Kept::KeySort::date : Kept::KeySort::figure);
    }
    if (index.by.empty()) return {};
    for (const NodeId figure : figures) use(figure);
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        if (open[i]) index.open.push_back(i);
        else index.members[keys[i]].push_back(i);
    }
    index.rows = *rows;
    Kept out;
    out.what = std::move(index);
    return out;
}

// What is asked for, in the form of the keys; nothing where they cannot answer.
std::optional<std::string> Evaluator::index_part(const Value& value, Kept::KeySort sort) {
    const auto* at = std::get_if<NodeValue>(&value.held);
    const auto is = [&](NodeKind kind) { return at != nullptr && dataset_.node(at->node).kind == kind; };
    const bool text = std::holds_alternative<std::string>(value.held) || is(NodeKind::text);
    const bool date = std::holds_alternative<DayRange>(value.held) || is(NodeKind::date);
    if (sort == Kept::KeySort::text) return text ? std::optional(composed(*text_of(value))) : std::nullopt;
    if (sort == Kept::KeySort::date) return date ? std::optional(form_of(*date_of(value))) : std::nullopt;
    if (text || date) return std::nullopt;
    const auto operand = number(value, {});
    const auto printed = std::holds_alternative<Failure>(operand) ? std::nullopt : terms_.printed(std::get<Operand>(operand).term);
    return printed ? std::optional(printed->fraction()) : std::nullopt;
}

std::optional<std::vector<Value>> Evaluator::kept_rows(const Core& core) {
    if (kept_for_ == nullptr || !core.args[0]->closed) return std::nullopt;
    const Kept& kept = keep(core, [&] { return index_of(core); });
    const auto* index = std::get_if<Kept::Index>(&kept.what);
    if (index == nullptr) return std::nullopt;
    std::string key;
    for (std::size_t i = 0; i < index->by.size(); ++i) {
        const Core& part = *index->by[i];
        const Core& asked = *part.args[1 - *row_side(part, core.slot, true)];
        const bool before = std::exchange(printing_, true);
        const Value value = the_one(eval(asked), asked.span);
        auto form = index_part(value, index->sorts[i]);
        if (form && index->sorts[i] == Kept::KeySort::date && !alike(*index->dates, *date_of(value))) form.reset();
        printing_ = before;
        if (!form) return std::nullopt;
        append_part(key, *form);
    }
    return index->of(key);
}

// The members of a list of texts that are `value`.
std::optional<std::vector<Value>> Evaluator::kept_matches(const Core& core, const Value& value) {
    if (kept_for_ == nullptr || !core.args[1]->closed) return std::nullopt;
    const auto is_text = [&](const Value& each) {
        const auto* at = std::get_if<NodeValue>(&each.held);
        return std::holds_alternative<std::string>(each.held) || (at != nullptr && dataset_.node(at->node).kind == NodeKind::text);
    };
    if (!is_text(value)) return std::nullopt;
    const Kept& kept = keep(core, [&]() -> Kept {
        constexpr std::size_t kFewTexts = 8;
        const auto found = members(*core.args[1], false);
        const auto* all = std::get_if<std::vector<Value>>(&found);
        if (all == nullptr || all->size() <= kFewTexts || !std::all_of(all->begin(), all->end(), is_text)) return {};
        Kept::Index index;
        for (std::uint32_t i = 0; i < all->size(); ++i) index.members[composed(*text_of((*all)[i]))].push_back(i);
        index.rows = *all;
        Kept out;
        out.what = std::move(index);
        return out;
    });
    const auto* index = std::get_if<Kept::Index>(&kept.what);
    if (index == nullptr) return std::nullopt;
    return index->of(composed(*text_of(value)));
}

}  // namespace crossfoot

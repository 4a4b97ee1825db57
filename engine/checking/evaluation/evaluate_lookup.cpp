// Filters by equal keys, and membership among texts, by an index that is kept for all instances of a rule.
#include <algorithm>
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
    Kept::Index index;
    std::vector<NodeId> figures;
    for (const Core* part : parts) {
        const auto side = row_side(*part, core.slot, true);
        if (!side || part->comparisons[0] != Comparison::equal) continue;
        std::optional<NodeKind> kind;
        std::vector<NodeId> cells;
        for (const Value& row : *rows) {
            const auto* at = std::get_if<NodeValue>(&row.held);
            if (at == nullptr || dataset_.node(at->node).kind != NodeKind::table) return {};
            const NodeId cell = dataset_.child(at->node, part->args[*side]->text);
            const bool fits = cell != kNoNode && (!kind || *kind == dataset_.node(cell).kind) &&
                              (dataset_.node(cell).kind == NodeKind::text ||
                               (dataset_.node(cell).kind == NodeKind::figure && dataset_.figure(cell).state == FigureState::known));
            if (!fits) break;
            kind = dataset_.node(cell).kind;
            cells.push_back(cell);
        }
        // figures that choose rows are named by the evidence where they are few
        if (cells.size() < rows->size() || (kind == NodeKind::figure && names_all_ && rows->size() <= Kept::kFew)) continue;
        for (std::size_t i = 0; i < cells.size(); ++i)
            append_part(keys[i], kind == NodeKind::text ? composed(dataset_.text(cells[i])) : dataset_.figure(cells[i]).value.fraction());
        if (kind == NodeKind::figure) figures.insert(figures.end(), cells.begin(), cells.end());
        index.by.push_back(part);
        index.of_texts.push_back(kind == NodeKind::text);
    }
    if (index.by.empty()) return {};
    for (const NodeId figure : figures) use(figure);
    for (std::size_t i = 0; i < keys.size(); ++i) index.members[keys[i]].push_back((*rows)[i]);
    Kept out;
    out.what = std::move(index);
    return out;
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
        std::optional<std::string> form;
        const auto* at = std::get_if<NodeValue>(&value.held);
        const bool text = std::holds_alternative<std::string>(value.held) || (at != nullptr && dataset_.node(at->node).kind == NodeKind::text);
        if (index->of_texts[i] && text) {
            form = composed(*text_of(value));
        } else if (!index->of_texts[i] && !text) {
            const auto operand = number(value, asked.span);
            const auto printed = std::holds_alternative<Failure>(operand) ? std::nullopt : terms_.printed(std::get<Operand>(operand).term);
            if (printed) form = printed->fraction();
        }
        printing_ = before;
        if (!form) return std::nullopt;
        append_part(key, *form);
    }
    const auto rows = index->members.find(key);
    return rows == index->members.end() ? std::vector<Value>() : rows->second;
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
        for (const Value& each : *all) index.members[composed(*text_of(each))].push_back(each);
        Kept out;
        out.what = std::move(index);
        return out;
    });
    const auto* index = std::get_if<Kept::Index>(&kept.what);
    if (index == nullptr) return std::nullopt;
    const auto same = index->members.find(composed(*text_of(value)));
    return same == index->members.end() ? std::vector<Value>() : same->second;
}

}  // namespace crossfoot
